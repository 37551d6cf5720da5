"""Annex G: the ledger of an office."""
from .forms import Kinds, as_written
from .hashing import SUITES
from .sources import GIVEN_BEFORE
from .text import Refused, choice, hex32, ident, jcs, matching, natural, need, parse, text, time, year
from .tree import root

SPEC = "suiji-ledger-v1"
NAME = matching("a name", r"[^\s+]+")
BASE = {"number": natural, "at": time, "before": hex32, "kind": text}
OF = {**BASE, "commitment": hex32}
ADOPTED = choice(True)
ENTRY = Kinds(                                                                                                    # [L3]
    opened={**BASE, "spec": choice(SPEC), "hash": choice(*SUITES), "origin": NAME, "key?": text},
    sealed={**OF, "authority": text, "year": year, "tasks!": [ident], "follows!": [hex32], "adopted?": ADOPTED,
            "supersedes!": [{"commitment": hex32, "reason": text, "approved_by": text}]},
    seen={**OF, "contribution": GIVEN_BEFORE[0]}, confirmed={**OF, "source": natural}, declined={**OF, "source": natural},
    drawn={**OF, "record": hex32, "contributions": GIVEN_BEFORE, "adopted?": ADOPTED},
    amended={**BASE, "record": hex32, "amendments": hex32, "count": natural},
    published={**BASE, "record": hex32}, left={**OF, "reason": text, "approved_by": text})


class Broken(Refused):
    """A line is not an entry, or does not follow from the lines before it."""

    def __init__(self, code, line, why=""):
        super().__init__(f"{code}: line {line}: {why}")
        self.code, self.line = code, line


def entry_of(line: bytes, number: int) -> dict:
    """[L2] A line as canonical JSON, with the fields of its kind."""
    try:
        entry = parse(line, "entry")
        need(jcs(entry) == line, "not canonical")
        return as_written(ENTRY, entry, "entry")
    except Refused as problem:
        raise Broken("ledger.form", number + 1, problem) from None


class Ledger:
    """[L1] [L2] The entries of a file, and the lines that are the leaves of its tree."""

    def __init__(self, data: bytes):
        need(b"\n" in data, "ledger.empty")
        *self.lines, self.torn = data.split(b"\n")
        self.entries = []
        for number, line in enumerate(self.lines):
            entry = entry_of(line, number)
            if number == 0:
                if entry["kind"] != "opened": raise Broken("ledger.opening", 1)
                self.H = SUITES[entry["hash"]]
            if (entry["number"], entry["before"]) != (number, self.root(number)): raise Broken("ledger.chain", number + 1)
            if number and entry["kind"] == "opened": raise Broken("ledger.opening", number + 1)
            self.entries.append(entry)

    def root(self, size) -> str:
        return root(self.H, self.lines[:size]).hex()

    def head_fits(self, size, kept) -> str:
        """[L5] What is wrong. Empty if nothing is."""
        if size > len(self.lines): return "ledger.head-size"
        return "" if self.root(size) == kept else "ledger.head-root"


def audit(ledger, heads=()):
    """[L7] The codes of faults, and of what the office must explain. Both are sorted."""
    wrong, asked, sheets, records = [], [], {}, set()
    for size, kept in heads:
        wrong += [code for code in [ledger.head_fits(size, kept)] if code]
    for entry in ledger.entries[1:]:
        kind, sheet = entry["kind"], sheets.get(entry.get("commitment"))
        if kind == "sealed":
            wrong += sealed(sheets, entry)
        elif kind in ("amended", "published"):
            if entry["record"] not in records: wrong.append("ledger.not-drawn")
        elif sheet is None:
            wrong.append("ledger.not-sealed")
        elif sheet["ended"]:
            wrong.append("ledger.after-end")
        elif kind == "seen":
            sheet["seen"].append([entry["contribution"], False])
        elif kind == "declined":
            last = [seen for seen in sheet["seen"] if seen[0]["source"] == entry["source"]]
            if last: last[-1][1] = True
        elif kind == "drawn":
            if sheet["drawn"] and sheet["drawn"]["record"] != entry["record"]: wrong.append("ledger.second-record")
            else: sheet["drawn"] = entry
            records.add(entry["record"])
        elif kind == "left":
            sheet["ended"] = True
    for sheet in sheets.values():
        used = {one["source"]: one for one, _ in sheet["seen"]}
        used.update({one["source"]: one for one in (sheet["drawn"] or {"contributions": ()})["contributions"]})
        for one, declined in sheet["seen"]:
            if used[one["source"]] != one: (asked if declined else wrong).append(
                "ledger.declined" if declined else "ledger.thrown-away")
        if not sheet["drawn"] and not sheet["ended"]:
            if sheet["seen"]: wrong.append("ledger.unfinished")
            else: asked.append("ledger.open")
    if ledger.torn: asked.append("ledger.torn")
    return sorted(wrong), sorted(asked)


def sealed(sheets, entry) -> list:
    """[S3c] A commitment names the earlier ones of its authority and year with a task of the same id."""
    if entry["commitment"] in sheets: return ["ledger.sealed-twice"]
    superseded = [one["commitment"] for one in entry.get("supersedes", ())]
    named = [*entry.get("follows", ()), *superseded]
    of = lambda one: (one["authority"], one["year"])
    shares = [old for old, sheet in sheets.items()
              if of(sheet["entry"]) == of(entry) and {*sheet["entry"]["tasks"]} & {*entry["tasks"]}]
    for old in superseded:
        if old in sheets: sheets[old]["ended"] = True
    sheets[entry["commitment"]] = {"entry": entry, "seen": [], "drawn": None, "ended": False}
    return ["ledger.not-named" for old in shares if old not in named]
