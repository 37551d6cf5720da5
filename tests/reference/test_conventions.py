"""Section 1 and the primitives: expected values come from the standards (tests/vectors/primitives) or are written here."""
import itertools
import json
import re
import unittest

from cases import Refused, VECTORS, load
from suiji_ref import hashing, text, tree


def primitives(name):
    return load(VECTORS / "primitives" / f"{name}.json")


class Hashes(unittest.TestCase):
    def test_hash_suites(self):
        for suite in ("sha256", "sm3"):
            for one in primitives(suite)["cases"]:
                if len(one["text"]) * one["times"] < 10_000:
                    self.assertEqual(hashing.SUITES[suite](one["text"].encode() * one["times"]).hex(), one["digest"])

    def test_sm3_of_all_lengths_up_to_two_blocks(self):
        # Each length gives a different digest, although the text looks like padding.
        self.assertEqual(len({hashing.sm3(b"\x80" * n) for n in range(130)}), 130)

    def test_derive_writes_lengths_as_eight_bytes(self):
        parts = hashing.derive(lambda data: data, "draw", b"ab", b"")
        self.assertEqual(parts, b"suiji-v1/draw\0" + b"\0" * 7 + b"\x02ab" + b"\0" * 8)

    def test_chacha20_blocks(self):
        for one in primitives("chacha20")["cases"]:
            block = hashing.chacha20(bytes.fromhex(one["key"]), one["counter"], bytes.fromhex(one["nonce"]))
            self.assertEqual(block.hex(), one["block"], one["name"])

    def test_keystream_is_little_endian_words_from_block_0(self):
        zero = next(c for c in primitives("chacha20")["cases"] if c["name"] == "A.1, test vector 1")
        used = []
        words = list(itertools.islice(hashing.keystream(bytes(32), used), 9))
        self.assertEqual(words[0], int.from_bytes(bytes.fromhex(zero["block"][:16]), "little"))
        self.assertEqual(words[7], int.from_bytes(bytes.fromhex(zero["block"][-16:]), "little"))
        self.assertEqual(used, words)

    def test_uniform_rejects_words_at_or_above_the_limit(self):
        self.assertEqual(hashing.uniform(iter([2 ** 64 - 1, 2 ** 64 - 1, 7]), 3), 1)
        self.assertEqual(hashing.uniform(iter([2 ** 64 - 2]), 3), 2)
        self.assertEqual(hashing.uniform(iter([2 ** 64 - 1]), 4), 3)
        self.assertEqual(hashing.uniform(iter([2 ** 63 + 1, 2 ** 63]), 2 ** 63 + 1), 2 ** 63)

    def test_shuffle_swaps_from_the_front(self):
        # uniform(4), uniform(3) and uniform(2) of these words are 3, 1 and 1. The last item needs no word.
        self.assertEqual(hashing.shuffle(iter([3, 1, 1]), ["a", "b", "c", "d"]), ["d", "c", "a", "b"])

    def test_merkle_roots_and_proofs(self):
        example = primitives("merkle")
        leaves = [bytes.fromhex(leaf) for leaf in example["leaves"]]
        for size, root in enumerate(example["roots"]):
            self.assertEqual(tree.root(hashing.sha256, leaves[:size]).hex(), root)
        for p in example["proofs"]:
            leaf, index, size = bytes.fromhex(p["leaf_hash"]), p["index"], p["size"]
            proof = [bytes.fromhex(node) for node in p["proof"]]
            self.assertEqual(tree.climb(hashing.sha256, leaf, index, size, proof).hex(), p["root"])
            for wrong in (-1, index + 1, size, size + 1):
                self.assertNotEqual(tree.climb(hashing.sha256, leaf, wrong, size, proof).hex(), p["root"])
            self.assertNotEqual(tree.climb(hashing.sha256, leaf, index, size, proof[1:] or [bytes(32)]).hex(), p["root"])


class Json(unittest.TestCase):
    def test_documents_without_null_and_fractions(self):
        seen = set()
        for one in primitives("jcs")["documents"]:
            if not re.search(r"null|[0-9][.eE]", one["input"]):
                seen.add(one["name"])
                self.assertEqual(text.jcs(json.loads(one["input"])), one["output"].encode())
        self.assertLessEqual({"french", "unicode", "weird"}, seen)

    def test_keys_are_sorted_by_utf_16(self):
        self.assertEqual(text.jcs({"\ufb00": 1, "\U0001f600": 2, "\u20ac": True}),
                         '{"\u20ac":true,"\U0001f600":2,"\ufb00":1}'.encode())

    def test_escapes(self):
        self.assertEqual(text.jcs(['\b\t\n\f\r"\\/\x0f\x7f']), b'["\\b\\t\\n\\f\\r\\"\\\\/\\u000f\x7f"]')

    def test_invalid_json(self):
        for data in (b"", b"\xef\xbb\xbf{}", b"{}{}", b'{"a": 1', b'{"a": 1, "a": 1}', b'{"a": -0}', b'"\xff"',
                     b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"):
            with self.assertRaises(Refused, msg=data[:20]): text.parse(data, "x")


class Values(unittest.TestCase):
    def refuse(self, form, *values):
        for value in values:
            with self.assertRaises(Refused, msg=ascii(value)): form(value)

    def test_forms(self):
        self.refuse(text.ident, "", "a" * 65, "-a", "a b", "a\n", "é", "a_b\u0661", 1)
        self.refuse(text.hex32, "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n")
        self.refuse(text.ratio, "0%", "00.5%", "20.0%", "101%", "100.5%", "5", "5%\n", "0.0000001%", ".5%", "05%", "5.%", 5)
        self.refuse(text.date, "2023-02-29", "0999-01-01", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-01",
                    "2024-01-00", "2024-01-01\n")
        self.refuse(text.time, "2024-09-02T24:00:00+08:00", "2024-09-02T09:00:60+08:00", "2024-09-02T09:00:00Z",
                    "2024-09-02T09:00:00-00:00", "2024-09-02T09:00:00+18:01", "2024-09-02T09:00:00+19:00",
                    "2024-02-30T09:00:00+08:00", "2024-09-02 09:00:00+08:00", "2024-09-02T09:00:00.0+08:00")
        self.refuse(text.positive, 0, True, 2 ** 53, 1.0, "1")
        self.refuse(text.flag, 1, 0, "true", None)
        for form, value in ((text.ident, "9-_.:/()"), (text.ratio, "100%"), (text.ratio, "0.000001%"),
                            (text.date, "2024-02-29"), (text.time, "2024-09-02T09:00:00-18:00"),
                            (text.time, "2024-09-02T23:59:59+00:00"), (text.positive, 2 ** 53 - 1)):
            form(value)

    def test_instants(self):
        self.assertEqual(text.instant("1970-01-01T08:00:00+08:00"), 0)
        self.assertEqual(text.instant("1969-12-31T23:30:01-00:30"), 1)
        self.assertEqual(text.instant("2024-02-29T00:00:00+00:00"), 1709164800)

    def test_ratios_are_exact(self):
        self.assertEqual([text.up("33.333333%", n) for n in (0, 3, 300)], [0, 1, 100])
        self.assertEqual([text.down("33.333333%", n) for n in (3, 300, 300_000_000)], [0, 99, 99_999_999])
        self.assertEqual((text.up("0.1%", 1000), text.down("0.1%", 1000), text.up("7%", 100)), (1, 1, 7))

    def test_ids_of_one_kind(self):
        text.distinct(["a", "b", "a"], "x")
        with self.assertRaises(Refused): text.distinct(["a", "b", "A"], "x")


class Text(unittest.TestCase):
    """[C3]"""

    def accept(self, *values):
        for value in values: text.text(value)

    def refuse(self, *values):
        for value in values:
            with self.assertRaises(Refused, msg=ascii(value)): text.text(value)

    def test_blanks_controls_and_what_cannot_be_seen(self):
        self.refuse("", " a", "a ", "a\u3000", "\u00a0a", "a\u202f", "a\nb", "a\u2028b", "a\u0085b", "a\u007fb", "\ud800", 7, True,
                    None, ["a"])
        self.refuse(*(f"a{chr(c)}b" for c in (0xAD, 0x61C, 0x115F, 0x1160, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060,
                                              0x2065, 0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFC, 0xFFFD)))
        self.accept("a b", "a\u00a0b", "a\u3000b", "a\u200cb", "a\u200db", "a\ufe0f")

    def test_unassigned_characters(self):
        self.refuse("\u0378", "a\ufffe", "\ufdd0", "\U0010ffff", "\U0001fae9", "\U00105000\U000e0080", "\U00033480")
        self.accept("\u0377", "\ue000", "\U000f0000", "\U0010fffd", "\U0001fae8", "\U00020000", "\U0002ebf0", "\U0002ee5d",
                    "\U000323b0", "\U00033479")
        self.refuse("\U0002ee5e")

    def test_normal_form(self):
        self.refuse("A\u030a", "\u212b", "\u1100\u1161", "a\u0301\u0316", "\uf900")
        self.accept("\u00c5", "\uac00", "a\u0316\u030d", "\ufa1f")

    def test_marks_that_this_python_may_not_know(self):
        # U+10EFD has combining class 220, U+1E08F and U+0898 have 230, U+1E4EC has 232, U+11F41 has 9.
        self.refuse("x\U0001e08f\U00010efd", "x\u030d\U00010efd", "x\U0001e4ec\u0898", "x\u0316\U00011f41")
        self.accept("x\U00010efd\U0001e08f", "x\U00010efd\u030d", "x\u0898\U0001e4ec", "x\U00011f41\u0316", "x\u0898\U0001e08f")

    def test_old_pythons_know_which_mark_is_like_which(self):
        old = {chr(c): chr(o) for c, o in text.OLDER.items()}
        known = text.unicodedata
        for mark, other in old.items():
            if known.category(mark) != "Cn":
                self.assertEqual(known.combining(mark), known.combining(other), ascii(mark))
        self.assertEqual(known.combining("\u0abc"), 7)
        self.assertEqual([known.combining(o) for o in "\u094d\u302a\u0316\u030d\u0315"], [9, 218, 220, 230, 232])


if __name__ == "__main__":
    unittest.main()
