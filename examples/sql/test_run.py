"""Tests of run.py and the pages with a case that has nested empty objects, and with changed records. Run with a server:

    ./postgres.sh python3 test_run.py
"""

import contextlib
import io
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import run

HERE = Path(__file__).resolve().parent
VECTOR = HERE.parents[1] / "tests" / "vectors" / "draws" / "explicit-defaults.json"


class NestedEmptyObjects(unittest.TestCase):
    """A `risk` that only has empty objects is dropped [C2c], so the only stratum is `all`."""

    def setUp(self):
        vector = json.loads(VECTOR.read_text("utf-8"))
        self.record = vector["expected"]["record"]
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.case = Path(folder.name)
        for name, form in vector["documents"].items():
            rows = form.get("rows")
            text = json.dumps(form["json"]) if rows is None else "".join(json.dumps(row) + "\n" for row in rows)
            (self.case / name).write_text(text, "utf-8")
        self.write(self.record)

    def write(self, record):
        (self.case / "record.json").write_text(json.dumps(record), "utf-8")

    def run_py(self):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            return run.main(["postgresql", str(self.case)]), out.getvalue()

    def page(self, name):
        task = self.record["draws"][0]["task"]
        names = {"case": str(self.case), "record": str(self.case / "record.json"), "task": task}
        return subprocess.run([HERE / "page.sh", name], env={**os.environ, **names}, capture_output=True).returncode

    def test_the_vector_has_such_a_risk(self):
        risks = [task.get("risk") for task in json.loads((self.case / "plan.json").read_text("utf-8"))["tasks"]]
        self.assertIn({"minimum": {}, "maximum": {}, "weights": {}}, risks)
        self.assertEqual({s["stratum"] for task in self.record["commitment"]["tasks"] for s in task["strata"]}, {"all"})

    def test_run_py_and_the_pages_give_the_record(self):
        code, words = self.run_py()
        self.assertEqual(code, 0, words)
        for name in ("README.md", "README.zh-CN.md"):
            self.assertEqual(self.page(name), 0, name)

    def test_a_changed_ticket_or_seed_is_found(self):
        self.record["draws"][0]["selected"][0]["ticket"] = "00" * 32
        self.write(self.record)
        self.assertEqual(self.run_py()[0], 1)
        self.assertNotEqual(self.page("README.md"), 0)
        record = json.loads(VECTOR.read_text("utf-8"))["expected"]["record"]
        self.write({**record, "seed": "00" * 32})
        self.assertNotEqual(self.page("README.md"), 0)


if __name__ == "__main__":
    unittest.main()
