"""A script for sceptics: checks what was published of a draw, and lists what remains on trust.

    python verify_published.py FOLDER [--commitment DIGEST] [--record DIGEST] [--secret FILE]

FOLDER has what was published: `record.json` or `public.json` or both, and those of `commitment.json`,
`contributions.json`, `amendments.json`, `plan.json`, `registry`, `roster`, `history` (`.jsonl` or `.csv`) and receipts
(`receipt*.json`) that were published. The digests are those that were read out, in groups or not. FILE has the secret
of a blinded commitment, which auditors get. Every file is looked at; one that cannot be used counts as a check that
could not be made. The exit code is 0 if everything holds, 1 if a check fails or the inputs are not those that were
sealed, 2 if a check could not be made.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import suiji

MARKS = {"established": "✓", "failed": "✗", "not_checked": "?", "on_trust": "…"}
CODES = {"holds": 0, "incomplete": 2, "other_inputs": 1, "fails": 1}
DOCUMENTS: dict[str, Any] = {
    "record": suiji.Record,
    "public": suiji.PublicForm,
    "commitment": suiji.Commitment,
    "contributions": suiji.Contributions,
    "amendments": suiji.Amendments,
    "plan": suiji.Plan,
}
TABLES: dict[str, Any] = {"registry": suiji.Registry, "roster": suiji.Roster, "history": suiji.History}


class Published:
    """The documents in a folder, and the files that are none of them."""

    def __init__(self, folder: Path) -> None:
        self.found: dict[str, Any] = {}
        self.receipts: dict[str, suiji.Receipt] = {}
        self.unknown: list[str] = []
        for path in sorted(folder.iterdir()):
            name, form = path.stem, path.suffix.lower()
            if form == ".json" and name in DOCUMENTS:
                self.found[name] = DOCUMENTS[name].read(path)
            elif form in (".jsonl", ".csv") and name in TABLES and name not in self.found:
                self.found[name] = TABLES[name].read(path)
            elif form == ".json" and name.startswith("receipt"):
                self.receipts[path.name] = suiji.Receipt.read(path)
            else:
                self.unknown.append(path.name)

    def take(self, *names: str) -> dict[str, Any]:
        """Those of these documents that there are, by name."""
        return {name: self.found[name] for name in names if name in self.found}


def reports(given: Published, noted: dict[str, Any]) -> Iterator[tuple[str, suiji.Report]]:
    """Each report with the name of the document that it is about."""
    record: Any = given.found.get("record")
    form: Any = given.found.get("public")
    evidence = {**noted, **given.take("contributions", *TABLES, "plan")}
    if record is not None:
        yield "record.json", suiji.verify(record, public_form=form, **evidence, **given.take("amendments"))
    else:
        yield "public.json", suiji.verify_public(form, **evidence)
    if form is None and given.receipts:
        form = suiji.PublicForm.of(record, secret=noted["secret"])
    for name, receipt in given.receipts.items():
        yield name, receipt.check(form, plan=given.found.get("plan"))


def show(name: str, report: suiji.Report) -> None:
    """Prints a report."""
    print(f"{name}: {report.verdict}")
    for check in report.checks:
        print(" ", MARKS[check.outcome], check.message)
    for warning in report.warnings:
        print("  !", warning.message)
    for trust in report.trust:
        print("  …", trust.message)


def verify(given: Published, noted: dict[str, Any]) -> set[int]:
    """Prints what is found and returns the exit codes of its parts."""
    codes = set()
    for name, report in reports(given, noted):
        show(name, report)
        codes.add(CODES[report.verdict])
    drawn_from = (given.found.get("record") or given.found["public"]).commitment
    if given.found.get("commitment", drawn_from) != drawn_from:
        print("✗ commitment.json is another commitment than the one that was drawn from")
        codes.add(1)
    if "amendments" in given.found and "record" not in given.found:
        given.unknown.append("amendments.json")
    for name in given.unknown:
        print("? not checked:", name)
        codes.add(2)
    return codes


def main(words: list[str]) -> int:
    """Prints what is found and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commitment", metavar="DIGEST")
    parser.add_argument("--record", metavar="DIGEST", dest="record_digest")
    parser.add_argument("--secret", metavar="FILE", type=Path)
    options = vars(parser.parse_args(words))
    folder, secret = options.pop("folder"), options.pop("secret")
    try:
        given = Published(folder)
        if not given.take("record", "public"):
            print("neither record.json nor public.json is there", file=sys.stderr)
            return 2
        options["secret"] = secret and secret.read_text("utf-8").strip()
        codes = verify(given, options)
    except (suiji.InputError, OSError) as error:
        # A document that cannot be read cannot be checked.
        print(error, file=sys.stderr)
        return 2
    return 1 if 1 in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
