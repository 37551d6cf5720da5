"""Examples and pages: the examples run, and the pages show them unchanged."""

from __future__ import annotations

import doctest
import runpy
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

import suiji
from conftest import DIE, EXAMPLES, ROOT, THROWN, Case
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
    assert "selected: ['F-09', 'F-04', 'F-05']" in capsys.readouterr().out
    runpy.run_path(str(SCRIPTS / "from_pandas.py"))
    assert "样例汽车销售" in capsys.readouterr().out


def test_the_script_of_a_sceptic_looks_at_every_file(tmp_path: Path) -> None:
    case = Case(secret="5f" * 32)
    digest, secret = case.sealed.commitment.digest_groups, tmp_path / "secret.txt"
    secret.write_text("5f" * 32 + "\n", "utf-8")
    files = {
        "record.json": case.record.to_json(),
        "public.json": case.form().to_json(),
        "commitment.json": case.sealed.commitment.to_json(),
        "contributions.json": case.record.contributions.to_json(),
        "amendments.json": case.amendments().to_json(),
        "plan.json": case.plan.to_json(),
        "registry.jsonl": case.registry.to_json_lines(),
        "roster.jsonl": case.roster.to_json_lines(),
        "history.jsonl": case.history.to_json_lines(),
        "receipt-F-01.json": case.sealed.receipt(case.record, "F-01").to_json(),
    }
    all_of_it = [f"--secret={secret}", f"--commitment={digest}", f"--record={case.record.digest}"]
    other = Case(secret="60" * 32)
    row = next(iter(case.registry))

    def verify(changed: dict[str, str | None], *words: str) -> int:
        folder = tmp_path / "published"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, text in {**files, **changed}.items():
            if text is not None:
                (folder / name).write_text(text, "utf-8")
        command = [sys.executable, str(SCRIPTS / "verify_published.py"), str(folder), *words]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        assert "Traceback" not in done.stderr
        return done.returncode

    assert verify({}, *all_of_it) == 0
    assert verify({}) == 2  # without the secret
    assert verify({"record.json": None}, *all_of_it) == 2  # amendments are of a record
    assert verify({"record.json": None, "amendments.json": None}, *all_of_it) == 0
    assert verify({"record.json": None, "public.json": None}) == 2
    assert verify({"notes.txt": "样例"}, *all_of_it) == 2
    assert verify({"plan.json": "{}"}, *all_of_it) == 2
    assert verify({}, *all_of_it, f"--commitment={'0' * 64}") == 1
    assert verify({}, *all_of_it, f"--record={'0' * 64}") == 1
    for name, text in (
        ("record.json", other.record.to_json()),
        ("record.json", case.record.to_json().replace(case.record.seed, "0" * 64)),
        ("public.json", other.form().to_json()),
        ("public.json", case.form().to_json().replace(case.record.seed, "0" * 64)),
        ("commitment.json", other.sealed.commitment.to_json()),
        ("contributions.json", suiji.Contributions("0" * 64, [DIE.arrange(THROWN[::-1])]).to_json()),
        ("contributions.json", suiji.Contributions("0" * 64, list(case.record.contributions)).to_json()),
        ("amendments.json", other.amendments().to_json()),
        ("registry.jsonl", suiji.Registry([row]).to_json_lines()),
        ("receipt-F-01.json", other.sealed.receipt(other.record, "F-01").to_json()),
    ):
        assert verify({name: text}, *all_of_it) == 1, name
