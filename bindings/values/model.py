"""The documents of suiji as classes, according to the JSON Schemas, with the names that all bindings share.

Each object of a schema is a class, and a `oneOf` of objects is one class with the properties of all of them. A list of words is an
enum. The names that differ from the schemas are in the table of the Java binding, and in `names.json` beside this file.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Type:
    """`kind` is text, number, year, flag, date, time, message, texts, numbers, word, object or list; `of` what the last three hold."""

    kind: str
    of: object = None


@dataclass
class Property:
    json: str
    type: Type
    required: bool
    about: str
    zero_is_absent: bool


@dataclass
class Class:
    name: str
    about: str
    properties: dict[str, Property] = field(default_factory=dict)


@dataclass
class Enum:
    name: str
    about: str
    words: list[str] = field(default_factory=list)


def java_names(path: Path) -> dict[str, str]:
    """The properties file of the Java binding."""
    text = path.read_text("utf-8").replace("\\\n", " ")
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip() for key, value in pairs}


class Model:
    def __init__(self, schemas: Path, java: Path, own: dict):
        read = (json.loads(path.read_text("utf-8")) for path in sorted(schemas.glob("*.schema.json")))
        self.schemas = {schema["$id"]: schema for schema in read}
        self.names = java_names(java)
        self.names.update(own)
        self.classes: dict[str, Class] = {}
        self.enums: dict[str, Enum] = {}
        for file in sorted(self.schemas):
            if not file.endswith(":common"):
                self.type(file, self.schemas[file], "", "")
        for name in self.names["dropped"].split():
            self.classes.pop(name)
        for class_ in list(self.classes.values()):
            for property_ in class_.properties.values():
                property_.type = self.renamed(property_.type)

    def name(self, of: str) -> str:
        """The name of a class in a binding. Tables have the name of Java."""
        return self.names.get(f"rename.{of}", of)

    def renamed(self, type_: Type) -> Type:
        match type_:
            case Type("object", str(of)):
                return Type("object", self.name(of))
            case Type("list", Type() as of):
                return Type("list", self.renamed(of))
        return type_

    def listed(self, table: str, name: str) -> bool:
        return name in self.names.get(table, "").split()

    def title(self, schema: dict) -> str:
        return self.names.get(f"class.{schema['title']}", schema["title"])

    def resolve(self, file: str, reference: str) -> tuple[str, dict]:
        target, _, path = reference.partition("#")
        file = target or file
        schema = self.schemas[file]
        for part in path.split("/")[1:]:
            schema = schema[part]
        return file, schema

    def type(self, file: str, schema: dict, owner: str, name: str) -> Type | None:
        if "$ref" in schema:
            return self.type(*self.resolve(file, schema["$ref"]), owner, name)
        if "oneOf" in schema and "properties" not in schema:
            title = self.title(schema)
            for one in schema["oneOf"]:
                self.collect(*self.resolve(file, one["$ref"]), title, schema["description"])
            return Type("object", title)
        match schema.get("type", "string" if "const" in schema else None):
            case "object" if "properties" in schema:
                title = self.title(schema)
                self.collect(file, schema, title, schema["description"])
                return Type("message") if title == "Message" else Type("object", title)
            case "object":
                numbers = self.type(file, schema["additionalProperties"], owner, name).kind == "number"
                return Type("numbers" if numbers else "texts")
            case "array":
                return Type("list", self.type(file, schema["items"], owner, name))
            case "integer":
                return Type("year" if schema.get("title") == "Year" else "number")
            case "boolean":
                return Type("flag")
            case "string":
                return self.text(schema, owner, name)
        return self.type(file, schema["items"], owner, name) if "items" in schema else None

    def text(self, schema: dict, owner: str, name: str) -> Type:
        title = schema.get("title", "")
        if title in ("Date", "Time"):
            return Type(title.lower())
        enum = self.names.get(f"enum.{owner}.{name}", "Hash" if title == "Hash" else None)
        if enum is None:
            return Type("text")
        words = self.enums.setdefault(enum, Enum(enum, schema.get("description", ""))).words
        for word in [schema["const"]] if "const" in schema else schema.get("enum", []):
            if word not in words:
                words.append(word)
        return Type("word", enum)

    def collect(self, file: str, schema: dict, name: str, about: str) -> None:
        """Adds the properties of a schema to a class. If several schemas make it, all must require a property that is required."""
        is_first = name not in self.classes
        of = self.classes.setdefault(name, Class(name, about))
        before = dict(of.properties)
        for key in before.keys() - schema.get("required", []):
            of.properties[key].required = False
        for key, value in schema["properties"].items():
            target = self.resolve(file, value["$ref"])[1] if "$ref" in value else value
            type_ = self.type(file, value, name, key)
            if type_ is None:  # a value of any type has no property
                continue
            earlier = before.get(key)
            if earlier:
                earlier.required = earlier.required and key in schema.get("required", [])
                continue
            zero = type_.kind == "number" and (target.get("minimum", 0) > 0 or target.get("default") == 0)
            of.properties[key] = Property(
                key, type_, is_first and key in schema.get("required", []), value.get("description") or target.get("description", ""), zero
            )


def sentence(text: str) -> str:
    """A description as a sentence, without the rules of the specification that it cites."""
    while text.endswith("]"):
        text = text[: text.rindex("[")].rstrip()
    return text[:1].upper() + text[1:] + "."
