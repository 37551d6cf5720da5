"""Sources [S4a] to [S4c], contributions [R1] and the seed [R2], with annex A."""
from math import comb, prod

from . import drand
from .forms import Kinds
from .hashing import derive
from .text import choice, flag, hex32, instant, integer, jcs, matching, natural, need, positive, text, unique


def part_rule(x):                                                                # [S4b]
    need(x["from"] < x["to"], "from is not less than to")
    need("distinct" not in x or 2 <= x["count"] < size_of(x), "distinct numbers: expected 2 ≤ count < to − from + 1")


def size_of(part) -> int:
    """[S4b] m"""
    return part["to"] - part["from"] + 1


def up_to(n, what):
    return lambda x: need(0 < len(x) <= n, f"expected 1 to {n} {what}")


PART = ({"count": integer(1, 1000), "from": integer(0, 9999), "to": integer(0, 9999), "distinct?": flag}, part_rule)
SOURCE = {"kind": text, "by": choice("office", "witness", "public"), "name": text}                   # [S4a]
LIVE = {**SOURCE, "by": choice("witness", "public"), "parts": ([PART], up_to(20, "parts"))}          # [S4c]
DRAND = {**SOURCE, "by": choice("public"), "chain": choice(drand.CHAIN), "round": positive}
SOURCES = [Kinds(committed={**SOURCE, "commitment": hex32}, live=LIVE, drand=DRAND)]
# Before sealing, the commitment of a source may still be missing.
PLANNED = [Kinds(committed={**SOURCE, "commitment?": hex32}, live=LIVE, drand=DRAND)]
NUMBERS = ([([integer(0, 9999)], up_to(1000, "numbers"))], up_to(20, "parts"))


def contribution(**more):
    """[R1] The form of a contribution with more fields."""
    more = {"kind": text, **more}
    return Kinds(committed={**more, "nonce": hex32, "value": text}, live={**more, "numbers": NUMBERS},
                 drand={**more, "signature": matching("96 lower-case hex digits", "[0-9a-f]{96}")})


CONTRIBUTIONS = {"spec": choice("suiji-v1"), "commitment": hex32, "contributions": [contribution()]}         # [R4]
GIVEN_BEFORE = [contribution(source=natural)]                                    # [S3c]


def commit(H, given) -> str:
    """[S4a] The commitment that a contribution opens."""
    return derive(H, "commit", bytes.fromhex(given["nonce"]), given["value"].encode()).hex()


def sources_rule(H, sources, sealed_at, superseded):
    """[S4a, S4c] The rules over several sources, and over the contributions to superseded commitments."""
    commitments = [s["commitment"] for s in sources if "commitment" in s]
    unique(commitments, "commitment of a source")
    opened = {commit(H, one) for old in superseded for one in old.get("contributions", ()) if one["kind"] == "committed"}
    need(opened.isdisjoint(commitments), "a contribution of a superseded sheet opens the commitment of a source")
    for s in sources:
        need(s["kind"] != "drand" or sealed_at is None or drand.time_of(s["round"]) > instant(sealed_at),
             f"source {s['name']}: the round is not after sealed_at")            # [S4a]


def fits(H, source, given) -> bool:
    """[R1] Whether a contribution matches its source."""
    if given["kind"] != source["kind"]: return False
    if given["kind"] == "committed": return commit(H, given) == source["commitment"]
    if given["kind"] == "drand": return drand.verify(source["round"], given["signature"])
    return len(given["numbers"]) == len(source["parts"]) and all(map(falls, source["parts"], given["numbers"]))


def falls(part, numbers) -> bool:
    """[S4b] Whether these numbers can fall in a part: all of them, and with `distinct` in ascending order."""
    return (len(numbers) == part["count"] and all(part["from"] <= n <= part["to"] for n in numbers)
            and ("distinct" not in part or all(a < b for a, b in zip(numbers, numbers[1:]))))


def outcomes(source) -> int:
    """[S4b] How many outcomes a live source has."""
    return prod(comb(size_of(p), p["count"]) if "distinct" in p else size_of(p) ** p["count"] for p in source["parts"])


def seed_of(H, commitment, contributions) -> bytes:
    """[R2] S"""
    return derive(H, "seed", H(jcs(commitment)), jcs(contributions))
