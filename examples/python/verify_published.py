"""A script for sceptics: checks a published draw, and lists what remains on trust.

    python verify_published.py FOLDER [DIGEST]

FOLDER has what was published: `record.json` or `public.json`, and those of `plan.json`, `registry`, `roster` and
`history` (`.jsonl` or `.csv`) that were published. DIGEST is the digest of the commitment, as it was read out before
the draw. The exit code is 0 if everything holds, 1 if a check fails, 2 if a check could not be made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import suiji

MARKS = {"established": "✓", "failed": "✗", "not_checked": "?", "on_trust": "…"}
CODES = {"holds": 0, "fails": 1, "incomplete": 2}


def inputs(folder: Path) -> dict[str, Any]:
    """The other documents in the folder, as keywords of `verify`."""
    readers: dict[str, Any] = {
        "plan": suiji.Plan,
        "registry": suiji.Registry,
        "roster": suiji.Roster,
        "history": suiji.History,
    }
    found: dict[str, Any] = {}
    for name, reader in readers.items():
        for path in (folder / f"{name}.{form}" for form in ("json", "jsonl", "csv")):
            if path.exists():
                found[name] = reader.read(path)
    return found


def verify(folder: Path, commitment: str | None) -> suiji.Report:
    """The report on the documents in the folder."""
    if (folder / "record.json").exists():
        record = suiji.Record.read(folder / "record.json")
        return suiji.verify(record, commitment=commitment, **inputs(folder))
    form = suiji.PublicForm.read(folder / "public.json")
    return suiji.verify_public(form, commitment=commitment, **inputs(folder))


def main(words: list[str]) -> int:
    """Prints the report and returns the exit code."""
    if not 1 <= len(words) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        report = verify(Path(words[0]), words[1] if len(words) > 1 else None)
    except (suiji.InputError, OSError) as error:
        # A document that cannot be read cannot be checked.
        print(error, file=sys.stderr)
        return 2
    for check in report.checks:
        print(MARKS[check.outcome], check.message)
    for warning in report.warnings:
        print("!", warning.message)
    for trust in report.trust:
        print("…", trust.message)
    print(report.verdict)
    return CODES[report.verdict]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
