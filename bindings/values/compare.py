"""Compares the names of a binding with those of the Rust library: `python3 bindings/values/compare.py go|csharp`.

The names are the same except for the letter case. `tests/names.json` lists all other differences with reasons, and every line there must be
needed.
"""

import json
import re
import sys
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parents[2]
ITEM = re.compile(r"(?:#\[non_exhaustive\] )?pub ((?:const |struct |enum |fn )*)suiji::(.*)")
Names = dict[str, set[str]]


def plain(path: str) -> str:
    """A path without generics and without the rest of the line."""
    depth, out = 0, ""
    for one in path:
        depth += one == "<"
        if depth == 0 and one in "( ":
            break
        out += one if depth == 0 else ""
        depth -= one == ">"
    return out.rstrip(":")


def library() -> Names:
    """The types of the library, each with its methods, fields and variants. A type has its module if another one has its name."""
    items, modules = [], {}
    for line in (ROOT / "crates/suiji/api.txt").read_text("utf-8").splitlines():
        if not (match := ITEM.match(line)):
            continue
        path = plain(match[2]).split("::")
        at = next((at for at, part in enumerate(path) if part[:1].isupper()), None)
        if at is None:
            continue
        module = path[at - 1] if at else ""
        if ("struct" in match[1] or "enum" in match[1]) and at == len(path) - 1 and module:
            modules.setdefault(path[at], set()).add(module)
        items.append((match[1].strip(), module, path[at], path[at + 1 :]))
    all_: Names = {}
    for kind, module, type_, rest in items:
        name = f"{module}::{type_}" if len(modules.get(type_, ())) > 1 and module else type_
        if kind.startswith("struct") or kind.startswith("enum"):
            all_.setdefault(name, set())
        elif rest and (kind.endswith("fn") or not kind):
            all_.setdefault(name, set()).add(rest[0])
    return all_


def go() -> Names:
    """The types of the package, with fields, methods and words."""
    all_: Names = {}
    for file in sorted((ROOT / "bindings/go").glob("*.go")):
        if file.name.endswith("_test.go"):
            continue
        text = file.read_text("utf-8")
        for name, body in re.findall(r"^type ([A-Z]\w*)(?:\[[^]]*\])? (?:struct \{\n(.*?)^\}|[^\n]*$)", text, re.M | re.S):
            fields = re.findall(r"^\t([A-Z][\w, ]*?) +\S", body, re.M)
            all_.setdefault(name, set()).update(one for each in fields for one in each.split(", "))
        for type_, method in re.findall(r"^func \(\w+ \*?([A-Z]\w*)(?:\[.*?\])?\) ([A-Z]\w*)\(", text, re.M):
            all_.setdefault(type_, set()).add(method)
        for word, type_ in re.findall(r"^\t([A-Z]\w*) +([A-Z]\w*) += ", text, re.M):
            all_.setdefault(type_, set()).add(word.removeprefix(type_))
    return all_


def csharp() -> Names:
    """The public classes and enums, with members and constants. The common parts of the classes are not counted."""
    all_: Names = {}
    for file in sorted((ROOT / "bindings/csharp/src").glob("*.cs")):
        name = None
        for line in file.read_text("utf-8").splitlines():
            if match := re.match(r"    public (?:sealed |static |abstract |partial )*(?:class|enum) (\w+)", line):
                name = match[1]
                all_.setdefault(name, set())
            elif re.match(r"    internal ", line):
                name = None
            elif name and (match := re.match(r"        public (?!override)[^({=]*?(\w+)(?:<\w+>)?(?: =>|\(| \{| =|;|$)", line)):
                all_[name].add(match[1])
            elif name and (match := re.match(r"        (\w+)(?: = .*)?,$", line)):
                all_[name].add(match[1])
        for one in all_:
            all_[one].discard(one)
    return all_


def same(name: str) -> str:
    return name.replace("_", "").lower()


class Table:
    def __init__(self, language: str):
        self.language = language
        self.lines = json.loads((ROOT / "tests/names.json").read_text("utf-8"))[language]
        self.needed: set[tuple] = set()
        self.wrong: list[str] = []

    def stands_for(self, type_: str) -> tuple[bool, str | None]:
        for at, line in enumerate(self.lines["types"]):
            if type_ in line["rust"]:
                self.needed.add(("types", at, type_))
                return True, line[self.language]
        return False, type_

    def allows(self, type_: str, side: str, name: str) -> bool:
        found = False
        for at, line in enumerate(self.lines["members"]):
            for pattern in line.get(side, []):
                if line.get("type", "*") in ("*", type_) and fnmatchcase(name, pattern):
                    self.needed.add(("members", at, side, pattern))
                    found = True
        return found

    def compare(self, type_: str, rust: set[str], own: set[str]) -> None:
        theirs, ours = {same(one) for one in rust}, {same(one) for one in own}
        for one in sorted(rust):
            if same(one) not in ours and not self.allows(type_, "rust", one):
                self.wrong.append(f"{type_}: {self.language} has no {one}")
        for one in sorted(own):
            if same(one) not in theirs and not self.allows(type_, self.language, one):
                self.wrong.append(f"{type_}: Rust has no {one}")

    def needless(self) -> None:
        for at, line in enumerate(self.lines["types"]):
            self.wrong += [f"not needed: type {one}" for one in line["rust"] if ("types", at, one) not in self.needed]
        for at, line in enumerate(self.lines["members"]):
            for side in ("rust", self.language):
                missing = [one for one in line.get(side, []) if ("members", at, side, one) not in self.needed]
                self.wrong += [f"not needed: {line.get('type', '*')} {side} {one}" for one in missing]


def main() -> int:
    language = sys.argv[1]
    rust, own = library(), {"go": go, "csharp": csharp}[language]()
    # If nothing is found, nothing is compared. This must not pass.
    assert "check_contributions" in rust["Sealed"] and "Holds" in rust["Verdict"], "the listing of the library was not read"
    assert "CheckContributions" in own["Sealed"] and "Holds" in own["Verdict"] and "Tasks" in own["Plan"], "the sources were not read"
    table = Table(language)
    only = set(own)
    for type_, members in sorted(rust.items()):
        _, name = table.stands_for(type_)
        if name is None:
            continue
        if name not in own:
            table.wrong.append(f"{language} has no {type_}")
            continue
        only.discard(name)
        table.compare(type_, members, own[name])
    listed = {one for line in table.lines[f"only_{language}"] for one in line[language]}
    table.wrong += [f"Rust has no {one}" for one in sorted(only - listed)]
    table.wrong += [f"not needed: only {one}" for one in sorted(listed - only)]
    table.needless()
    print("\n".join(table.wrong) or f"{len(own)} types of {language} have the names of the library, except for {len(table.needed)} lines of the table")
    return 1 if table.wrong else 0


sys.exit(main())
