"""Generates cases from a seed by the rule in ../src/generated/rule.txt and draws them with the reference.

    python3 generated.py SEED COUNT          print the result of each case, one on each line
    python3 generated.py --accumulated FILE  check the first two hashes of the vector
"""
from __future__ import annotations

import hashlib
import json
import sys

from suiji_ref.case import seal_case
from suiji_ref.draw import digest as record_digest, draw
from suiji_ref.hashing import SUITES
from suiji_ref.sources import commit
from suiji_ref.text import Refused

CATEGORIES = ["汽车销售", "加油站", "外商投资"]
DISTRICTS = ["140521", "140522", "1405", "140521100"]
DEPARTMENTS = ["县工信局", "县市场监管局"]
SKILLS = ["汽车", "财务"]
LEVELS = ["县", "市"]
RATIOS = ["1%", "5%", "12.5%", "20%", "33.333333%", "40%", "50%", "66.6%", "100%"]


class Words:
    def __init__(self, seed, number):
        self.name, self.block, self.left = f"{seed}/{number}", 0, []

    def next(self):
        if not self.left:
            digest = hashlib.sha256(f"{self.name}/{self.block}".encode()).digest()
            self.left = [int.from_bytes(digest[at:at + 8], "big") for at in range(0, 32, 8)]
            self.block += 1
        return self.left.pop(0)

    def pick(self, n): return self.next() % n
    def one_in(self, n): return self.pick(n) == 0
    def of(self, members): return members[self.pick(len(members))]
    def some(self, members): return [member for member in members if self.one_in(2)]
    def hex(self): return "".join(f"{self.next():016x}" for _ in range(4))


def entity(w, classes, i):                                                        # rule 3
    row = {"id": f"{w.of(['A-', 'b/', '9.'])}{i}"}
    row["name"] = f"样例企业{i}" + w.of(["", "（有限）", "😀", "\"\\"])
    if not w.one_in(8): row["class"] = w.of(classes)
    row["categories"] = w.some(CATEGORIES)
    if not w.one_in(5): row["district"] = w.of(DISTRICTS)
    if not w.one_in(4): row["industry"] = w.of(["5264", "52", "F51"])
    if w.one_in(4): row["status"] = w.of(["active", "inactive"])
    if not w.one_in(3): row["established"] = f"{2000 + w.pick(25)}-0{1 + w.pick(9)}-{10 + w.pick(19)}"
    if w.one_in(16):
        row["exempt"] = "样例免检名单"
        if w.one_in(2): row["exempt_from"] = [w.of(["T0", "T1", "T9"])]
    if w.one_in(4): row["extra"] = {"地址": f"样例路{w.pick(100)}", "ﬀ": "1", "😀": "2"}
    return row


def inspector(w, registry, i):                                                    # rule 4
    row = {"id": f"P{i}", "name": f"样例人员{i}", "department": w.of(DEPARTMENTS)}
    if not w.one_in(3): row["district"] = w.of(DISTRICTS)
    row["skills"] = w.some(SKILLS)
    row["lead"] = w.one_in(2)
    row["expert"] = w.one_in(8)
    if w.one_in(3): row["max_load"] = 1 + w.pick(4)
    if w.one_in(4): row["load"] = w.pick(3)
    if w.one_in(6): row["valid_to"] = w.of(["2024-08-31", "2024-10-15", "2025-01-01"])
    if w.one_in(3): row["recuse"] = [w.of(registry)["id"]]
    return row


def visits(w, registry, roster):                                                  # rule 5
    rows, seen = [], set()
    for _ in range(w.pick(9)):
        row = {"entity": w.of(registry)["id"], "task": w.of(["T0", "T1", "T9"]),
               "date": f"{w.of(['2023', '2024', '2024'])}-0{1 + w.pick(8)}-{10 + w.pick(19)}",
               "kind": w.of(["planned", "planned", "planned", "case"])}
        key = tuple(row.values())
        if w.one_in(3): row["by"] = [w.of(LEVELS)]
        if w.one_in(2): row["inspectors"] = [w.of(roster)["id"]]
        if key not in seen: rows.append(row)
        seen.add(key)
    return rows


def limits(w, classes, letter, count):                                            # rule 6
    rows = []
    for j in range(count):
        row = {"id": f"{letter}{j}", "visits": 1 + w.pick(2)}
        if w.one_in(4): row["from"] = w.of(["2023-06-01", "2024-04-01"])
        if w.one_in(4): row["classes"] = [w.of(classes)]
        if w.one_in(4): row["by"] = [w.of(LEVELS)]
        rows.append(row)
    return rows


def scope(w):
    scope = {}
    if w.one_in(2): scope["categories"] = [w.of(CATEGORIES)]
    if w.one_in(3): scope["districts"] = [w.of(["1405", "140521"])]
    if w.one_in(4): scope["industries"] = [w.of(["5", "52"])]
    if w.one_in(4): scope["established_before"] = "2020-01-01"
    return scope


def quota(w):
    kind = w.pick(6)
    if kind == 5: return None
    if kind == 4: return {"count": 1 + w.pick(10)}
    if kind == 3: return {"exactly": w.of(RATIOS)}
    word, bound, one_in = ("at_most", "max", 2) if kind == 2 else ("at_least", "min", 3)
    quota = {word: w.of(RATIOS)}
    if w.one_in(one_in): quota[bound] = 1 + w.pick(8)
    return quota


def risk(w, classes):
    risk = {"minimum": {c: w.of(RATIOS) for c in classes if w.one_in(2)},
            "maximum": {c: w.of(RATIOS) for c in classes if w.one_in(6)},
            "weights": {c: 1 + w.pick(9) for c in classes if w.one_in(3)}}
    if not w.one_in(8): risk["unrated_as"] = w.of(classes)
    return risk


def team(w, earlier):
    """`earlier` has the teams of earlier tasks of the same coordination group."""
    if earlier and not w.one_in(3):
        return {**earlier[0], "seats": earlier[0]["seats"][:1]} if w.one_in(2) else earlier[0]
    seats = [{"department": w.of(DEPARTMENTS), "count": 2}]
    if w.one_in(4): seats[0]["skills"] = [w.of(SKILLS)]
    for _ in range(w.pick(2)):
        seats.append({"department": w.of(DEPARTMENTS), "count": 1 + w.pick(2), "expert": w.one_in(6)})
    team = {"seats": seats, "lead_required": w.one_in(3)}
    district = w.pick(6)
    if district < 2: team["district"] = ["same", "other"][district]
    if w.one_in(2): team["rotation_from"] = w.of(["2023-01-01", "2024-05-01"])
    return team


def task(w, classes, tasks):                                                      # rule 6
    task = {"id": f"T{len(tasks)}", "name": f"样例任务{len(tasks)}"}
    task["limits"] = limits(w, classes, "M", w.pick(2))
    if w.one_in(2): task["scope"] = scope(w)
    task["quota"] = quota(w)
    if task["quota"] is None: del task["quota"]
    if "quota" not in task or w.one_in(2): task["risk"] = risk(w, classes)
    if not w.one_in(3): task["coordination"] = w.of(["g", "g", "h"])
    task["reserves"] = w.pick(3)
    if w.one_in(6): task["window"] = {"from": "2024-09-01", "to": w.of(["2024-10-31", "2024-11-30"])}
    earlier = [t["team"] for t in tasks if "team" in t and "coordination" in task
               and t.get("coordination") == task["coordination"]]
    if not w.one_in(4): task["team"] = team(w, earlier)
    return task


def plan(w, own, classes):
    plan = {"title": "样例计划", "authority": "样例县工信局", "year": 2024}
    if own: plan["classes"] = [{"id": c, "name": c.replace("K", "类")} for c in own]
    plan["limits"] = limits(w, classes, "L", w.pick(3))
    if w.one_in(3): plan["max_load"] = 1 + w.pick(6)
    if not w.one_in(8): plan["window"] = {"from": "2024-09-01", "to": "2024-11-30"}
    plan["tasks"] = []
    for _ in range(1 + w.pick(3)): plan["tasks"].append(task(w, classes, plan["tasks"]))
    return plan


def sources(w, hash):                                                             # rule 7
    parts, numbers = [{"count": 20, "from": 1, "to": 6}], [[1 + w.pick(6) for _ in range(20)]]
    if w.one_in(2):
        count, balls = 2 + w.pick(2), [*range(10)]
        parts.append({"count": count, "from": 0, "to": 9, "distinct": True})
        numbers.append(sorted(balls.pop(w.pick(len(balls))) for _ in range(count)))
    sources = [{"kind": "live", "by": "witness", "name": "样例掷骰", "parts": parts}]
    given = [{"kind": "live", "numbers": numbers}]
    if w.one_in(2):
        given.insert(0, {"kind": "committed", "nonce": w.hex(), "value": f"样例{w.pick(1000)}"})
        commitment = commit(SUITES[hash], given[0])
        sources.insert(0, {"kind": "committed", "by": "public", "name": "样例见证", "commitment": commitment})
    return sources, given


def inputs(seed, number):
    """The inputs as files, and the contributions."""
    w = Words(seed, number)
    ceremony = {"hash": w.of(["sha256", "sm3"]), "sealed_at": "2024-08-30T09:00:00+08:00"}
    if w.one_in(2): ceremony["secret"] = w.hex()
    own = [f"K{i}" for i in range(1, 3 + w.pick(3))] if w.one_in(3) else None
    classes = own or ["high", "elevated", "general", "low"]
    registry = [entity(w, classes, i) for i in range(1 + w.pick(24))]
    roster = [inspector(w, registry, i) for i in range(3 + w.pick(10))]
    history = visits(w, registry, roster)
    the_plan = plan(w, own, classes)
    ceremony["sources"], given = sources(w, ceremony["hash"])
    text = lambda value: json.dumps(value, ensure_ascii=False)
    lines = lambda rows: "".join(text(row) + "\n" for row in rows)
    files = {"plan.json": text(the_plan), "registry.jsonl": lines(registry), "roster.jsonl": lines(roster),
             "history.jsonl": lines(history), "ceremony.json": text(ceremony)}
    return {name: content.encode() for name, content in files.items()}, given


def documents(seed, number):
    """All files of a case. The contributions name its commitment, or 64 zeros if none can be sealed."""
    files, given = inputs(seed, number)
    try: digest = seal_case(files).digest.hex()
    except Refused: digest = "00" * 32
    document = {"spec": "suiji-v1", "commitment": digest, "contributions": given}
    return {**files, "contributions.json": json.dumps(document, ensure_ascii=False).encode()}


def result(seed, number):
    files, given = inputs(seed, number)
    try:
        sealed = seal_case(files)
        record = draw(sealed, {"commitment": sealed.digest.hex(), "contributions": given})
        return record_digest(record).hex()
    except Refused:
        return "refused"


def accumulated(path):
    with open(path, encoding="utf-8") as file: vector = json.load(file)
    so_far, wrong = bytes(32), 0
    counts = sorted(int(count) for count in vector["after"])[:2]
    for number in range(counts[-1]):
        so_far = hashlib.sha256(so_far + result(vector["seed"], number).encode()).digest()
        if number + 1 in counts:
            expected, found = vector["after"][str(number + 1)], so_far.hex()
            wrong += found != expected
            print(f"after {number + 1}: {found}", "as expected" if found == expected else f"but expected {expected}")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3: sys.exit(__doc__)
    if sys.argv[1] == "--accumulated": sys.exit(accumulated(sys.argv[2]))
    for number in range(int(sys.argv[2])): print(number, result(sys.argv[1], number))
