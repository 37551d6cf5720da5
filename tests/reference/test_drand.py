"""Annex A: a round of quicknet that drand's own tests publish, and a draw with it."""
import json
import unittest

from cases import Refused, documents, drawn, first, load, secret_of
from suiji_ref import drand
from suiji_ref.checks import Checks
from suiji_ref.verify import check_record

ROUND = 123
SIGNATURE = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"
SOURCE = {"kind": "drand", "by": "public", "name": "drand", "chain": drand.CHAIN, "round": ROUND}


def compressed(point) -> str:
    x, y = point
    return f"{x | (0xA if y > drand.P // 2 else 0x8) << 380:096x}"


class Signatures(unittest.TestCase):
    def test_of_one_round_alone(self):
        self.assertTrue(drand.verify(ROUND, SIGNATURE))
        self.assertFalse(drand.verify(ROUND + 1, SIGNATURE))

    def test_one_form_of_a_point(self):
        x, y = drand.g1_of(bytes.fromhex(SIGNATURE))
        self.assertEqual(compressed((x, y)), SIGNATURE)
        self.assertFalse(drand.verify(ROUND, compressed((x, drand.P - y))))
        identity, above = f"{0xC << 380:096x}", f"{x + drand.P | 0xA << 380:096x}" if x + drand.P < 1 << 381 else "f" * 96
        for wrong in (identity, above, f"{0x2 << 380 | x:096x}", f"{0xE << 380 | x:096x}", "00" * 48, "ff" * 48):
            self.assertFalse(drand.verify(ROUND, wrong), wrong)

    def test_a_point_of_small_order_in_the_sum(self):
        """(0, 2) has the order 3. The sum of the signature and this point also passes the pairing."""
        small, point, key = (0, 2), drand.g1_of(bytes.fromhex(SIGNATURE)), drand.g2_of(bytes.fromhex(drand.PUBLIC_KEY))
        self.assertIsNone(drand.times(3, small))
        sum = drand.add(point, small)
        x, y = drand.hash_to_g1(drand.sha256(ROUND.to_bytes(8, "big")))
        self.assertTrue(drand.pairings_cancel([(sum, drand.G2), ((x, drand.P - y), key)]))
        self.assertFalse(drand.verify(ROUND, compressed(sum)))
        self.assertIsNone(drand.g1_of(bytes.fromhex(compressed(small))))


class Draws(unittest.TestCase):
    def setUp(self):
        folder = first(lambda p: not secret_of(p) and (p / "history.jsonl").exists())
        self.files, ceremony = {**documents(folder), "history.jsonl": b""}, load(folder / "ceremony.json")
        self.ceremony = {"hash": ceremony.get("hash", "sha256"), "sealed_at": "2023-08-23T15:15:32+00:00", "sources": [SOURCE]}

    def draw(self, signature):
        given = {"spec": "suiji-v1", "commitment": "00" * 32, "contributions": [{"kind": "drand", "signature": signature}]}
        return drawn({**self.files, "ceremony.json": json.dumps(self.ceremony).encode(),
                      "contributions.json": json.dumps(given).encode()})

    def test_with_the_signature_of_its_round(self):
        record, checks = self.draw(SIGNATURE), Checks()
        check_record(checks, record)
        self.assertEqual(checks.failed(), [])
        self.assertIn("contributions.drand", [id for outcome, id, *_ in checks if outcome == "established"])
        record["contributions"][0]["signature"] = compressed((0, 2))
        changed = Checks()
        check_record(changed, record)
        self.assertLessEqual({"contributions.drand", "record.seed"}, set(changed.failed()))

    def test_with_another_signature(self):
        for wrong in (SIGNATURE.upper(), SIGNATURE[:-2], compressed((0, 2)), "00" * 48):
            with self.assertRaises(Refused): self.draw(wrong)

    def test_the_round_is_after_the_sealing(self):
        # Round 123 was 366 seconds after 2023-08-23T15:09:27.
        self.ceremony["sealed_at"] = "2023-08-23T15:15:33+00:00"
        with self.assertRaisesRegex(Refused, "not after sealed_at"): self.draw(SIGNATURE)


if __name__ == "__main__":
    unittest.main()
