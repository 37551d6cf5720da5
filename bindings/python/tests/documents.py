"""The documents of a vector (tests/vectors/README.md), read by the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import suiji


def text(document: Any) -> bytes:
    """The bytes of a document, which has one of four forms."""
    if isinstance(document, str):
        return document.encode()
    if isinstance(document, list):
        return b"".join(map(_part, document))
    if "json" in document:
        return json.dumps(document["json"]).encode()
    return "".join(json.dumps(row) + "\n" for row in document["rows"]).encode()


def _part(part: Any) -> bytes:
    if isinstance(part, str):
        return part.encode()
    if "hex" in part:
        return bytes.fromhex(part["hex"])
    return str(part["repeat"]).encode() * int(part["times"])


class Documents:
    """Reads the documents of a vector when they are needed."""

    def __init__(self, documents: dict[str, Any], folder: Path) -> None:
        self.documents = documents
        self.folder = folder

    def bytes(self, name: str) -> bytes:
        return text(self.documents.get(name, ""))

    @property
    def plan(self) -> suiji.Plan:
        return suiji.Plan.from_json(self.bytes("plan.json"))

    @property
    def registry(self) -> suiji.Registry:
        return suiji.Registry.read(self.table("registry"))

    @property
    def roster(self) -> suiji.Roster:
        return suiji.Roster.read(self.table("roster"))

    @property
    def history(self) -> suiji.History:
        return suiji.History.read(self.table("history"))

    @property
    def ceremony(self) -> suiji.Ceremony:
        return suiji.Ceremony.from_json(self.bytes("ceremony.json"))

    @property
    def secret(self) -> str | None:
        return self.ceremony.secret

    @property
    def earlier(self) -> list[suiji.Commitment]:
        earlier = json.loads(self.bytes("earlier.json") or b"[]")
        return [suiji.Commitment.from_json(json.dumps(commitment)) for commitment in earlier]

    @property
    def contributions(self) -> suiji.Contributions:
        return suiji.Contributions.from_json(self.bytes("contributions.json"))

    @property
    def record(self) -> suiji.Record:
        return suiji.Record.from_json(self.bytes("record.json"))

    def table(self, name: str) -> Path:
        """The table as a file. The extension of its name is the format."""
        form = "csv" if f"{name}.csv" in self.documents else "jsonl"
        path = self.folder / f"{name}.{form}"
        path.write_bytes(self.bytes(path.name))
        return path

    def seal(self) -> suiji.Sealed:
        # In this order, so that the same document is refused first if several have faults.
        plan, registry, roster, history = self.plan, self.registry, self.roster, self.history
        ceremony = self.ceremony
        return suiji.seal(plan, registry, ceremony, roster=roster, history=history, earlier=self.earlier)

    def reopen(self) -> suiji.Sealed:
        commitment = suiji.Commitment.from_json(self.bytes("commitment.json"))
        return suiji.Sealed.reopen(
            commitment,
            self.plan,
            self.registry,
            roster=self.roster,
            history=self.history,
            secret=self.secret,
        )

    def evidence(self, names: list[str]) -> dict[str, Any]:
        """The evidence of these names, as keywords of `verify`."""
        return {name: getattr(self, name) for name in names if name != "sheet"}
