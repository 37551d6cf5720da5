"""The code of both READMEs, run block by block, with the file of an office that it reads."""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import suiji

FOLDER = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.zh-CN.md"]


def blocks(readme: str) -> list[tuple[str, str]]:
    """The language and the text of each block of code."""
    text = (FOLDER / readme).read_text("utf-8")
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert 2 * len(found) == text.count("```")
    return found


def python(readme: str) -> list[str]:
    return [text for language, text in blocks(readme) if language == "python"]


def test_both_readmes_have_the_same_code() -> None:
    english, chinese = ([ast.dump(ast.parse(text)) for text in python(readme)] for readme in READMES)
    assert english == chinese and len(english) == 8
    for readme in READMES:
        # `./check` runs this in a clone.
        others = [text for language, text in blocks(readme) if language != "python"]
        assert others == ["pip install ./bindings/python\n"]


@pytest.mark.parametrize("readme", READMES)
def test_the_code_runs(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    # The firms of the first block as an office keeps them, with a column to leave out and an empty one.
    office = pd.DataFrame({"统一社会信用代码": [f"F-{n:02}" for n in range(1, 11)], "企业名称": "样例企业"})
    office.assign(联系电话=None, 备注="无").to_excel("名录库.xlsx", index=False)
    names: dict[str, Any] = {"history": suiji.History(), "roster": suiji.Roster()}
    draw, lists, importing, results, verification, amending, inspected, progress = python(readme)

    exec(draw, names)
    record, sealed = names["record"], names["sealed"]
    selected = [drawn.id for drawn in record.draw("J1").selected]
    assert capsys.readouterr().out == f"read out: {sealed.commitment.digest}\nselected: {selected}\n"

    drawn_from = names["firms"]
    exec(lists, names)
    assert names["registry"] == drawn_from

    exec(importing, names)
    assert names["table"] == drawn_from and len(names["log"]) > 0

    exec(results, names)
    assert sealed.commitment.tasks[0].strata[0].probability == Fraction(3, 10)
    assert "Fraction(3, 10)" in results

    Path("record.json").write_text(record.to_json(), "utf-8")
    exec(verification, names)
    assert names["report"].verdict == "holds"

    later = dict(names)
    exec(amending, later)
    published, lead = capsys.readouterr().out.splitlines()
    assert len(published) == len("publish: ") + 64 and lead.startswith("lead now: Z-")

    exec(inspected, later)
    assert later["results"].status(later["record"], later["amendments"]).total.open == 1
    assert Path("papers", "index.html").exists()

    exec(progress, names)
    assert names["sealed"] == sealed
    assert "100%" in capsys.readouterr().err
