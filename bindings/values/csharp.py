"""The classes as those of C#, and the functions of the header as its P/Invoke layer."""

from xml.sax.saxutils import escape

import pinvoke
from model import Class, Enum, Model, Property, Type, sentence

HEAD = """// Generated from crates/suiji/schema by bindings/values. Do not edit.

using System;
using System.Collections.Generic;

namespace Suiji
{
"""
SIMPLE = {
    "text": "string",
    "number": "long",
    "year": "int",
    "flag": "bool",
    "date": "DateTime",
    "time": "DateTimeOffset",
    "texts": "IReadOnlyDictionary<string, string>",
    "numbers": "IReadOnlyDictionary<string, long>",
}
KEYWORDS = {"class", "short", "default", "from", "is", "by"}


def pascal(snake: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in snake.split("_"))


def parameter(snake: str) -> str:
    name = pascal(snake)
    name = name[0].lower() + name[1:]
    return "@" + name if name in KEYWORDS else name


def type_of(type_: Type) -> str:
    match type_.kind:
        case "list":
            return f"IReadOnlyList<{type_of(type_.of)}>"
        case "object" | "word":
            return type_.of
    return SIMPLE[type_.kind]


def reader(type_: Type) -> str:
    """The function that reads an element of a list, or a value."""
    match type_.kind:
        case "list":
            return f"list => Fields.List(list, {reader(type_.of)})"
        case "object":
            return f"value => new {type_.of}(Fields.Of(value))"
        case "word":
            return f"value => Words.{type_.of}Of(Fields.Text(value))"
    return f"Fields.{pascal(type_.kind)}"


class Writer:
    def __init__(self, model: Model):
        self.model = model
        self.lines: list[str] = []

    def doc(self, text: str, indent: str = "        ", **parts: str) -> None:
        self.lines.append(f"{indent}/// <summary>{escape(sentence(text))}</summary>")
        for name, about in parts.items():
            self.lines.append(f'{indent}/// <param name="{name.lstrip("@")}">{escape(sentence(about))}</param>')

    def name(self, of: str, json: str) -> str:
        name = self.model.names.get(f"method.{of}.{json}")
        name = name[0].upper() + name[1:] if name else pascal(json)
        assert name != self.model.name(of), f"{of}.{json} needs another name"
        return name

    def class_of(self, of: Class) -> None:
        name, listed = self.model.name(of.name), self.model.listed
        base, argument, pass_on = "Value", "Fields fields", "fields"
        if listed("documents", of.name):
            base, argument, pass_on = "TextDocument", "byte[] json", "json"
        if listed("largeDocuments", of.name):
            base, argument, pass_on = "LargeDocument", "Handle handle", "handle"
        self.lines.append("")
        self.doc(of.about, "    ")
        self.lines += [f"    public sealed partial class {name} : {base}", "    {"]
        self.lines.append(f"        internal {name}({argument}) : base({pass_on}) {{ }}")
        is_made = listed("made", of.name)
        if is_made:
            self.constructor(name, of)
        for one in of.properties.values():
            if one.json == "spec":
                continue
            if f"skip.{of.name}.{one.json}" not in self.model.names:
                self.getter(of.name, one)
            if is_made and not one.required:
                self.with_(name, of.name, one)
        self.lines.append("    }")

    def constructor(self, name: str, of: Class) -> None:
        required = [one for one in of.properties.values() if one.required]
        self.lines.append("")
        about = "Makes one with what it must have; it is checked where it is used"
        self.doc(about, **{parameter(one.json): one.about for one in required})
        arguments = ", ".join(f"{self.argument(one, one is required[-1])} {parameter(one.json)}" for one in required)
        sets = "".join(f'.With("{one.json}", {parameter(one.json)})' for one in required)
        self.lines.append(f"        public {name}({arguments}) : base(new Fields(){sets}) {{ }}")

    @staticmethod
    def argument(of: Property, is_last: bool) -> str:
        if of.type.kind != "list":
            return type_of(of.type)
        return f"params {type_of(of.type.of)}[]" if is_last else f"IEnumerable<{type_of(of.type.of)}>"

    def with_(self, name: str, of: str, one: Property) -> None:
        self.lines.append("")
        self.doc(f"A copy with another {self.name(of, one.json)}", **{parameter(one.json): one.about})
        argument = f"{self.argument(one, True)} {parameter(one.json)}"
        body = f'new {name}(Fields.With("{one.json}", {parameter(one.json)}))'
        self.lines.append(f"        public {name} With{self.name(of, one.json)}({argument}) => {body};")

    def getter(self, of: str, one: Property) -> None:
        name, kind, json = self.name(of, one.json), one.type.kind, one.json
        self.lines.append("")
        if kind == "message":
            read = "Message" if one.required else "OptionalMessage"
            self.doc(sentence(one.about)[:-1] + ", in English")
            self.lines.append(f'        public string {name} => Fields.{read}("{json}", "en");')
            self.lines.append("")
            self.doc(sentence(one.about)[:-1] + ", in Chinese")
            self.lines.append(f'        public string {name}Zh => Fields.{read}("{json}", "zh");')
            return
        default = self.model.names.get(f"default.{of}.{json}")
        is_always = one.required or default is not None or kind in ("list", "flag", "texts", "numbers")
        about = sentence(one.about)[:-1]
        self.doc(about if is_always or "if" in about.split() else about + "; null if there is none")
        type_ = type_of(one.type)
        is_struct = kind in ("number", "year", "date", "time", "word")
        declared = type_ if is_always or not is_struct else type_ + "?"
        if default is not None and not one.required:
            body = f'Fields.Has("{json}") ? Fields.Read("{json}", {reader(one.type)}) : {default}'
        elif kind == "list":
            body = f'Fields.List(Fields["{json}"], {reader(one.type.of)})'
        elif kind == "flag":
            body = f'Fields.Has("{json}") && Fields.Flag(Fields["{json}"])'
        elif is_always:
            body = f'Fields.Read("{json}", {reader(one.type)})'
        elif is_struct:
            body = f'Fields.Has("{json}") ? Fields.Read("{json}", {reader(one.type)}) : ({declared})null'
        else:
            body = f'Fields.Has("{json}") ? Fields.Read("{json}", {reader(one.type)}) : null'
        self.lines.append(f"        public {declared} {name} => {body};")

    def enum_of(self, of: Enum) -> None:
        self.lines.append("")
        self.doc(of.about, "    ")
        self.lines += [f"    public enum {of.name}", "    {"]
        for word in of.words:
            self.lines += [f"        /// <summary>In JSON <c>{word}</c>.</summary>", f"        {pascal(word)},"]
        self.lines.append("    }")

    def words(self, enums: list[Enum]) -> None:
        self.lines += ["", "    /// <summary>The words that documents write for the constants of enums.</summary>"]
        self.lines += ["    public static partial class Words", "    {"]
        for of in enums:
            field = of.name[0].lower() + of.name[1:] + "Words"
            all_ = ", ".join(f'"{word}"' for word in of.words)
            self.lines += [
                f"        private static readonly string[] {field} = {{ {all_} }};",
                "",
                "        /// <summary>The word that documents write.</summary>",
                '        /// <param name="value">The constant.</param>',
                f"        public static string Word(this {of.name} value) => {field}[(int)value];",
                "",
                "        /// <summary>The constant of a word.</summary>",
                '        /// <param name="word">The word.</param>',
                f"        public static {of.name} {of.name}Of(string word) => ({of.name})IndexOf({field}, word);",
                "",
            ]
        self.lines += ["        internal static string Of(Enum value)", "        {"]
        for of in enums:
            self.lines += [f"            if (value is {of.name})", "            {", f"                return (({of.name})value).Word();", "            }"]
        self.lines += ["            throw new ArgumentException(\"not a word of a document\", nameof(value));", "        }", "    }"]


def files(model: Model) -> dict[str, str]:
    writer = Writer(model)
    for name in sorted(model.classes):
        writer.class_of(model.classes[name])
    enums = [model.enums[name] for name in sorted(model.enums)]
    for enum in enums:
        writer.enum_of(enum)
    writer.words(enums)
    values = HEAD + "\n".join(writer.lines[1:]) + "\n}\n"
    return {"bindings/csharp/src/Values.cs": values, "bindings/csharp/src/Native.cs": pinvoke.file()}
