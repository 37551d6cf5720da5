#!/usr/bin/env python3
"""Runs the statements of this folder on complete cases and compares the results with the record.

    run.py ENGINE CASE...       postgresql, duckdb, mariadb or spark

A case is a folder with plan.json, registry.jsonl, history.jsonl (no CSV), ceremony.json and record.json (or expected/record.json).
For each task, frame.sql must give the sealed frame and exclusions, with their sizes and roots, and draw/ must give the
selected entities of the record with their tickets, in order. Exit codes: 0 all equal; 1 something differs or nothing was
compared; 2 the case or the engine is not available.
"""

import hashlib
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from engines import ENGINES

HERE = Path(__file__).resolve().parent


def main(arguments):
    if len(arguments) < 2 or arguments[0] not in ENGINES:
        print(f"run.py {'|'.join(ENGINES)} CASE...", file=sys.stderr)
        return 2
    name, *folders = arguments
    dialect, run = ENGINES[name]
    statements = {part: (HERE / part / f"{dialect}.sql").read_text("utf-8") for part in ("salts", "draw")}
    statements["frame"] = (HERE / "frame.sql").read_text("utf-8")

    def engine(part, tables):
        return run(tables, statements[part])

    print(f"{name}: {run({}, 'SELECT version();')[0][0]}")
    compared, differences = 0, 0
    for case in map(Case, folders):
        if case.commitment["hash"] != "sha256":
            print(f"{case.name}: skipped: {name} does not have the hash {case.commitment['hash']}")
            continue
        salts = dict(engine("salts", {"registry": case.registry, "secrets": case.secrets}))
        for index, task in enumerate(case.plan["tasks"]):
            found = list(compare(case, index, task, salts, engine))
            compared, differences = compared + 1, differences + len(found)
            for difference in found:
                print(f"{case.name} {task['id']}: DIFFERS: {difference}")
            if not found:
                print(f"{case.name} {task['id']}: {summary(case, index)}")
    print(f"{name}: {compared} tasks compared, {differences} differences")
    return 0 if compared and not differences else 1


class Case:
    """The documents of a case as rows for the tables of tables.sql."""

    def __init__(self, folder):
        folder = Path(folder)
        self.name = folder.name
        self.plan = read(folder / "plan.json")
        record = folder / "record.json"
        self.record = read(record if record.exists() else folder / "expected" / "record.json")
        self.commitment = self.record["commitment"]
        secret = read(folder / "ceremony.json").get("secret") if self.commitment.get("blinded") else None
        self.secret = secret and bytes.fromhex(secret)
        self.secrets = [[secret]] if secret else []
        registry = read_lines(folder / "registry.jsonl")
        self.registry = [
            [row["id"], *map(row.get, ("class", "district", "industry")), row.get("status", "active"), row.get("established")]
            for row in registry
        ]
        self.categories = [[row["id"], value] for row in registry for value in row.get("categories", [])]
        self.history = [
            [row["entity"], row["task"], row["date"], row.get("kind", "planned")]
            for row in read_lines(folder / "history.jsonl")
        ]

    def inputs_of_frame(self, task):
        scope, risk = task.get("scope", {}), {key: value for key, value in task.get("risk", {}).items() if value != {}}  # [C2c]
        row = [task["id"], self.plan["year"], self.plan.get("annual_cap"), task.get("per_year"), scope.get("established_before")]
        fields = {"category": "categories", "district": "districts", "industry": "industries"}
        return {
            "registry": self.registry,
            "registry_categories": self.categories,
            "history": self.history,
            "task": [row + (["class", risk.get("unrated_as")] if risk else ["all", None])],
            "scope": [[field, value] for field, plural in fields.items() for value in scope.get(plural, [])],
        }

    def key(self, label, task):
        """K or O of a task [D1]."""
        shared = task.get("coordination")
        group = (b"coordination", shared.encode()) if shared else (b"task", task["id"].encode())
        return derive(label, bytes.fromhex(self.record["seed"]), *group).hex()

    def root(self, tree, rows):
        """The root of a tree of rows [S1], with salts if the commitment is blinded [S2]."""
        leaves = []
        for row in sorted(rows, key=lambda row: row["id"]):
            if self.secret:
                row = {**row, "salt": derive("salt", self.secret, tree.encode(), row["id"].encode()).hex()}
            leaves.append(json.dumps(row, sort_keys=True, separators=(",", ":")).encode())
        return merkle(leaves).hex()


def compare(case, index, task, salts, engine):
    """The differences between the results of the statements and the documents, as text."""
    sealed, draw = case.commitment["tasks"][index], case.record["draws"][index]
    matching = engine("frame", case.inputs_of_frame(task))
    frame = [{"id": row, "stratum": stratum} for row, stratum, reason in matching if not reason]
    excluded = [{"id": row, "reason": reason} for row, _, reason in matching if reason]
    for tree, rows in (("frame", frame), ("excluded", excluded)):
        found = {"root": case.root(f"{tree}/{task['id']}", rows), "size": len(rows)}
        if found != sealed[tree]:
            yield f"{tree}: expected {sealed[tree]}, found {found}"
    strata = Counter(row["stratum"] for row in frame)
    sizes = {stratum["stratum"]: stratum["size"] for stratum in sealed["strata"]}
    if strata != sizes:
        yield f"strata: expected {sizes}, found {dict(strata)}"
    if case.key("draw", task) != draw["key"]:
        yield f"key: expected {draw['key']}, found {case.key('draw', task)}"
    tables = {
        "frame": [[row["id"], row["stratum"], salts.get(row["id"])] for row in frame],
        "takes": [[stratum["stratum"], stratum["take"]] for stratum in sealed["strata"]],
        "draw_keys": [[draw["key"], case.key("order", task)]],
    }
    drawn = [tuple(row[1:]) for row in engine("draw", tables)]
    recorded = [(row["id"], row["stratum"], row["ticket"]) for row in draw.get("selected", [])]
    for place, (found, expected) in enumerate(zip(drawn, recorded), 1):
        if found != expected:
            yield f"visit {place}: expected {expected}, found {found}"
            break
    if len(drawn) != len(recorded):
        yield f"selected: expected {len(recorded)}, found {len(drawn)}"


def summary(case, index):
    sealed, draw = case.commitment["tasks"][index], case.record["draws"][index]
    return (
        f"frame {sealed['frame']['size']} (strata {len(sealed['strata'])}), excluded {sealed['excluded']['size']}: roots equal;"
        f" selected {len(draw.get('selected', []))}: ids, order and tickets equal"
    )


def derive(label, *parts):
    """[C5] for sha256."""
    message = b"suiji-v1/" + label.encode() + b"\0"
    return hashlib.sha256(message + b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()


def merkle(leaves):
    """The tree hash of RFC 9162, section 2.1, with sha256."""
    if len(leaves) <= 1:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + merkle(leaves[:left]) + merkle(leaves[left:])).digest()


def read(path):
    return json.loads(path.read_text("utf-8"))


def read_lines(path):
    # Not splitlines(), which also splits at other characters.
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ImportError, subprocess.CalledProcessError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        sys.exit(2)
