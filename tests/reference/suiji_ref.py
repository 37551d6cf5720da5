#!/usr/bin/env python3
"""suiji-v1 in one file: an independent reference implementation of the auditable double-random draw.

    python3 suiji_ref.py draw CASE --out DIR             seal and draw a case: commitment.json and record.json
    python3 suiji_ref.py verify RECORD --case CASE       recompute a draw from its inputs and compare
    python3 suiji_ref.py receipt RECEIPT --public FILE   check a receipt against the public form

Exit code 0: done, or it holds; 1: it fails; 2: refused or unreadable. Written only from SPEC.md and in its order:
[D2] is the rule that a line implements. Made to be read: simplicity was preferred to speed.
"""
import calendar, functools, hashlib, json, os, re, struct, sys, tempfile, unicodedata
from collections import defaultdict, deque, namedtuple
from fractions import Fraction
from pathlib import Path

class Refused(Exception): """The specification refuses this input, or this file does not support it."""
def need(holds, why, *found):
    if not holds: raise Refused(why + (f", found {json.dumps(found[0], ensure_ascii=False)[:200]}" if found else ""))

# == 1. Conventions ==================================================================================================
def sha256(data: bytes) -> bytes: return hashlib.sha256(data).digest()           # [C1] FIPS 180-4
def rotl(x: int, n: int) -> int: return (x << n | x >> 32 - n) & 0xFFFFFFFF      # rotate a 32-bit word left
SM3_START = 0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E
SM3_ROUND = [rotl(0x79CC4519 if j < 16 else 0x7A879D8A, j % 32) for j in range(64)]
def sm3(data: bytes) -> bytes:                                                   # [C1] GB/T 32905
    padded, state = data + b"\x80" + bytes(-(len(data) + 9) % 64) + struct.pack(">Q", 8 * len(data)), SM3_START
    for block in range(0, len(padded), 64):
        w = list(struct.unpack_from(">16I", padded, block))
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ rotl(w[j - 3], 15)
            w.append(x ^ rotl(x, 15) ^ rotl(x, 23) ^ rotl(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            a12 = rotl(a, 12)
            ss1 = rotl(a12 + e + SM3_ROUND[j] & 0xFFFFFFFF, 7)
            ff, gg = (a ^ b ^ c, e ^ f ^ g) if j < 16 else (a & b | a & c | b & c, e & f | ~e & g)
            tt1 = ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]) & 0xFFFFFFFF
            tt2 = gg + h + ss1 + w[j] & 0xFFFFFFFF
            a, b, c, d, e, f, g, h = tt1, a, rotl(b, 9), c, tt2 ^ rotl(tt2, 9) ^ rotl(tt2, 17), e, rotl(f, 19), g
        state = [old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return struct.pack(">8I", *state)
SUITES = {"sha256": sha256, "sm3": sm3}
def derive(H, label: str, *parts: bytes) -> bytes:                               # [C5]
    return H(b"suiji-v1/" + label.encode() + b"\0" + b"".join(struct.pack(">Q", len(p)) + p for p in parts))
ESCAPES = {**{n: f"\\u{n:04x}" for n in range(32)}, **str.maketrans({
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"})}
def canonical(x) -> str:                                                         # [C2a] RFC 8785
    if isinstance(x, str): return '"' + x.translate(ESCAPES) + '"'
    if isinstance(x, list): return "[" + ",".join(map(canonical, x)) + "]"
    if not isinstance(x, dict): return str(x).lower()                            # an integer, true or false
    keys = sorted(x, key=lambda key: key.encode("utf-16-be"))                    # by their UTF-16 code units
    return "{" + ",".join(canonical(key) + ":" + canonical(x[key]) for key in keys) + "}"
def jcs(x) -> bytes: return canonical(x).encode()
def number(digits):                                                              # [C2a] (no form accepts a float)
    return int(digits) if re.fullmatch("0|-?[1-9][0-9]{0,15}", digits) else need(False, "invalid number", digits[:40])
def object_of(pairs):                                                            # [C2b]
    return dict(pairs) if len(dict(pairs)) == len(pairs) else need(False, "duplicate key")
def parse(data: bytes, name: str):                                               # a file or line is one document
    try: return json.loads(data.decode(), object_pairs_hook=object_of, parse_int=number)
    except (Refused, ValueError, RecursionError) as problem:                     # (a byte order mark is a ValueError)
        raise Refused(f"{name}: {problem}") from None

# A form describes valid values: a function that refuses invalid ones; [form], an array; {form}, a set; {"name": form,
# "name?": form}, an object with required and optional fields; {form: form}, an object with any keys;
# (form, rule), a form and a function that checks the whole value.
CLASSES = [{"id": "high", "name": "高风险"}, {"id": "elevated", "name": "较高风险"},                 # [I1]
           {"id": "general", "name": "一般风险"}, {"id": "low", "name": "低风险"}]
DEFAULTS = {"classes": CLASSES, "reserves": 0, "lead_required": False, "expert": False, "status": "active",
            "lead": False, "kind": "planned"}                                    # [C2c]
def read(form, x, at):                                                           # returns x normalized by [C2c, I6]
    if isinstance(form, (list, set)):
        need(isinstance(x, list), f"{at}: expected an array")
        values = [read(next(iter(form)), value, f"{at}[{n}]") for n, value in enumerate(x)]
        need(isinstance(form, list) or len(set(values)) == len(values), f"{at}: duplicate member")
        return values if isinstance(form, list) else sorted(values)              # [I6] Python sorts as UTF-8 does
    if isinstance(form, dict):
        need(isinstance(x, dict), f"{at}: expected an object")
        if callable(next(iter(form))):
            (key_form, value_form), = form.items()
            return {read(key_form, key, at): read(value_form, value, f"{at}.{key}") for key, value in x.items()}
        kept, missing = {}, [key for key in form if key[-1] != "?" and key not in x]
        need(not missing, f"{at}: missing {', '.join(missing)}")
        for key, value in x.items():
            optional = key + "?" in form
            need(optional or key in form and key[-1] != "?", f"{at}: unknown field {json.dumps(key)}")   # [C2b]
            kept[key] = read(form[key + "?" if optional else key], value, f"{at}.{key}")
            if kept[key] in ([], {}) or optional and kept[key] == DEFAULTS.get(key):                         # [C2c]
                need(optional, f"{at}.{key}: empty")
                del kept[key]
        return kept
    form, rule = form if isinstance(form, tuple) else (None, form)
    x = read(form, x, at) if form else x
    try: rule(x)
    except Refused as problem: raise Refused(f"{at}: {problem}") from None
    return x
def read_written(form, data: bytes, name):                                       # without dropped fields [C2c]
    x = parse(data, name)
    for wrong in differences(read(form, x, name), x, name): raise Refused(f"defaults must be omitted: {wrong}")
    return x
NO_TEXT = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
BLANK = " \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
def text(x):                                                                     # [C3]
    need(isinstance(x, str) and x and not NO_TEXT.search(x), "expected text without control characters", x)
    need(x[0] not in BLANK and x[-1] not in BLANK, "expected text without a space at the start or end", x)
    for c in "" if x.isascii() else x:    # a later Unicode may define an NFC of c; noncharacters have none
        need(unicodedata.category(c) != "Cn" or ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF,
             f"U+{ord(c):04X} in a text: this Python only knows Unicode {unicodedata.unidata_version}")
    need(unicodedata.normalize("NFC", x) == x, "expected text in NFC", x)
def matching(what, form): return lambda x: need(isinstance(x, str) and re.fullmatch(form, x), f"expected {what}", x)
def choice(*values): return lambda x: need(type(x) in (str, bool) and x in values, f"expected one of {values}", x)
def integer(low, high=2 ** 53 - 1):
    return lambda x: need(type(x) is int and low <= x <= high, f"expected an integer from {low} to {high}", x)
def date(x):                                                                     # [C7]
    matching("a date YYYY-MM-DD", "[1-9][0-9]{3}-(0[1-9]|1[0-2])-[0-3][0-9]")(x)
    need(0 < int(x[8:]) <= calendar.monthrange(int(x[:4]), int(x[5:7]))[1], "expected a day of the calendar", x)
def time(x):                                                                     # [C7]
    offset = "(?!-00:00)[+-]((0[0-9]|1[0-7]):[0-5][0-9]|18:00)"
    matching("a time YYYY-MM-DDThh:mm:ss±hh:mm", "[0-9-]{10}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}" + offset)(x)
    date(x[:10])
ident = matching("an id", "[A-Za-z0-9][-A-Za-z0-9_.:/()]{0,63}")                                     # [C4]
hex32 = matching("64 lower-case hex digits", "[0-9a-f]{64}")                                         # [C1]
ratio = matching("a ratio such as 12.5%", r"(100|[1-9][0-9]?|(0|[1-9][0-9]?)\.[0-9]{0,5}[1-9])%")    # [C6]
flag, positive, natural, year = choice(True, False), integer(1), integer(0), integer(1000, 9999)
def unique(keys, what):
    seen = set()
    for key in keys: need(key not in seen and not seen.add(key), f"duplicate {what}: {key}")
def distinct(ids, what):                                                         # [C4] over all ids of a kind
    unique([id.lower() for id in dict.fromkeys(ids)], f"{what} id, ignoring letter case")

# == 2. Inputs =======================================================================================================
def class_ids(plan): return [c["id"] for c in plan.get("classes", CLASSES)]
def window_rule(x): need(x["from"] <= x["to"], "the window ends before it begins")
def quota_rule(x):                                                               # [I2]
    words = "at_least( min)?|at_most( max)?|exactly|count"
    need(re.fullmatch(words, " ".join(sorted(x))), f"expected one of {words}", sorted(x))
def seats_of(task):                                                              # [T1] one for each seat
    return [group for group in task.get("team", {}).get("seats", ()) for _ in range(group["count"])]
def plan_rule(plan):
    classes = class_ids(plan)
    need(2 <= len(classes) <= 9 and "all" not in classes, "expected two to nine classes, none named all")
    unique([c.lower() for c in classes], "class")                              # [C4]
    unique([t["id"] for t in plan["tasks"]], "task")
    for t in plan["tasks"]:
        at, risk, experts = f"task {t['id']}", t.get("risk", {}), ["expert" in seat for seat in seats_of(t)]
        named = [c for key in ("minimum", "maximum", "weights") for c in risk.get(key, ())]
        need({*named, risk.get("unrated_as", classes[0])} <= set(classes), f"{at}: unknown class in risk")
        need("quota" in t or "minimum" in risk, f"{at}: quota or risk.minimum is required")
        need(not experts or len(experts) <= 20 and experts.count(False) >= 2 and not experts[0],     # [T1]
             f"{at}: expected at most 20 seats, at least two without expert, and the first without expert")
WINDOW, EXTRA = ({"from": date, "to": date}, window_rule), {text: text}
TASK = {                                                                         # [I2]
    "id": ident, "name": text, "kind?": choice("joint", "internal"), "targeting?": choice("targeted", "untargeted"),
    "items?": [text], "scope?": {"categories?": [text], "districts?": [matching("1 to 12 digits", "[0-9]{1,12}")],
                                 "industries?": [text], "established_before?": date},
    "quota?": ({"at_least?": ratio, "min?": positive, "at_most?": ratio, "max?": positive, "exactly?": ratio,
                "count?": positive}, quota_rule), "per_year?": positive,
    "risk?": {"minimum?": {ident: ratio}, "maximum?": {ident: ratio}, "weights?": {ident: integer(1, 1000)},
              "unrated_as?": ident}, "coordination?": ident, "reserves?": natural,
    "team?": {"seats": [{"department": text, "count": integer(1, 20), "role?": text, "skills?": [text],
                         "expert?": flag}], "lead_required?": flag, "district?": choice("same", "other")},
    "window?": WINDOW, "initiator?": text, "partners?": [text], "mode?": {"drawn_by": text, "inspected_by": text},
    "methods?": [text], "risk_note?": text, "extra?": EXTRA}
PLAN = ({"title": text, "authority": text, "year": year, "document_number?": text, "window?": WINDOW,        # [I1]
         "basis?": [text], "classes?": [{"id": ident, "name": text}], "annual_cap?": positive, "max_load?": positive,
         "tasks": [TASK], "extra?": EXTRA}, plan_rule)
DISTRICT = matching("a district code of 2 to 12 digits", "[0-9]{2,12}")
ENTITY = {"id": ident, "name": text, "class?": ident, "categories?": {text}, "district?": DISTRICT,          # [I3]
          "industry?": text, "status?": choice("active", "inactive"), "established?": date, "extra?": EXTRA}
INSPECTOR = {"id": ident, "name": text, "department": text, "district?": DISTRICT, "skills?": {text}, "lead?": flag,
             "expert?": flag, "max_load?": positive, "valid_to?": date, "recuse?": {ident}, "extra?": EXTRA}  # [I4]
VISIT = {"entity": ident, "task": ident, "date": date, "kind?": choice("planned", "case")}                   # [I5]
CSV_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|\Z)')                         # RFC 4180
FLAGS = {"true": True, "TRUE": True, "false": False, "FALSE": False}
def csv_value(form, cell, at):                                                   # read() refuses invalid values
    need(not isinstance(form, set) or "；" not in cell, f"{at}: full-width “；”; lists are joined by “;”")
    return (cell.split(";") if isinstance(form, set) else FLAGS.get(cell, cell) if form is flag else
            int(cell) if form is positive and re.fullmatch("[1-9][0-9]{0,15}", cell) else cell)
def csv_rows(form, data: bytes, name):                                           # with the number of its first line
    try: whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = wrong.object[:wrong.start].count(b"\n") + 1
        raise Refused(f"{name} line {line}: not UTF-8 (GBK?): save the table as “CSV UTF-8”") from None
    rows, at, line, fields = [(1, [])], 0, 1, {key.rstrip("?"): form[key] for key in form if key != "extra?"}
    for found in CSV_CELL.finditer(whole):
        need(found.start() == at, f"{name} line {line}: not CSV: unexpected quote or carriage return")
        at, line = found.end(), line + found[0].count("\n")
        rows[-1][1].append((found[1] or found[2] or "").replace('""', '"'))
        rows += [(line, [])] if found[3] != "," else []
    (_, header), *rows = [row for row in rows if any(row[1])] or [(1, [*fields])]                    # not empty lines
    own = {column for column in header if "extra?" in form and re.match("extra[.].", column, re.S)}
    need(set(form) & set(fields) <= set(header) <= set(fields) | own, f"{name}: unknown or missing columns", header)
    unique(header, f"column in {name}")
    for at, cells in ((f"{name} line {line}", cells) for line, cells in rows):
        need(len(cells) == len(header), f"{at}: expected {len(header)} cells as in the header", cells)
        row = {column: cell for column, cell in zip(header, cells) if cell}      # an empty cell is an absent field
        extra = {"extra": {column[6:]: row.pop(column) for column in own & set(row)}} if own & set(row) else {}
        yield at, {**{key: csv_value(fields[key], row[key], f"{at}.{key}") for key in row}, **extra}
TABLES = ".jsonl", ".csv"
def rows_of(form, documents, table):
    lines, csv = (documents.get(table + end) for end in TABLES)
    need(lines is not None or csv is not None, f"missing {table}.jsonl or {table}.csv")
    need(lines is None or csv is None, f"both {table}.jsonl and {table}.csv exist: remove one")
    if lines is None: return [read(form, row, at) for at, row in csv_rows(form, csv, f"{table}.csv")]
    lines = [(f"{table}.jsonl line {n}", line) for n, line in enumerate(lines.split(b"\n"), 1)]
    return [read(form, parse(line, at), at) for at, line in lines if line.strip(b" \t\r")]
def by_id(form, documents, table):
    rows = rows_of(form, documents, table)
    unique([row["id"] for row in rows], f"id in {table}")                          # [I6]
    distinct([row["id"] for row in rows], table)                                 # [C4]
    return {row["id"]: row for row in sorted(rows, key=lambda row: row["id"])}
def full_key(visit): return visit["entity"], visit["date"], visit["task"], visit.get("kind", "planned")      # [I5]
# The inputs, normalized by [C2c]. Registry and roster are rows by id.
Case = namedtuple("Case", "plan registry roster history ceremony contributions")
def read_case(documents: dict) -> Case:                                          # bytes by file name
    need("plan.json" in documents, "missing plan.json")
    ceremony, commitment, given = map(documents.get, ("ceremony.json", "commitment.json", "contributions.json"))
    if ceremony is not None: ceremony = read(CEREMONY, parse(ceremony, "ceremony"), "ceremony")
    if commitment is not None:                                                   # already sealed
        ceremony = ceremony_of(read_written(COMMITMENT, commitment, "commitment"), (ceremony or {}).get("secret"))
    visits = sorted(rows_of(VISIT, documents, "history"), key=full_key)
    unique([*map(full_key, visits)], "row in history")
    return Case(read(PLAN, parse(documents["plan.json"], "plan"), "plan"), by_id(ENTITY, documents, "registry"),
                by_id(INSPECTOR, documents, "roster"), visits, ceremony,
                None if given is None else read_written([contribution()], given, "contributions"))
def load_case(folder, more=("ceremony.json", "commitment.json", "contributions.json")) -> Case:
    names = {"plan.json", *more, *(f"{table}{end}" for table in ("registry", "roster", "history") for end in TABLES)}
    return read_case({path.name: path.read_bytes() for path in Path(folder).iterdir() if path.name in names})
def agree(case: Case):                                                           # checks over several inputs
    recused = [e for inspector in case.roster.values() for e in inspector.get("recuse", ())]
    distinct([*case.registry, *(visit["entity"] for visit in case.history), *recused], "entity")     # [C4]
    distinct([t["id"] for t in case.plan["tasks"]] + [visit["task"] for visit in case.history], "task")
    distinct([t["coordination"] for t in case.plan["tasks"] if "coordination" in t], "coordination")
    classes = {row["class"] for row in case.registry.values() if "class" in row}
    need(classes <= set(class_ids(case.plan)), "registry: unknown class", sorted(classes))  # [I6]

# == 3. Frame and strata =============================================================================================
def up(r: str, n: int) -> int: return -(-Fraction(r[:-1]) * n // 100)            # [C6] exact fractions
def down(r: str, n: int) -> int: return Fraction(r[:-1]) * n // 100
def matches(row, scope) -> bool:                                                 # [F1]
    return (row.get("status") != "inactive"
            and ("categories" not in scope or not set(scope["categories"]).isdisjoint(row.get("categories", ())))
            and ("districts" not in scope or row.get("district", "").startswith(tuple(scope["districts"])))
            and ("industries" not in scope or row.get("industry", "").startswith(tuple(scope["industries"])))
            and row.get("established", "none") < scope.get("established_before", "open"))    # digits < "none" < "open"
def frame_of(case, task):                                                        # leaves of frame and excluded
    days, frame, excluded = defaultdict(set), [], []
    for visit in case.history:                                                   # [F2] dates of planned visits
        if "kind" not in visit and visit["date"][:4] == str(case.plan["year"]):
            for key in visit["entity"], (visit["entity"], visit["task"]): days[key].add(visit["date"])
    for e in (e for e, row in case.registry.items() if matches(row, task.get("scope", {}))):
        if len(days[e]) >= case.plan.get("annual_cap", 2 ** 53):
            excluded.append({"id": e, "reason": "annual_cap"})
        elif len(days[e, task["id"]]) >= task.get("per_year", 2 ** 53):
            excluded.append({"id": e, "reason": "per_year"})
        else:                                                                    # [F3]
            rated = case.registry[e].get("class", task.get("risk", {}).get("unrated_as"))
            frame.append({"id": e, "stratum": rated if "risk" in task else "all"})
    unrated = [row["id"] for row in frame if row["stratum"] is None]
    need(frame and not unrated, f"task {task['id']}: " + (f"unrated {unrated[:9]}" if frame else "the frame is empty"))
    return frame, excluded

def allocate(task, classes, frame):                                              # [F4]
    at, risk, rule, n = f"task {task['id']}:", task.get("risk", {}), task.get("quota", {}), len(frame)
    in_frame = [row["stratum"] for row in frame]
    N = {c: in_frame.count(c) for c in (classes if "risk" in task else ["all"]) if c in in_frame}
    take = {c: up(risk["minimum"][c], N[c]) if c in risk.get("minimum", ()) else 0 for c in N}       # [F4.1]
    most = {c: down(risk["maximum"][c], N[c]) if c in risk.get("maximum", ()) else N[c] for c in N}
    need(all(take[c] <= most[c] for c in N), f"{at} a minimum is above the maximum of its class")
    T = min(n, max(up(rule["at_least"], n), rule.get("min", 0)) if "at_least" in rule else           # [F4.2]
            min(down(rule["at_most"], n), rule.get("max", n)) if "at_most" in rule else
            up(rule["exactly"], n) if "exactly" in rule else rule.get("count", 0))
    need(not rule or "at_least" in rule or sum(take.values()) <= T, f"{at} the minima are greater than the quota")
    while sum(take.values()) < T:     # [F4.3] w·N/s, infinite if s is 0 (max() returns the first)
        can = {c: Fraction(risk.get("weights", {}).get(c, 1) * N[c], take[c] or 1) for c in N if take[c] < most[c]}
        need(can, f"{at} the maxima do not allow the quota")
        take[max(can, key=lambda c: (take[c] == 0, take[c] and can[c]))] += 1
    return [{"stratum": c, "size": N[c], "take": take[c]} for c in N]            # [F4.4]

# == 4. Commitment ===================================================================================================
def split(n): return 1 << (n - 1).bit_length() >> 1                              # the greatest power of two below n
def root(H, leaves) -> bytes:                                                    # [S1] RFC 9162, 2.1.1
    def tree(hashes):
        k = split(len(hashes))
        return H(b"\1" + tree(hashes[:k]) + tree(hashes[k:])) if k else hashes[0]
    return tree([H(b"\0" + leaf) for leaf in leaves]) if leaves else H(b"")
def by_kind(**forms):
    def rule(x):
        kind = x.get("kind") if isinstance(x, dict) else None
        need(kind in [*forms], f"expected an object of kind {' or '.join(forms)} (drand is not supported)", kind)
        read(forms[kind], x, kind)
    return rule
def live_rule(x):                                                                # [S4b]
    need(list(x["symbols"]) == sorted(set(x["symbols"])), "the symbols are not in ascending order")
    need(x.get("outcomes", 0) < len(x["symbols"]) ** x["length"], "outcomes is not less than |symbols|^length")
    need(x["by"] != "office", "a live source of the office")                      # [S4c]
def ceremony_rule(x):                                                            # for ceremony and commitment
    follows, replaced = x.get("follows", []), x.get("supersedes", [])
    unique([s["commitment"] for s in x["sources"] if "commitment" in s], "source commitment")           # [S4c]
    unique([e["commitment"] for e in follows + replaced], "earlier commitment")    # [S3c]
    need("previous" in x or not follows + replaced, "earlier commitments are named, but previous is missing")
    for e in replaced:
        places = [given["source"] for given in e.get("contributions", ())]
        need(places == sorted(set(places)) and not (places and "record" in e), "a superseded commitment has a "
             "record or contributions, the latter in the order of its sources")
def contribution(**more):                                                        # [R1]
    value = {"kind": text, "value": text, **more}
    return by_kind(committed={**value, "nonce": hex32}, live=value)
SOURCE = {"kind": text, "by": choice("office", "witness", "public"), "name": text}                   # [S4a]
LIVE = ({**SOURCE, "symbols": matching("2 to 62 letters and digits", "[0-9A-Za-z]{2,62}"),
         "length": integer(1, 1000), "outcomes?": integer(2)}, live_rule)
EARLIER = {"previous?": hex32, "follows?": [{"commitment": hex32, "record": hex32}], "supersedes?": [
    {"commitment": hex32, "reason": text, "approved_by": text, "record?": hex32,
     "contributions?": [contribution(source=natural)]}]}
CEREMONY = ({"hash": choice(*SUITES), "sources": [by_kind(committed={**SOURCE, "commitment?": hex32}, live=LIVE)],
             "secret?": hex32, "sealed_at?": time, **EARLIER}, ceremony_rule)
def ceremony_of(commitment, secret):                                             # of an existing commitment
    ceremony = {key: commitment[key] for key in commitment if key in CEREMONY[0] or key + "?" in CEREMONY[0]}
    return {**ceremony, "secret": secret} if secret else ceremony
TREE = {"root": hex32, "size": natural}
COMMITMENT = ({                                                                  # [S3a]
    "spec": choice("suiji-v1"), "hash": choice(*SUITES), "sealed_at": time, "authority": text, "year": year,
    "blinded?": choice(True), "plan": hex32, "registry": TREE, "roster": TREE, "history": TREE,
    "tasks": [{"id": ident, "frame": TREE, "excluded": TREE, "short?": positive, "strata": (
        [{"stratum": ident, "size": positive, "take": natural}], lambda x: need(len(x) < 10, "more than 9 strata"))}],
    "sources": [by_kind(committed={**SOURCE, "commitment": hex32}, live=LIVE)], **EARLIER}, ceremony_rule)

# A task and what sealing computes: `visit` and `kinds` of seats for [T7]; `able`, who may have each seat of any entity.
Task = namedtuple("Task", "plan frame excluded strata visit kinds able")
def task_of(case, task) -> Task:
    (frame, excluded), team, able = frame_of(case, task), task.get("team", {}), []
    until = task.get("window", case.plan.get("window", {})).get("to", "")        # without a window any date will do
    kinds = [(seat["department"], seat.get("expert"), set(seat.get("skills", ()))) for seat in seats_of(task)]
    for n, (department, expert, skills) in enumerate(kinds):
        seat = [v for v in case.roster.values() if v["department"] == department and v.get("expert") == expert
                and skills <= set(v.get("skills", ()))]
        need(seat, f"task {task['id']}: no inspector of the roster is eligible for seat {n} (from 0)")           # [T1]
        able.append([v for v in seat if v.get("valid_to", until) >= until                            # [T2]
                     and (n > 0 or "lead" in v or "lead_required" not in team)])
    visit = task.get("coordination"), team.get("lead_required"), team.get("district"), until
    return Task(task, frame, excluded, allocate(task, class_ids(case.plan), frame), visit, kinds, able)
def may_sit(case, task, e):                                                      # [T2] sorted ids for each seat
    rule, home, recused = task.visit[2], case.registry[e].get("district"), lambda v: e in v.get("recuse", ())
    def near(there): return home and there and (home.startswith(there) or there.startswith(home)) == (rule == "same")
    return tuple(tuple(v["id"] for v in seat if not recused(v) and (rule is None or near(v.get("district"))))
                 for seat in task.able)
@functools.lru_cache(maxsize=None)
def can_fill(seats) -> bool:                                                     # [S5] by different inspectors
    holds = {}
    def place(n, tried):                                                         # an augmenting path from seat n
        for v in (v for v in seats[n] if v not in tried):
            tried.add(v)
            if v not in holds or place(holds[v], tried): return holds.update({v: n}) or True
        return False
    return all(place(n, set()) for n in range(len(seats)))
def full(row): return {key: value for key, value in row.items() if value != []}  # [C2c]
# A sealed case: `digest` is C, `leaves` has the leaf bytes of each tree by name, `salt` computes salts [S2].
Sealed = namedtuple("Sealed", "case H salt tasks commitment digest leaves")
def seal(case: Case) -> Sealed:                                                  # [S5] everything that can fail
    ceremony, plan, leaves = case.ceremony or {}, case.plan, {}
    need("sealed_at" in ceremony, "missing sealed_at in ceremony.json (or a commitment.json)")
    for s in ceremony["sources"]: need({"symbols", "commitment"} & set(s), f"source {s['name']} has no commitment")
    agree(case)
    H, secret = SUITES[ceremony["hash"]], bytes.fromhex(ceremony.get("secret", ""))
    tasks = [task_of(case, task) for task in plan["tasks"]]
    def salt(tree, *key):                                                        # [S2] empty without a secret
        return derive(H, "salt", secret, tree.encode(), *(part.encode() for part in key)) if secret else b""
    def tree(name, rows, key=lambda row: [row["id"]]):                           # [S1]
        leaves[name] = [jcs({**row, "salt": salt(name, *key(row)).hex()} if secret else row) for row in rows]
        return {"root": root(H, leaves[name]).hex(), "size": len(leaves[name])}
    commitment = full({                                                          # [S3a]
        "spec": "suiji-v1", "hash": ceremony["hash"], "sealed_at": ceremony["sealed_at"],
        "authority": plan["authority"], "year": plan["year"], "blinded": bool(secret) or [], "plan": H(jcs(plan)).hex(),
        "registry": tree("registry", case.registry.values()), "roster": tree("roster", case.roster.values()),
        "history": tree("history", case.history, full_key), "tasks": [full({
            "id": t.plan["id"], "frame": tree("frame/" + t.plan["id"], t.frame),
            "excluded": tree("excluded/" + t.plan["id"], t.excluded), "strata": t.strata,
            "short": sum(not can_fill(may_sit(case, t, row["id"])) for row in t.frame) or []}) for t in tasks],
        **{key: ceremony.get(key, []) for key in ("sources", "previous", "follows", "supersedes")}})
    return Sealed(case, H, salt, tasks, commitment, H(jcs(commitment)), leaves)  # [S3b]

# == 5. Seed =========================================================================================================
def fits(H, source, given) -> bool:                                              # [R1]
    if given["kind"] != source["kind"]: return False
    if given["kind"] == "live":                                                  # [S4b]
        return len(given["value"]) == source["length"] and set(given["value"]) <= set(source["symbols"])
    return derive(H, "commit", bytes.fromhex(given["nonce"]), given["value"].encode()).hex() == source["commitment"]
def seed_of(H, commitment, contributions) -> bytes:                              # [R2]
    return derive(H, "seed", H(jcs(commitment)), jcs(contributions))

# == 6. Tickets and selection ========================================================================================
def keys_of(H, S, id, coordination):                                             # [D1] K and O
    group = (b"task", id) if coordination is None else (b"coordination", coordination)
    return [derive(H, label, S, group[0], group[1].encode()) for label in ("draw", "order")]
def select(sealed, S, task, trace):
    H, id, selected, reserves = sealed.H, task.plan["id"], [], []
    K, O = keys_of(H, S, id, task.plan.get("coordination"))
    ticket = {r["id"]: H(K + r["id"].encode() + sealed.salt("registry", r["id"])).hex() for r in task.frame} # [D2]
    for s in task.strata:                                                        # [D3] hex sorts like bytes
        rows = [{**row, "ticket": ticket[row["id"]]} for row in task.frame if row["stratum"] == s["stratum"]]
        rows.sort(key=lambda row: (row["ticket"], row["id"]))
        selected += rows[:s["take"]]
        reserves += rows[s["take"]:s["take"] + task.plan.get("reserves", 0)]
    order = {row["id"]: H(O + row["id"].encode()).hex() for row in selected}
    selected.sort(key=lambda row: (order[row["id"]], row["id"]))
    trace["tasks"].append({"task": id, "key": K.hex(), "order_key": O.hex(), "tickets": ticket, "order": order})
    return {"task": id, "key": K.hex(), "selected": selected, "reserves": reserves}

# == 7. Teams ========================================================================================================
QUARTERS = [(i, 4 + (i + d) % 4, 8 + (i + 2 * d) % 4, 12 + (i + 3 * d) % 4) for d in (0, 1) for i in range(4)]
def chacha20(key: bytes, counter: int, nonce=bytes(12)) -> bytes:                # RFC 8439, 2.3: one block
    s = [*(start := struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce))]
    for a, b, c, d in QUARTERS * 10:
        for p, q, r, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[p] = s[p] + s[q] & 0xFFFFFFFF
            s[r] = rotl(s[r] ^ s[p], n)
    return struct.pack("<16I", *(x + y & 0xFFFFFFFF for x, y in zip(s, start)))
def keystream(key: bytes, used: list):                                           # [T4.2] `used` records the words
    for counter in range(2 ** 32):
        for word in struct.unpack("<8Q", chacha20(key, counter)):
            used.append(word)
            yield word
def uniform(words, n: int) -> int:                                               # [T4.2]
    return next(word for word in words if word < 2 ** 64 - 2 ** 64 % n) % n
def staff(sealed, S, draws, trace):                                              # a seat: (task, list place, number)
    case, H, tasks = sealed.case, sealed.H, sealed.tasks
    cap = {v: min(doc.get("max_load", 2 ** 53) for doc in (row, case.plan)) for v, row in case.roster.items()}   # [T3]
    holder, held, ranked, like, dead = {}, {v: set() for v in case.roster}, {}, {}, set()
    def load(v): return len(held[v])
    def here(v, x): return [y for y in held[v] if y[:2] == x[:2]]                # the seat of v in the team of x
    def move(v, x, came, how):      # v moves to x, its holder to the seat in came[x], and so on
        chain = []
        while x is not None:
            w, holder[x] = holder.get(x), v
            held[v].add(x)
            held.get(w, set()).discard(x)
            chain.append((v, x))
            v, x = came[x] or (None, None)
        trace["moves"].append((how, chain))
        return True
    def search(start, free, how):                                                # [T4.5]
        came, queue, expanded = dict.fromkeys(start), deque(start), set()        # came[x]: the next move (w, x → x')
        while queue:
            x = queue.popleft()
            for v in ranked[x]:
                reached = here(v, x)
                if not reached and free(v): return move(v, x, came, how)
                if not reached and v not in expanded:
                    expanded.add(v)
                    reached = sorted(held[v])
                for y in (y for y in reached if y not in came and y not in dead):
                    came[y] = v, x
                    queue.append(y)
        dead.update(came)                                                        # skipped later, see the end of [T4]
        return False
    places = [{row["id"]: place for place, row in enumerate(d["selected"])} for d in draws]
    for n, e, place in ((n, *item) for n, task in enumerate(tasks) if task.kinds for item in places[n].items()):
        task, id = tasks[n], tasks[n].plan["id"]
        first = [m for m in range(n) if e in places[m] and tasks[m].visit == task.visit and task.visit[0] is not None
                 and tasks[m].kinds[:len(task.kinds)] == task.kinds][:1]         # [T7]
        like[n, place] = (first[0], places[first[0]][e]) if first else (n, place)
        if first: continue
        seats, key, used = may_sit(case, task, e), derive(H, "team", S, id.encode(), e.encode()), []
        ranks, words = sorted(set().union(*seats)), keystream(key, used)         # [T4.1]
        for i in range(len(ranks) - 1):                                          # [T4.3]
            j = i + uniform(words, len(ranks) - i)
            ranks[i], ranks[j] = ranks[j], ranks[i]
        trace["teams"].append({"task": id, "entity": e, "key": key.hex(), "words": used, "ranked": ranks})
        ranked.update({(n, place, seat): [v for v in ranks if v in seats[seat]] for seat in range(len(seats))})
        for x in ((n, place, seat) for seat in range(len(seats))):
            able = [v for v in ranked[x] if load(v) < cap[v] and not here(v, x)]
            if able: move(min(able, key=load), x, {x: None}, "seat")             # [T4.4] (min() returns the first)
            else: search([x], lambda v: load(v) < cap[v], "chain")               # [T4.6] the seat may stay vacant
    B, unsettled = derive(H, "balance", S), set(held)                            # [T6]
    order = {v: (H(B + v.encode()), v) for v in held}
    trace["loads"].append({v: load(v) for v in held})
    while unsettled:
        u = min(unsettled, key=lambda v: (-load(v), order[v]))
        if not search(sorted(held[u]), lambda v: load(v) < min(cap[v], load(u) - 1), "balance"):
            unsettled.remove(u)
    trace["loads"].append({v: load(v) for v in held})
    def team(n, place, e):                                                       # [T5] [T7]
        who = [holder.get((*like[n, place], seat)) for seat in range(len(tasks[n].kinds))]
        return full({"entity": e, "members": [v for v in who if v], "vacant": [n for n, v in enumerate(who) if not v]})
    return [[team(n, place, e) for e, place in places[n].items() if task.kinds] for n, task in enumerate(tasks)]

# == 8. Record =======================================================================================================
def digest(record) -> bytes: return SUITES[record["commitment"]["hash"]](jcs(record))                # [E1]
def record_of(sealed, given, S, trace):
    draws = [select(sealed, S, task, trace) for task in sealed.tasks]
    return {"spec": "suiji-v1", "commitment": sealed.commitment, "contributions": given, "seed": S.hex(),
            "draws": [full({**d, "teams": teams}) for d, teams in zip(draws, staff(sealed, S, draws, trace))]}
def draw(sealed: Sealed, contributions: list, trace=None) -> dict:               # trace: a defaultdict(list)
    H, sources, given = sealed.H, sealed.commitment["sources"], contributions or []
    need(len(given) == len(sources), f"expected {len(sources)} contributions, found {len(given)}")   # [R3]
    for source, one in zip(sources, given): need(fits(H, source, one), f"no match for source {source['name']}", one)
    return record_of(sealed, given, seed_of(H, sealed.commitment, given), defaultdict(list) if trace is None else trace)
def public_form(record) -> dict:                                                 # [E2]
    def public(task, d):
        rows, strata = d.get("selected", []), [s["stratum"] for s in task["strata"]]
        of = {c: [row["ticket"] for row in rows if row["stratum"] == c] for c in strata}
        last = [{"stratum": c, "ticket": max(of[c])} for c in strata if of[c]]
        return full({"task": d["task"], "last": last, "selected": [row["id"] for row in rows]})
    draws = [public(task, d) for task, d in zip(record["commitment"]["tasks"], record["draws"])]
    return {**record, "record": digest(record).hex(), "draws": draws}
ROW, TEAM = {"id": ident, "stratum": ident, "ticket": hex32}, {"members?": [ident], "vacant?": [integer(0, 19)]}
DRAWN = {"spec": choice("suiji-v1"), "commitment": COMMITMENT, "contributions": [contribution()], "seed": hex32}
RECORD = {**DRAWN, "draws": [{"task": ident, "key": hex32, "selected?": [ROW], "reserves?": [ROW],
                              "teams?": [{"entity": ident, **TEAM}]}]}
PUBLIC = {**DRAWN, "record": hex32, "draws": [{"task": ident, "selected?": [ident], "last?": [
    {"stratum": ident, "ticket": hex32}]}]}

# == 9. Verification, and annex B ====================================================================================
def differences(expected, found, at="$"):                                           # every place that differs
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in {**expected, **found}:
            yield from differences(expected.get(key), found.get(key), f"{at}.{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        for n in range(max(len(expected), len(found))):
            yield from differences(*(x[n] if n < len(x) else None for x in (expected, found)), f"{at}[{n}]")
    elif type(expected) is not type(found) or expected != found:
        texts = ("nothing" if x is None else json.dumps(x, ensure_ascii=False)[:100] for x in (expected, found))
        yield "{}: expected {}, found {}".format(at, *texts)
def check(checks, id, rule, at, expected, found):
    wrong = next(differences(expected, found, at), None)
    checks.append(("failed" if wrong else "established", id, rule, wrong or at))
def ids_of(commitment): return [t["id"] for t in commitment["tasks"]]
def check_seed(checks, document):                                                # of a record or public form
    commitment, given, draws = document["commitment"], document["contributions"], document["draws"]
    H, sources = SUITES[commitment["hash"]], commitment["sources"]
    S = seed_of(H, commitment, given)
    check(checks, "contributions.count", "R3", "$.contributions", len(sources), len(given))
    for n, (source, one) in enumerate(zip(sources, given)):
        check(checks, "contributions.match", "R1", f"$.contributions[{n}]", True, fits(H, source, one))
    check(checks, "record.seed", "R2", "$.seed", S.hex(), document["seed"])
    check(checks, "record.tasks", "E1", "$.draws", ids_of(commitment), [d["task"] for d in draws])
    return H, S
# A difference belongs to the first check that its place matches. @ is a task of the commitment, # is [a number].
PLACES = [(id, rule, re.compile("[$]." + at.replace("@", "commitment.tasks#").replace("#", r"\[\d+\]") + r"(?!\w)"))
          for id, rule, at in (
    ("plan.digest", "S3a", "commitment.plan"), ("plan.authority", "S3a", "commitment.(authority|year)"),
    ("registry.root", "S1", "commitment.registry"), ("roster.root", "S1", "commitment.roster"),
    ("history.root", "S1", "commitment.history"), ("plan.tasks", "S3a", "@(.id|:)"), ("frame.root", "F1", "@.frame"),
    ("frame.excluded", "F2", "@.excluded"), ("plan.allocation", "F4", "@.strata#.take"),
    ("frame.strata", "F3", "@.strata"), ("roster.short", "S5", "@.short"), ("draw.key", "D1", "draws#.key"),
    ("draw.selection", "D3", "draws#.(selected|reserves)"), ("roster.teams", "T4", "draws#.teams"),
    ("record", "E1", ".*"))]
def verify(record, case) -> list:                                                # [V1] outcome, id, rule, words
    checks, commitment = [], record["commitment"]
    S = check_seed(checks, record)[1]
    secret = (case.ceremony or {}).get("secret")
    need(secret or "blinded" not in commitment, "the commitment is blinded: its secret in ceremony.json is needed")
    try: sealed = seal(case._replace(ceremony=ceremony_of(commitment, secret if "blinded" in commitment else None)))
    except Refused as problem: return [*checks, ("failed", "inputs.agree", "I6", str(problem))]
    checks.append(("established", "inputs.agree", "I6", "$.commitment"))
    found = [*differences(record_of(sealed, record["contributions"], S, defaultdict(list)), record)]
    for id, rule, place in PLACES:                                               # each difference belongs to one check
        here = [words for words in found if place.match(words)]
        found = [words for words in found if not place.match(words)]
        checks.append(("failed", id, rule, here[0]) if here else ("established", id, rule, "$"))
    return checks
PROVEN = {"salt?": hex32, "index?": natural, "proof?": [hex32]}
FRAMED, STATES = ("selected", "reserve", "not_selected"), ("excluded", "inactive", "out_of_scope", "absent")  # [G3]
RECEIPT = {"spec": choice("suiji-v1"), "record": hex32, "entity": ident, "registry?": {"row": ENTITY, **PROVEN},
           "history?": [{"row": VISIT, **PROVEN}], "tasks": [{"task": ident, "state": choice(*FRAMED, *STATES),
               "coordination?": ident, "stratum?": ident, "ticket?": hex32, "cutoff?": hex32, "frame?": PROVEN,
               "probability?": {"numer": natural, "denom": positive}, "reserve?": positive, **TEAM,
               "excluded?": {"reason": choice("annual_cap", "per_year"), **PROVEN}}]}            # [G1]
def climb(H, hash, index, size, proof) -> bytes:                                 # RFC 9162, 2.1.3: the root of a proof
    k = split(size)
    if index >= size or (k > 0) != bool(proof): return b""
    if k == 0: return hash
    if index < k: return H(b"\1" + climb(H, hash, index, k, proof[:-1]) + bytes.fromhex(proof[-1]))
    return H(b"\1" + bytes.fromhex(proof[-1]) + climb(H, hash, index - k, size - k, proof[:-1]))
def check_receipt(receipt, public) -> list:                                      # [G1] as verify
    checks, commitment, e, own = [], public["commitment"], receipt["entity"], receipt.get("registry", {})
    check(checks, "receipt.record", "G1", "$.record", public["record"], receipt["record"])
    H, S = check_seed(checks, public)
    def leaf(id, rule, at, row, given, tree):                                    # [G2] the root of a leaf and its proof
        hash, place = H(b"\0" + jcs({**row, "salt": given.get("salt", "")})), given.get("index", tree["size"])
        proven = climb(H, hash, place, tree["size"], given.get("proof", [])).hex()
        if "blinded" in commitment: check(checks, id, rule, at, tree["root"], proven)
        else: checks.append(("failed" if {"salt", "index", "proof"} & set(given) else "on trust", id, rule, at))
    if own:
        leaf("receipt.registry", "G2", "$.registry", own["row"], own, commitment["registry"])
        check(checks, "receipt.registry", "G2", "$.registry.row.id", e, own["row"]["id"])
    for n, v in enumerate(visits := receipt.get("history", [])):
        leaf("receipt.history", "G2", f"$.history[{n}]", v["row"], v, commitment["history"])
    keys = [[*full_key(visit["row"])] for visit in visits]
    expected = sorted(key for n, key in enumerate(keys) if key[0] == e and key not in keys[:n])  # its own, sorted
    if visits: check(checks, "receipt.history", "G2", "$.history", expected, keys)
    check(checks, "record.tasks", "E1", "$.tasks", ids_of(commitment), [t["task"] for t in receipt["tasks"]])
    for n, (task, d, t) in enumerate(zip(commitment["tasks"], public["draws"], receipt["tasks"])):
        at, state, framed, chosen = f"$.tasks[{n}]", t["state"], t["state"] in FRAMED, t["state"] == "selected"
        must = {state} & {"reserve", "excluded"} | ({"stratum", "ticket", "probability"} if framed else set())
        may = must | ({"frame", "cutoff"} if framed else set()) | ({"members", "vacant"} if chosen else set())
        need(must <= set(t) - {"task", "state", "coordination"} <= may and bool(own) == (state != "absent"),
             f"{at}: missing or unexpected fields for the state {state}")
        check(checks, "receipt.state", "G4", f"{at}.state", e in d.get("selected", ()), chosen)
        for key, field, given in ("frame", "stratum", t), ("excluded", "reason", t.get("excluded", {})):  # [G3]
            if field in given:
                leaf(f"receipt.{key}", "G3", f"{at}.{key}", {"id": e, field: given[field]}, t.get(key, {}), task[key])
        status, says = own.get("row", {}).get("status", "active"), "inactive" if state == "inactive" else "active"
        shown = bool(own) and (status != says or says == "inactive" and "blinded" in commitment)     # [G3] without plan
        if shown: check(checks, "receipt.scope", "G3", f"{at}.state", status, says)
        if framed:
            K = keys_of(H, S, task["id"], t.get("coordination"))[0]
            ticket = H(K + e.encode() + bytes.fromhex(own.get("salt", ""))).hex()                    # [D2]
            cutoff = {last["stratum"]: last["ticket"] for last in d.get("last", ())}.get(t["stratum"])
            odds = {s["stratum"]: {"numer": s["take"], "denom": s["size"]} for s in task["strata"]}.get(t["stratum"])
            check(checks, "receipt.state", "G4", f"{at}.state", ticket <= (cutoff or ""), chosen)
            for key, rule, value in ("ticket", "G4", ticket), ("cutoff", "G4", cutoff), ("probability", "G5", odds):
                check(checks, f"receipt.{key}", rule, f"{at}.{key}", value, t.get(key))
        on_trust = {"state": "G3 absent" if state == "absent" else "G3 scope", "coordination": "G4 key",
                    "reserve": "G5 reserve", "members": "G5 team", "vacant": "G5 team"}
        checks += [("on trust", f"receipt.{on_trust[key][3:]}", on_trust[key][:2], f"{at}.{key}")
                   for key in on_trust if key in t and not (key == "state" and shown) or key == "coordination"]
    return checks
TRUST = """on trust     always [V2]: registry, roster (recusals, dates, caps) and history are complete and true, and a
             receipt has all rows of its entity; this commitment, and no other for the same tasks, was published before
             the seed could be known; no named source was controlled by the office alone"""
def write_new(folder, files):                                                    # all of them or none
    for path, data in ((Path(folder, name), data) for name, data in files.items()):
        need(not os.path.lexists(path) or path.is_file() and path.read_bytes() == data, f"{path} already exists")
    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        for name in files: Path(beside, name).write_bytes(files[name])
        for name in files: Path(beside, name).replace(Path(folder, name))
def main(command="", path="", option="", other="", *rest) -> int:
    if rest or (command, option) not in (("draw", "--out"), ("verify", "--case"), ("receipt", "--public")) or not other:
        return print(__doc__, file=sys.stderr) or 2
    try:
        if command == "draw":
            need(Path(path).resolve() != Path(other).resolve(), f"{other} is the case itself: choose another folder")
            case = load_case(path)
            record = draw(seal(case), case.contributions)
            texts = {"commitment.json": record["commitment"], "record.json": record}
            write_new(other, {n: (json.dumps(texts[n], ensure_ascii=False, indent=1) + "\n").encode() for n in texts})
            return 0
        def document(form, file, name): return read_written(form, Path(file).read_bytes(), name)
        checks = (verify(document(RECORD, path, "record"), load_case(other, ["ceremony.json"])) if command == "verify"
                  else check_receipt(document(RECEIPT, path, "receipt"), document(PUBLIC, other, "public form")))
    except (Refused, OSError) as problem:
        return print(f"refused: {problem}", file=sys.stderr) or 2
    for outcome, id, rule, words in checks:
        print(f"{outcome:11}  {id:19}  [{rule}] {words}")
    fails = any(outcome == "failed" for outcome, *_ in checks)
    return print(TRUST, "verdict: " + ("fails" if fails else "holds"), sep="\n") or int(fails)
if __name__ == "__main__":
    for stream in sys.stdout, sys.stderr: stream.reconfigure(errors="backslashreplace")              # any console
    sys.exit(main(*sys.argv[1:]))
