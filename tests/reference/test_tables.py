"""Tables and folders: JSON Lines and CSV, and the place of each fault."""
import json
import unittest

from cases import DRAWN, Refused, documents, drawn, first, named
from suiji_ref import tables


class Tables(unittest.TestCase):
    def setUp(self):
        self.files = documents(first(lambda p: (p / "registry.jsonl").exists()))

    def refuse(self, name, data, words=""):
        with self.assertRaisesRegex(Refused, words): tables.read_inputs({**self.files, name: data})

    def test_json_lines(self):
        lines = self.files["registry.jsonl"].strip() + b"\n"
        self.refuse("registry.jsonl", b"\xef\xbb\xbf" + lines)
        self.refuse("registry.jsonl", lines.replace(b"}\n", b"} {}\n", 1))
        self.refuse("registry.jsonl", lines + lines.split(b"\n")[0], "duplicate")
        blank = {**self.files, "registry.jsonl": lines.replace(b"\n", b"\r\n\r\n  \n")}
        reversed_rows = {**self.files, "registry.jsonl": b"\n".join(reversed(lines.strip().split(b"\n")))}
        for same in (blank, reversed_rows): self.assertEqual(drawn(same), drawn(self.files))

    def test_both_forms_or_neither(self):
        self.refuse("registry.csv", b"id,name\n", "both registry.jsonl and registry.csv exist")
        del self.files["registry.jsonl"]
        with self.assertRaisesRegex(Refused, "missing registry.jsonl or registry.csv"): tables.read_inputs(self.files)

    def test_faults_have_file_and_line(self):
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
        self.refuse("registry.csv", ("id,name\n" + 'A-1,"a\nb"\nA-2,\n').encode(), "registry.csv line 2.name: control")
        self.refuse("registry.csv", ("id,name\n" + '"A-1","x"\n\nA-2,\n').encode(), "registry.csv line 4: missing name")
        for empty in (b"", b"\xef\xbb\xbf", b"\n\n"): self.refuse("registry.csv", empty, "no header")
        rows = tables.read_inputs({**self.files, "registry.csv": table.encode()}).registry
        self.assertEqual(rows, {"A-1": {"id": "A-1", "name": "x"},
                                "A-2": {"id": "A-2", "name": 'a "b"', "categories": ["c", "d"]}})

    def test_every_column(self):
        del self.files["registry.jsonl"], self.files["roster.jsonl"], self.files["history.jsonl"]
        read = tables.read_inputs({
            "plan.json": self.files["plan.json"],
            "registry.csv": b"id,name,exempt,exempt_from,extra.a,status\nA,x,list,T2;T1,b,inactive\n",
            "roster.csv": b"id,name,department,load,max_load,lead,expert,recuse\nP,x,d,0,3,TRUE,false,B;A\nQ,x,d,12,,,true,\n",
            "history.csv": b"entity,task,date,by,inspectors,kind\nA,T,2024-01-01,b;a,Q;P,planned\n"})
        self.assertEqual(read.registry["A"], {"id": "A", "name": "x", "exempt": "list", "exempt_from": ["T1", "T2"],
                                              "extra": {"a": "b"}, "status": "inactive"})
        self.assertEqual([*read.roster.values()], [
            {"id": "P", "name": "x", "department": "d", "max_load": 3, "lead": True, "recuse": ["A", "B"]},
            {"id": "Q", "name": "x", "department": "d", "load": 12, "expert": True}])
        self.assertEqual(read.history, [{"entity": "A", "task": "T", "date": "2024-01-01", "by": ["a", "b"],
                                         "inspectors": ["P", "Q"]}])


@unittest.skipUnless(any(p.name == "tables-as-csv" for p in DRAWN), "without this case")
class Csv(unittest.TestCase):
    def setUp(self):
        self.files = documents(named("tables-as-csv"))
        self.head, *self.rows = self.files["roster.csv"].decode("utf-8-sig").splitlines()

    def table(self, head=None, rows=None):
        return "\n".join([head or self.head, *(self.rows if rows is None else rows)]).encode()

    def test_the_same_table_in_other_words(self):
        expected, whole = drawn(self.files), self.table()
        columns = self.head.count(",")
        for same in (whole, b"\n" + whole + b"\n" + b"," * columns, self.table(rows=self.rows[::-1]),
                     self.table(rows=[",".join(f'"{cell}"' for cell in row.split(",")) for row in self.rows]),
                     whole.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + whole, whole.replace(b"true", b"TRUE")):
            self.assertEqual(drawn({**self.files, "roster.csv": same}), expected)

    def test_other_tables(self):
        whole = self.table()
        wider = [row + "," for row in self.rows]
        for name, invalid in {
                "column twice": self.table(self.head + ",id", wider), "unknown": self.table(self.head + ",unknown", wider),
                "missing": self.table(self.head.replace("name", "title")), "short": self.table(rows=[*self.rows, "1,2"]),
                "words": whole.replace(b"true", b"yes"), "True": whole.replace(b"true", b"True"),
                "separator": whole.replace(b";", "；".encode()), "empty member": whole.replace(b";", b";;"),
                "line ends": whole.replace(b"\n", b"\r"), "open quote": whole + b'\n"x,y', "bytes": whole + b"\n\xff",
                "extra": self.table(self.head + ",extra", wider)}.items():
            self.assertNotEqual(invalid, whole, name)
            with self.subTest(name), self.assertRaises(Refused): drawn({**self.files, "roster.csv": invalid})
        with self.assertRaises(Refused): drawn({**self.files, "history.csv": b"entity,task,date,extra.x\n"})


if __name__ == "__main__":
    unittest.main()
