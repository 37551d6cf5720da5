"""Tests of the reference, without other software: python3 -m unittest discover tests/reference

Expected values come from the standards (tests/vectors/primitives), the cases (tests/vectors/cases), receipts made by
the Rust command (receipts/), or are written here.
"""
import ast
import contextlib
import copy
import io
import itertools
import json
import re
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import suiji_ref as ref  # noqa: E402

CASES = sorted(p for p in (HERE.parent / "vectors" / "cases").iterdir() if p.is_dir())
DRAWN = [p for p in CASES if (p / "expected" / "record.json").exists()]
SPEC = HERE.parent.parent / "crates" / "suiji" / "SPEC.md"
SOURCE = (HERE / "suiji_ref.py").read_text("utf-8")


def load(path):
    return json.loads(path.read_text("utf-8"))


def vectors(name):
    return load(HERE.parent / "vectors" / "primitives" / f"{name}.json")


def documents(folder):
    """The bytes of a case's files, by name."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def drawn(files):
    case = ref.read_case(files)
    return ref.draw(ref.seal(case), case.contributions)


def command(*arguments):
    """The exit code and the output of the command."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = ref.main(*map(str, arguments))
    return code, out.getvalue()


def places(document, at=()):
    """Every place in a document, as a tuple of keys."""
    if isinstance(document, list):
        document = dict(enumerate(document))
    for key, member in document.items() if isinstance(document, dict) else ():
        yield at + (key,)
        yield from places(member, at + (key,))


def altered(document, place):
    """The document with another value at a place."""
    document = copy.deepcopy(document)
    holder = document
    for key in place[:-1]:
        holder = holder[key]
    value = holder[place[-1]]
    if isinstance(value, bool):
        del holder[place[-1]]
    elif isinstance(value, int):
        holder[place[-1]] = value + 1
    elif isinstance(value, str):
        holder[place[-1]] = value[:-1] + ("1" if value[-1] != "1" else "2")
    elif isinstance(value, list):
        value.pop()
    else:
        del holder[place[-1]]
    return document


def failed(checks):
    return {check[1] for check in checks if check[0] == "failed"}


class Primitives(unittest.TestCase):
    def test_hash_suites(self):
        for suite in ("sha256", "sm3"):
            for case in vectors(suite)["cases"]:
                if len(case["text"]) * case["times"] < 10_000:
                    self.assertEqual(ref.SUITES[suite](case["text"].encode() * case["times"]).hex(), case["digest"])

    def test_sm3_of_all_lengths_up_to_two_blocks(self):
        # Every length gives another digest, although the text looks like padding.
        digests = {ref.sm3(b"\x80" * n) for n in range(0, 130)}
        self.assertEqual(len(digests), 130)

    def test_chacha20_blocks(self):
        for case in vectors("chacha20")["cases"]:
            block = ref.chacha20(bytes.fromhex(case["key"]), case["counter"], bytes.fromhex(case["nonce"]))
            self.assertEqual(block.hex(), case["block"], case["name"])

    def test_keystream_is_little_endian_words_from_block_0(self):
        zero = next(c for c in vectors("chacha20")["cases"] if c["name"] == "A.1, test vector 1")
        used = []
        words = list(itertools.islice(ref.keystream(bytes(32), used), 9))
        self.assertEqual(words[0], int.from_bytes(bytes.fromhex(zero["block"][:16]), "little"))
        self.assertEqual(words[7], int.from_bytes(bytes.fromhex(zero["block"][-16:]), "little"))
        self.assertEqual(used, words)

    def test_uniform_rejects_words_at_or_above_the_limit(self):
        self.assertEqual(ref.uniform(iter([2 ** 64 - 1, 2 ** 64 - 1, 7]), 3), 1)
        self.assertEqual(ref.uniform(iter([2 ** 64 - 2]), 3), 2)
        self.assertEqual(ref.uniform(iter([2 ** 64 - 1]), 4), 3)
        self.assertEqual(ref.uniform(iter([2 ** 63 + 1, 2 ** 63]), 2 ** 63 + 1), 2 ** 63)

    def test_jcs_documents_without_null_and_fractions(self):
        seen = set()
        for case in vectors("jcs")["documents"]:
            if not re.search(r"null|[0-9][.eE]", case["input"]):
                seen.add(case["name"])
                self.assertEqual(ref.jcs(json.loads(case["input"])), case["output"].encode())
        self.assertLessEqual({"french", "unicode", "weird"}, seen)

    def test_jcs_sorts_keys_by_utf_16(self):
        self.assertEqual(ref.jcs({"\ufb00": 1, "\U0001f600": 2, "\u20ac": True}),
                         '{"\u20ac":true,"\U0001f600":2,"\ufb00":1}'.encode())

    def test_jcs_escapes(self):
        self.assertEqual(ref.jcs(['\b\t\n\f\r"\\/\x0f\x7f']), b'["\\b\\t\\n\\f\\r\\"\\\\/\\u000f\x7f"]')

    def test_merkle_roots_and_proofs(self):
        tree = vectors("merkle")
        leaves = [bytes.fromhex(leaf) for leaf in tree["leaves"]]
        for size, root in enumerate(tree["roots"]):
            self.assertEqual(ref.root(ref.sha256, leaves[:size]).hex(), root)
        for p in tree["proofs"]:
            leaf, index, size, proof = bytes.fromhex(p["leaf_hash"]), p["index"], p["size"], p["proof"]
            self.assertEqual(ref.climb(ref.sha256, leaf, index, size, proof).hex(), p["root"])
            for wrong in (index + 1, size, size + 1):
                self.assertNotEqual(ref.climb(ref.sha256, leaf, wrong, size, proof).hex(), p["root"])
            self.assertNotEqual(ref.climb(ref.sha256, leaf, index, size, proof[1:] or ["00" * 32]).hex(), p["root"])

    def test_derive_writes_lengths_as_eight_bytes(self):
        parts = ref.derive(lambda data: data, "draw", b"ab", b"")
        self.assertEqual(parts, b"suiji-v1/draw\0" + b"\0" * 7 + b"\x02ab" + b"\0" * 8)


class Cases(unittest.TestCase):
    def test_commitment_record_and_digests(self):
        for folder in DRAWN:
            record = drawn(documents(folder))
            for name, mine in (("commitment", record["commitment"]), ("record", record)):
                self.assertEqual(ref.jcs(mine), ref.jcs(load(folder / "expected" / f"{name}.json")), folder.name)

    def test_steps(self):
        for folder in DRAWN:
            if not (folder / "expected" / "trace.json").exists():
                continue
            expected, case, steps = load(folder / "expected" / "trace.json"), ref.load_case(folder), defaultdict(list)
            sealed = ref.seal(case)
            record = ref.draw(sealed, case.contributions, steps)
            self.assertEqual(ref.jcs(case.plan).decode(), expected["plan_jcs"])
            self.assertEqual(sealed.digest.hex(), expected["commitment_digest"])
            self.assertEqual(ref.digest(record).hex(), expected["record_digest"])
            self.assertEqual(sealed.leaves["registry"][0].decode(), expected["registry_first_leaf"]["jcs"])
            self.assertEqual([t["order_key"] for t in steps["tasks"]], [t["key"] for t in expected["order_keys"]])
            before, after = [sorted(loads.values(), reverse=True) for loads in steps["loads"]]
            self.assertEqual((before, after), (expected["loads_before_balance"], expected["loads_after"]))
            teams = {(t["task"], t["entity"]): t for t in steps["teams"]}
            for team in expected["ranks"]:
                mine = teams[team["task"], team["entity"]]
                words = [f"{word:016x}" for word in itertools.islice(ref.keystream(bytes.fromhex(mine["key"]), []), 3)]
                self.assertEqual((mine["key"], words), (team["key"], team["first_words"]))
                self.assertEqual(mine["ranked"][:len(team["ranked"])], team["ranked"])

    def test_refused_cases_write_nothing(self):
        refused = [p for p in CASES if p not in DRAWN]
        self.assertGreaterEqual(len(refused), 7)
        for folder in refused:
            with tempfile.TemporaryDirectory() as out:
                code, words = command("draw", folder, "--out", Path(out, "new"))
                self.assertEqual((code, words[:9]), (2, "refused: "), folder.name)
                self.assertEqual(list(Path(out).iterdir()), [])

    def test_draw_writes_two_files_and_overwrites_none(self):
        with tempfile.TemporaryDirectory() as out:
            self.assertEqual(command("draw", DRAWN[0], "--out", out)[0], 0)
            self.assertEqual(sorted(p.name for p in Path(out).iterdir()), ["commitment.json", "record.json"])
            self.assertEqual(load(Path(out, "record.json")), load(DRAWN[0] / "expected" / "record.json"))
            self.assertEqual(command("draw", DRAWN[0], "--out", out)[0], 0)
            self.assertEqual(command("draw", DRAWN[1], "--out", out)[0], 2)
            self.assertEqual(load(Path(out, "record.json")), load(DRAWN[0] / "expected" / "record.json"))

    def test_draw_writes_nothing_if_a_file_exists_or_into_the_case(self):
        for name in ("commitment.json", "record.json"):
            for make in (lambda path: path.write_text("{}"), lambda path: path.mkdir(),
                         lambda path: path.symlink_to(path.with_name("elsewhere"))):
                with tempfile.TemporaryDirectory() as out:
                    make(Path(out, name))
                    code, words = command("draw", DRAWN[0], "--out", out)
                    self.assertEqual((code, f"{name} already exists" in words), (2, True), words)
                    self.assertEqual([p.name for p in Path(out).iterdir()], [name])
        with tempfile.TemporaryDirectory() as folder:
            for name, data in documents(DRAWN[0]).items():
                Path(folder, name).write_bytes(data)
            before = sorted(Path(folder).iterdir())
            code, words = command("draw", folder, "--out", Path(folder, "..", Path(folder).name))
            self.assertEqual((code, "the case itself" in words), (2, True), words)
            self.assertEqual(sorted(Path(folder).iterdir()), before)

    def test_sources_and_time_of_a_sealed_case_come_from_its_commitment(self):
        folder = next(p for p in DRAWN if p.name == "06")
        files, record = documents(folder), load(folder / "expected" / "record.json")
        ceremony, commitment = json.loads(files["ceremony.json"]), record["commitment"]
        source = next(source for source in ceremony["sources"] if source["kind"] == "committed")
        del source["commitment"]
        files["ceremony.json"] = json.dumps(ceremony).encode()
        with self.assertRaisesRegex(ref.Refused, f"source {source['name']} has no commitment"):
            drawn(files)
        del ceremony["sealed_at"]
        files["ceremony.json"] = json.dumps(ceremony).encode()
        with self.assertRaisesRegex(ref.Refused, "missing sealed_at"):
            drawn(files)
        files["commitment.json"] = json.dumps(commitment).encode()
        self.assertEqual(drawn(files), record)
        files["commitment.json"] = json.dumps({**commitment, "year": None}).encode()
        with self.assertRaisesRegex(ref.Refused, "commitment.year"):
            drawn(files)

    def test_usage(self):
        for arguments in ((), ("draw", "x"), ("verify", "x", "--public", "y"), ("draw", "x", "--out", "y", "z")):
            self.assertEqual(command(*arguments)[0], 2)
        self.assertEqual(command("verify", "no-such-file", "--case", DRAWN[0])[0], 2)


class Refusals(unittest.TestCase):
    """Valid documents with one fault."""

    def setUp(self):
        self.files = documents(next(p for p in DRAWN if p.name == "01"))
        drawn(self.files)

    def refuse(self, name, data, words=""):
        files = {**self.files, name: data if isinstance(data, bytes) else json.dumps(data).encode()}
        with self.assertRaisesRegex(ref.Refused, words):
            drawn(files)

    def change(self, name, *changes):
        """Each change is a function that makes the parsed document invalid."""
        for change in changes:
            document = json.loads(self.files[name])
            change(document)
            self.refuse(name, document)

    def test_json(self):
        plan = self.files["plan.json"]
        for data in (b"", b"\xef\xbb\xbf" + plan, plan + b"{}", plan[:-3],
                plan.replace(b'"year": 2024', b'"year": 2024.0'),
                     plan.replace(b'"year": 2024', b'"year": NaN'), plan.replace(b'"year": 2024', b'"year": null'),
                     plan.replace(b'"year": 2024', b'"year": 2024, "year": 2024'),
                     plan.replace(b'"year": 2024', b'"year": 2024, "reserves": -0'), plan[:-20] + b"\xff" + plan[-20:],
                     b"[" * 100_000, plan.replace(b'"year": 2024', b'"year": ' + b"9" * 5000)):
            self.assertNotEqual(data, plan)
            self.refuse("plan.json", data)

    def test_negative_zero(self):
        plan = json.loads(self.files["plan.json"])
        plan["tasks"][0]["reserves"] = 12345
        self.refuse("plan.json", json.dumps(plan).replace("12345", "-0").encode(), "invalid number")

    def test_json_lines(self):
        lines = self.files["registry.jsonl"]
        self.refuse("registry.jsonl", b"\xef\xbb\xbf" + lines)
        self.refuse("registry.jsonl", lines.replace(b"}\n", b"} {}\n", 1))
        self.refuse("registry.jsonl", lines + lines.split(b"\n")[0], "duplicate")
        record = drawn({**self.files, "registry.jsonl": lines.replace(b"\n", b"\r\n\r\n  \n")})
        self.assertEqual(record, drawn(self.files))

    def test_texts(self):
        for title in ("", " a", "a\u3000", "a\u00a0", "a\nb", "a\u2028b", "a\ufeffb", "a\x7fb", "a\x85b", "A\u030a",
                "\ud800", 7,
                      True, None, ["a"]):
            self.change("plan.json", lambda plan: plan.update(title=title))
        self.change("plan.json", lambda plan: plan.update(extra={"": "a"}), lambda plan: plan.update(extra={"a": ""}))

    def test_characters_unknown_to_this_python(self):
        unknown = next(chr(n) for n in range(0x30000, 0xE0000) if ref.unicodedata.category(chr(n)) == "Cn")
        plan = json.loads(self.files["plan.json"])
        plan["title"] += unknown
        self.refuse("plan.json", plan, "this Python only knows Unicode [0-9.]+")
        for known in ("\ufffe", "\ufdd0", "\U0010ffff", "\ue000", "\U00020000"):
            ref.text("a" + known)

    def test_forms(self):
        invalid = {
            ref.ident: ("", "a" * 65, "-a", "a b", "a\n", "é", "a_b\u0661", 1),
            ref.hex32: ("0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n"),
            ref.ratio: ("0%", "00.5%", "20.0%", "101%", "100.5%", "5", "5%\n", "0.0000001%", ".5%", "05%", "5.%",
            "-5%", 5),
            ref.date: ("2023-02-29", "0999-01-01", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-01",
            "2024-01-00", "2024-01-01\n"),
            ref.time: ("2024-09-02T24:00:00+08:00", "2024-09-02T09:00:60+08:00", "2024-09-02T09:00:00Z",
                       "2024-09-02T09:00:00-00:00", "2024-09-02T09:00:00+18:01", "2024-09-02T09:00:00+19:00",
                       "2024-02-30T09:00:00+08:00", "2024-09-02 09:00:00+08:00", "2024-09-02T09:00:00.0+08:00"),
            ref.positive: (0, True, 2 ** 53, 1.0, "1"),
            ref.flag: (1, 0, "true", None)}
        for form, values in invalid.items():
            for value in values:
                with self.assertRaises(ref.Refused, msg=repr(value)):
                    form(value)
        for form, value in ((ref.ident, "9-_.:/()"), (ref.ratio, "100%"), (ref.ratio, "0.000001%"),
                (ref.ratio, "12.5%"),
                            (ref.date, "2024-02-29"), (ref.time, "2024-09-02T09:00:00-18:00"),
                            (ref.time, "2024-09-02T23:59:59+00:00"), (ref.positive, 2 ** 53 - 1)):
            form(value)

    def test_plan(self):
        task = lambda **fields: lambda plan: plan["tasks"][0].update(fields)  # noqa: E731
        seat = {"department": "县工信局", "count": 2}
        self.change(
            "plan.json", lambda p: p.update(unknown="x"), lambda p: p.pop("authority"), lambda p: p.update(tasks=[]),
            lambda p: p["tasks"].append(p["tasks"][0]), lambda p: p["tasks"].append({**p["tasks"][0], "id": "j1"}),
            lambda p: p.update(classes=[{"id": "high", "name": "x"}]), lambda p: p.update(basis={}),
            lambda p: p.update(classes=[{"id": "all", "name": "x"}, {"id": "b", "name": "x"}]),
            lambda p: p.update(window={"from": "2024-02-01", "to": "2024-01-01"}), lambda p: p.update(window={}),
            task(quota={}), task(quota={"count": 1, "min": 1}), task(quota={"at_least": "5%", "max": 1}),
            task(quota={"count": 0}),
            task(quota={"count": 1, "exactly": "5%"}), task(mode={}), task(team={}), task(team={"seats": []}),
            task(risk={"minimum": {"none": "5%"}}), task(risk={"unrated_as": "all"}),
            task(risk={"weights": {"high": 1001}}),
            task(team={"seats": [{**seat, "count": 1}]}), task(team={"seats": [{**seat, "count": 21}]}),
            task(team={"seats": [{**seat, "expert": True}, seat]}), task(team={"seats": [{**seat, "department": "无"}]}),
            task(team={"seats": [{**seat, "count": 11}, {**seat, "count": 10}]}), task(scope={"districts": ["1405x"]}),
            task(kind="other"), task(items=[""]), task(reserves=-1), task(name=None), task(coordination="Auto"))

    def test_empty_fields_and_defaults_change_nothing(self):
        plan = json.loads(self.files["plan.json"])
        for document in (plan, *plan["tasks"]):
            document["extra"] = {}
        plan["tasks"][0]["scope"] = {"categories": [], "industries": []}
        plan["tasks"][0]["partners"] = []
        plan.update(basis=[], classes=[])
        self.assertEqual(drawn({**self.files, "plan.json": json.dumps(plan).encode()}), drawn(self.files))

    def test_ids_that_differ_only_in_letter_case_are_refused(self):
        roster = self.files["roster.jsonl"]
        first = json.loads(self.files["registry.jsonl"].split(b"\n")[0])["id"]
        row = {"id": "z-1", "name": "x", "department": "x", "recuse": [first.lower()]}
        self.refuse("roster.jsonl", roster + json.dumps(row).encode(), "letter case")
        visit = {"entity": first.lower(), "task": "J1", "date": "2020-01-01"}
        self.refuse("history.jsonl", self.files["history.jsonl"] + json.dumps(visit).encode(), "letter case")
        visit = {"entity": first, "task": "j1", "date": "2020-01-01"}
        self.refuse("history.jsonl", self.files["history.jsonl"] + json.dumps(visit).encode(), "letter case")

    def test_duplicate_visit(self):
        row = b'{"entity": "X-1", "task": "Y", "date": "2020-01-01"}\n'
        twice = row + row.replace(b"}", b', "kind": "planned"}')
        self.refuse("history.jsonl", self.files["history.jsonl"] + twice, "duplicate")

    def test_ceremony(self):
        source = lambda **fields: lambda c: c["sources"][1].update(fields)  # noqa: E731
        earlier = {"commitment": "ab" * 32, "reason": "x", "approved_by": "y"}
        supersedes = lambda *rows, **more: lambda c: c.update(previous="cd" * 32, supersedes=list(rows),
                **more)  # noqa: E731
        value = {"source": 1, "kind": "live", "value": "x"}
        self.change(
            "ceremony.json", lambda c: c.pop("sealed_at"), lambda c: c.update(hash="md5"),
            lambda c: c.update(sources=[]),
            lambda c: c.update(secret="AB" * 32), lambda c: c["sources"][0].pop("commitment"), source(by="office"),
            source(symbols="21"), source(symbols="11"), source(symbols="1"), source(length=0), source(length=1001),
            source(outcomes=6 ** 20), source(outcomes=1), source(by="unknown"), source(name=""),
            source(commitment="ab" * 32),
            lambda c: c["sources"].append(c["sources"][0]), lambda c: c.update(supersedes=[earlier]),
            supersedes(earlier, earlier), supersedes(earlier, follows=[{"commitment": "ab" * 32, "record": "ef" * 32}]),
            supersedes({**earlier, "record": "ef" * 32, "contributions": [value]}),
            supersedes({**earlier, "contributions": [value, value]}),
            supersedes({**earlier, "contributions": [value, {**value, "source": 0}]}))

    def test_drand_is_refused(self):
        ceremony = json.loads(self.files["ceremony.json"])
        ceremony["sources"][1] = {"kind": "drand", "by": "public", "name": "x", "chain": "ab" * 32, "round": 1}
        self.refuse("ceremony.json", ceremony, "drand")

    def test_contributions(self):
        self.change(
            "contributions.json", lambda c: c.pop(), lambda c: c.append(c[0]), lambda c: c.reverse(),
            lambda c: c.clear(),
            lambda c: c[0].update(value="other"), lambda c: c[0].update(nonce="00" * 32),
            lambda c: c[1].update(value="7" * 20),
            lambda c: c[1].update(value="1" * 19), lambda c: c[1].update(value="1" * 21),
            lambda c: c[1].update(note="x"),
            lambda c: c[1].update(kind="drand", signature="00" * 48))
        del self.files["contributions.json"]
        with self.assertRaises(ref.Refused):
            drawn(self.files)

    def test_folder(self):
        self.files["registry.csv"] = b"id,name\n"
        with self.assertRaisesRegex(ref.Refused, "both registry.jsonl and registry.csv exist"):
            drawn(self.files)
        del self.files["registry.csv"], self.files["registry.jsonl"]
        with self.assertRaisesRegex(ref.Refused, "missing registry.jsonl or registry.csv"):
            drawn(self.files)

    def test_faults_of_tables_have_file_and_line(self):
        valid = b'{"id": "A-1", "name": "x"}\n'
        for fault, words in (
                (b'\n\n{"id": "A-2"}', "registry.jsonl line 4: missing name"),
                (b'{"id": "A-2", "name": "x", "class": ""}', "registry.jsonl line 2.class: expected an id"),
                (b"\n{", "registry.jsonl line 3: "), (valid, "duplicate id in registry: A-1"),
                (valid.replace(b"A", b"a"), "duplicate registry id, ignoring letter case: a-1"),
                ('{"id": "A-2", "name": "样例"}'.encode("gbk"), "registry.jsonl line 2: .*decode byte 0xd1")):
            self.refuse("registry.jsonl", valid + fault, words)
        del self.files["registry.jsonl"]
        table = "id,name,categories,established\nA-1,x,,\n\n\"A-2\",\"a \"\"b\"\"\",c;d,\n"
        for fault, words in (
                ("A-3,样例,,\n".encode("gbk"), "registry.csv line 5: not UTF-8 .GBK."),
                (b'A-3,"x"y,,\n', "registry.csv line 5: not CSV"), (b"A-3,x\n", "registry.csv line 5: expected 4 cells"),
                ("A-3,x,a；b,\n".encode(), "registry.csv line 5.categories: full-width"),
                (b"A-3,x,,1.1.2020\n", "registry.csv line 5.established: expected a date")):
            self.refuse("registry.csv", table.encode() + fault, words)
        self.refuse("registry.csv", ("id,name\n" + 'A-1,"a\nb"\nA-2,\n').encode(), "registry.csv line 2.name: expected text")
        self.refuse("registry.csv", ("id,name\n" + '"A-1","x"\n\nA-2,\n').encode(), "registry.csv line 4: missing name")

    def test_csv(self):
        files = documents(next(p for p in DRAWN if p.name == "tables-as-csv"))
        expected = drawn(files)
        head, *rows = files["roster.csv"].decode("utf-8-sig").splitlines()
        joined = lambda *lines: "\n".join(lines).encode()  # noqa: E731
        quoted = [",".join(f'"{cell}"' for cell in row.split(",")) for row in rows]
        for same in (joined(head, *rows), joined("", head, ",,", *rows, ""), joined(head, *quoted),
                joined(head, *reversed(rows)),
                     joined(head, *rows).replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + joined(head, *rows),
                     joined(head, *rows).replace(b"true", b"TRUE")):
            self.assertEqual(drawn({**files, "roster.csv": same}), expected)
        for invalid in (joined(head + ",id", *rows), joined(head + ",unknown", *(row + "," for row in rows)),
                      joined(head.replace("name", "title"), *rows), joined(head, *rows, "1,2"),
                      joined(head, *rows).replace(b"true", b"yes"),
                      joined(head, *rows).replace(b";", "；".encode()), joined(head, *rows).replace(b";", b";;"),
                      joined(head, *rows).replace(b"true,12", b"true,012"), joined(head, *rows).replace(b"\n", b"\r"),
                      joined(head, *rows) + b'\n"x"y,z,z,,,,,,,', joined(head, *rows) + b'\nx"y,z,z,,,,,,,',
                      joined(head, *rows) + b'\n"x,y',
                      joined(head, *rows).replace("执".encode(), b"\xff", 1),
                      joined(head + ",extra", *(row + "," for row in rows))):
            with self.assertRaises(ref.Refused):
                drawn({**files, "roster.csv": invalid})
        with self.assertRaises(ref.Refused):
            drawn({**files, "history.csv": b"entity,task,date,extra.x\n"})
        ref.read_case({**files, "history.csv": b""})


class Verification(unittest.TestCase):
    def test_every_expected_record_holds(self):
        for folder in DRAWN:
            code, words = command("verify", folder / "expected" / "record.json", "--case", folder)
            self.assertEqual(code, 0, folder.name)
            self.assertIn("on trust", words)
            self.assertNotIn("failed", words)

    def test_every_change_of_a_record_fails_or_is_refused(self):
        for name in ("03", "06"):
            folder = next(p for p in DRAWN if p.name == name)
            record, case = load(folder / "expected" / "record.json"), ref.load_case(folder)
            for place in places(record):
                try:
                    changed = ref.read_written(ref.RECORD, json.dumps(altered(record, place)).encode(), "record")
                except ref.Refused:
                    continue
                self.assertTrue(failed(ref.verify(changed, case)), place)

    def test_the_right_check_fails(self):
        folder = next(p for p in DRAWN if p.name == "06")
        record, case = load(folder / "expected" / "record.json"), ref.load_case(folder)
        staffed = next(n for n, d in enumerate(record["draws"]) if "teams" in d)
        for place, check in (
                (("seed",), "record.seed"), (("commitment", "plan"), "plan.digest"),
                (("commitment", "year"), "plan.authority"),
                (("commitment", "registry", "root"), "registry.root"),
                (("commitment", "roster", "size"), "roster.root"),
                (("commitment", "history", "root"), "history.root"), (("commitment", "tasks", 0, "id"), "plan.tasks"),
                (("commitment", "tasks", 0, "frame", "root"), "frame.root"), (("draws", 0, "key"), "draw.key"),
                (("commitment", "tasks", 0, "excluded", "root"), "frame.excluded"),
                (("commitment", "tasks", 0, "strata", 0, "take"), "plan.allocation"),
                (("commitment", "tasks", 0, "strata", 0, "size"), "frame.strata"),
                (("contributions", 0, "value"), "contributions.match"),
                (("contributions",), "contributions.count"), (("draws",), "record.tasks"),
                (("commitment", "tasks"), "record.tasks"),
                (("draws", 0, "selected", 0, "ticket"), "draw.selection"),
                (("draws", staffed, "teams"), "roster.teams")):
            self.assertIn(check, failed(ref.verify(altered(record, place), case)), place)

    def test_inputs_that_were_not_sealed(self):
        folder = next(p for p in DRAWN if p.name == "06")
        record, case = load(folder / "expected" / "record.json"), ref.load_case(folder)
        inspector, row = list(case.roster.items())[0]
        checks = ref.verify(record, case._replace(roster={**case.roster, inspector: {**row, "name": "另一人"}}))
        self.assertLessEqual({"roster.root"}, failed(checks))
        checks = ref.verify(record, case._replace(history=[]))
        self.assertIn("history.root", failed(checks))
        checks = ref.verify(record, case._replace(registry={}))
        self.assertEqual(failed(checks), {"inputs.agree"})
        with self.assertRaisesRegex(ref.Refused, "secret"):
            ref.verify(record, case._replace(ceremony=None))

    def test_verify_reads_only_the_secret_of_the_ceremony(self):
        blinded = next(p for p in DRAWN if "blinded" in load(p / "expected" / "record.json")["commitment"])
        with tempfile.TemporaryDirectory() as folder:
            for name, data in documents(blinded).items():
                Path(folder, name).write_bytes(data)
            Path(folder, "contributions.json").write_text("none")
            Path(folder, "commitment.json").write_text("none")
            ceremony = load(Path(folder, "ceremony.json"))
            del ceremony["sealed_at"]
            ceremony["sources"][0]["name"] = "另一来源"
            Path(folder, "ceremony.json").write_text(json.dumps(ceremony))
            code, words = command("verify", blinded / "expected" / "record.json", "--case", folder)
            self.assertEqual(code, 0, words)
            Path(folder, "ceremony.json").unlink()
            code, words = command("verify", blinded / "expected" / "record.json", "--case", folder)
            self.assertEqual((code, "its secret in ceremony.json is needed" in words), (2, True), words)

    def test_explicit_defaults_in_a_record_are_refused(self):
        record = load(DRAWN[0] / "expected" / "record.json")
        for change in (lambda r: r["draws"][0].update(reserves=[]), lambda r: r["commitment"].update(follows=[]),
                      lambda r: r["commitment"]["tasks"][0].update(short=0),
                      lambda r: r["commitment"].update(blinded=False),
                      lambda r: r.update(spec="suiji-v2"), lambda r: r.update(note="x")):
            changed = copy.deepcopy(record)
            change(changed)
            with self.assertRaises(ref.Refused):
                ref.read_written(ref.RECORD, json.dumps(changed).encode(), "record")


class Receipts(unittest.TestCase):
    def folders(self):
        for folder in (HERE / "receipts" / "blinded", HERE / "receipts" / "plain"):
            public = ref.read_written(ref.PUBLIC, (folder / "public.json").read_bytes(), "public form")
            yield folder, public, sorted(p for p in folder.iterdir() if p.name not in ("public.json", "record.json"))

    def test_receipts_hold(self):
        states = set()
        for folder, _, receipts in self.folders():
            for receipt in receipts:
                code, words = command("receipt", receipt, "--public", folder / "public.json")
                self.assertEqual(code, 0, words)
                self.assertIn("on trust", words)
                states |= {task["state"] for task in load(receipt)["tasks"]}
        self.assertEqual(states, {*ref.FRAMED, *ref.STATES})

    def test_public_forms(self):
        blinded, plain = (public for _, public, _ in self.folders())
        self.assertEqual(ref.public_form(load(HERE / "receipts" / "blinded" / "record.json")), blinded)
        self.assertEqual(ref.public_form(load(next(p for p in DRAWN if p.name == "22") / "expected" / "record.json")),
                plain)

    def test_a_receipt_against_another_public_form(self):
        one, other = [list(found) for found in self.folders()]
        self.assertEqual(command("receipt", one[2][0], "--public", other[0] / "public.json")[0] in (1, 2), True)

    def test_every_change_of_a_receipt_fails_except_in_what_is_on_trust(self):
        for folder, public, receipts in self.folders():
            for path in receipts:
                receipt = load(path)
                for place in places(receipt):
                    changed = altered(receipt, place)
                    try:
                        changed = ref.read_written(ref.RECEIPT, json.dumps(changed).encode(), "receipt")
                        checks = ref.check_receipt(changed, public)
                    except ref.Refused:
                        continue
                    if not failed(checks):
                        self.assertTrue(self.on_trust(place, receipt, folder.name), (path.name, place))

    def on_trust(self, place, receipt, kind):
        """Whether annex B leaves a place on trust: rows without proofs, missing history, teams, reserves."""
        if place[0] in ("registry", "history"):
            return kind == "plain" or place[0] == "history" and len(place) < 3
        if place[0] != "tasks" or len(place) < 3:
            return place == ("entity",) and "registry" not in receipt
        state = receipt["tasks"][place[1]]["state"]
        return place[2] in ("reserve", "members", "vacant") or place[2] == "coordination" and state not in ref.FRAMED

    def test_the_state_inactive_is_checked_without_the_plan(self):
        folder, public, receipts = list(self.folders())[1]
        inactive = load(next(p for p in receipts if p.name == "inactive.json"))
        number = next(n for n, task in enumerate(inactive["tasks"]) if task["state"] == "inactive")
        denied = copy.deepcopy(inactive)
        denied["tasks"][number]["state"] = "out_of_scope"
        claimed = copy.deepcopy(inactive)
        del claimed["registry"]["row"]["status"]
        for receipt in (denied, claimed):
            self.assertEqual(failed(ref.check_receipt(receipt, public)), {"receipt.scope"})
        # Without blinding the row is on trust, and therefore the state too.
        scopes = [check[0] for check in ref.check_receipt(inactive, public) if check[1] == "receipt.scope"]
        self.assertEqual(set(scopes), {"on trust"})

    def test_a_receipt_without_history_has_no_check_of_it(self):
        for folder, public, receipts in self.folders():
            for receipt in map(load, receipts):
                lines = [check for check in ref.check_receipt(receipt, public) if check[1] == "receipt.history"]
                self.assertEqual(bool(lines), "history" in receipt)

    def test_the_right_statement_fails(self):
        folder, public, _ = next(self.folders())
        selected, excluded = load(folder / "selected.json"), load(folder / "excluded.json")
        last = len(selected["tasks"]) - 1
        for receipt, place, check in (
                (selected, ("record",), "receipt.record"), (selected, ("registry", "row", "name"), "receipt.registry"),
                (selected, ("registry", "salt"), "receipt.ticket"),
                (selected, ("registry", "proof", 0), "receipt.registry"),
                (selected, ("history", 0, "index"), "receipt.history"),
                (selected, ("tasks", last, "frame", "salt"), "receipt.frame"),
                (selected, ("tasks", last, "ticket"), "receipt.ticket"),
                (selected, ("tasks", last, "cutoff"), "receipt.cutoff"),
                (selected, ("tasks", last, "coordination"), "receipt.ticket"),
                (selected, ("entity",), "receipt.registry"),
                (selected, ("tasks", last, "probability", "denom"), "receipt.probability"),
                (excluded, ("tasks", 0, "excluded", "index"), "receipt.excluded")):
            self.assertIn(check, failed(ref.check_receipt(altered(receipt, place), public)), place)
        moved = copy.deepcopy(selected)
        moved["tasks"][last]["state"] = "not_selected"
        moved["tasks"][last].pop("members", None), moved["tasks"][last].pop("vacant", None)
        self.assertEqual(failed(ref.check_receipt(moved, public)), {"receipt.state"})


class TheFile(unittest.TestCase):
    def test_is_short_and_narrow(self):
        lines = SOURCE.splitlines()
        self.assertLessEqual(len(lines), 650)
        self.assertLessEqual(max(map(len, lines)), 120)

    def test_is_python_3_9_and_standard_library_only(self):
        tree = ast.parse(SOURCE, feature_version=(3, 9))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        self.assertLessEqual(names, {"calendar", "collections", "fractions", "functools", "hashlib", "json", "os",
                                     "pathlib", "re", "struct", "sys", "tempfile", "unicodedata"})

    def test_has_no_floats(self):
        for node in ast.walk(ast.parse(SOURCE)):
            self.assertFalse(isinstance(node, ast.Constant) and isinstance(node.value, float))
            self.assertFalse(isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div))

    def test_cites_every_rule_of_the_spec_and_no_other(self):
        spec = set(re.findall(r"\[([A-Z][0-9][a-c]?)\]", SPEC.read_text("utf-8")))
        here = set(re.findall(r"\[([A-Z][0-9][a-c]?)(?:\.[0-9])?\]", SOURCE))
        here |= set(re.findall(r'"([A-Z][0-9][a-c]?)"', SOURCE))
        self.assertEqual(here - spec, set())
        self.assertEqual(spec - here, set())


if __name__ == "__main__":
    unittest.main()
