"""The documents of a case, as rows for the tables of tables.sql."""

import json
from pathlib import Path


class Case:
    def __init__(self, folder):
        folder = Path(folder)
        self.name = folder.name
        self.plan = read(folder / "plan.json")
        record = folder / "record.json"
        self.record = read(record if record.exists() else folder / "expected" / "record.json")
        self.commitment = self.record["commitment"]
        contributions = folder / "contributions.json"
        self.contributions = read(contributions) if contributions.exists() else None
        secret = read(folder / "ceremony.json").get("secret") if self.commitment.get("blinded") else None
        self.secret = secret and bytes.fromhex(secret)
        self.secrets = [[secret]] if secret else []
        registry = read_lines(folder / "registry.jsonl")
        self.registry = [
            [
                row["id"],
                *map(row.get, ("class", "district", "industry")),
                row.get("status", "active"),
                *map(row.get, ("established", "exempt")),
            ]
            for row in registry
        ]
        self.categories = [[row["id"], value] for row in registry for value in row.get("categories", [])]
        self.exempt_from = [[row["id"], task] for row in registry for task in row.get("exempt_from", [])]
        self.history, self.history_by = [], []
        for row in read_lines(folder / "history.jsonl"):
            visit = [row["entity"], row["task"], row["date"], row.get("kind", "planned")]
            self.history.append(visit)
            self.history_by += [[*visit, visitor] for visitor in row.get("by", [])]

    def inputs_of_frame(self, task):
        """The tables that frame.sql reads."""
        scope, risk = task.get("scope", {}), task.get("risk")
        strata = ["class", risk.get("unrated_as")] if risk else ["all", None]
        fields = {"category": "categories", "district": "districts", "industry": "industries"}
        limits = [(None, limit) for limit in self.plan.get("limits", [])]
        limits += [(task["id"], limit) for limit in task.get("limits", [])]
        return {
            "registry": self.registry,
            "registry_categories": self.categories,
            "registry_exempt_from": self.exempt_from,
            "history": self.history,
            "history_by": self.history_by,
            "task": [[task["id"], self.plan["year"], scope.get("established_before"), *strata]],
            "scope": [[field, value] for field, plural in fields.items() for value in scope.get(plural, [])],
            "limits": [
                [place, limit["id"], of, limit["visits"], limit.get("from")]
                for place, (of, limit) in enumerate(limits)
            ],
            "limit_classes": [[limit["id"], value] for _, limit in limits for value in limit.get("classes", [])],
            "limit_by": [[limit["id"], value] for _, limit in limits for value in limit.get("by", [])],
        }

    def reasons(self, task):
        """All reasons for which an entity can be excluded from a task, in the order of [F2]."""
        return ["exempt"] + [limit["id"] for holder in (self.plan, task) for limit in holder.get("limits", [])]


def read(path):
    return json.loads(path.read_text("utf-8"))


def read_lines(path):
    # Not splitlines(), which also splits at other characters.
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
