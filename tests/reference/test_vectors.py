"""Runs the reference on tests/vectors: draws with every step, refusals, tampered records, receipts, uniform.

    python3 test_vectors.py

The README of the vectors describes the files.
"""
from __future__ import annotations

import copy
import json
import sys
import unittest
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import suiji_ref as ref

VECTORS = HERE.parent / "vectors"
# Refusals that the reference does not make, with the reason.
BEYOND = {
    "limit-bytes": "a limit of the library", "limit-line": "a limit of the library",
    "limit-values": "a limit of the library", "not-holding": "a function of the library",
    "earlier-commitment-not-named": "needs the earlier commitments", "newer-commitment-first": "likewise",
    "superseded-contribution": "likewise", "reused-commitment": "likewise", "receipt-fields": "found by the check, not by the reader",
}


def files(kind):
    for path in sorted((VECTORS / kind).glob("*.json")):
        yield path.stem, json.loads(path.read_text("utf-8"))


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
                case = ref.read_case(documents(vector))
                sealed = ref.seal(case)
                self.assertEqual(ref.canonical(sealed.commitment), expected["commitment_jcs"])
                self.assertEqual(sealed.digest.hex(), expected["commitment_digest"])
                record = ref.draw(sealed, case.contributions, trace)
                self.assertEqual(ref.digest(record).hex(), expected["record_digest"])
                self.assertEqual(record, expected["record"])
                self.assertEqual(ref.public_form(record), expected["public"])
                self.assertEqual(ref.canonical(case.plan), steps["plan_jcs"])
                self.trees(sealed, steps)
                self.tickets(trace, steps, record)
                self.teams(trace, steps)

    def trees(self, sealed, steps):
        trees = {name: steps[name] for name in ("registry", "roster", "history")}
        for task in steps["tasks"]:
            trees.update({f"{kind}/{task['task']}": task[kind] for kind in ("frame", "excluded")})
        for name, tree in trees.items():
            self.assertEqual([leaf.decode() for leaf in sealed.leaves[name]], tree["leaves"], name)
            self.assertEqual(ref.root(sealed.H, sealed.leaves[name]).hex(), tree["root"], name)

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


def inspectors(step): return [move["inspector"] for move in step["moves"]]


class Refusals(unittest.TestCase):
    def test_every_one_is_refused(self):
        for name, vector in files("refusals"):
            if name not in BEYOND:
                with self.subTest(name), self.assertRaises(ref.Refused):
                    getattr(self, vector["run"])(vector, documents(vector))

    def draw(self, vector, files):
        case = ref.read_case(files)
        ref.draw(ref.seal(case), case.contributions)

    def read(self, vector, files):
        forms = {"commitment.json": ref.COMMITMENT, "record.json": ref.RECORD, "public-form.json": ref.PUBLIC,
                 "receipt.json": ref.RECEIPT}
        for name in forms:
            if name in files: ref.read_written(forms[name], files[name], name)

    def reopen(self, vector, files):
        """The inputs do not give this commitment."""
        case = ref.read_case(files)
        commitment = ref.read_written(ref.COMMITMENT, files["commitment.json"], "commitment")
        ref.need(ref.seal(case).commitment == commitment, "the commitment does not match the inputs")

    def receipt(self, vector, files):
        """The record does not belong to the case."""
        case = ref.read_case(files)
        record = ref.read_written(ref.RECORD, files["record.json"], "record")
        ref.need(ref.seal(case).commitment == record["commitment"], "a record of another commitment")


class Tampered(unittest.TestCase):
    def test_no_change_of_record_or_inputs_passes(self):
        for name, vector in files("tampered"):
            self.assertFalse(self.fails(vector, {"change": "record", "patch": []}), name)
            for change in vector["cases"]:
                # Public forms, earlier commitments and published commitments are not supported here.
                if change["change"] not in ("public", "earlier.json") and not {"sheet", "earlier"} & {*change["with"]}:
                    with self.subTest(f"{name}: {change['name']}"):
                        self.assertTrue(self.fails(vector, change))

    def fails(self, vector, change) -> bool:
        files, record = dict(vector["documents"]), vector["record"]
        if change["change"] == "record": record = patched(record, change["patch"])
        else:
            form = files[change["change"]]
            files[change["change"]] = {key: patched(value, change["patch"]) for key, value in form.items()}
        try:
            case = ref.read_case(documents({"documents": files}))
            checks = ref.verify(ref.read_written(ref.RECORD, text(record).encode(), "record"), case)
        except ref.Refused:
            return True
        return any(outcome == "failed" for outcome, *_ in checks)


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
            checks = ref.check_receipt(vector["receipt"], vector["public"])
            found = {(outcome, id) for outcome, id, _, words in checks if not words.startswith("$.tasks[1]")}
            expected = vector["expected"]["without_plan"]
            for outcome, ids in ("established", expected["established"]), ("on trust", expected["on_trust"]):
                self.assertLessEqual({(outcome, id) for id in ids}, found, name)

    def fails(self, vector, change) -> bool:
        read = {which: patched(vector[which], change["patch"] if change["change"] == which else [])
                for which in ("receipt", "public")}
        try:
            checks = ref.check_receipt(ref.read_written(ref.RECEIPT, text(read["receipt"]).encode(), "receipt"),
                                       ref.read_written(ref.PUBLIC, text(read["public"]).encode(), "public form"))
        except ref.Refused:
            return True
        return any(outcome == "failed" for outcome, *_ in checks)


class Uniform(unittest.TestCase):
    def test_words_and_values(self):
        vector = json.loads((VECTORS / "uniform.json").read_text("utf-8"))
        for case in vector["given"]:
            with self.subTest(case["about"]):
                words = iter([int(word) for word in case["words"]])
                self.assertEqual(ref.uniform(words, int(case["bound"])), int(case["value"]))
                self.assertEqual(list(words), [])
        for stream in vector["keystreams"]:
            used: list = []
            words = ref.keystream(bytes.fromhex(stream["key"]), used)
            for case in stream["numbers"]:
                before = len(used)
                self.assertEqual(ref.uniform(words, int(case["bound"])), int(case["value"]))
                self.assertEqual(used[before:], [int(word) for word in case["words"]])


if __name__ == "__main__":
    unittest.main()
