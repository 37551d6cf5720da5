#!/usr/bin/env python3
"""Runs the statements of this folder on complete cases and compares the results with the record.

    run.py ENGINE CASE...       postgresql, duckdb, mariadb or spark

A case is a folder with plan.json, registry.jsonl, history.jsonl (no CSV), ceremony.json and record.json (or expected/record.json).
The contributions of the record must match the sources of its commitment, and the seed must follow from both. For each task, frame.sql
must give the sealed frame and exclusions, with their sizes and roots, and draw/ must give the selected entities of the record with
their tickets, in order. Compare the digest of the commitment, which is printed, with the one that was noted before the draw. Exit codes:
0: all equal. 1: something differs, or nothing was compared. 2: the case or the engine is not available.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import hashes
from case import Case
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
        print(f"{case.name}: commitment {hashes.digest(case.commitment).hex()}")
        results = [("seed", list(compare_seed(case)), "contributions match their sources, seed equal")]
        salts = dict(engine("salts", {"registry": case.registry, "secrets": case.secrets}))
        for index, task in enumerate(case.plan["tasks"]):
            results.append((task["id"], list(compare(case, index, task, salts, engine)), summary(case, index)))
        for part, found, equal in results:
            for difference in found:
                print(f"{case.name} {part}: DIFFERS: {difference}")
            if not found:
                print(f"{case.name} {part}: {equal}")
            differences += len(found)
        compared += len(results) - 1
    print(f"{name}: {compared} tasks compared, {differences} differences")
    return 0 if compared and not differences else 1


def compare_seed(case):
    """The differences between the seed of the record and the one that follows from commitment and contributions, as text."""
    sources, contributions = case.commitment["sources"], case.record["contributions"]
    if len(contributions) != len(sources):
        yield f"contributions: expected {len(sources)}, found {len(contributions)}"
    for source, contribution in zip(sources, contributions):
        if not hashes.fits(source, contribution):
            yield f"source {source['name']}: the contribution does not match it"
    if case.contributions:
        commitment = hashes.digest(case.commitment).hex()
        if case.contributions["commitment"] != commitment:
            yield f"contributions.json: expected commitment {commitment}, found {case.contributions['commitment']}"
        if case.contributions["contributions"] != contributions:
            yield "contributions.json and the contributions of the record are not the same"
    seed = seed_of(case).hex()
    if seed != case.record["seed"]:
        yield f"seed: expected {seed}, found {case.record['seed']}"


def seed_of(case):
    """The seed that follows from the documents. The seed in the record is only compared with it."""
    return hashes.seed(case.commitment, case.record["contributions"])


def compare(case, index, task, salts, engine):
    """The differences between the results of the statements and the documents, as text."""
    sealed, draw = case.commitment["tasks"][index], case.record["draws"][index]
    matching = engine("frame", case.inputs_of_frame(task))
    frame = [{"id": row, "stratum": stratum} for row, stratum, reason in matching if not reason]
    excluded = [{"id": row, "reason": reason} for row, _, reason in matching if reason]
    for tree, rows in (("frame", frame), ("excluded", excluded)):
        found = {"root": hashes.root(f"{tree}/{task['id']}", rows, case.secret), "size": len(rows)}
        expected = {field: sealed[tree][field] for field in ("root", "size")}
        if found != expected:
            yield f"{tree}: expected {expected}, found {found}"
    counts = Counter(row["reason"] for row in excluded)
    reasons = [{"reason": reason, "size": counts[reason]} for reason in case.reasons(task) if counts[reason]]
    if reasons != sealed["excluded"].get("reasons", []):
        yield f"reasons: expected {sealed['excluded'].get('reasons', [])}, found {reasons}"
    strata = Counter(row["stratum"] for row in frame)
    sizes = {stratum["stratum"]: stratum["size"] for stratum in sealed["strata"]}
    if strata != sizes:
        yield f"strata: expected {sizes}, found {dict(strata)}"
    draw_key, order_key = (hashes.key(label, seed_of(case), sealed) for label in ("draw", "order"))
    if draw_key != draw["key"]:
        yield f"key: expected {draw_key}, found {draw['key']}"
    tables = {
        "frame": [[row["id"], row["stratum"], salts.get(row["id"])] for row in frame],
        "takes": [[stratum["stratum"], stratum["take"]] for stratum in sealed["strata"]],
        "draw_keys": [[draw_key, order_key]],
    }
    drawn = [tuple(row[1:]) for row in engine("draw", tables)]
    recorded = [(row["id"], row["stratum"], row["ticket"]) for row in draw.get("selected", [])]
    for place, (expected, found) in enumerate(zip(drawn, recorded), 1):
        if found != expected:
            yield f"visit {place}: expected {expected}, found {found}"
            break
    if len(drawn) != len(recorded):
        yield f"selected: expected {len(drawn)}, found {len(recorded)}"


def summary(case, index):
    sealed, draw = case.commitment["tasks"][index], case.record["draws"][index]
    return (
        f"frame {sealed['frame']['size']} (strata {len(sealed['strata'])}), excluded {sealed['excluded']['size']}: roots equal;"
        f" selected {len(draw.get('selected', []))}: ids, order and tickets equal"
    )


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ImportError, subprocess.CalledProcessError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        sys.exit(2)
