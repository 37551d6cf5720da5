"""`python -m suiji` and the script are the same command as the Rust binary."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = [sys.executable, "-m", "suiji"]
SCRIPT = [str(Path(sys.executable).parent / "suiji")]
#: The binary, if it was built: `cargo build --release`.
BINARY = os.environ.get("SUIJI_BINARY")


def run(command: list[str], *words: str, cwd: Path, text: str = "") -> tuple[int, str, str]:
    done = subprocess.run([*command, *words], cwd=cwd, input=text, capture_output=True, text=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


WORDS = [
    ["--version"],
    ["--help"],
    [],
    ["verify", "--lang", "zh"],
    ["no-such-command", "--lang", "en"],
    ["canon", "plan.json"],
    ["canon", "no-such-file.json", "--json"],
    ["seal", "case", "--lang", "en", "--sealed-at", "nonsense"],
    ["verify", "no-such-record.json"],
    ["amend", "no-such-case"],
]


@pytest.mark.skipif(BINARY is None, reason="SUIJI_BINARY is not set")
@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_the_package_prints_what_the_binary_prints(words: list[str], tmp_path: Path) -> None:
    assert BINARY is not None
    (tmp_path / "plan.json").write_text('{"b": 1, "a": "样例"}', "utf-8")
    right = run([BINARY], *words, cwd=tmp_path)
    assert run(MODULE, *words, cwd=tmp_path) == right
    assert run(SCRIPT, *words, cwd=tmp_path) == right


def test_the_package_draws_and_verifies_the_demo(tmp_path: Path) -> None:
    code, out, err = run(MODULE, "demo", "demo", "--lang", "en", cwd=tmp_path)
    assert code == 0, err
    assert (tmp_path / "demo" / "record.json").exists()
    code, out, err = run(MODULE, "verify", "demo/record.json", "--case", "demo", cwd=tmp_path)
    assert code == 0, out + err
    shutil.rmtree(tmp_path / "demo")
    assert run(MODULE, "verify", "demo/record.json", cwd=tmp_path)[0] == 2
