"""The classes as structures of Go, in one file."""

import subprocess

from model import Class, Enum, Model, Property, Type, sentence

HEAD = """// Code generated from crates/suiji/schema by bindings/values. DO NOT EDIT.

package suiji
"""
INITIALISMS = {"id": "ID", "ids": "IDs", "zh": "ZH", "en": "EN", "sha256": "SHA256", "sm3": "SM3"}
SIMPLE = {
    "text": "string",
    "number": "int64",
    "year": "int",
    "flag": "bool",
    "date": "Date",
    "time": "Time",
    "message": "Message",
    "texts": "map[string]string",
    "numbers": "map[string]int64",
}


def camel(snake: str) -> str:
    return "".join(INITIALISMS.get(part, part.capitalize()) for part in snake.split("_"))


def type_of(type_: Type) -> str:
    match type_.kind:
        case "list":
            return "[]" + type_of(type_.of)
        case "object" | "word":
            return type_.of
    return SIMPLE[type_.kind]


def field_of(of: Property) -> str:
    name = type_of(of.type)
    is_pointer = of.type.kind in ("object", "message") or of.type.kind == "number" and not of.zero_is_absent
    if not of.required and is_pointer:
        name = "*" + name
    # A required list can be empty, but a missing one is not written as null.
    can_be_absent = not of.required or of.type.kind in ("list", "texts", "numbers")
    tag = of.json + (",omitzero" if can_be_absent else "")
    return f'\t// {sentence(of.about)}\n\t{camel(of.json)} {name} `json:"{tag}"`\n'


def phrase(about: str) -> str:
    return sentence(about[0].lower() + about[1:])[0].lower() + sentence(about)[1:]


def struct_of(name: str, of: Class) -> str:
    fields = "".join(field_of(one) for one in of.properties.values())
    return f"\n// {name} is {phrase(of.about)}\ntype {name} struct {{\n{fields}}}\n"


def words_of(of: Enum) -> str:
    constants = "".join(f'\t{of.name}{camel(word)} {of.name} = "{word}"\n' for word in of.words)
    return f"\n// {of.name} is a word: {phrase(of.about)}\ntype {of.name} string\n\n// The words of [{of.name}].\nconst (\n{constants})\n"


def files(model: Model) -> dict[str, str]:
    text = HEAD + "".join(struct_of(model.name(name), model.classes[name]) for name in sorted(model.classes))
    text += "".join(words_of(model.enums[name]) for name in sorted(model.enums))
    formatted = subprocess.run(["gofmt"], input=text, capture_output=True, text=True, check=True)
    return {"bindings/go/values.go": formatted.stdout}
