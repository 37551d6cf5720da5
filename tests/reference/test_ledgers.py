"""Annex G: the ledgers of crates/suiji-evidence/tests/vectors, read and examined by this implementation."""
import unittest

from cases import HERE, load
from suiji_ref.ledger import Broken, Ledger, audit

FOLDER = HERE.parents[1] / "crates" / "suiji-evidence" / "tests" / "vectors" / "ledgers"


class Ledgers(unittest.TestCase):
    def test_every_ledger_has_what_its_file_says(self):                          # [L1] [L2] [L3] [L5] [L7]
        files = sorted(FOLDER.glob("*.json"))
        self.assertGreater(len(files), 25)
        for path in files:
            vector, expected = load(path), load(path)["expected"]
            with self.subTest(path.stem):
                if "error" in expected:
                    with self.assertRaises(Broken) as broken: Ledger(vector["ledger"].encode())
                    self.assertEqual((broken.exception.code, broken.exception.line), (expected["error"], expected["line"]))
                    continue
                ledger = Ledger(vector["ledger"].encode())
                self.assertEqual((len(ledger.lines), ledger.root(len(ledger.lines))), (expected["size"], expected["root"]))
                found = audit(ledger, [(head["size"], head["root"]) for head in vector["heads"]])
                self.assertEqual(found, (sorted(expected["failures"]), sorted(expected["warnings"])))


if __name__ == "__main__":
    unittest.main()
