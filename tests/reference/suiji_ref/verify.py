"""Section 10: what a record or its public form shows by itself [V1]."""
from .checks import check_noted, greatest_fact, source_facts
from .draw import digest, greatest, keys_of, last_of, last_salt, ticket, visit_order
from .hashing import SUITES
from .sources import fits, seed_of
from .state import seats_from
from .text import distinct, jcs, need, unique
from .tree import Trees


def size_faults(commitment):
    """[S3a] The sizes of a commitment, its names, and its empty trees."""
    H, ids = SUITES[commitment["hash"]], [t["id"] for t in commitment["tasks"]]
    unique(ids, "task")
    distinct(ids, "task")
    distinct([t["coordination"] for t in commitment["tasks"] if "coordination" in t], "coordination")
    for n, task in enumerate(commitment["tasks"]):
        at, strata, frame, excluded = f"task {n}", task["strata"], task["frame"], task["excluded"]
        names, reasons = [s["stratum"] for s in strata], excluded.get("reasons", [])
        distinct(names, "class")
        unique(names, f"stratum of {at}")
        unique([r["reason"].lower() for r in reasons], f"reason of {at}")
        if len(names) > 9 or "all" in names and len(names) > 1: yield f"{at}: these cannot be its strata: {names}"
        if sum(s["size"] for s in strata) != frame["size"]: yield f"{at}: the strata do not add up to the frame"
        if any(s["take"] > s["size"] for s in strata): yield f"{at}: more are taken from a stratum than it has"
        if sum(r["size"] for r in reasons) != excluded["size"]: yield f"{at}: the reasons do not add up to the excluded"
        if "exempt" in [r["reason"] for r in reasons[1:]]: yield f"{at}: exempt is not the first reason"
        if frame["size"] + excluded["size"] > commitment["registry"]["size"]: yield f"{at}: more than the registry has"
        if task.get("short", 0) > frame["size"]: yield f"{at}: short is greater than the frame"
    trees = [commitment[name] for name in ("registry", "roster", "history")]
    for tree in trees + [t[name] for t in commitment["tasks"] for name in ("frame", "excluded")]:
        if (tree["size"] == 0) != (tree["root"] == H(b"").hex()): yield "the size of a tree over nothing, or its root"  # [S1]


def check_common(checks, document, noted_commitment=None):
    """What record and public form have in common. Returns H and S."""
    commitment, given = document["commitment"], document["contributions"]
    H, sources = SUITES[commitment["hash"]], commitment["sources"]
    check_noted(checks, "sheet.known", "S3b", noted_commitment, H(jcs(commitment)).hex())
    checks.faultless("sheet.sizes", "S3a", "$.commitment", size_faults(commitment))
    checks.equal("contributions.count", "R3", "$.contributions", len(sources), len(given))
    for n, (source, one) in enumerate(zip(sources, given)):
        id = "contributions.drand" if one["kind"] == "drand" else "contributions.match"
        checks.equal(id, "R1", f"$.contributions[{n}]", True, fits(H, source, one))
    S = seed_of(H, commitment, given)
    checks.equal("record.seed", "R2", "$.seed", S.hex(), document["seed"])
    ids = [t["id"] for t in commitment["tasks"]]
    checks.equal("record.tasks", "E1", "$.draws", ids, [d["task"] for d in document["draws"]])
    source_facts(checks, sources)
    return H, S


def salts_of(commitment, secret):
    """A function for the salt of an entity [S2]. None for a blinded commitment without its secret."""
    blinded = "blinded" in commitment
    if blinded and not secret: return None
    trees = Trees(SUITES[commitment["hash"]], secret if blinded else b"")
    return lambda id: trees.salt("registry", id)


def check_record(checks, record, secret=b"", noted_commitment=None, noted_record=None):
    """[V1] Checks with the record only. If the secret of a blinded commitment is provided, also recomputes the tickets."""
    commitment, draws = record["commitment"], record["draws"]
    check_noted(checks, "record.known", "E1", noted_record, digest(record).hex())
    H, S = check_common(checks, record, noted_commitment)
    salt = salts_of(commitment, secret)
    for n, (task, d) in enumerate(zip(commitment["tasks"], draws)):
        at, selected, reserves = f"$.draws[{n}]", d.get("selected", []), d.get("reserves", [])
        K, O = keys_of(H, S, task["id"], task.get("coordination"))
        checks.equal("draw.key", "D1", f"{at}.key", K.hex(), d["key"])
        rows = selected + reserves
        if salt:
            tickets = [ticket(H, K, row["id"], salt(row["id"])) for row in rows]
            checks.equal("draw.tickets", "D2", at, tickets, [row["ticket"] for row in rows])
        else:
            checks.missing("draw.tickets", "D2", f"{at}: the secret")
        checks.equal("draw.order", "D3", f"{at}.selected", in_order(H, O, selected), selected)
        found = {s["stratum"]: [row["stratum"] for row in selected].count(s["stratum"]) for s in task["strata"]}
        found.update({row["stratum"]: None for row in rows if row["stratum"] not in found})
        checks.equal("draw.sizes", "D3", f"{at}.selected", {s["stratum"]: s["take"] for s in task["strata"]}, found)
        checks.faultless("draw.unique", "D3", at, repeats(rows))
        checks.faultless("draw.reserves", "D3", f"{at}.reserves", reserve_faults(task["strata"], selected, reserves))
        checks.faultless("draw.teams", "T5", f"{at}.teams", team_faults(commitment, draws, n))
        for stratum in task["strata"]:
            last = greatest(task, d).get(stratum["stratum"])
            if last: greatest_fact(checks, f"task {task['id']}", stratum, last)


def in_order(H, O, rows) -> list:
    return sorted(rows, key=lambda row: visit_order(H, O, row["id"]))


def repeats(rows):
    """[D3] No entity is listed twice. [C4] No two ids differ only in letter case."""
    unique([row["id"].lower() for row in rows], "id")
    yield from ()


def reserve_faults(strata, selected, reserves):
    """[D3]"""
    names = [s["stratum"] for s in strata]
    if not {row["stratum"] for row in reserves} <= set(names): yield "a stratum that the sheet does not have"
    else:
        key = [(names.index(row["stratum"]), row["ticket"], row["id"]) for row in reserves]
        if key != sorted(key): yield "not in the order of strata and tickets"
    listed = {c: [row for row in reserves if row["stratum"] == c] for c in names}
    for c in names:
        last = max(((row["ticket"], row["id"]) for row in selected if row["stratum"] == c), default=("", ""))
        if any((row["ticket"], row["id"]) < last for row in listed[c]): yield f"a reserve precedes a selected one of {c}"
    most = max(map(len, listed.values()), default=0)                             # `reserves` of the task, or fewer
    for s in strata:
        if len(listed[s["stratum"]]) != min(most, s["size"] - s["take"]): yield f"{s['stratum']}: not as many as elsewhere"


def team_faults(commitment, draws, n):
    """[T5] The teams of a task, as far as a record shows them: their seats, and the team that they join [T7]."""
    task, teams = commitment["tasks"][n], draws[n].get("teams", [])
    selected = [row["id"] for row in draws[n].get("selected", ())]
    if not teams:
        if selected and "short" in task: yield "missing: the sheet says of how many entities the seats cannot be filled"
        return
    if [t["entity"] for t in teams] != selected: yield "not in the order of the selected"
    sizes = {len(t.get("members", ())) + len(t.get("vacant", ())) for t in teams}
    if len(sizes) != 1 or not 2 <= min(sizes) <= 20: yield f"teams of {sorted(sizes)} seats"
    for team in teams:
        seats = seats_from(team.get("members", []), team.get("vacant", []))
        if "joins" in team: yield from join_faults(commitment, draws, n, team, seats)


def join_faults(commitment, draws, n, team, seats):
    """[T7]"""
    e, tasks = team["entity"], commitment["tasks"]
    m = next((m for m in range(n) if tasks[m]["id"] == team["joins"]), None)
    if m is None: return (yield f"{e}: joins no earlier task")
    if "coordination" not in tasks[n] or tasks[m].get("coordination") != tasks[n]["coordination"]:
        yield f"{e}: joins a task of another coordination"
    other = next((t for t in draws[m].get("teams", ()) if t["entity"] == e), None)
    if other is None or "joins" in other: return (yield f"{e}: the earlier task has no team of its own for it")
    if seats_from(other.get("members", []), other.get("vacant", []))[:len(seats)] != seats:
        yield f"{e}: other members than in the team that it joins"


def check_public(checks, public, secret=b"", noted_commitment=None, noted_record=None):
    """[V1] Checks with the public form only [E2]. With the secret of a blinded commitment, opens `last`."""
    commitment = public["commitment"]
    check_noted(checks, "record.known", "E1", noted_record, public["record"])
    H, S = check_common(checks, public, noted_commitment)
    salt = salts_of(commitment, secret)
    for n, (task, d) in enumerate(zip(commitment["tasks"], public["draws"])):
        at, ids, last = f"$.draws[{n}]", d.get("selected", []), d.get("last", [])
        K, O = keys_of(H, S, task["id"], task.get("coordination"))
        rows = [{"id": id} for id in ids]
        checks.equal("draw.order", "D3", f"{at}.selected", in_order(H, O, rows), rows)
        checks.equal("draw.sizes", "D3", f"{at}.selected", sum(s["take"] for s in task["strata"]), len(ids))
        checks.faultless("draw.unique", "D3", f"{at}.selected", repeats(rows))
        checks.faultless("public.last", "E2", f"{at}.last", last_faults(commitment, task, last))
        if salt is None:
            checks.missing("public.tickets", "E2", f"{at}: the secret")
            continue
        tickets = [ticket(H, K, id, salt(id)) for id in ids]
        opened = open_last(H, secret, task["id"], last, tickets)
        checks.faultless("public.tickets", "E2", f"{at}.last", cutoff_faults(task, opened, tickets))
        for stratum in task["strata"]:
            if stratum["stratum"] in opened: greatest_fact(checks, f"task {task['id']}", stratum, opened[stratum["stratum"]])


def last_faults(commitment, task, last):
    """[E2] One element for each stratum from which something is taken, in order, with a ticket or its commitment."""
    taken = [s["stratum"] for s in task["strata"] if s["take"]]
    if [one["stratum"] for one in last] != taken: yield f"expected the strata {taken}"
    field = "commitment" if "blinded" in commitment else "ticket"
    if any(set(one) != {"stratum", field} for one in last): yield f"expected stratum and {field}"


def open_last(H, secret, task, last, tickets) -> dict:
    """[E2] The greatest ticket of each stratum. With blinding, the selected ticket that opens the commitment."""
    found = {one["stratum"]: one["ticket"] for one in last if "ticket" in one}
    for one in (one for one in last if "commitment" in one):
        salt = last_salt(H, secret, task, one["stratum"])
        found.update({one["stratum"]: t for t in tickets if last_of(H, salt, one["stratum"], t) == one})
    return found


def cutoff_faults(task, last, tickets):
    """[E2] Whether the selected can be divided among the strata so that these are the greatest tickets."""
    take = {s["stratum"]: s["take"] for s in task["strata"] if s["take"]}
    for c in take:
        if last.get(c) not in tickets: yield f"{c}: no selected entity has this ticket"
    need(set(last) == set(take) and len(set(last.values())) == len(last), "two strata have one greatest ticket, or one none")
    above, room = sorted(take, key=lambda c: last[c], reverse=True), 0
    for c in above:                              # entities with a greater ticket belong to an earlier stratum
        if sum(t > last[c] for t in tickets) > room: yield f"{c}: too many selected entities have a greater ticket"
        room += take[c]
