"""Runs the reference on tests/vectors: draws and amendments with every step, refusals, tampered
documents, receipts, uniform.

    python3 test_vectors.py

The README of the vectors describes the files.
"""
from __future__ import annotations

import copy
import json
import unittest
from collections import defaultdict

from cases import Refused, VECTORS, written
from suiji_ref import amend, case, draw, hashing, sheet, state
from suiji_ref.checks import Checks
from suiji_ref.earlier import check_earlier
from suiji_ref.forms import read_written
from suiji_ref.receipt import RECEIPT, Receipt
from suiji_ref.recompute import check_inputs
from suiji_ref.tables import read_inputs
from suiji_ref.text import canonical, jcs, need
from suiji_ref.tree import root
from suiji_ref.verify import check_public, check_record
from suiji_ref.verify_amendments import check_amendments

# Refusals that the reference does not make, with the reason.
BEYOND = {
    "limit-bytes": "a limit of the library", "limit-line": "a limit of the library", "limit-values": "a limit of the library",
    "not-holding": "a function of the library",
    "earlier-commitment-not-named": "found when verifying with the earlier commitments, not when sealing",
    "newer-commitment-first": "likewise", "superseded-contribution": "likewise", "reused-commitment": "likewise",
    "receipt-fields": "found by the check, not by the reader",
    "public-form-last": "likewise", "ten-strata": "likewise",
    "publish-with-another-secret": "a command of its own, see test_command", "publish-without-secret": "likewise",
}
FORMS = {"commitment.json": sheet.COMMITMENT, "record.json": draw.RECORD, "public-form.json": draw.PUBLIC,
         "amendments.json": state.AMENDMENTS, "receipt.json": RECEIPT}


def files(kind):
    paths = sorted((VECTORS / kind).glob("*.json"))
    if not paths: raise AssertionError(f"there are no vectors in {VECTORS / kind}")
    for path in paths: yield path.stem, json.loads(path.read_text("utf-8"))


def text(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def document(form) -> bytes:
    if isinstance(form, str): return form.encode()
    if isinstance(form, list):
        return b"".join(part.encode() if isinstance(part, str) else bytes.fromhex(part["hex"]) if "hex" in part
                        else part["repeat"].encode() * part["times"] for part in form)
    if "json" in form: return text(form["json"]).encode()
    return "".join(text(row) + "\n" for row in form["rows"]).encode()


def documents(vector) -> dict:
    return {name: document(form) for name, form in vector["documents"].items()}


def patched(value, patch):
    """Applies RFC 6902 operations: `replace`, `add` and `remove`."""
    value = [copy.deepcopy(value)]
    for step in patch:
        *way, last = ["0", *(part.replace("~1", "/").replace("~0", "~") for part in step["path"].split("/")[1:])]
        place = value
        for part in way: place = place[int(part) if isinstance(place, list) else part]
        if isinstance(place, list): last = len(place) if last == "-" else int(last)
        if step["op"] == "remove": del place[last]
        elif step["op"] == "add" and isinstance(place, list): place.insert(last, step["value"])
        else: place[last] = step["value"]
    return value[0]


class Draws(unittest.TestCase):
    def test_results_and_every_step(self):
        for name, vector in files("draws"):
            with self.subTest(name):
                expected, steps, trace = vector["expected"], vector["steps"], defaultdict(list)
                given = documents(vector)
                sealed = case.seal_case(given)
                self.assertEqual(canonical(sealed.commitment), expected["commitment_jcs"])
                self.assertEqual(sealed.digest.hex(), expected["commitment_digest"])
                record = draw.draw(sealed, case.contributions_of(given), trace)
                self.assertEqual(draw.digest(record).hex(), expected["record_digest"])
                self.assertEqual(record, expected["record"])
                self.assertEqual(draw.public_form(record, sealed.trees.secret), expected["public"])
                self.assertEqual(canonical(sealed.inputs.plan), steps["plan_jcs"])
                self.trees(sealed, steps)
                self.tickets(trace, steps, record)
                self.teams(trace, steps)

    def trees(self, sealed, steps):
        trees = {name: steps[name] for name in ("registry", "roster", "history")}
        for task in steps["tasks"]:
            trees.update({f"{kind}/{task['task']}": task[kind] for kind in ("frame", "excluded")})
        for name, expected in trees.items():
            self.assertEqual([leaf.decode() for leaf in sealed.trees.leaves[name]], expected["leaves"], name)
            self.assertEqual(root(sealed.H, sealed.trees.leaves[name]).hex(), expected["root"], name)

    def tickets(self, trace, steps, record):
        self.assertEqual(record["seed"], steps["seed"]["seed"])
        for found, expected in zip(trace["tasks"], steps["tasks"]):
            self.assertEqual((found["key"], found["order_key"]), (expected["keys"]["draw"], expected["keys"]["order"]))
            ranked = [row for stratum in expected["strata"] for row in stratum["tickets"]]
            self.assertEqual(found["tickets"], {row["id"]: row["ticket"] for row in ranked})
            self.assertEqual(found["order"], {row["id"]: row["order"] for row in expected.get("visits", [])})

    def teams(self, trace, steps):
        teams = [(task["task"], team) for task in steps["tasks"] for team in task.get("teams", []) if "key" in team]
        self.assertEqual(len(trace["teams"]), len(teams))
        for found, (task, expected) in zip(trace["teams"], teams):
            self.assertEqual((found["task"], found["entity"], found["key"]), (task, expected["entity"], expected["key"]))
            self.assertEqual(sorted(found["ranked"]), expected["candidates"])
            self.assertEqual(found["words"], [int(word) for number in expected["numbers"] for word in number["words"]])
            self.assertEqual(found["ranked"], expected["ranks"])
        seats = [seat for _, team in teams for seat in team["seats"]]
        rounds = steps.get("balance", {}).get("rounds", [])
        moves = [("seat", [seat["inspector"]]) if seat["by"] == "rank" else ("chain", inspectors(seat))
                 for seat in seats if seat["by"] != "vacant"]
        moves += [("balance", inspectors(step)) for step in rounds if "moves" in step]
        self.assertEqual([(how, [v for v, _ in chain]) for how, chain in trace["moves"]], moves)
        if "balance" in steps:
            self.assertEqual(trace["loads"], [steps["balance"][f"loads_{when}"] for when in ("before", "after")])


class Amendments(unittest.TestCase):
    def test_results_and_every_step(self):
        for name, vector in files("amendments"):
            with self.subTest(name):
                sealed, record, requests = self.opened(vector)
                trace: list = []
                made = amend.amend(sealed, record, requests, trace)
                self.assertEqual(made, vector["expected"]["amendments"])
                self.assertEqual(canonical(made), vector["expected"]["amendments_jcs"])
                self.assertEqual(len(trace), len(vector["steps"]))
                for found, step in zip(trace, vector["steps"]): self.step(found, step)

    def step(self, found, step):
        for key in ("jcs", "digest", "away"): self.assertEqual(found[key], step[key])
        self.assertEqual({v: load for v, load in found["loads"].items() if load}, step["loads"])
        self.assertEqual(found["left"], {(row["task"], row["entity"]): row["inspectors"] for row in step["left"]})
        mine = {(one["task"], one["entity"]): one for one in found["ranks"]}
        self.assertEqual(set(mine), {(one["task"], one["entity"]) for one in step["ranks"]})
        for one in step["ranks"]:
            team = mine[one["task"], one["entity"]]
            self.assertEqual((team["key"], team["ranked"]), (one["key"], one["ranks"]))

    def test_refused_requests(self):
        for name, vector in files("amendments"):
            sealed, record, requests = self.opened(vector)
            for refused in vector.get("refused", ()):
                with self.subTest(f"{name}: {refused['name']}"), self.assertRaises(Refused):
                    more = state.read_requests(text([refused["request"]]).encode())
                    amend.amend(sealed, record, requests + more)

    def test_changed_documents(self):
        for name, vector in files("amendments"):
            sealed, record, _ = self.opened(vector)
            for change in [{"name": "none", "patch": []}, *vector.get("changed", ())]:
                changed = patched(vector["expected"]["amendments"], change["patch"])
                with self.subTest(f"{name}: {change['name']}"):
                    self.assertEqual(self.holds(sealed, record, changed), not change["patch"])

    def opened(self, vector):
        given = documents(vector)
        return case.seal_case(given), vector["record"], state.read_requests(given["requests.json"])

    def holds(self, sealed, record, changed) -> bool:
        checks = Checks()
        try: check_amendments(checks, record, written(state.AMENDMENTS, changed), sealed)
        except Refused: return False
        return not checks.failed()


def inspectors(step): return [move["inspector"] for move in step["moves"]]


class Refusals(unittest.TestCase):
    def test_every_one_is_refused(self):
        for name, vector in files("refusals"):
            if name not in BEYOND:
                with self.subTest(name), self.assertRaises(Refused):
                    getattr(self, vector["run"])(vector, documents(vector))

    def draw(self, vector, files):
        draw.draw(case.seal_case(files), case.contributions_of(files))

    def read(self, vector, files):
        for name in FORMS:
            if name in files: read_written(FORMS[name], files[name], name)

    def reopen(self, vector, files):
        """The inputs do not give this commitment."""
        case.seal_case(files)

    def amend(self, vector, files):
        """The requests cannot be carried out."""
        sealed = case.seal_case(files)
        record = read_written(draw.RECORD, files["record.json"], "record")
        amend.amend(sealed, record, state.read_requests(files["requests.json"]))

    def receipt(self, vector, files):
        """The record does not belong to the case."""
        record = read_written(draw.RECORD, files["record.json"], "record")
        need(case.seal_case(files).commitment == record["commitment"], "a record of another commitment")


class Tampered(unittest.TestCase):
    def test_no_change_of_a_document_passes(self):
        for name, vector in files("tampered"):
            everything = ["plan", "registry", "roster", "history", "secret", "sheet"]
            self.assertEqual(self.fails(vector, {"change": "record", "patch": [], "with": everything}), [], name)
            for change in vector["cases"]:
                with self.subTest(f"{name}: {change['name']}"):
                    self.assertTrue(self.fails(vector, change))

    def fails(self, vector, change) -> list:
        """The checks that fail with the evidence that the change names."""
        which, evidence, H = change["change"], change["with"], hashing.SUITES[vector["record"]["commitment"]["hash"]]
        own = {key: {"json": vector[key]} for key in ("record", "public", "amendments") if key in vector}
        changed = {**vector["documents"], **own}
        changed[which] = {key: patched(value, change["patch"]) for key, value in changed[which].items()}
        try:
            given = documents({"documents": changed})
            public = which == "public"
            document = read_written(draw.PUBLIC if public else draw.RECORD, given["public" if public else "record"], which)
            inputs = read_inputs({name: data for name, data in given.items() if name.split(".")[0] in evidence}, whole=False)
            ceremony = sheet.read_ceremony(given["ceremony.json"]) if "secret" in evidence else {}
            noted = H(jcs(vector["record"]["commitment"])).hex() if "sheet" in evidence else None
            secret, checks = bytes.fromhex(ceremony.get("secret", "")), Checks()
            (check_public if public else check_record)(checks, document, secret, noted)
            sealed = check_inputs(checks, document, inputs, secret)
            if "earlier" in evidence:
                check_earlier(checks, document["commitment"], written([sheet.COMMITMENT], json.loads(given["earlier.json"])))
            if "amendments" in given:
                amendments = read_written(state.AMENDMENTS, given["amendments"], "amendments")
                check_amendments(checks, document, amendments, sealed)
        except Refused:
            return ["refused"]
        return checks.failed()


class Receipts(unittest.TestCase):
    def test_receipts_hold_and_no_change_passes(self):
        for name, vector in files("receipts"):
            self.assertFalse(self.fails(vector, {"change": "receipt", "patch": []}), name)
            for change in vector["cases"]:
                if not change["with_plan"]:                                       # the reference takes no plan
                    with self.subTest(f"{name}: {change['name']}"):
                        self.assertTrue(self.fails(vector, change))

    def test_statements_are_established_or_on_trust_as_expected(self):
        for name, vector in files("receipts"):
            checks = Checks()
            Receipt(checks, vector["receipt"], vector["public"])
            found = {(outcome, id) for outcome, id, _, words in checks if not words.startswith("$.tasks[1]")}
            expected = vector["expected"]["without_plan"]
            for outcome, ids in ("established", expected["established"]), ("on trust", expected["on_trust"]):
                self.assertLessEqual({(outcome, id) for id in ids}, found, name)

    def fails(self, vector, change) -> bool:
        read = {which: patched(vector[which], change["patch"] if change["change"] == which else [])
                for which in ("receipt", "public")}
        checks = Checks()
        try: Receipt(checks, written(RECEIPT, read["receipt"]), written(draw.PUBLIC, read["public"]))
        except Refused: return True
        return bool(checks.failed())


class Uniform(unittest.TestCase):
    def test_words_and_values(self):
        vector = json.loads((VECTORS / "uniform.json").read_text("utf-8"))
        for case in vector["given"]:
            with self.subTest(case["about"]):
                words = iter([int(word) for word in case["words"]])
                self.assertEqual(hashing.uniform(words, int(case["bound"])), int(case["value"]))
                self.assertEqual(list(words), [])
        for stream in vector["keystreams"]:
            used: list = []
            words = hashing.keystream(bytes.fromhex(stream["key"]), used)
            for case in stream["numbers"]:
                before = len(used)
                self.assertEqual(hashing.uniform(words, int(case["bound"])), int(case["value"]))
                self.assertEqual(used[before:], [int(word) for word in case["words"]])


if __name__ == "__main__":
    unittest.main()
