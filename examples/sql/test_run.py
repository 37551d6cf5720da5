"""Tests of the statements, of run.py and of the pages, on cases of the vectors and on changed records. Run with a server:

    ./postgres.sh python3 test_run.py

If the package in requirements.txt is installed, frame.sql is also tested on DuckDB.
"""

import contextlib
import hashlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import hashes
import run
from case import Case

HERE = Path(__file__).resolve().parent
VECTORS = HERE.parents[1] / "tests" / "vectors" / "cases"
ENGINES = ["postgresql"] + ["duckdb"] * bool(importlib.util.find_spec("duckdb"))


class Frame(unittest.TestCase):
    """One entity for each condition of [F2], most of them with one visit or day too few."""

    LIMITS = [[0, "low", None, 1, "2023-01-01"], [1, "twice", None, 2, None], [2, "own", "J1", 1, None]]
    # id: class, exempt, tasks of exempt_from, visits (task, day, kind, by), the reason
    ENTITIES = {
        "low-last-year": ("low", None, [], [("N9", "2023-05-01", "planned", [])], "low"),
        "low-too-early": ("low", None, [], [("N9", "2022-12-31", "planned", [])], None),
        "low-too-late": ("low", None, [], [("N9", "2025-01-01", "planned", [])], None),
        "low-first": ("low", None, [], [("J1", "2024-05-01", "planned", [])], "low"),
        "high-once": ("high", None, [], [("N9", "2024-05-01", "planned", [])], None),
        "twice": ("high", None, [], [("N9", "2024-05-01", "planned", ["市局"]), ("N9", "2024-05-02", "planned", ["市局"])], "twice"),
        "twice-unsaid": ("high", None, [], [("N9", "2024-05-01", "planned", []), ("N9", "2024-05-02", "planned", [])], "twice"),
        "twice-by-both": ("high", None, [], [("N9", d, "planned", ["省局", "市局"]) for d in ("2024-05-01", "2024-05-02")], "twice"),
        "twice-by-others": ("high", None, [], [("N9", d, "planned", ["省局"]) for d in ("2024-05-01", "2024-05-02")], None),
        "twice-one-day": ("high", None, [], [("N8", "2024-05-01", "planned", []), ("N9", "2024-05-01", "planned", [])], None),
        "twice-one-case": ("high", None, [], [("N9", "2024-05-01", "planned", []), ("N9", "2024-05-02", "case", [])], None),
        "twice-two-years": ("high", None, [], [("N9", "2023-05-01", "planned", []), ("N9", "2024-05-02", "planned", [])], None),
        "own": ("high", None, [], [("J1", "2024-05-01", "planned", ["省局"])], "own"),
        "own-case": ("high", None, [], [("J1", "2024-05-01", "case", [])], None),
        "unrated": (None, None, [], [("N9", "2023-05-01", "planned", [])], "low"),
        "exempt": ("low", "免检", [], [("J1", "2024-05-01", "planned", [])], "exempt"),
        "exempt-here": ("high", "免检", ["J1", "N2"], [], "exempt"),
        "exempt-elsewhere": ("high", "免检", ["N2"], [], None),
        "nothing": ("high", None, [], [], None),
    }

    def tables(self, strata, unrated_as):
        rows = self.ENTITIES.items()
        visits = [(id, *visit) for id, (_, _, _, visits, _) in rows for visit in visits]
        return {
            "registry": [[id, class_, "140521", None, "active", None, exempt] for id, (class_, exempt, *_) in rows],
            "registry_categories": [],
            "registry_exempt_from": [[id, task] for id, (_, _, tasks, *_) in rows for task in tasks],
            "history": [list(visit[:4]) for visit in visits],
            "history_by": [[*visit[:4], visitor] for visit in visits for visitor in visit[4]],
            "task": [["J1", 2024, None, strata, unrated_as]],
            "scope": [],
            "limits": self.LIMITS,
            "limit_classes": [["low", "low"]],
            "limit_by": [["twice", "市局"]],
        }

    def results(self, engine, strata, unrated_as):
        statement = (HERE / "frame.sql").read_text("utf-8")
        rows = run.ENGINES[engine][1](self.tables(strata, unrated_as), statement)
        return {id: (stratum, reason) for id, stratum, reason in rows}

    def test_every_condition_decides(self):
        expected = {id: (class_ or "low", reason) for id, (class_, _, _, _, reason) in self.ENTITIES.items()}
        for engine in ENGINES:
            self.assertEqual(self.results(engine, "class", "low"), expected, engine)

    def test_an_unrated_entity_without_a_class_is_in_no_class_of_a_limit(self):
        for engine in ENGINES:
            self.assertEqual(self.results(engine, "all", None)["unrated"], ("all", None), engine)


class Records(unittest.TestCase):
    """run.py and the pages on two cases: 35, and 07 with a blinded commitment."""

    NAMES = ["35", "07"]

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name in self.NAMES:
            shutil.copytree(VECTORS / name, self.folder / name)
            shutil.copy(VECTORS / name / "expected" / "record.json", self.folder / name)

    def record(self, name):
        return json.loads((VECTORS / name / "expected" / "record.json").read_text("utf-8"))

    def write(self, name, record):
        (self.folder / name / "record.json").write_text(json.dumps(record), "utf-8")

    def run_py(self, name):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            return run.main(["postgresql", str(self.folder / name)]), out.getvalue()

    def page(self, page, name, index=0):
        task = self.record(name)["draws"][index]["task"]
        names = {"case": str(self.folder / name), "record": str(self.folder / name / "record.json"), "task": task}
        return subprocess.run([HERE / "page.sh", page], env={**os.environ, **names}, capture_output=True).returncode

    def differs(self, name, record, *words):
        """run.py does not accept a record, and says why."""
        self.write(name, record)
        code, text = self.run_py(name)
        self.assertEqual(code, 1, text)
        for part in words:
            self.assertIn(part, text)

    def test_the_cases_have_what_frame_sql_is_for(self):
        for name in self.NAMES:
            case = Case(self.folder / name)
            limits = case.plan.get("limits", []) + [of for task in case.plan["tasks"] for of in task.get("limits", [])]
            for field in ("from", "classes", "by"):
                self.assertTrue(any(field in limit for limit in limits), f"{name}: {field}")
            self.assertTrue(case.exempt_from and case.history_by, name)
        self.assertEqual([bool(Case(self.folder / name).secret) for name in self.NAMES], [False, True])

    def test_run_py_and_the_pages_give_the_record(self):
        for name in self.NAMES:
            code, text = self.run_py(name)
            self.assertEqual(code, 0, text)
            for index, page in enumerate(["README.md", "README.zh-CN.md"]):
                self.assertEqual(self.page(page, name, index), 0, f"{page} {name}")

    def test_a_changed_ticket_is_found(self):
        record = self.record("35")
        record["draws"][0]["selected"][0]["ticket"] = "00" * 32
        self.differs("35", record, "visit 1")
        self.assertNotEqual(self.page("README.md", "35"), 0)

    def test_a_made_up_seed_is_found(self):
        # Everything that follows from the seed is correct. Only the seed does not follow from the contributions.
        for name in self.NAMES:
            record = self.drawn_with(name, bytes(32))
            self.differs(name, record, "seed: expected", "key: expected")
            for page in ("README.md", "README.zh-CN.md"):
                self.assertNotEqual(self.page(page, name), 0, page)

    def drawn_with(self, name, seed):
        """The record of a case with another seed, and with the keys, tickets and lists that follow from that seed."""
        case, record = Case(self.folder / name), self.record(name)
        record["seed"] = seed.hex()
        for task, sealed, draw in zip(case.plan["tasks"], record["commitment"]["tasks"], record["draws"]):
            frame = (HERE / "frame.sql").read_text("utf-8")
            rows = run.ENGINES["postgresql"][1](case.inputs_of_frame(task), frame)
            draw["key"], order = (hashes.key(label, seed, sealed) for label in ("draw", "order"))
            tickets = []
            for id, stratum, reason in rows:
                salt = hashes.derive("salt", case.secret, b"registry", id.encode()) if case.secret else b""
                ticket = hashlib.sha256(bytes.fromhex(draw["key"]) + id.encode() + salt).hexdigest()
                tickets += [] if reason else [(ticket, id, stratum)]
            takes = {of["stratum"]: of["take"] for of in sealed["strata"]}
            selected = []
            for stratum, take in takes.items():
                selected += sorted(row for row in tickets if row[2] == stratum)[:take]
            selected.sort(key=lambda row: hashlib.sha256(bytes.fromhex(order) + row[1].encode()).digest())
            draw["selected"] = [{"id": id, "stratum": stratum, "ticket": ticket} for ticket, id, stratum in selected]
        return record

    def test_what_is_drawn_with_the_true_seed_is_the_record(self):
        # So the forgery above is refused only because of its seed.
        for name in self.NAMES:
            record = self.record(name)
            again = self.drawn_with(name, bytes.fromhex(record["seed"]))
            for one, other in zip(again["draws"], record["draws"]):
                self.assertEqual(one["selected"], other.get("selected", []))

    def test_contributions_that_do_not_match_their_sources_are_found(self):
        name = "07"
        for index, source in enumerate(self.record(name)["commitment"]["sources"]):
            record = self.record(name)
            given = record["contributions"][index]
            if source["kind"] == "committed":
                given["value"] += "1"
            else:
                given["numbers"][0][0] = source["parts"][0]["to"] + 1
            seed = hashes.seed(record["commitment"], record["contributions"])
            forged = {**self.drawn_with(name, seed), "contributions": record["contributions"]}
            self.differs(name, forged, f"{source['name']}: the contribution does not match")

    def test_contributions_of_another_draw_are_found(self):
        path = self.folder / "35" / "contributions.json"
        other = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**other, "commitment": "00" * 32}), "utf-8")
        code, text = self.run_py("35")
        self.assertEqual(code, 1, text)
        self.assertIn("contributions.json: expected commitment", text)


if __name__ == "__main__":
    unittest.main()
