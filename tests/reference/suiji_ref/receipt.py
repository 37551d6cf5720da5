"""Annex B: checks the receipt of one entity with the public form [G1] [G2] [G3] [G4] [G5]."""
from .draw import keys_of, last_of, ticket
from .forms import full
from .inputs import ENTITY, VISIT, visit_key
from .state import SEAT
from .text import choice, hex32, ident, jcs, natural, need, positive
from .tree import climb
from .verify import check_common

FRAMED, STATES = ("selected", "reserve", "not_selected"), ("excluded", "inactive", "out_of_scope", "absent")  # [G3]
PROVEN = {"salt?": hex32, "index?": natural, "proof?": [hex32]}
TASK = {"task": ident, "state": choice(*FRAMED, *STATES), "stratum?": ident, "ticket?": hex32, "cutoff?": hex32,
        "cutoff_salt?": hex32, "frame?": PROVEN, "probability?": {"numer": natural, "denom": positive},
        "reserve?": positive, "members?": [ident], "vacant?": [SEAT], "excluded?": {"reason": ident, **PROVEN}}
RECEIPT = {"spec": choice("suiji-v1"), "record": hex32, "entity": ident, "tasks": [TASK],            # [G1]
           "registry?": {"row": ENTITY, "extra_digest?": hex32, **PROVEN}, "history?": [{"row": VISIT, **PROVEN}]}


class Receipt:
    """A receipt, its public form, and the checks that both give."""

    def __init__(self, checks, receipt, public):
        self.checks, self.receipt, self.public = checks, receipt, public
        self.commitment, self.entity = public["commitment"], receipt["entity"]
        self.blinded, self.own = "blinded" in self.commitment, receipt.get("registry", {})
        checks.equal("receipt.record", "G1", "$.record", public["record"], receipt["record"])
        self.H, self.S = check_common(checks, public)
        self.check_rows()
        listed = [e for d in public["draws"] for e in d.get("selected", ())]                             # [C4, G3]
        twins = [e for e in listed if e != self.entity and e.lower() == self.entity.lower()]
        if twins and not self.own: checks.equal("receipt.absent", "G3", "$.entity", twins[0], self.entity)
        ids = [t["id"] for t in self.commitment["tasks"]]
        checks.equal("record.tasks", "E1", "$.tasks", ids, [t["task"] for t in receipt["tasks"]])
        for n, (task, d, t) in enumerate(zip(self.commitment["tasks"], public["draws"], receipt["tasks"])):
            self.check_task(f"$.tasks[{n}]", task, d, t)

    def leaf(self, id, rule, at, row, given, tree):
        """[G2] The leaf of a row leads to the root. Without blinding, the row is on trust."""
        proof = given.get("salt"), given.get("index"), given.get("proof", [])
        if not self.blinded:
            need({"salt", "index", "proof", "extra_digest"}.isdisjoint(given), f"{at}: a proof without blinding")
            return self.checks.trust(id, rule, at)
        need(None not in proof[:2], f"{at}: missing salt or index")
        hash = self.H(b"\0" + jcs({**row, "salt": proof[0]}))
        found = climb(self.H, hash, proof[1], tree["size"], [bytes.fromhex(node) for node in proof[2]]).hex()
        self.checks.equal(id, rule, at, tree["root"], found)

    def stated(self, id, rule, at, expected, found, proven):
        """A statement that is equal is established only if its basis is proven. Otherwise it is on trust."""
        if proven or expected != found: self.checks.equal(id, rule, at, expected, found)
        else: self.checks.trust(id, rule, at)

    def check_rows(self):
        """[G2] The entity's row of the registry, and its rows of the history."""
        own, visits = self.own, self.receipt.get("history", [])
        if own:
            need(not self.blinded or "extra" not in own["row"], "$.registry: extra on a blinded sheet")     # [S2]
            row = full({**own["row"], "extra_digest": own.get("extra_digest", [])})
            self.leaf("receipt.registry", "G2", "$.registry", row, own, self.commitment["registry"])
            self.checks.equal("receipt.registry", "G2", "$.registry.row.id", self.entity, own["row"]["id"])
        for n, visit in enumerate(visits):
            self.leaf("receipt.history", "G2", f"$.history[{n}]", visit["row"], visit, self.commitment["history"])
        keys = [visit_key(visit["row"]) for visit in visits]
        right = sorted(key for key in set(keys) if key[0] == self.entity)
        if visits: self.checks.equal("receipt.history", "G2", "$.history", [*map(list, right)], [*map(list, keys)])

    def check_task(self, at, task, d, t):
        """[G3]"""
        state, checks = t["state"], self.checks
        framed, chosen = state in FRAMED, state == "selected"
        must = {state} & {"reserve", "excluded"} | ({"stratum", "ticket", "probability"} if framed else set())
        may = must | ({"frame", "cutoff", "cutoff_salt"} if framed else set()) | ({"members", "vacant"} if chosen else set())
        need(must <= set(t) - {"task", "state"} <= may and bool(self.own) == (state != "absent"),
             f"{at}: missing or unexpected fields for the state {state}")
        listed = self.entity in d.get("selected", ())
        proven = self.blinded and (framed or state in ("excluded", "inactive"))
        self.stated("receipt.state", "G4", f"{at}.state", listed, chosen, proven or framed and len(task["strata"]) == 1)
        if framed:
            row = {"id": self.entity, "stratum": t["stratum"]}
            self.leaf("receipt.frame", "G3", f"{at}.frame", row, t.get("frame", {}), task["frame"])
            self.check_ticket(at, task, d, t)
        if "excluded" in t:
            row = {"id": self.entity, "reason": t["excluded"]["reason"]}
            self.leaf("receipt.excluded", "G3", f"{at}.excluded", row, t["excluded"], task["excluded"])
        status, says = self.own.get("row", {}).get("status", "active"), "inactive" if state == "inactive" else "active"
        known = bool(self.own) and (self.blinded or status != says)              # the row is proven, or contradicts
        if known and (status != says or says == "inactive"):                     # without the plan
            checks.equal("receipt.scope", "G3", f"{at}.state", status, says)
        else: checks.trust("receipt.absent" if state == "absent" else "receipt.scope", "G3", f"{at}.state")
        if "reserve" in t or state == "not_selected": checks.trust("receipt.reserve", "G5", f"{at}.reserve")
        if {"members", "vacant"} & set(t): checks.trust("receipt.team", "G5", f"{at}.members")

    def check_ticket(self, at, task, d, t):
        """[G4] and [G5]"""
        checks, stratum, cutoff = self.checks, t["stratum"], t.get("cutoff")
        K, _ = keys_of(self.H, self.S, task["id"], task.get("coordination"))
        mine = ticket(self.H, K, self.entity, bytes.fromhex(self.own.get("salt", "")))
        last = [one for one in d.get("last", ()) if one["stratum"] == stratum]
        need(("cutoff_salt" in t) == (self.blinded and cutoff is not None), f"{at}: cutoff_salt is there, or missing")
        opened = last_of(self.H, bytes.fromhex(t.get("cutoff_salt", "")), stratum, cutoff) if cutoff else None
        checks.equal("receipt.ticket", "G4", f"{at}.ticket", mine, t["ticket"])
        checks.equal("receipt.cutoff", "G4", f"{at}.cutoff", last, [opened] if opened else [])
        proven = self.blinded or len(task["strata"]) == 1
        self.stated("receipt.state", "G4", f"{at}.state", mine <= (cutoff or ""), t["state"] == "selected", proven)
        odds = [{"numer": s["take"], "denom": s["size"]} for s in task["strata"] if s["stratum"] == stratum]
        self.stated("receipt.probability", "G5", f"{at}.probability", odds, [t["probability"]], self.blinded)
