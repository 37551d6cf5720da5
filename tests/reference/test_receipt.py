"""Annex B: receipts are built here, leaf by leaf, from the commitments of the cases."""
import functools
import json
import tempfile
import unittest
from pathlib import Path

from cases import DRAWN, Refused, altered, command, expected, places, secret_of, steps, written
from suiji_ref import draw, receipt, tree
from suiji_ref.checks import Checks
from suiji_ref.inputs import visit_key

opened = functools.lru_cache(maxsize=None)(steps)


def path(H, leaves, index) -> list:
    """RFC 9162, 2.1.3.1, from the leaf."""
    if len(leaves) < 2: return []
    k = tree.split(len(leaves))
    inside, beside = (leaves[:k], leaves[k:]) if index < k else (leaves[k:], leaves[:k])
    return path(H, inside, index if index < k else index - k) + [tree.root(H, beside).hex()]


def proven(sealed, name, place) -> dict:
    if not sealed.trees.secret: return {}
    leaves = sealed.trees.leaves[name]
    proof = path(sealed.H, leaves, place)
    return {"salt": json.loads(leaves[place])["salt"], "index": place, **({"proof": proof} if proof else {})}


def receipt_of(folder, e):
    """The receipt of an entity of the registry."""
    sealed, record, _ = opened(folder)
    registry, secret = sealed.inputs.registry, sealed.trees.secret
    row, place = dict(registry[e]), [*registry].index(e)
    own = {"row": row, **proven(sealed, "registry", place)}
    if secret and row.pop("extra", None): own["extra_digest"] = json.loads(sealed.trees.leaves["registry"][place])["extra_digest"]
    visits = [{"row": visit, **proven(sealed, "history", n)} for n, visit in enumerate(sealed.inputs.history)
              if visit["entity"] == e]
    found = {"spec": "suiji-v1", "record": draw.digest(record).hex(), "entity": e, "registry": own,
             "tasks": [task_of(sealed, task, d, e) for task, d in zip(sealed.tasks, record["draws"])]}
    return {**found, "history": sorted(visits, key=lambda v: visit_key(v["row"]))} if visits else found


def task_of(sealed, task, d, e) -> dict:
    id = task.plan["id"]
    frame, excluded = [[row["id"] for row in rows] for rows in (task.frame, task.excluded)]
    if e in excluded:
        place = excluded.index(e)
        given = {"reason": task.excluded[place]["reason"], **proven(sealed, f"excluded/{id}", place)}
        return {"task": id, "state": "excluded", "excluded": given}
    if e not in frame:
        return {"task": id, "state": "inactive" if "status" in sealed.inputs.registry[e] else "out_of_scope"}
    place = frame.index(e)
    stratum = task.frame[place]["stratum"]
    size, take = next((s["size"], s["take"]) for s in task.strata if s["stratum"] == stratum)
    K = bytes.fromhex(d["key"])
    said = {"task": id, "state": "not_selected", "stratum": stratum, "probability": {"numer": take, "denom": size},
            "ticket": draw.ticket(sealed.H, K, e, sealed.trees.salt("registry", e))}
    last = [row["ticket"] for row in d.get("selected", ()) if row["stratum"] == stratum]
    if last: said["cutoff"] = max(last)
    if sealed.trees.secret:
        said["frame"] = proven(sealed, f"frame/{id}", place)
        if last: said["cutoff_salt"] = sealed.trees.salt(f"last/{id}", stratum).hex()
    waiting = [row["id"] for row in d.get("reserves", ()) if row["stratum"] == stratum]
    if e in waiting: said.update(state="reserve", reserve=waiting.index(e) + 1)
    if e in [row["id"] for row in d.get("selected", ())]:
        team = next((team for team in d.get("teams", ()) if team["entity"] == e), {})
        said.update({"state": "selected", **{key: team[key] for key in ("members", "vacant") if key in team}})
    return said


def checked(value, public):
    checks = Checks()
    receipt.Receipt(checks, value, public)
    return checks


class Receipts(unittest.TestCase):
    def setUp(self):
        def of(blinded):
            return min((p for p in DRAWN if bool(secret_of(p)) == blinded and (p / "expected" / "public.json").exists()
                        and any(t["excluded"]["size"] for t in expected(p, "commitment")["tasks"])),
                       key=lambda p: (p / "expected" / "record.json").stat().st_size)
        self.folders = [of(False), of(True)]

    def receipts(self, folder):
        """A receipt for each combination of states."""
        sealed, _, _ = opened(folder)
        found = {}
        for e in sealed.inputs.registry:
            one = receipt_of(folder, e)
            found.setdefault(tuple(task["state"] for task in one["tasks"]), one)
        return found

    def test_receipts_hold(self):
        seen = set()
        for folder in self.folders:
            for states, one in self.receipts(folder).items():
                checks = checked(written(receipt.RECEIPT, one), expected(folder, "public"))
                self.assertEqual(checks.failed(), [], (folder.name, states))
                seen.update(states)
        self.assertLessEqual({"selected", "not_selected", "excluded"}, seen)

    def test_every_change_is_found_except_in_what_is_on_trust(self):
        for folder in self.folders:
            public, blinded = expected(folder, "public"), bool(secret_of(folder))
            for one in [*self.receipts(folder).values()][:6]:
                for place in places(one):
                    try: failed = checked(written(receipt.RECEIPT, altered(one, place)), public).failed()
                    except Refused: continue
                    self.assertTrue(failed or self.on_trust(place, blinded, one), (folder.name, place))

    def on_trust(self, place, blinded, one):
        """Rows without proofs, missing history, teams, numbers of reserves, reasons without proofs."""
        if place[0] in ("registry", "history"): return not blinded or place[0] == "history" and len(place) < 3
        if place[0] == "entity": return not blinded and not any("ticket" in task for task in one["tasks"])
        return place[2:] and (place[2] in ("reserve", "members", "vacant") or place[2] == "excluded" and not blinded)

    def test_an_absent_entity_is_not_listed_in_other_letter_case(self):
        """[C4, G3]"""
        for folder in self.folders:
            public = expected(folder, "public")
            listed = next(e for d in public["draws"] for e in d.get("selected", ()))
            tasks = [{"task": task["id"], "state": "absent"} for task in public["commitment"]["tasks"]]
            one = {"spec": "suiji-v1", "record": public["record"], "entity": listed.swapcase(), "tasks": tasks}
            self.assertEqual(checked(one, public).failed(), ["receipt.absent"])

    def test_a_selected_entity_cannot_be_told_otherwise(self):
        for folder in self.folders:
            public = expected(folder, "public")
            one = next(r for states, r in self.receipts(folder).items() if "selected" in states)
            for task in one["tasks"]:
                if task["state"] == "selected":
                    task["state"] = "not_selected"
                    task.pop("members", None), task.pop("vacant", None)
            self.assertEqual(set(checked(one, public).failed()), {"receipt.state"})
            other = next(p for p in DRAWN if p != folder and (p / "expected" / "public.json").exists()
                         and bool(secret_of(p)) == bool(secret_of(folder)))
            self.assertIn("receipt.record", checked(one, expected(other, "public")).failed())

    def test_command(self):
        folder = self.folders[1]
        with tempfile.TemporaryDirectory() as to:
            for states, one in self.receipts(folder).items():
                file = Path(to, "receipt.json")
                file.write_text(json.dumps(one))
                code, words = command("receipt", file, "--public", folder / "expected" / "public.json")
                self.assertEqual((code, "\nestablished" in words, "\non trust" in words), (0, True, True), words)
                file.write_text(json.dumps({**one, "record": "ab" * 32}))
                self.assertEqual(command("receipt", file, "--public", folder / "expected" / "public.json")[0], 1)


if __name__ == "__main__":
    unittest.main()
