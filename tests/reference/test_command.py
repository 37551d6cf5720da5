"""The commands, and the package itself."""
import ast
import json
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from cases import DRAWN, HERE, REFUSED, command, documents, expected, first, load, secret_of
from suiji_ref.draw import digest
from suiji_ref.hashing import SUITES
from suiji_ref.text import jcs

SPEC = HERE.parent.parent / "crates" / "suiji" / "SPEC.md"
MODULES = {path.name: path.read_text("utf-8") for path in sorted((HERE / "suiji_ref").glob("*.py"))}


class Commands(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)

    def copy(self, folder) -> Path:
        """A case without its results."""
        to = Path(tempfile.mkdtemp(dir=self.temporary.name)) / "case"
        shutil.copytree(folder, to, ignore=shutil.ignore_patterns("expected"))
        return to

    def run_case(self, folder):
        """Runs all commands of a case in order. Returns its folder."""
        d = self.copy(folder)
        self.assertEqual(command("seal", d), (0, ""))
        self.assertEqual(load(d / "commitment.json"), expected(folder, "commitment"))
        self.assertEqual(command("draw", d, "--yes"), (0, ""))
        self.assertEqual(load(d / "record.json"), expected(folder, "record"))
        self.assertEqual(command("publish", d / "record.json", "--out", d / "public.json", "--case", d), (0, ""))
        if (folder / "expected" / "amendments.json").exists():
            self.assertEqual(command("amend", d, "--requests", d / "requests.json", "--yes"), (0, ""))
            self.assertEqual(load(d / "amendments.json"), expected(folder, "amendments"))
        for name in ("record.json", "public.json"):
            for more in ((), ("--case", d)):
                code, words = command("verify", d / name, *more)
                self.assertEqual((code, "\non trust " in words), (0, True), words)
        return d

    def test_from_sealing_to_amendments(self):
        for secret in (False, True):
            self.run_case(first(lambda p: bool(secret_of(p)) == secret and (p / "requests.json").exists()
                                and (p / "expected" / "amendments.json").exists()))

    def test_refused_cases_write_no_record(self):
        for folder in REFUSED:
            d = self.copy(folder)
            results = [command("seal", d), command("draw", d)]
            self.assertTrue(any(code == 2 and words.startswith("refused: ") for code, words in results), folder.name)
            self.assertEqual(results[1][0], 2)
            self.assertFalse((d / "record.json").exists())

    def test_refused_requests_write_nothing(self):
        for folder in DRAWN:
            if not (folder / "expected" / "amendments-error.txt").exists(): continue
            d = self.copy(folder)
            self.assertEqual(command("draw", d)[0], 0)
            self.assertEqual(command("amend", d, "--requests", d / "requests.json")[0], 2)
            self.assertFalse((d / "amendments.json").exists())

    def test_nothing_is_overwritten(self):
        d = self.copy(first(lambda p: not secret_of(p)))
        command("draw", d)
        before = (d / "record.json").read_bytes()
        self.assertEqual(command("draw", d)[0], 0)
        for other in ("{}", json.dumps(load(d / "record.json"))):
            (d / "record.json").write_text(other)
            code, words = command("draw", d)
            self.assertEqual((code, "record.json already exists" in words), (2, True), words)
            self.assertEqual((d / "record.json").read_text(), other)
        (d / "record.json").write_bytes(before)
        (d / "public.json").symlink_to("elsewhere")
        self.assertEqual(command("publish", d / "record.json", "--out", d / "public.json")[0], 2)
        self.assertFalse((d / "elsewhere").exists())

    def test_a_sealed_case_takes_all_but_the_secret_from_its_commitment(self):
        folder = first(lambda p: secret_of(p) and load(p / "ceremony.json")["sources"][0]["kind"] == "committed")
        d = self.copy(folder)
        ceremony = load(d / "ceremony.json")
        (d / "ceremony.json").write_text(json.dumps({"secret": ceremony["secret"], "sources": ceremony["sources"]}))
        self.assertIn("missing sealed_at", command("seal", d)[1])
        (d / "commitment.json").write_text(json.dumps(expected(folder, "commitment")))
        self.assertEqual(command("draw", d), (0, ""))
        self.assertEqual(load(d / "record.json"), expected(folder, "record"))
        (d / "ceremony.json").write_text(json.dumps({"secret": "ab" * 32, "sources": ceremony["sources"]}))
        self.assertIn("not those that were sealed", command("draw", d)[1])
        code, words = command("verify", d / "record.json", "--case", d)
        self.assertEqual((code, "failed       registry.root" in words), (1, True), words)

    def test_noted_digests_and_earlier_commitments(self):
        folder = first(lambda p: "supersedes" in expected(p, "commitment") and not secret_of(p))
        record = expected(folder, "record")
        path, commitment = folder / "expected" / "record.json", record["commitment"]
        digests = ["--commitment", SUITES[commitment["hash"]](jcs(commitment)).hex(), "--record", digest(record).hex()]
        self.assertEqual(command("verify", path, *digests)[0], 0)
        self.assertEqual(command("verify", path, "--commitment", "ab " * 32)[0], 1)
        self.assertEqual(command("verify", path, "--commitment", digests[1][:16])[0], 2)
        earlier = Path(self.temporary.name, "earlier.json")
        earlier.write_text(json.dumps([{**commitment, "sealed_at": "2020-01-01T00:00:00+08:00"}]))
        code, words = command("verify", path, "--earlier", earlier)
        self.assertEqual((code, "failed       earlier.named" in words), (1, True), words)

    def test_usage(self):
        for arguments in ((), ("draw",), ("verify", "x", "--public", "y"), ("seal", "x", "y"), ("publish", "x"), ("amend", "x"),
                          ("seal", "--yes"), ("verify", "no-such-file"), ("verify", HERE / "README.md")):
            self.assertEqual(command(*arguments)[0], 2, arguments)


class ThePackage(unittest.TestCase):
    def test_files_are_short_and_narrow(self):
        for name, source in MODULES.items():
            lines = source.splitlines()
            self.assertLessEqual(len(lines), 350, name)
            self.assertLessEqual(max(map(len, lines)), 128, name)

    def test_is_python_3_9_and_standard_library_only(self):
        standard = {"calendar", "collections", "fractions", "functools", "hashlib", "json", "math", "os", "pathlib", "re",
                    "struct", "sys", "tempfile", "unicodedata"}
        for name, source in MODULES.items():
            tree = ast.parse(source, feature_version=(3, 9))
            names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
            names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
            self.assertLessEqual(names, standard, name)

    def test_has_no_floats(self):
        for name, source in MODULES.items():
            for node in ast.walk(ast.parse(source)):
                self.assertFalse(isinstance(node, ast.Constant) and isinstance(node.value, float), name)
                self.assertFalse(isinstance(node, ast.Div), name)

    def test_cites_every_rule_of_the_spec_and_no_other(self):
        form = r"\[?\b([CIFSRDTEMVGL][0-9][a-c]?)(?:\.[0-9])?\b"
        # Annex F, results of inspections, is not part of a draw. Of annex G the ledger is here, but not its signed heads, its
        # proofs and the notes of a witness.
        spec = set(re.findall(r"\[([A-NQ-Z][0-9][a-c]?)\]", SPEC.read_text("utf-8"))) - {"L4", "L6", "W1"}
        cited = re.findall(r'\[[^\]\n]*\]|"[A-Z][0-9][a-c]?"', "\n".join(MODULES.values()))
        here = {id for words in cited for id in re.findall(form, words)}
        self.assertEqual((sorted(here - spec), sorted(spec - here)), ([], []))


if __name__ == "__main__":
    unittest.main()
