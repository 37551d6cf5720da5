"""Writes the ledgers of this folder: honest ones, and others that must fail.

    python3 make.py

It uses only hashlib, so that the files do not depend on the library that is tested with them. The expected findings
are written here by hand. An existing file is never changed."""
import hashlib
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
D = lambda name: hashlib.sha256(name.encode()).hexdigest()
jcs = lambda x: json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def root(leaves):
    hashes = [hashlib.sha256(b"\0" + leaf.encode()).digest() for leaf in leaves]
    if not hashes: return hashlib.sha256(b"").hexdigest()
    while len(hashes) > 1:
        pairs = [hashes[n:n + 2] for n in range(0, len(hashes), 2)]
        hashes = [hashlib.sha256(b"\1" + b"".join(pair)).digest() if len(pair) == 2 else pair[0] for pair in pairs]
    return hashes[0].hex()


def ledger(*events):
    lines = []
    opened = {"kind": "opened", "spec": "suiji-ledger-v1", "hash": "sha256", "origin": "suiji-ledger/sample"}
    for number, event in enumerate([opened, *events]):
        entry = {"number": number, "at": f"2026-03-02T09:{number:02}:00+08:00", "before": root(lines), **event}
        lines.append(jcs(entry))
    return lines


dice = lambda *faces: {"source": 0, "kind": "live", "numbers": [list(faces)]}
sealed = lambda name, *tasks, **more: {"kind": "sealed", "commitment": D(name), "authority": "样例县市场监管局", "year": 2026, "tasks": [*tasks], **more}
seen = lambda name, *faces: {"kind": "seen", "commitment": D(name), "contribution": dice(*faces)}
said = lambda kind, name: {"kind": kind, "commitment": D(name), "source": 0}
drawn = lambda name, *faces, record="": {"kind": "drawn", "commitment": D(name), "record": D(record or "record " + name), "contributions": [dice(*faces)]}
left = lambda name: {"kind": "left", "commitment": D(name), "reason": "样例原因", "approved_by": "样例甲"}
superseding = lambda name: [{"commitment": D(name), "reason": "样例原因", "approved_by": "样例甲"}]
DAY = [sealed("A", "J1", "J2"), seen("A", 3, 5), said("confirmed", "A"), drawn("A", 3, 5),
       {"kind": "published", "record": D("record A")}, {"kind": "amended", "record": D("record A"), "amendments": D("one"), "count": 1}]


def write(name, about, lines, failures=(), warnings=(), error=None, heads=(), rules=("L7",), text=None):
    text = "\n".join(lines) + "\n" if text is None else text
    expected = {"error": error[0], "line": error[1]} if error else {"size": len(lines), "root": root(lines), "failures": [*failures], "warnings": [*warnings]}
    content = {"about": about, "rules": [*rules], "ledger": text, "heads": [{"size": s, "root": r} for s, r in heads], "expected": expected}
    path = HERE / f"{name}.json"
    if not path.exists(): path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


day = ledger(*DAY)
write("day", "a day in order: sealed, shown, confirmed, drawn, published, amended", day, rules=["L1", "L2", "L3", "L7"])
write("kept-heads", "every head that was given during the day fits", day, heads=[(n, root(day[:n])) for n in range(len(day) + 1)], rules=["L5"])
other = ledger(*[seen("A", 6, 6) if event == DAY[1] else drawn("A", 6, 6) if event == DAY[3] else event for event in DAY])
write("rewritten", "another throw was entered and all roots were written anew; a head from after it is kept", other, ["ledger.head-root"], heads=[(2, root(day[:2])), (4, root(day[:4]))], rules=["L5"])
write("cut", "the last three entries were cut off; a head from after them is kept", day[:4], ["ledger.head-size", "ledger.unfinished"], heads=[(7, root(day))], rules=["L5"])
write("altered", "a value of an entry was altered; the next entry has the root of what was there", day, error=("ledger.chain", 4), rules=["L2"], text="\n".join([*day[:2], day[2].replace("[[3,5]]", "[[6,6]]"), *day[3:]]) + "\n")
write("removed", "an entry was removed", day, error=("ledger.chain", 3), rules=["L2"], text="\n".join(day[:2] + day[3:]) + "\n")
write("renumbered", "an entry was removed, and the next ones got its number", day, error=("ledger.chain", 3), rules=["L2"], text="\n".join(day[:2] + [day[3].replace('"number":3', '"number":2')]) + "\n")
write("not-canonical", "a blank after a comma", day, error=("ledger.form", 2), rules=["L2"], text="\n".join([day[0], day[1].replace(",", ", ", 1), *day[2:]]) + "\n")
write("unknown-field", "a field that no entry has", day, error=("ledger.form", 2), rules=["L3"], text="\n".join([day[0], day[1].replace('"year":2026', '"year":2026,"zeal":1')]) + "\n")
write("unknown-kind", "a kind that there is not", day, error=("ledger.form", 2), rules=["L3"], text="\n".join([day[0], day[1].replace('"sealed"', '"unsealed"')]) + "\n")
write("empty-tasks", "a list that is empty", day, error=("ledger.form", 2), rules=["L3"], text="\n".join([day[0], day[1].replace('["J1","J2"]', "[]")]) + "\n")
write("without-opening", "the first entry does not open the ledger", day, error=("ledger.opening", 1), rules=["L3"], text="\n".join(day[1:]) + "\n")
write("torn", "a command was killed while it wrote the last line", day[:6], (), ["ledger.torn"], rules=["L1"], text="\n".join(day[:6]) + "\n" + day[6][:40])
write("second-sealing", "a task is sealed twice, and the second commitment does not name the first", ledger(DAY[0], DAY[1], DAY[3], sealed("B", "J2")), ["ledger.not-named"], ["ledger.open"], rules=["L7", "S3c"])
write("superseded", "the same, and the second commitment names the first", ledger(DAY[0], DAY[1], DAY[3], sealed("B", "J2", supersedes=superseding("A"))), (), ["ledger.open"], rules=["L7", "S3c"])
write("followed", "the second draw of a year follows the first", ledger(DAY[0], DAY[1], DAY[3], sealed("B", "J2", follows=[D("A")]), seen("B", 1, 1), drawn("B", 1, 1)), rules=["L7", "S3c"])
write("thrown-away", "a value was shown and not declined, then another one was used", ledger(DAY[0], seen("A", 3, 5), seen("A", 6, 1), said("confirmed", "A"), drawn("A", 6, 1)), ["ledger.thrown-away"])
write("declined", "a value was shown and declined, then another one was used", ledger(DAY[0], seen("A", 3, 5), said("declined", "A"), seen("A", 6, 1), said("confirmed", "A"), drawn("A", 6, 1)), (), ["ledger.declined"])
write("shown-again", "a value was shown, the command was killed, and the same value was typed again", ledger(DAY[0], seen("A", 3, 5), seen("A", 3, 5), drawn("A", 3, 5)))
write("silent", "a commitment was given values and left in silence", ledger(DAY[0], seen("A", 3, 5)), ["ledger.unfinished"])
write("given-up", "the same, with a reason", ledger(DAY[0], seen("A", 3, 5), left("A")))
write("drawn-after-all", "drawn from a commitment that was given up", ledger(DAY[0], left("A"), drawn("A", 3, 5)), ["ledger.after-end"])
write("drawn-after-superseded", "drawn from a commitment that was superseded", ledger(DAY[0], sealed("B", "J1", supersedes=superseding("A")), drawn("A", 3, 5), drawn("B", 3, 5)), ["ledger.after-end"])
write("second-record", "two records of one commitment", ledger(DAY[0], drawn("A", 3, 5), drawn("A", 3, 5, record="another")), ["ledger.second-record"])
write("never-sealed", "drawn from a commitment that was never entered", ledger(drawn("A", 3, 5)), ["ledger.not-sealed"])
write("never-drawn", "published, and never drawn", ledger({"kind": "published", "record": D("record A")}), ["ledger.not-drawn"])
write("sealed-twice", "one commitment is entered twice", ledger(DAY[0], DAY[3], DAY[0]), ["ledger.sealed-twice"])
