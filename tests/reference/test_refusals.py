"""Documents with one fault, each of which must be refused. Also values that [C2c] drops, which change nothing."""
import json
import re
import unittest

from cases import DRAWN, Refused, documents, drawn, first, load
from suiji_ref import forms, sheet, tables
from suiji_ref.drand import CHAIN
from suiji_ref.hashing import derive, sha256

EARLIER = {"commitment": "ab" * 32, "reason": "x", "approved_by": "y"}
GIVEN = {"source": 1, "kind": "live", "numbers": [[1, 2]]}
SEAT = {"department": "县工信局", "count": 2}


def suits(folder):
    """A case with JSON Lines, a committed source, dice as the second source, and a team."""
    files, tasks = documents(folder), load(folder / "plan.json")["tasks"]
    kinds = [s["kind"] for s in load(folder / "ceremony.json")["sources"]]
    return ("registry.jsonl" in files and "secret" not in json.loads(files["ceremony.json"]) and len(files["history.jsonl"]) > 9
            and kinds[:2] == ["committed", "live"] and any("team" in t for t in tasks) and "window" in load(folder / "plan.json"))


class OneFault(unittest.TestCase):
    def setUp(self):
        self.files = documents(first(suits))
        drawn(self.files)

    def refuse(self, name, data, words=""):
        files = {**self.files, name: data if isinstance(data, bytes) else json.dumps(data).encode()}
        with self.assertRaisesRegex(Refused, words, msg=f"{name} {data}"[:300]): drawn(files)

    def change(self, name, *changes):
        """Each change is a function that makes the parsed document invalid."""
        for change in changes:
            document = json.loads(self.files[name])
            change(document)
            self.refuse(name, document)

    def add(self, name, row, words=""):
        self.refuse(name, self.files[name] + b"\n" + json.dumps(row).encode(), words)

    def test_json(self):
        plan = self.files["plan.json"]
        for old, new in ((rb'"year": ?2024', b'"year": 2024.0'), (rb'"year": ?2024', b'"year": NaN'),
                         (rb'"year": ?2024', b'"year": null'), (rb'"year": ?2024', b'"year": 2024, "year": 2024'),
                         (rb'"year": ?2024', b'"year": 2024, "max_load": -0'), (rb"\A", b"\xef\xbb\xbf"), (rb"\Z", b"{}")):
            data = re.sub(old, new, plan, count=1)
            self.assertNotEqual(data, plan)
            self.refuse("plan.json", data)

    def test_plan(self):
        self.change(
            "plan.json", lambda p: p.update(unknown="x"), lambda p: p.pop("authority"), lambda p: p.update(tasks=[]),
            lambda p: p["tasks"].append(p["tasks"][0]), lambda p: p.update(year=999), lambda p: p.update(year=True),
            lambda p: p["tasks"].append({**p["tasks"][0], "id": p["tasks"][0]["id"].swapcase()}),
            lambda p: p.update(classes=[]), lambda p: p.update(classes=[{"id": "high", "name": "x"}]),
            lambda p: p.update(basis={}), lambda p: p.update(extra={"": "a"}), lambda p: p.update(extra={"a": ""}),
            lambda p: p.update(classes=forms.CLASSES + [{"id": "all", "name": "x"}]),
            lambda p: p.update(classes=forms.CLASSES + [{"id": "High", "name": "x"}]),
            lambda p: p.update(classes=forms.CLASSES + [{"id": f"c{n}", "name": "x"} for n in range(6)]),
            lambda p: p.update(window={"from": "2024-02-01", "to": "2024-01-01"}), lambda p: p.update(window={}))

    def test_task(self):
        task = lambda **fields: lambda plan: plan["tasks"][0].update(fields)  # noqa: E731
        self.change(
            "plan.json", task(quota={}), task(quota={"count": 1, "min": 1}), task(quota={"at_least": "5%", "max": 1}),
            task(quota={"count": 0}), task(quota={"count": 1, "exactly": "5%"}), task(quota={"at_most": "5%", "max": 0}),
            task(mode={}), task(mode={"drawn_by": "county"}), task(window={}), task(window={"from": "2024-01-01"}),
            task(risk={}), task(risk={"minimum": {}}), task(risk={"minimum": {"none": "5%"}}), task(risk={"unrated_as": "all"}),
            task(risk={"weights": {"high": 1001}}), task(risk={"weights": {"high": 0}}), task(scope={"categories": []}),
            task(scope={"districts": []}), task(scope={"industries": []}), task(scope={"districts": ["1405x"]}),
            task(scope={"districts": ["1" * 13]}), task(scope={"categories": [""]}), task(kind="other"), task(items=[""]),
            task(reserves=-1), task(name=None), task(coordination="a b"), task(targeting="none"))

    def test_team(self):
        team = lambda *seats, **fields: lambda p: p["tasks"][0].update(team={"seats": [*seats], **fields})  # noqa: E731
        self.change(
            "plan.json", team(), lambda p: p["tasks"][0].update(team={}), team({**SEAT, "count": 1}), team({**SEAT, "count": 21}),
            team({**SEAT, "expert": True}, SEAT), team({**SEAT, "count": 1}, {**SEAT, "count": 1, "expert": True}),
            team({**SEAT, "count": 11}, {**SEAT, "count": 10}), team({**SEAT, "department": "无"}),
            team({**SEAT, "skills": ["无"]}), team(SEAT, district="near"), team(SEAT, rotation_from="2024"),
            team(SEAT, lead_required=1))

    def test_limits(self):
        def limits(*own, of="tasks", **more):
            return lambda p: (p["tasks"][0] if of == "tasks" else p).update(limits=[{"id": "new", "visits": 1, **x} for x in own])
        self.change(
            "plan.json", limits({"visits": 0}), limits({"classes": []}), limits({"by": []}), limits({"classes": ["none"]}),
            limits({"id": "exempt"}), limits({"id": "Exempt"}), limits({}, {}), limits({}, {"id": "NEW"}),
            limits({"from": "2024-13-01"}), limits({}, {}, of="plan"), limits({"id": "EXEMPT"}, of="plan"),
            lambda p: (limits({}, of="plan")(p), limits({})(p)), lambda p: (limits({}, of="plan")(p), limits({"id": "New"})(p)))

    def test_rows(self):
        self.add("registry.jsonl", {"id": "A-1", "name": "x", "exempt_from": ["J1"]}, "exempt_from without exempt")
        self.add("registry.jsonl", {"id": "A-1", "name": "x", "exempt": "x", "exempt_from": []}, "empty")
        self.add("registry.jsonl", {"id": "A-1", "name": "x", "class": "none"}, "unknown class")
        self.add("registry.jsonl", {"id": "A-1", "name": "x", "categories": ["a", "a"]}, "duplicate")
        self.add("registry.jsonl", {"id": "A-1", "name": "x", "district": "1"}, "district")
        self.add("roster.jsonl", {"id": "A-1", "name": "x", "department": "x", "max_load": 0})
        self.add("roster.jsonl", {"id": "A-1", "name": "x", "department": "x", "load": -1})
        self.add("history.jsonl", {"entity": "A-1", "task": "J1", "date": "2024-01-01", "kind": "other"})
        row = {"entity": "A-1", "task": "Y", "date": "2020-01-01"}
        both = b"\n" + json.dumps(row).encode() + b"\n" + json.dumps({**row, "kind": "planned", "by": ["x"]}).encode()
        self.refuse("history.jsonl", self.files["history.jsonl"] + both, "duplicate")

    def test_history_after_the_day_of_sealing(self):
        day = json.loads(self.files["ceremony.json"])["sealed_at"][:10]
        row = {"entity": "A-1", "task": "Y", "date": day}
        drawn({**self.files, "history.jsonl": self.files["history.jsonl"] + b"\n" + json.dumps(row).encode()})
        self.add("history.jsonl", {**row, "date": day[:8] + f"{int(day[8:]) + 1:02}"}, "after the sealing")

    def test_ids_that_differ_only_in_letter_case(self):
        entity = json.loads(self.files["registry.jsonl"].strip().split(b"\n")[0])["id"]
        task = json.loads(self.files["plan.json"])["tasks"][0]["id"]
        visit = {"entity": entity, "task": task, "date": "2020-01-01"}
        self.add("registry.jsonl", {"id": entity.swapcase(), "name": "x"}, "letter case")
        self.add("roster.jsonl", {"id": "z-1", "name": "x", "department": "x", "recuse": [entity.swapcase()]}, "letter case")
        self.add("history.jsonl", {**visit, "entity": entity.swapcase()}, "letter case")
        self.add("history.jsonl", {**visit, "task": task.swapcase()}, "letter case")
        row = {"id": "z-9", "name": "x", "department": "x"}
        self.files["roster.jsonl"] += b"\n" + json.dumps(row).encode()
        self.add("history.jsonl", {**visit, "inspectors": ["Z-9"]}, "letter case")
        self.add("registry.jsonl", {"id": "z-1", "name": "x", "exempt": "x", "exempt_from": [task.swapcase()]}, "letter case")

    def test_a_last_day_of_a_certificate_needs_a_window(self):
        plan = json.loads(self.files["plan.json"])
        for x in (plan, *plan["tasks"]): x.pop("window", None)
        row = {"id": "z-1", "name": "x", "department": "elsewhere", "valid_to": "2030-01-01"}
        self.files["plan.json"] = json.dumps(plan).encode()
        self.add("roster.jsonl", row, "the window has no end")

    def test_ceremony(self):
        source = lambda **fields: lambda c: c["sources"][1].update(fields)  # noqa: E731
        part = lambda **fields: lambda c: c["sources"][1]["parts"][0].update(fields)  # noqa: E731
        supersedes = lambda *rows, **more: lambda c: c.update({"previous": "cd" * 32, "supersedes": [*rows],  # noqa: E731
                                                               "follows": more.get("follows", [])})
        committed = next(one for one in json.loads(self.files["contributions.json"])["contributions"] if "nonce" in one)
        self.change(
            "ceremony.json", lambda c: c.pop("sealed_at"), lambda c: c.update(hash="md5"), lambda c: c.update(sources=[]),
            lambda c: c.update(secret="AB" * 32), lambda c: c["sources"][0].pop("commitment"), source(by="office"),
            source(by="unknown"), source(name=""), source(commitment="ab" * 32), source(parts=[]), part(count=0), part(count=1001),
            part(**{"from": 6}), part(to=10000), part(distinct=False), part(distinct=True), lambda c: c.update(follows=[]),
            source(parts=[{"count": 1, "from": 0, "to": 9}] * 21), source(parts=[{"count": 1, "from": 1, "to": 6, "distinct": True}]),
            source(parts=[{"count": 6, "from": 1, "to": 6, "distinct": True}]),
            lambda c: c["sources"].append(c["sources"][0]), lambda c: (c.pop("previous", 0), c.update(supersedes=[EARLIER])),
            supersedes(EARLIER, EARLIER), supersedes(EARLIER, follows=[{"commitment": "ab" * 32, "record": "ef" * 32}]),
            supersedes({**EARLIER, "record": "ef" * 32, "contributions": [GIVEN]}), supersedes({**EARLIER, "contributions": []}),
            supersedes({**EARLIER, "contributions": [GIVEN, GIVEN]}),
            supersedes({**EARLIER, "contributions": [GIVEN, {**GIVEN, "source": 0}]}),
            supersedes({**EARLIER, "contributions": [{**GIVEN, "numbers": [[]]}]}),
            supersedes({**EARLIER, "contributions": [{**GIVEN, "numbers": [[10000]]}]}),
            supersedes({**EARLIER, "contributions": [{"source": 0, **committed}]}))

    def test_drand(self):
        ceremony = json.loads(self.files["ceremony.json"])
        valid = {"kind": "drand", "by": "public", "name": "x", "chain": CHAIN, "round": 10 ** 9}
        ceremony["sources"][1] = valid
        self.assertEqual(sheet.read_ceremony(json.dumps(ceremony).encode()), ceremony)
        for wrong in ({"by": "witness"}, {"chain": "ab" * 32}, {"round": 0}, {"round": 1}):
            ceremony["sources"][1] = {**valid, **wrong}
            self.refuse("ceremony.json", ceremony, "ceremony")

    def test_the_round_of_drand_is_after_the_sealing(self):
        # Round 1 was at 2023-08-23T15:09:27 UTC, round 1201 an hour later.
        source = {"kind": "drand", "by": "public", "name": "x", "chain": CHAIN, "round": 1201}
        ceremony = {"sealed_at": "2023-08-24T00:09:26+08:00", "sources": [source]}
        self.assertEqual(sheet.read_ceremony(json.dumps(ceremony).encode()), ceremony)
        ceremony["sealed_at"] = "2023-08-24T00:09:27+08:00"
        with self.assertRaisesRegex(Refused, "not after sealed_at"): sheet.read_ceremony(json.dumps(ceremony).encode())

    def test_contributions(self):
        given = lambda change: lambda c: change(c["contributions"])  # noqa: E731
        self.change(
            "contributions.json", *map(given, (
                lambda c: c.pop(), lambda c: c.append(c[0]), lambda c: c.reverse(), lambda c: c.clear(),
                lambda c: c[0].update(value="other"), lambda c: c[0].update(nonce="00" * 32), lambda c: c[0].update(numbers=[[1]]),
                lambda c: c[1]["numbers"][0].pop(), lambda c: c[1]["numbers"].append([1]), lambda c: c[1]["numbers"].clear(),
                lambda c: c[1]["numbers"][0].append(1), lambda c: c[1]["numbers"][0].__setitem__(0, 7),
                lambda c: c[1].update(note="x"), lambda c: c[1].update(kind="drand", signature="00" * 48))),
            lambda c: c.pop("spec"), lambda c: c.update(spec="suiji-v2"), lambda c: c.update(commitment="AB" * 32))
        del self.files["contributions.json"]
        with self.assertRaises(Refused): drawn(self.files)


class Dropped(unittest.TestCase):
    """[C2c]"""

    def test_empty_fields_and_defaults_change_nothing(self):
        folder = next(p for p in DRAWN if (p / "registry.jsonl").exists() and "classes" not in load(p / "plan.json"))
        files, plan = documents(folder), load(folder / "plan.json")
        expected = drawn(files)
        for document in (plan, *plan["tasks"]): document.setdefault("extra", {})
        for task in plan["tasks"]:
            for key, value in (("scope", {}), ("partners", []), ("items", []), ("limits", []), ("reserves", 0)):
                task.setdefault(key, value)
        plan.setdefault("basis", [])
        plan["classes"] = forms.CLASSES
        rows = [json.loads(line) for line in files["registry.jsonl"].split(b"\n") if line.strip()]
        rows = [{"status": "active", "categories": [], "extra": {}, **row} for row in rows]
        data = "\n".join(map(json.dumps, rows)).encode()
        self.assertEqual(drawn({**files, "plan.json": json.dumps(plan).encode(), "registry.jsonl": data}), expected)

    def test_keys_of_extra_are_not_fields(self):
        row = forms.read(tables.ENTITY, {"id": "A", "name": "x", "extra": {"status": "active", "kind": "planned"}}, "row")
        self.assertEqual(row["extra"], {"status": "active", "kind": "planned"})

    def test_a_superseded_commitment_is_derived_with_the_hash_of_this_sheet(self):
        given = {"source": 0, "kind": "committed", "nonce": "00" * 32, "value": "x"}
        commitment = derive(sha256, "commit", bytes(32), b"x").hex()
        ceremony = {"previous": "cd" * 32, "supersedes": [{**EARLIER, "contributions": [given]}], "sources": [
            {"kind": "committed", "by": "public", "name": "x", "commitment": commitment}]}
        for hash, refused in (({}, True), ({"hash": "sha256"}, True), ({"hash": "sm3"}, False)):
            try: sheet.read_ceremony(json.dumps({**ceremony, **hash}).encode())
            except Refused: self.assertTrue(refused)
            else: self.assertFalse(refused)


if __name__ == "__main__":
    unittest.main()
