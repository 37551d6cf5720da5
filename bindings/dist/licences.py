"""Prints the licences of the crates in a program: `licences.py PACKAGE TARGET`, such as `licences.py suiji-cli x86_64-pc-windows-gnu`.

Whoever passes a program on must pass these texts on too. Crates with the same text share it. Crates of this workspace are left out:
their licences are separate files.
"""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

NAMES = ("licen", "copying", "copyright", "notice", "unlicense")
INTRODUCTION = """\
This program contains parts of the Rust standard library (MIT OR Apache-2.0, https://github.com/rust-lang/rust) and of the crates below.
Where a crate offers a choice of licences, all its texts are here.
本程序包含 Rust 标准库和下列各库的代码，各库的许可证原文附后。
"""
MUSL = """\
It also contains musl, the C library (MIT, the text of LICENSE-MIT): Copyright © 2005-2020 Rich Felker, et al.
本程序还包含 C 语言库 musl（MIT 许可证，文本与 LICENSE-MIT 相同）。
"""


def metadata(target: str) -> dict:
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def linked(package: str, found: dict) -> list[dict]:
    """The packages whose code is in the program: normal dependencies, without procedural macros."""
    packages = {one["id"]: one for one in found["packages"]}
    nodes = {one["id"]: one for one in found["resolve"]["nodes"]}
    macros = {key for key, one in packages.items() if any("proc-macro" in target["kind"] for target in one["targets"])}
    waiting = [key for key, one in packages.items() if one["name"] == package]
    reached = set()
    while waiting:
        key = waiting.pop()
        if key in reached or key in macros:
            continue
        reached.add(key)
        waiting += [
            dependency["pkg"]
            for dependency in nodes[key]["deps"]
            if any(kind["kind"] is None for kind in dependency["dep_kinds"])
        ]
    return sorted((packages[key] for key in reached if packages[key]["source"]), key=lambda one: (one["name"], one["version"]))


def texts(package: dict) -> list[str]:
    folder = Path(package["manifest_path"]).parent
    files = [path for path in folder.iterdir() if path.is_file() and path.name.lower().startswith(NAMES)]
    files += [path for path in folder.glob("LICENSES/*") if path.is_file()]
    return [path.read_text("utf-8", "replace").replace("\r\n", "\n").strip() for path in sorted(files)]


def main() -> None:
    package, target = sys.argv[1:]
    using, shown, without = defaultdict(list), {}, []
    for one in linked(package, metadata(target)):
        name = f"{one['name']} {one['version']} ({one['license']})"
        found = texts(one)
        for text in found:
            words = " ".join(text.split())
            shown.setdefault(words, text)
            if name not in using[words]:
                using[words].append(name)
        if not found:
            authors = ", ".join(one["authors"]) or "its authors"
            without.append(f"{name}, by {authors}")
    print(INTRODUCTION)
    if "musl" in target:
        print(MUSL)
    if without:
        print("These crates have no file with a licence; the expression in brackets is all that they say:\n")
        print("\n".join(f"- {name}" for name in without), "\n")
    for words, names in sorted(using.items(), key=lambda item: item[1]):
        print("=" * 100)
        print("\n".join(names))
        print("=" * 100)
        print(shown[words], "\n")


main()
