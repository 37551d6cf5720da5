"""Examples and pages: the examples run, and the pages show them as they are."""

from __future__ import annotations

import doctest
import runpy
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

import suiji
from conftest import EXAMPLES, ROOT
from suiji import _native

HERE = Path(__file__).parents[1]
SCRIPTS = EXAMPLES / "python"


def test_the_examples_of_the_reference_run() -> None:
    finder = doctest.DocTestFinder()
    tests = [
        test for name in _native.__all__ for test in finder.find(getattr(_native, name), name, globs=vars(suiji).copy())
    ]
    runner = doctest.DocTestRunner()
    failed = sum(runner.run(test).failed for test in tests)
    assert failed == 0
    assert sum(len(test.examples) for test in tests) >= 6


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_first_example_is_the_file(page: str) -> None:
    _, code = (SCRIPTS / "quickstart.py").read_text("utf-8").split('"""\n\n', 1)
    assert f"```python\n{code}```" in (HERE / page).read_text("utf-8")


def test_both_pages_have_the_same_structure() -> None:
    english, chinese = ((HERE / page).read_text("utf-8") for page in ("README.md", "README.zh-CN.md"))
    assert english.count("\n## ") == chinese.count("\n## ") > 5
    assert english.count("\n- ") == chinese.count("\n- ")
    assert english.count("```") == chinese.count("```")


@pytest.mark.parametrize("name", ["LICENSE-APACHE", "LICENSE-MIT"])
def test_the_package_brings_its_licences(name: str) -> None:
    assert distribution("suiji").read_text(f"licenses/{name}") == (ROOT / name).read_text("utf-8")


def test_quickstart_and_frames_run(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(SCRIPTS / "quickstart.py"))
    assert "selected: ['F-04', 'F-07', 'F-10']" in capsys.readouterr().out
    runpy.run_path(str(SCRIPTS / "from_pandas.py"))
    assert "样例汽车销售" in capsys.readouterr().out


def test_the_script_of_a_sceptic_finds_changes(tmp_path: Path) -> None:
    demo, script = tmp_path / "demo", SCRIPTS / "verify_published.py"
    subprocess.run([sys.executable, "-m", "suiji", "demo", str(demo)], check=True, capture_output=True)
    digest = suiji.Commitment.read(demo / "commitment.json").digest

    def verify(*words: str) -> int:
        done = subprocess.run([sys.executable, str(script), *words], capture_output=True, text=True, encoding="utf-8")
        return done.returncode

    # The commitment is blinded, and its secret is not published.
    assert verify(str(demo), digest) == 2
    assert verify(str(demo), "0" * 64) == 1
    (demo / "record-altered.json").replace(demo / "record.json")
    assert verify(str(demo), digest) == 1
    (demo / "record.json").unlink()
    assert verify(str(demo)) == 2
