"""Sections 5, 6 and 8: contributions [R3], tickets and selection [D1] to [D3], the record [E1] and its public form [E2]."""
from collections import defaultdict

from .forms import full
from .hashing import SUITES, derive
from .sheet import COMMITMENT
from .sources import contribution, fits, seed_of
from .teams import Staffing
from .text import choice, hex32, ident, integer, jcs, need
from .tree import Trees


def keys_of(H, S, id, coordination):
    """[D1] K and O"""
    group = (b"task", id) if coordination is None else (b"coordination", coordination)
    return [derive(H, label, S, group[0], group[1].encode()) for label in ("draw", "order")]


def ticket(H, K, id, salt=b"") -> str:
    """[D2] The salt is that of the registry leaf, and empty without blinding."""
    return H(K + id.encode() + salt).hex()


def visit_order(H, O, id):
    """[D3] The sort key of a selected list."""
    return H(O + id.encode()), id


def select(H, trees, S, task, frame, strata, trace=None) -> dict:
    """[D3] The draw of one task. `task` is the task in the plan."""
    id, selected, reserves = task["id"], [], []
    K, O = keys_of(H, S, id, task.get("coordination"))
    of = {row["id"]: ticket(H, K, row["id"], trees.salt("registry", row["id"])) for row in frame}
    for s in strata:
        rows = [{**row, "ticket": of[row["id"]]} for row in frame if row["stratum"] == s["stratum"]]
        rows.sort(key=lambda row: (row["ticket"], row["id"]))                    # hex sorts as bytes do
        selected += rows[:s["take"]]
        reserves += rows[s["take"]:s["take"] + task.get("reserves", 0)]
    selected.sort(key=lambda row: visit_order(H, O, row["id"]))
    if trace is not None:
        order = {row["id"]: visit_order(H, O, row["id"])[0].hex() for row in selected}
        trace["tasks"].append({"task": id, "key": K.hex(), "order_key": O.hex(), "tickets": of, "order": order})
    return {"task": id, "key": K.hex(), "selected": selected, "reserves": reserves}


def record_of(sealed, contributions, trace=None) -> dict:
    """Section 8: the record with these contributions, even if they do not match. `trace` is a defaultdict(list)."""
    trace = defaultdict(list) if trace is None else trace
    S = seed_of(sealed.H, sealed.commitment, contributions)
    draws = [select(sealed.H, sealed.trees, S, task.plan, task.frame, task.strata, trace) for task in sealed.tasks]
    teams = Staffing(sealed, S, draws, trace).teams()
    return {"spec": "suiji-v1", "commitment": sealed.commitment, "contributions": contributions, "seed": S.hex(),
            "draws": [full({**d, "teams": own}) for d, own in zip(draws, teams)]}


def draw(sealed, document, trace=None) -> dict:
    """Draws with a document of contributions [R4]."""
    need(document["commitment"] == sealed.digest.hex(), "contributions: of another commitment")
    sources, given = sealed.commitment["sources"], document["contributions"]
    need(len(given) == len(sources), f"expected {len(sources)} contributions, found {len(given)}")   # [R3]
    for source, one in zip(sources, given):
        need(fits(sealed.H, source, one), f"the contribution does not match the source {source['name']}", one)  # [R1]
    return record_of(sealed, given, trace)


def digest(record) -> bytes:
    """[E1]"""
    return SUITES[record["commitment"]["hash"]](jcs(record))


def greatest(task, drawn) -> dict:
    """[E2] The greatest selected ticket of each stratum that has one, in the order of section 3."""
    of = {s["stratum"]: [row["ticket"] for row in drawn.get("selected", ()) if row["stratum"] == s["stratum"]]
          for s in task["strata"]}
    return {stratum: max(tickets) for stratum, tickets in of.items() if tickets}


def last_salt(H, secret, task, stratum) -> bytes:
    """[E2] Empty without a secret."""
    return Trees(H, secret).salt("last/" + task, stratum)


def last_of(H, salt, stratum, ticket) -> dict:
    """[E2] An element of `last`. The salt is empty without blinding."""
    if not salt: return {"stratum": stratum, "ticket": ticket}
    return {"stratum": stratum, "commitment": derive(H, "commit", salt, bytes.fromhex(ticket)).hex()}


def public_form(record, secret=b"") -> dict:
    """[E2]"""
    commitment, H = record["commitment"], SUITES[record["commitment"]["hash"]]
    need(bool(secret) == ("blinded" in commitment), "the public form of a blinded record needs its secret")
    draws = [full({"task": d["task"], "selected": [row["id"] for row in d.get("selected", ())], "last": [
                last_of(H, last_salt(H, secret, d["task"], c), c, t) for c, t in greatest(task, d).items()]})
             for task, d in zip(commitment["tasks"], record["draws"])]
    return {**record, "record": digest(record).hex(), "draws": draws}


ROW, TEAM = {"id": ident, "stratum": ident, "ticket": hex32}, {"members?": [ident], "vacant?": [integer(0, 19)]}
DRAWN = {"spec": choice("suiji-v1"), "commitment": COMMITMENT, "contributions": [contribution()], "seed": hex32}
RECORD = {**DRAWN, "draws": [{"task": ident, "key": hex32, "selected?": [ROW], "reserves?": [ROW],
                              "teams?": [{"entity": ident, **TEAM, "joins?": ident}]}]}
PUBLIC = {**DRAWN, "record": hex32, "draws": [{"task": ident, "selected?": [ident], "last?": [
    {"stratum": ident, "ticket?": hex32, "commitment?": hex32}]}]}
