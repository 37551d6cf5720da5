"""Generates cases from a seed by the rule in ../src/generated/rule.txt and draws them with suiji_ref.

    python3 generated.py SEED COUNT          print the result of each case, one on each line
    python3 generated.py --accumulated FILE  check the first two hashes of the vector
"""
from __future__ import annotations

import hashlib
import json
import sys

import suiji_ref

CATEGORIES = ["汽车销售", "加油站", "外商投资"]
DISTRICTS = ["140521", "140522", "1405", "140521100"]
DEPARTMENTS = ["县工信局", "县市场监管局"]
SKILLS = ["汽车", "财务"]
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
    if w.one_in(4): row["extra"] = {"地址": f"样例路{w.pick(100)}", "ﬀ": "1", "😀": "2"}
    return row


def inspector(w, registry, i):                                                    # rule 4
    row = {"id": f"P{i}", "name": f"样例人员{i}", "department": w.of(DEPARTMENTS)}
    if not w.one_in(3): row["district"] = w.of(DISTRICTS)
    row["skills"] = w.some(SKILLS)
    row["lead"] = w.one_in(2)
    row["expert"] = w.one_in(8)
    if w.one_in(3): row["max_load"] = 1 + w.pick(4)
    if w.one_in(6): row["valid_to"] = w.of(["2024-08-31", "2024-10-15", "2025-01-01"])
    if w.one_in(3): row["recuse"] = [w.of(registry)["id"]]
    return row


def visits(w, registry):                                                          # rule 5
    rows = []
    for _ in range(w.pick(6)):
        row = {"entity": w.of(registry)["id"], "task": w.of(["T0", "T1", "T9"]),
               "date": f"2024-0{1 + w.pick(8)}-{10 + w.pick(19)}",
               "kind": w.of(["planned", "planned", "planned", "case"])}
        if row not in rows: rows.append(row)
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


def team(w):
    seats = [{"department": w.of(DEPARTMENTS), "count": 2}]
    if w.one_in(4): seats[0]["skills"] = [w.of(SKILLS)]
    for _ in range(w.pick(2)):
        seats.append({"department": w.of(DEPARTMENTS), "count": 1 + w.pick(2), "expert": w.one_in(6)})
    team = {"seats": seats, "lead_required": w.one_in(3)}
    district = w.pick(6)
    if district < 2: team["district"] = ["same", "other"][district]
    return team


def task(w, classes, i):                                                          # rule 6
    task = {"id": f"T{i}", "name": f"样例任务{i}"}
    if w.one_in(3): task["per_year"] = 1
    if w.one_in(2): task["scope"] = scope(w)
    task["quota"] = quota(w)
    if task["quota"] is None: del task["quota"]
    if "quota" not in task or w.one_in(2): task["risk"] = risk(w, classes)
    if w.one_in(2): task["coordination"] = w.of(["g", "h"])
    task["reserves"] = w.pick(3)
    if not w.one_in(4): task["team"] = team(w)
    return task


def plan(w, own, classes):
    plan = {"title": "样例计划", "authority": "样例县工信局", "year": 2024}
    if own: plan["classes"] = [{"id": c, "name": c.replace("K", "类")} for c in own]
    if w.one_in(3): plan["annual_cap"] = 1 + w.pick(2)
    if w.one_in(3): plan["max_load"] = 1 + w.pick(6)
    if w.one_in(2): plan["window"] = {"from": "2024-09-01", "to": "2024-11-30"}
    plan["tasks"] = [task(w, classes, i) for i in range(1 + w.pick(3))]
    return plan


def sources(w, hash):                                                             # rule 7
    value = "".join(str(1 + w.pick(6)) for _ in range(20))
    sources = [{"kind": "live", "by": "witness", "name": "样例掷骰", "symbols": "123456", "length": 20}]
    given = [{"kind": "live", "value": value}]
    if w.one_in(2):
        nonce, value = w.hex(), f"样例{w.pick(1000)}"
        commitment = suiji_ref.derive(suiji_ref.SUITES[hash], "commit", bytes.fromhex(nonce), value.encode()).hex()
        sources.insert(0, {"kind": "committed", "by": "public", "name": "样例见证", "commitment": commitment})
        given.insert(0, {"kind": "committed", "nonce": nonce, "value": value})
    return sources, given


def documents(seed, number):
    w = Words(seed, number)
    ceremony = {"hash": w.of(["sha256", "sm3"]), "sealed_at": "2024-08-30T09:00:00+08:00"}
    if w.one_in(2): ceremony["secret"] = w.hex()
    own = [f"K{i}" for i in range(1, 3 + w.pick(3))] if w.one_in(3) else None
    classes = own or ["high", "elevated", "general", "low"]
    registry = [entity(w, classes, i) for i in range(1 + w.pick(24))]
    roster = [inspector(w, registry, i) for i in range(3 + w.pick(10))]
    history = visits(w, registry)
    the_plan = plan(w, own, classes)
    ceremony["sources"], given = sources(w, ceremony["hash"])
    text = lambda value: json.dumps(value, ensure_ascii=False)
    lines = lambda rows: "".join(text(row) + "\n" for row in rows)
    files = {"plan.json": text(the_plan), "registry.jsonl": lines(registry), "roster.jsonl": lines(roster),
             "history.jsonl": lines(history), "ceremony.json": text(ceremony), "contributions.json": text(given)}
    return {name: content.encode() for name, content in files.items()}


def result(seed, number):
    try:
        case = suiji_ref.read_case(documents(seed, number))
        record = suiji_ref.draw(suiji_ref.seal(case), case.contributions)
        return suiji_ref.digest(record).hex()
    except suiji_ref.Refused:
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
