"""Runs some of the vectors through the Python code that UniFFI generates: `generated.py VECTORS`."""

import json
import sys
from pathlib import Path

import suiji

VECTORS = Path(sys.argv[1])


def documents(vector):
    """The documents of a vector; `None` if one of them is given in parts."""
    found = {}
    for name, document in vector["documents"].items():
        if isinstance(document, str):
            found[name] = document.encode()
        elif isinstance(document, dict) and "json" in document:
            found[name] = json.dumps(document["json"]).encode()
        elif isinstance(document, dict):
            found[name] = "".join(json.dumps(row) + "\n" for row in document["rows"]).encode()
        else:
            return None
    return found


def draw(files):
    tables = (files[f"{name}.jsonl"] for name in ("registry", "roster", "history"))
    inputs = suiji.Inputs.from_json(files["plan.json"], *tables)
    ceremony = suiji.Ceremony.from_json(files["ceremony.json"])
    sealed = suiji.seal(inputs, ceremony)
    record = sealed.draw(suiji.Contributions.from_json(files["contributions.json"]))
    evidence = suiji.Evidence(inputs=inputs, secret=ceremony.secret())
    assert suiji.verify(record, evidence).verdict() == suiji.Verdict.HOLDS
    return sealed, record


def read(folder):
    for path in sorted((VECTORS / folder).glob("*.json")):
        vector = json.loads(path.read_text(encoding="utf-8"))
        files = documents(vector)
        if files and "registry.jsonl" in files and "earlier.json" not in files:
            yield path, vector, files


drawn = 0
for path, vector, files in list(read("draws"))[:20]:
    sealed, record = draw(files)
    assert record.digest() == vector["expected"]["record_digest"], path
    assert sealed.commitment().canonical().decode() == vector["expected"]["commitment_jcs"], path
    drawn += 1

refused = 0
for path, vector, files in [each for each in read("refusals") if each[1]["run"] == "draw"][:20]:
    try:
        draw(files)
    except suiji.SuijiError.Refused as error:
        assert error.code == vector["expected"]["code"], (path, error.code)
        assert error.message_zh and error.fault_count == 1, path
        refused += 1
    else:
        raise AssertionError(f"{path}: expected a refusal")

amended = 0
for path, vector, files in read("amendments"):
    sealed, record = draw(files)
    amendments = sealed.amend(record, None, suiji.requests_from_json(files["requests.json"]))
    assert json.loads(amendments.to_json()) == vector["expected"]["amendments"], path
    evidence = suiji.Evidence(amendments=amendments)
    assert suiji.verify(record, evidence).verdict() == suiji.Verdict.INCOMPLETE, path
    state = amendments.state(record)
    for drawn_task in vector["record"]["draws"]:
        for team in state.teams(drawn_task["task"]):
            for number, inspector in enumerate(team.seats):
                if inspector and not team.joins:
                    assert suiji.Seat(task=drawn_task["task"], entity=team.entity, number=number) in state.seats_of(inspector), path
                    assert len(state.seats_of(inspector)) == state.seats_held(inspector), path
    amended += 1

assert (drawn, refused) == (20, 20), (drawn, refused)
assert amended >= 8, amended
