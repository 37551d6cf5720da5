"""Draws from the documents of a case, like the examples in Rust, Java and Kotlin: `quickstart.py FOLDER`."""

import sys
from pathlib import Path

import suiji

case = Path(sys.argv[1])
plan = suiji.Plan.from_json((case / "plan.json").read_bytes())
registry = suiji.Registry.from_json_lines((case / "registry.jsonl").read_bytes())
roster = suiji.Roster.from_json_lines((case / "roster.jsonl").read_bytes())
history = suiji.History.from_json_lines((case / "history.jsonl").read_bytes())
ceremony = suiji.Ceremony.from_json((case / "ceremony.json").read_bytes())
sealed = suiji.seal(plan, registry, ceremony, roster=roster, history=history)
print("commitment:", sealed.commitment.digest, file=sys.stderr)  # read it aloud before the dice are thrown
record = sealed.draw(suiji.Contributions.from_json((case / "contributions.json").read_bytes()))
suiji.verify(record, plan=plan, registry=registry, roster=roster, history=history).require()
print(record.digest)
