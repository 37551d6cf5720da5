"""The worked example of SPEC.md, annex E: its commands print what it says, and the reference gives the same documents."""
import json
import re
import shutil
import subprocess
import unittest
from pathlib import Path

import cases
from suiji_ref import amend, case, draw
from suiji_ref.text import jcs

SPEC = Path(__file__).resolve().parents[2] / "crates" / "suiji" / "SPEC.md"
TEXT = SPEC.read_text("utf-8").split("<!-- example -->")[1].split("<!-- /example -->")[0]
BLOCKS = "".join(re.findall(r"```sh\n(.*?)```", TEXT, re.S))
TOOLS = ["bash", "sha256sum", "xxd", "openssl", "od"]


def variable(name):
    """The document in a variable of the annex."""
    return json.loads(re.search(rf"^{name}='(.*)'$", BLOCKS, re.M)[1])


def leaves(prefix):
    """The rows of a tree, from the commands that hash them."""
    return [json.loads(row) for row in re.findall(rf"^{prefix}\d=\$\(leaf '(.*)'\)", BLOCKS, re.M)]


class Commands(unittest.TestCase):
    @unittest.skipUnless(all(map(shutil.which, TOOLS)), "needs " + ", ".join(TOOLS))
    def test_every_command_prints_what_stands_below_it(self):
        expected = [line[2:] for line in BLOCKS.splitlines() if line.startswith("# ")]
        self.assertGreater(len(expected), 35)
        done = subprocess.run(["bash", "-euo", "pipefail"], input=BLOCKS, capture_output=True, encoding="utf-8")
        self.assertEqual(done.stdout.splitlines(), expected, done.stderr)


class Reference(unittest.TestCase):
    def setUp(self):
        commitment = variable("commitment")
        visit = json.loads(re.search(r"^leaf '(\{\"date\".*)'$", BLOCKS, re.M)[1])
        ceremony = {name: commitment[name] for name in ("sealed_at", "sources")}
        lines = {"registry": leaves("f"), "roster": leaves("p"), "history": [visit]}
        self.files = {f"{name}.jsonl": "".join(json.dumps(row) + "\n" for row in rows).encode() for name, rows in lines.items()}
        self.files.update({f"{name}.json": json.dumps(value).encode()
                           for name, value in {"plan": variable("plan"), "ceremony": ceremony}.items()})
        self.sealed = case.seal_case(self.files)

    def test_the_documents_are_canonical_and_those_of_the_reference(self):
        self.assertEqual(self.sealed.commitment, variable("commitment"))
        given = {"commitment": self.sealed.digest.hex(), "contributions": variable("contributions")}
        record = draw.draw(self.sealed, given)
        self.assertEqual(record, variable("record"))
        for name, value in {"plan": variable("plan"), "commitment": self.sealed.commitment, "record": record}.items():
            self.assertIn(f"{name}='{jcs(value).decode()}'\n", BLOCKS)

    def test_the_amendment_is_that_of_the_reference(self):
        said = variable("amendment")
        request = {name: said[name] for name in ("kind", "at", "approved_by", "reason")}
        request["seats"] = [{name: seat[name] for name in ("task", "entity", "seat")} for seat in said["seats"]]
        made = amend.amend(self.sealed, variable("record"), [request])
        self.assertEqual(made["amendments"], [said])
        self.assertIn(f"amendment='{jcs(said).decode()}'\n", BLOCKS)


if __name__ == "__main__":
    unittest.main()
