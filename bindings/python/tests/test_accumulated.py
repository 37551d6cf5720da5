"""The ten thousand cases of accumulated.json, made by the generator of the second implementation."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import generated  # of tests/reference
import suiji
from conftest import VECTORS
from documents import Documents

VECTOR = json.loads((VECTORS / "accumulated.json").read_text("utf-8"))


def made(number: int) -> tuple[dict[str, str], Any]:
    """The inputs of a case, in a form of those of a vector, and its contributions."""
    files, given = generated.inputs(VECTOR["seed"], number)
    return {name: content.decode() for name, content in files.items()}, given


def result(files: dict[str, Any], given: Any, folder: Path) -> str:
    try:
        sealed = Documents(files, folder).seal()
        document = {"spec": "suiji-v1", "commitment": sealed.commitment.digest, "contributions": given}
        return sealed.draw(suiji.Contributions.from_json(json.dumps(document))).digest
    except suiji.InputError:
        return "refused"


@pytest.mark.parametrize("case", VECTOR["first"])
def test_the_first_cases_are_listed_in_full(case: dict[str, Any], tmp_path: Path) -> None:
    listed = Documents(case["documents"], tmp_path)
    given = json.loads(listed.bytes("contributions.json"))["contributions"]
    assert result(case["documents"], given, tmp_path) == case["result"]
    assert result(*made(case["number"]), tmp_path) == case["result"]


def test_all_ten_thousand_results_are_equal(tmp_path: Path) -> None:
    hashed, found = bytes(32), {}
    for number in range(10_000):
        hashed = hashlib.sha256(hashed + result(*made(number), tmp_path).encode()).digest()
        if str(number + 1) in VECTOR["after"]:
            found[str(number + 1)] = hashed.hex()
    assert found == VECTOR["after"]
