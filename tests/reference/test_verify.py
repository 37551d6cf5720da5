"""Section 10 and [M6]: valid statements are established, every change fails or is refused, and what is missing is
reported."""
import copy
import unittest

from cases import DRAWN, Refused, altered, documents, expected, first, places, secret_of, written
from suiji_ref.checks import UNCHECKED, Checks, noted, source_facts
from suiji_ref.draw import PUBLIC, RECORD, digest
from suiji_ref.earlier import check_earlier
from suiji_ref.hashing import SUITES
from suiji_ref.recompute import check_inputs
from suiji_ref.state import AMENDMENTS
from suiji_ref.tables import Inputs, read_inputs
from suiji_ref.text import jcs
from suiji_ref.verify import check_public, check_record
from suiji_ref.verify_amendments import check_amendments

NOTHING = Inputs(None, None, None, None)


def has(folder, name):
    return (folder / "expected" / f"{name}.json").exists()


def small(blinded):
    """The smallest case of this kind that has teams, a public form and amendments."""
    def suits(p):
        return (has(p, "public") and has(p, "amendments") and bool(secret_of(p)) == blinded
                and any("teams" in d for d in expected(p, "record")["draws"]))
    return min(filter(suits, DRAWN), key=lambda p: (p / "expected" / "record.json").stat().st_size)


def verify(document, inputs=NOTHING, secret=b"", amendments=None, last=None, **digests):
    checks = Checks()
    (check_public if "record" in document else check_record)(checks, document, secret, *digests.values())
    sealed = check_inputs(checks, document, inputs, secret)
    if amendments: check_amendments(checks, document, amendments, sealed, last)
    return checks


def found(form, document, place, look):
    """Whether a change is refused by the reader, or found by a check."""
    try: changed = written(form, altered(document, place))
    except Refused: return True
    return bool(look(changed).failed())


class Holds(unittest.TestCase):
    def test_with_all_inputs(self):
        for folder in DRAWN:
            with self.subTest(folder.name):
                inputs, secret = read_inputs(documents(folder)), secret_of(folder)
                for name in ("record", *["public"] * has(folder, "public")):
                    checks = verify(expected(folder, name), inputs, secret)
                    self.assertEqual(checks.failed(), [])
                    left = {id for outcome, id, *_ in checks if outcome == UNCHECKED}
                    self.assertEqual(left, {"sheet.known", "record.known"})

    def test_amendments(self):
        for folder in DRAWN:
            if not has(folder, "amendments"): continue
            with self.subTest(folder.name):
                record, amendments = expected(folder, "record"), expected(folder, "amendments")
                checks = verify(record, read_inputs(documents(folder)), secret_of(folder), amendments)
                self.assertEqual(checks.failed(), [])
                steps = [outcome for outcome, id, *_ in checks if id == "amendments.steps-in"]
                self.assertEqual(steps, ["established"] * len(amendments["amendments"]))
                by_hand = [a for a in amendments["amendments"] if a["kind"] == "by_hand"]
                self.assertEqual([id for _, id, *_ in checks].count("amendments.by-hand"), len(by_hand))
                alone = verify(record, amendments=amendments)
                self.assertEqual(alone.failed(), [])
                states = [outcome for outcome, id, *_ in alone if id == "amendments.state"]
                self.assertEqual(states, ["established"] * len(amendments["amendments"]))

    def test_fewer_inputs_establish_less_and_nothing_fails(self):
        for blinded in (False, True):
            folder = small(blinded)
            whole = read_inputs(documents(folder))
            for name in ("record", "public"):
                document = expected(folder, name)
                given = [NOTHING, whole._replace(registry=None, roster=None, history=None), whole._replace(roster=None), whole]
                runs = [verify(document, inputs, secret_of(folder)) for inputs in given]
                ids = [{id for outcome, id, *_ in run if outcome == "established"} for run in runs]
                for run in runs: self.assertEqual(run.failed(), [])
                for less, more in zip(ids, ids[1:]): self.assertTrue(less < more, (less, more))
                self.assertIn("plan.allocation", ids[1] - ids[0])
                self.assertIn("frame.root", ids[2] - ids[1])
                self.assertIn("roster.short", ids[3] - ids[2])

    def test_a_blinded_sheet_without_its_secret(self):
        folder = small(True)
        for name in ("record", "public"):
            checks = verify(expected(folder, name), read_inputs(documents(folder)))
            self.assertEqual(checks.failed(), [])
            left = {id for outcome, id, *_ in checks if outcome == UNCHECKED}
            self.assertLessEqual({"registry.root", "roster.root", "history.root", "frame.root"}, left)


class Changes(unittest.TestCase):
    def test_every_change_of_a_record(self):
        for blinded in (False, True):
            folder = small(blinded)
            record, inputs, secret = expected(folder, "record"), read_inputs(documents(folder)), secret_of(folder)
            for place in places(record):
                self.assertTrue(found(RECORD, record, place, lambda x: verify(x, inputs, secret)), (folder.name, place))

    def test_changes_that_a_record_shows_by_itself(self):
        """All values except blinded tickets, the numbers of reserves, and the members of teams."""
        for blinded in (False, True):
            folder = small(blinded)
            record = expected(folder, "record")
            for place in places(record):
                if place[2:3] == ("reserves",) or len(place) > 3 and (place[2] == "teams" or blinded): continue
                self.assertTrue(found(RECORD, record, place, verify), (folder.name, place))

    def test_every_change_of_a_public_form(self):
        for blinded in (False, True):
            folder = small(blinded)
            public, inputs, secret = expected(folder, "public"), read_inputs(documents(folder)), secret_of(folder)
            for place in places(public):
                self.assertTrue(found(PUBLIC, public, place, lambda x: verify(x, inputs, secret)), (folder.name, place))
                if place[0] == "record" or place[2:3] == ("selected",) and len(place) > 3: continue  # it may be valid by chance
                if blinded and "last" in place and "commitment" == place[-1]: continue
                self.assertTrue(found(PUBLIC, public, place, verify), (folder.name, "alone", place))

    def test_every_change_of_amendments(self):
        for blinded in (False, True):
            folder = small(blinded)
            record, amendments = expected(folder, "record"), expected(folder, "amendments")
            inputs, secret, H = read_inputs(documents(folder)), secret_of(folder), SUITES[record["commitment"]["hash"]]
            last = H(jcs(amendments["amendments"][-1])).hex()
            look = lambda x: verify(record, inputs, secret, x, last)  # noqa: E731
            for place in places(amendments):
                self.assertTrue(found(AMENDMENTS, amendments, place, look), (folder.name, place))

    def test_who_steps_in_is_found_although_all_digests_are_right(self):
        """A forger who chooses another inspector, and recomputes everything that follows."""
        tried = 0
        for folder in DRAWN:
            if not has(folder, "amendments"): continue
            record, amendments = expected(folder, "record"), expected(folder, "amendments")
            H, inputs = SUITES[record["commitment"]["hash"]], read_inputs(documents(folder))
            one = next((a for a in amendments["amendments"] if a["kind"] == "substitute" and "inspector" in a["seats"][0]), None)
            if one is None: continue
            before = amendments["amendments"][:amendments["amendments"].index(one)]
            for other in (v for v in inputs.roster if v != one["seats"][0]["inspector"]):
                forged = copy.deepcopy(one)
                forged["seats"][0]["inspector"] = other
                checks = verify(record, inputs, secret_of(folder), {**amendments, "amendments": [*before, forged]},
                                H(jcs(forged)).hex())
                self.assertTrue({"amendments.steps-in", "amendments.state"} & set(checks.failed()), (folder.name, other))
                tried += 1
            if tried > 10: break
        self.assertTrue(tried)

    def test_the_right_check_fails(self):
        folder = first(lambda p: not secret_of(p) and any(
            "teams" in d and "reserves" in d for d in expected(p, "record")["draws"]))
        record, inputs = expected(folder, "record"), read_inputs(documents(folder))
        staffed = next(n for n, d in enumerate(record["draws"]) if "teams" in d)
        taken = next(n for n, d in enumerate(record["draws"]) if "selected" in d)
        for place, check in (
                (("seed",), "record.seed"), (("commitment", "plan"), "plan.digest"), (("commitment", "year"), "plan.authority"),
                (("commitment", "registry", "root"), "registry.root"), (("commitment", "roster", "size"), "roster.root"),
                (("commitment", "history", "root"), "history.root"), (("commitment", "tasks", 0, "id"), "plan.tasks"),
                (("commitment", "tasks", 0, "frame", "root"), "frame.root"), (("draws", 0, "key"), "draw.key"),
                (("commitment", "tasks", 0, "excluded", "root"), "frame.excluded"),
                (("commitment", "tasks", 0, "strata", 0, "take"), "plan.allocation"),
                (("commitment", "tasks", 0, "strata", 0, "size"), "frame.strata"),
                (("contributions",), "contributions.count"), (("draws",), "record.tasks"), (("commitment", "tasks"), "record.tasks"),
                (("draws", taken, "selected", 0, "ticket"), "draw.tickets"), (("draws", taken, "selected"), "draw.sizes"),
                (("draws", staffed, "teams"), "roster.teams"), (("draws", staffed, "teams"), "draw.teams")):
            self.assertIn(check, verify(altered(record, place), inputs).failed(), place)

    def test_inputs_that_were_not_sealed(self):
        folder = small(False)
        record, inputs = expected(folder, "record"), read_inputs(documents(folder))
        inspector, row = list(inputs.roster.items())[0]
        changed = inputs._replace(roster={**inputs.roster, inspector: {**row, "name": "另一人"}})
        self.assertEqual(set(verify(record, changed).failed()), {"roster.root"})
        self.assertIn("registry.root", verify(record, inputs._replace(registry={})).failed())
        plan = {**inputs.plan, "title": "另一计划"}
        self.assertEqual(set(verify(record, inputs._replace(plan=plan)).failed()), {"plan.digest"})

    def test_documents_with_empty_fields_or_defaults_are_refused(self):
        record = expected(small(False), "record")
        for change in (lambda r: r["draws"][0].update(reserves=[]), lambda r: r["commitment"].update(follows=[]),
                       lambda r: r["commitment"]["tasks"][0].update(short=0), lambda r: r["commitment"].update(blinded=False),
                       lambda r: r["commitment"]["tasks"][0]["excluded"].update(reasons=[]),
                       lambda r: r.update(spec="suiji-v2"), lambda r: r.update(note="x")):
            changed = copy.deepcopy(record)
            change(changed)
            with self.assertRaises(Refused): written(RECORD, changed)


class Digests(unittest.TestCase):
    def test_as_a_witness_notes_them(self):
        folder = small(False)
        record, public = expected(folder, "record"), expected(folder, "public")
        H = SUITES[record["commitment"]["hash"]]
        right = {"commitment": H(jcs(record["commitment"])).hex(), "record": digest(record).hex()}
        for document in (record, public):
            self.assertEqual(verify(document, **right).failed(), [])
            grouped = {key: " ".join(value[n:n + 8] for n in range(0, 64, 8)) for key, value in right.items()}
            self.assertEqual(verify(document, **grouped).failed(), [])
            self.assertEqual(verify(document, **{**right, "commitment": "ab" * 32}).failed(), ["sheet.known"])
            self.assertEqual(verify(document, **{**right, "record": "ab" * 32}).failed(), ["record.known"])
        self.assertEqual(noted(" AB\u3000" * 32), "ab" * 32)
        for short in ("", "ab" * 31, "ab" * 33, "xy" * 32):
            with self.assertRaises(Refused): noted(short)


class Facts(unittest.TestCase):
    def facts(self, *sources):
        checks = Checks()
        source_facts(checks, [{"name": "x", "by": "witness", **source} for source in sources])
        return [(outcome, words) for outcome, _, _, words in checks]

    def test_outcomes_of_sources(self):
        balls = {"kind": "live", "parts": [{"count": 6, "from": 1, "to": 33, "distinct": True}, {"count": 1, "from": 1, "to": 16}]}
        dice = {"kind": "live", "parts": [{"count": 20, "from": 1, "to": 6}]}
        coins = {"kind": "live", "parts": [{"count": 53, "from": 0, "to": 1}]}
        self.assertEqual(self.facts(dice), [("fact", "x: 3656158440062976 outcomes")])
        self.assertEqual(self.facts(coins), [("fact", "x: 2^53 or more outcomes")])
        self.assertEqual([outcome for outcome, _ in self.facts(balls)], ["fact", "warning"])
        self.assertEqual(self.facts(balls)[0][1], "x: 17721088 outcomes")
        self.assertEqual([outcome for outcome, _ in self.facts({"kind": "committed", "by": "office"})], ["warning"])
        self.assertEqual(self.facts({"kind": "committed"}), [])
        self.assertEqual(self.facts({"kind": "drand", "by": "public"}), [])


class Earlier(unittest.TestCase):
    def setUp(self):
        commitment = expected(small(False), "commitment")
        commitment = {k: v for k, v in commitment.items() if k not in ("previous", "follows", "supersedes")}
        self.old = [{**commitment, "sealed_at": f"2020-01-0{n}T00:00:00+08:00", "sources": [
            {"kind": "live", "by": "public", "name": f"x{n}", "parts": [{"count": 2, "from": 1, "to": 6}]}]} for n in (1, 2)]
        self.ids = [SUITES[old["hash"]](jcs(old)).hex() for old in self.old]
        named = [{"commitment": id, "reason": "x", "approved_by": "y"} for id in self.ids]
        named[1]["contributions"] = [{"source": 0, "kind": "live", "numbers": [[1, 6]]}]
        self.new = {**commitment, "previous": self.ids[1], "supersedes": named}

    def failed(self, **change):
        checks = Checks()
        check_earlier(checks, {**self.new, **change}, self.old)
        return checks.failed()

    def test_named_in_order_with_contributions_that_match(self):
        one, two = self.new["supersedes"]
        self.assertEqual(self.failed(), [])
        self.assertEqual(self.failed(supersedes=[two]), ["earlier.named"])
        self.assertEqual(self.failed(supersedes=[two, one]), ["earlier.order"])
        self.assertEqual(self.failed(previous=self.ids[0]), ["earlier.previous"])
        wrong = {**two, "contributions": [{"source": 0, "kind": "live", "numbers": [[1, 7]]}]}
        self.assertEqual(self.failed(supersedes=[one, wrong]), ["earlier.contributions"])
        source = {"kind": "committed", "by": "public", "name": "x", "commitment": "ab" * 32}
        self.old[0]["sources"].append(source)
        self.assertIn("earlier.sources", self.failed(sources=[source]))


if __name__ == "__main__":
    unittest.main()
