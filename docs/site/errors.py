"""Writes the pages of all error codes with their remedies, docs/errors.md and docs/errors.zh-CN.md.

    python3 docs/site/errors.py            writes the pages
    python3 docs/site/errors.py --check    fails if they are not current

Codes and texts come from the tables of the crates (`texts/table.rs`). The remedy of a code is that of its finding, or it is in
`remedies.txt`. A code without a remedy is an error, unless its own text says what to do. The tables of SPEC.md, which the Rust code
writes, have the same codes and texts: a difference is an error too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CRATES = {
    "suiji": ("The library", "程序库"),
    "suiji-cli": ("The command", "命令"),
    "suiji-import": ("Importing lists and plans", "导入名录和计划"),
    "suiji-report": ("Papers", "文书"),
    "suiji-evidence": ("Signatures, timestamps and the ledger", "签名、时间戳和登记簿"),
}
PAGES = {
    "docs/errors.md": (
        "# Errors and remedies",
        "中文版：[errors.zh-CN.md](errors.zh-CN.md)",
        "Every error has a code, which the command shows in brackets: `[case.sealed]`. Codes are stable; texts may change. `{names}` stand for\n"
        "values. An error changes nothing: correct the cause, and run the command again. In a program, compare the code, and show the\n"
        "text to the person at the counter: it is there in Chinese and in English.",
        "| code | rule | text | remedy |\n|---|---|---|---|\n",
        "{crate}: errors",
        "Findings before the sealing",
        "`suiji check` and `suiji seal` show them. An *error* prevents the sealing. A *warning* does not, but somebody should look at it. A *note* is for\n"
        "information.",
        "Checks that fail",
        "A report names each check that fails. Then the document is not the one that was sealed or drawn, or it was altered. Compare it with the\n"
        "published copy, and ask the office to explain the difference. A check that was not made needs an input that was not provided.",
        "| check | rule | what it establishes |\n|---|---|---|\n",
    ),
    "docs/errors.zh-CN.md": (
        "# 错误与处理办法",
        "English: [errors.md](errors.md)",
        "每个错误都有代码，命令把它显示在方括号中：`[case.sealed]`。代码不变，文字可以修改。`{名称}` 处为具体的值。出错时不会改动任何文件：\n"
        "请排除原因，再次执行。程序请比对代码，并把文字显示给经办人员：中英文都有。",
        "| 代码 | 规则 | 文字 | 处理办法 |\n|---|---|---|---|\n",
        "{crate}：错误",
        "封存前的提示",
        "`suiji check` 和 `suiji seal` 会显示。*错误*不能封存；*警告*可以封存，但应有人先看过；*说明*仅供了解。",
        "核验项不符",
        "核验报告逐项列明不符的核验项。这说明所提供的文件不是封存或抽取时的文件，或者被改动过：请与公布的文件比对，并请机关说明。\n"
        "未核验的项，是因为没有提供所需的输入。",
        "| 核验项 | 规则 | 成立时说明 |\n|---|---|---|\n",
    ),
}
SEVERITIES = {"Error": ("error", "错误"), "Warning": ("warning", "警告"), "Note": ("note", "说明")}


class Code(NamedTuple):
    """A code. Texts are English first, then Chinese."""

    id: str
    rule: str
    texts: tuple[str, str]
    remedies: tuple[str, str] = ("", "")
    severity: str = ""


STRING = r'"(?:[^"\\]|\\.)*"'
ENTRY = re.compile(rf'= "([a-z][a-z0-9.-]*)",((?:\s*(?:{STRING}|Error|Warning|Note),?)+);')


def entries(table: str, macro: str) -> Iterator[Code]:
    """The entries of all calls of a macro, such as `codes!`: id, rule (only in the library), severity, Chinese text, English text, remedies."""
    for call in re.findall(rf"^ *{macro}! {{\n(.*?)^    }}$", table, re.DOTALL | re.MULTILINE):
        for id, rest in ENTRY.findall(re.sub(r"^ *//.*\n", "", call, flags=re.MULTILINE)):
            texts = [text[1:-1].replace('\\"', '"').replace("\\\\", "\\") for text in re.findall(STRING, rest)]
            severity = re.search(r"\b(Error|Warning|Note)\b", re.sub(STRING, "", rest))
            rule = texts.pop(0) if len(texts) % 2 else ""
            zh, en, *remedies = texts
            yield Code(id, rule, (en, zh), (remedies[1], remedies[0]) if remedies else ("", ""), severity[0] if severity else "")


def table_of(crate: str) -> str:
    """The table of texts of a crate."""
    (path,) = (ROOT / "crates" / crate).glob("src/**/texts/table.rs")
    return path.read_text("utf-8")


def remedies() -> dict[str, tuple[str, str]]:
    """The remedies of `remedies.txt` by code."""
    found: dict[str, tuple[str, str]] = {}
    for line in (ROOT / "docs/site/remedies.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            codes, en, zh = line.split(" | ")
            for code in codes.split(", "):
                if code in found:
                    raise SystemExit(f"remedies.txt: {code} has two remedies")
                found[code] = (en, zh)
    return found


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def cited(rule: str) -> str:
    return f"[{rule}]" if rule else ""


def check_specification(codes: list[Code]) -> None:
    """Each code is in a table of SPEC.md with the same texts."""
    spec = (ROOT / "crates/suiji/SPEC.md").read_text("utf-8")
    for code in codes:
        if row(f"`{code.id}`", cited(code.rule), *code.texts) not in spec:
            raise SystemExit(f"{code.id} is not in SPEC.md, or its text is another one")


def own_words(code: Code, remedy: tuple[str, str] | None, language: int) -> str:
    """The remedy. If there is none, the text itself says what to do, which in Chinese is a request."""
    if remedy is None and "请" not in code.texts[1]:
        raise SystemExit(f"remedies.txt: {code.id} has no remedy")
    return remedy[language] if remedy else ("as the text says", "如文字所述")[language]


def page(path: str, language: int) -> str:
    title, other, about, head, errors, findings, on_findings, checks, on_checks, head_of_checks = PAGES[path]
    known, used = remedies(), set()
    text = f"{title}\n\n{other}\n\n{about}\n"
    for crate, names in CRATES.items():
        codes = list(entries(table_of(crate), "codes"))
        if crate in ("suiji", "suiji-cli"):
            check_specification(codes)
        text += f"\n## {errors.format(crate=names[language])}\n"
        group = None
        for code in sorted(codes, key=lambda code: code.id.split(".")[0]):
            if group != (group := code.id.split(".")[0]):
                text += f"\n### {group}\n\n{head}"
            used.add(code.id)
            text += row(f"`{code.id}`", cited(code.rule), code.texts[language], own_words(code, known.get(code.id), language))
    if unknown := known.keys() - used:
        raise SystemExit(f"remedies.txt: no such code: {', '.join(sorted(unknown))}")
    text += f"\n## {findings}\n\n{on_findings}\n\n{head}"
    for code in entries(table_of("suiji"), "findings"):
        shown = f"*{SEVERITIES[code.severity][language]}*" + (": ", "：")[language] + code.texts[language]
        text += row(f"`{code.id}`", cited(code.rule), shown, code.remedies[language])
    text += f"\n## {checks}\n\n{on_checks}\n\n{head_of_checks}"
    established = [code for code in entries(table_of("suiji"), "checks") if not code.id.startswith("trust.")]
    check_specification(established)
    for code in established:
        text += row(f"`{code.id}`", cited(code.rule), code.texts[language])
    return text


def main() -> None:
    for language, path in enumerate(PAGES):
        text, file = page(path, language), ROOT / path
        if "--check" not in sys.argv:
            file.write_text(text, "utf-8")
        elif file.read_text("utf-8") != text:
            raise SystemExit(f"{path} is not current: run python3 docs/site/errors.py")


if __name__ == "__main__":
    main()
