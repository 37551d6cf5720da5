"""A script for anyone who doubts a draw: checks what was published, and lists what remains on trust.

    python verify_published.py FOLDER [--commitment DIGEST] [--record DIGEST] [--secret FILE]

FOLDER has what was published: `record.json` or `public.json` or both, and those of `commitment.json`,
`contributions.json`, `amendments.json`, `plan.json`, `registry`, `roster`, `history` (`.jsonl` or `.csv`), receipts
(`receipt*.json`) and earlier commitments (`commitment.1.json` and so on) that were published. Every file is compared
with the others; a file that the script does not know is named. DIGEST is a digest that was noted: that of the
commitment before the draw, or that of the record after it. FILE has the secret of a blinded commitment: its 64 digits,
or
`ceremony.json`.

The exit code is 0 if everything holds, 1 if a check fails or the inputs are not those that were sealed, 2 if a check
could not be made or a file was not checked.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import suiji

MARKS = {"established": "✓", "failed": "✗", "not_checked": "?", "on_trust": "…"}
HOLDS, FAILS, INCOMPLETE = 0, 1, 2
CODES = {"holds": HOLDS, "fails": FAILS, "other_inputs": FAILS, "incomplete": INCOMPLETE}
READERS: dict[str, Any] = {
    r"record\.json": suiji.Record,
    r"public\.json": suiji.PublicForm,
    r"commitment(\.\d+)?\.json": suiji.Commitment,
    r"contributions\.json": suiji.Contributions,
    r"amendments\.json": suiji.Amendments,
    r"receipt.*\.json": suiji.Receipt,
    r"plan\.json": suiji.Plan,
    r"registry\.(jsonl|csv)": suiji.Registry,
    r"roster\.(jsonl|csv)": suiji.Roster,
    r"history\.(jsonl|csv)": suiji.History,
}


class Published:
    """The documents of a folder."""

    def __init__(self, folder: Path, secret: str | None) -> None:
        self.secret = secret
        self.documents: dict[str, Any] = {}
        self.unknown: list[str] = []
        for path in sorted(folder.iterdir()):
            reader = next((reader for form, reader in READERS.items() if re.fullmatch(form, path.name)), None)
            if reader is None:
                self.unknown.append(path.name)
            else:
                self.documents[path.name] = reader.read(path)
        self.record: suiji.Record | None = self.documents.get("record.json")
        self.public_form: suiji.PublicForm | None = self.documents.get("public.json")
        self.drawn = self.record or self.public_form
        if self.drawn is None:
            raise FileNotFoundError(f"{folder}: neither record.json nor public.json")

    def one(self, name: str) -> Any:
        """The document with that name, in any form."""
        found = [document for of, document in self.documents.items() if of.split(".")[0] == name]
        if len(found) > 1:
            raise FileExistsError(f"{name}: there are several files")
        return found[0] if found else None

    def evidence(self) -> dict[str, Any]:
        """The other documents, as keywords of `verify` and `verify_public`."""
        names = ["plan", "registry", "roster", "history", "contributions"]
        evidence = {name: self.one(name) for name in names}
        earlier = [of for name, of in self.documents.items() if re.fullmatch(r"commitment\.\d+\.json", name)]
        return {**evidence, "secret": self.secret, "earlier": earlier or None}

    def reports(self, **noted: str | None) -> Iterator[tuple[str, suiji.Report]]:
        """The report on the draw, and those on the receipts."""
        evidence = {**self.evidence(), **noted}
        form = self.public_form
        if self.record is not None:
            amendments = self.documents.get("amendments.json")
            yield "record.json", suiji.verify(self.record, public_form=form, amendments=amendments, **evidence)
            if form is None and self.record.commitment.blinded == (self.secret is not None):
                form = suiji.PublicForm.of(self.record, secret=self.secret)
        elif form is not None:
            yield "public.json", suiji.verify_public(form, **evidence)
        for name, receipt in self.documents.items():
            if not isinstance(receipt, suiji.Receipt):
                continue
            if form is None:
                self.unknown.append(name)
            else:
                yield name, receipt.check(form, plan=evidence["plan"])

    def differences(self) -> Iterator[str]:
        """Documents that differ from those in the draw."""
        if self.drawn is None:
            return
        digest = self.drawn.commitment.digest
        commitment, contributions = self.documents.get("commitment.json"), self.documents.get("contributions.json")
        if commitment is not None and commitment.digest != digest:
            yield "commitment.json is not the commitment of the draw"
        if contributions is not None and contributions.commitment != digest:
            yield "contributions.json is for another commitment"
        if self.record is None and "amendments.json" in self.documents:
            self.unknown.append("amendments.json")


def secret_in(path: Path) -> str:
    """The secret in a file: 64 hex digits, or a ceremony."""
    text = path.read_text("utf-8").strip()
    secret = suiji.Ceremony.from_json(text).secret if text.startswith("{") else text
    if secret is None:
        raise ValueError(f"{path}: it has no secret")
    return secret


def show(report: suiji.Report) -> int:
    """Prints a report and returns the exit code for it."""
    for check in report.checks:
        print(MARKS[check.outcome], check.message)
    for warning in report.warnings:
        print("!", warning.message)
    for trust in report.trust:
        print("…", trust.message)
    print(report.verdict)
    return CODES[report.verdict]


def check(published: Published, commitment: str | None, record: str | None) -> int:
    """Prints what every file shows and returns the exit code for all of them."""
    codes = [HOLDS]
    for name, report in published.reports(commitment=commitment, record_digest=record):
        print(f"── {name}")
        codes.append(show(report))
    for difference in published.differences():
        print("✗", difference)
        codes.append(FAILS)
    for name in published.unknown:
        print(f"? {name}: not looked at")
        codes.append(INCOMPLETE)
    return FAILS if FAILS in codes else max(codes)


def main(words: list[str]) -> int:
    """Checks a folder and returns the exit code."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commitment")
    parser.add_argument("--record")
    parser.add_argument("--secret", type=Path)
    given = parser.parse_args(words)
    try:
        secret = secret_in(given.secret) if given.secret else None
        return check(Published(given.folder, secret), given.commitment, given.record)
    except (suiji.InputError, OSError, ValueError) as error:
        # A document that cannot be read cannot be checked.
        print(error, file=sys.stderr)
        return INCOMPLETE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
