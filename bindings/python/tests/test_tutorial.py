"""The tutorial for analysts in docs, run block by block in the top folder of the repository."""

from __future__ import annotations

import ast
import re
from typing import Any

import pytest

from conftest import ROOT

PAGES = ["tutorial.md", "tutorial.zh-CN.md"]


def blocks(page: str) -> list[tuple[str, str]]:
    """The language and the text of each block of code."""
    text = (ROOT / "docs" / "analyst" / page).read_text("utf-8")
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_both_pages_have_the_same_code() -> None:
    english, chinese = (
        [ast.dump(ast.parse(text)) if language == "python" else text for language, text in blocks(page)]
        for page in PAGES
    )
    assert english == chinese and len(english) == 14


def test_the_code_prints_what_the_page_shows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    shown = 0
    for language, text in blocks(PAGES[0]):
        if language == "python":
            capsys.readouterr()
            exec(text, names)
        else:
            assert capsys.readouterr().out == text
            shown += 1
    assert shown == 6
