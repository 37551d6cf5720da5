"""Writes the pages of all error codes with their remedies, docs/errors.md and docs/errors.zh-CN.md.

    python3 docs/site/errors.py            writes the pages
    python3 docs/site/errors.py --check    fails if they are not current

Codes and texts come from the tables of the crates (`texts/table.rs`) and of the Python package. The remedy of a code is
that of its finding, or it is in `remedies.txt`. A code without a remedy is an error, unless its own text says what to
do. The tables of SPEC.md, which the Rust code writes, have the same codes and texts: a difference is an error too.
"""

from __future__ import annotations

import re
import runpy
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
    "estimate": ("Estimates in Python", "Python 中的推断"),
}
SEVERITIES = {"Error": ("error", "错误"), "Warning": ("warning", "警告"), "Note": ("note", "说明")}


class Words(NamedTuple):
    """What a page says around its tables."""

    title: str
    about: str
    head: str
    errors: str
    in_text: str
    findings: str
    about_findings: str
    results: str
    about_results: str
    checks: str
    about_checks: str
    head_of_checks: str


PAGES = {
    "docs/errors.md": Words(
        title="# Errors and remedies\n\n中文版：[errors.zh-CN.md](errors.zh-CN.md)\n",
        about="""\
Every error has a code, which the command shows in brackets: `[case.sealed]`. Codes are stable; texts may change.
`{names}` stand for values. An error changes nothing: correct the cause, and run the command again. In a program,
compare the code, and show the text to the person at the counter: it is there in Chinese and in English.
""",
        head="| code | rule | text | remedy |\n|---|---|---|---|\n",
        errors="{crate}: errors",
        in_text="as the text says",
        findings="Findings before the sealing",
        about_findings="""\
`suiji check` and `suiji seal` show them. An *error* prevents the sealing. A *warning* does not, but somebody should
look at it. A *note* is for information.
""",
        results="Findings about results",
        about_results="""\
`suiji results` shows them. An *error* refuses the result: correct the row. A *warning* does not, but somebody should
look at it. A *note* is for information.
""",
        checks="Checks that fail",
        about_checks="""\
A report names each check that fails. Then the document is not the one that was sealed or drawn, or it was altered.
Compare it with the published copy, and ask the office to explain the difference. A check that was not made needs an
input that was not provided.
""",
        head_of_checks="| check | rule | what it establishes |\n|---|---|---|\n",
    ),
    "docs/errors.zh-CN.md": Words(
        title="# 错误与处理办法\n\nEnglish: [errors.md](errors.md)\n",
        about="""\
每个错误都有代码，命令把它显示在方括号中：`[case.sealed]`。代码不变，文字可以修改。`{名称}` 处为具体的值。
出错时不会改动任何文件：请排除原因，再次执行。程序请比对代码，并把文字显示给经办人员：中英文都有。
""",
        head="| 代码 | 规则 | 文字 | 处理办法 |\n|---|---|---|---|\n",
        errors="{crate}：错误",
        in_text="如文字所述",
        findings="封存前的提示",
        about_findings="""\
`suiji check` 和 `suiji seal` 会显示。*错误*不能封存；*警告*可以封存，但应有人先看过；*说明*仅供了解。
""",
        results="检查结果的提示",
        about_results="""\
`suiji results` 会显示。*错误*不予写入，请改正该行；*警告*可以写入，但应有人先看过；*说明*仅供了解。
""",
        checks="核验项不符",
        about_checks="""\
核验报告逐项列明不符的核验项。这说明所提供的文件不是封存或抽取时的文件，或者被改动过：请与公布的文件比对，
并请机关说明。未核验的项，是因为没有提供所需的输入。
""",
        head_of_checks="| 核验项 | 规则 | 成立时说明 |\n|---|---|---|\n",
    ),
}


class Code(NamedTuple):
    """A code. Texts are English first, then Chinese."""

    id: str
    rule: str
    texts: tuple[str, str]
    remedies: tuple[str, str] = ("", "")
    severity: str = ""


STRING = r'"(?:[^"\\]|\\.)*"'
ENTRY = re.compile(rf'= "([a-z][a-z0-9.-]*)",((?:\s*(?:{STRING}|Error|Warning|Note),?)+);')


def unescaped(text: str) -> str:
    """A text as it is shown: without the escapes of strings and formats of Rust."""
    for escaped, shown in [('\\"', '"'), ("\\\\", "\\"), ("{{", "{"), ("}}", "}")]:
        text = text.replace(escaped, shown)
    return text


def entries(table: str, macro: str) -> Iterator[Code]:
    """The entries of all calls of a macro, such as `codes!`.

    An entry has an id, a rule (only in the library), a severity (only a finding), texts and remedies, Chinese first.
    """
    for call in re.findall(rf"^ *{macro}! {{\n(.*?)^    }}$", table, re.DOTALL | re.MULTILINE):
        for id, rest in ENTRY.findall(re.sub(r"^ *//.*\n", "", call, flags=re.MULTILINE)):
            texts = [unescaped(text[1:-1]) for text in re.findall(STRING, rest)]
            severity = re.search(r"\b(Error|Warning|Note)\b", re.sub(STRING, "", rest))
            rule = texts.pop(0) if len(texts) % 2 else ""
            zh, en, *remedies = texts
            found = (remedies[1], remedies[0]) if remedies else ("", "")
            yield Code(id, rule, (en, zh), found, severity[0] if severity else "")


def table_of(crate: str) -> str:
    """The table of texts of a crate."""
    (path,) = (ROOT / "crates" / crate).glob("src/**/texts/table.rs")
    return path.read_text("utf-8")


def codes_of(crate: str) -> list[Code]:
    """The error codes of a crate, or of the estimates, whose table is Python."""
    if crate == "estimate":
        texts = runpy.run_path(str(ROOT / "bindings/python/python/suiji/estimate/_texts.py"))["ERRORS"]
        return [Code(id, "", (of.en, of.zh)) for id, of in texts.items()]
    return list(entries(table_of(crate), "codes"))


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


def remedy(code: Code, known: dict[str, tuple[str, str]], language: int, in_text: str) -> str:
    """The remedy. If there is none, the text itself says what to do, which in Chinese is a request."""
    if code.id in known:
        return known[code.id][language]
    if "请" not in code.texts[1]:
        raise SystemExit(f"remedies.txt: {code.id} has no remedy")
    return in_text


def page(words: Words, language: int) -> str:
    """The page in a language: 0 is English, 1 is Chinese."""
    known, used = remedies(), set()
    text = f"{words.title}\n{words.about}"
    for crate, names in CRATES.items():
        codes = codes_of(crate)
        if crate in ("suiji", "suiji-cli"):
            check_specification(codes)
        text += f"\n## {words.errors.format(crate=names[language])}\n"
        group = None
        for code in sorted(codes, key=lambda code: code.id.split(".")[0]):
            if group != (group := code.id.split(".")[0]):
                text += f"\n### {group}\n\n{words.head}"
            used.add(code.id)
            advice = remedy(code, known, language, words.in_text)
            text += row(f"`{code.id}`", cited(code.rule), code.texts[language], advice)
    if unknown := known.keys() - used:
        raise SystemExit(f"remedies.txt: no such code: {', '.join(sorted(unknown))}")
    sections = [(False, words.findings, words.about_findings), (True, words.results, words.about_results)]
    for of_results, title, about in sections:
        text += f"\n## {title}\n\n{about}\n{words.head}"
        for code in entries(table_of("suiji"), "findings"):
            if code.id.startswith("results.") == of_results:
                shown = f"*{SEVERITIES[code.severity][language]}*" + (": ", "：")[language] + code.texts[language]
                text += row(f"`{code.id}`", cited(code.rule), shown, code.remedies[language])
    text += f"\n## {words.checks}\n\n{words.about_checks}\n{words.head_of_checks}"
    established = [code for code in entries(table_of("suiji"), "checks") if not code.id.startswith("trust.")]
    check_specification(established)
    for code in established:
        text += row(f"`{code.id}`", cited(code.rule), code.texts[language])
    return text


def main() -> None:
    for language, (path, words) in enumerate(PAGES.items()):
        text, file = page(words, language), ROOT / path
        if "--check" not in sys.argv:
            file.write_text(text, "utf-8")
        elif file.read_text("utf-8") != text:
            raise SystemExit(f"{path} is not current: run python3 docs/site/errors.py")


if __name__ == "__main__":
    main()
