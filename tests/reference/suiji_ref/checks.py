"""Section 10: the list of checks [V1], and what remains on trust [V2]."""
from math import prod

from .forms import differences
from .sources import outcomes
from .text import Refused, need

UNCHECKED = "not checked"


class Checks(list):
    """Lines (outcome, id, rule, words). Nothing stops at the first fault [V1]."""

    def equal(self, id, rule, at, expected, found):
        self.faultless(id, rule, at, differences(expected, found, at))

    def faultless(self, id, rule, at, faults):
        """`faults` yields what is wrong, or raises Refused."""
        try:
            wrong = next(iter(faults), None)
        except Refused as problem:
            wrong = str(problem)
        self.append(("failed", id, rule, wrong if wrong.startswith(at) else f"{at}: {wrong}") if wrong else
                    ("established", id, rule, at))

    def missing(self, id, rule, what):
        self.append((UNCHECKED, id, rule, f"{what} not provided"))

    def fact(self, id, rule, words): self.append(("fact", id, rule, words))

    def warn(self, id, rule, words): self.append(("warning", id, rule, words))

    def trust(self, id, rule, words): self.append(("on trust", id, rule, words))

    def failed(self) -> list:
        """The ids of the checks that failed."""
        return [id for outcome, id, *_ in self if outcome == "failed"]


def noted(words) -> str:
    """[S3b] A digest as a witness wrote it down: complete, in groups or not, in capitals or not."""
    digest = "".join(words.split()).lower()
    need(len(digest) == 64 and set(digest) <= set("0123456789abcdef"), "expected a digest of 64 hex digits", words)
    return digest


def check_noted(checks, id, rule, words, digest):
    """The digest that a witness noted, if there is one."""
    if words is None: checks.missing(id, rule, "the digest that a witness noted")
    else: checks.equal(id, rule, "$", noted(words), digest)


def weight(source) -> int:
    """[V2] The number of outcomes of a source. Sources of the office do not count."""
    if source["by"] == "office": return 1
    return {"committed": 2 ** 40, "drand": 2 ** 128}.get(source["kind"]) or outcomes(source)


def in_words(n) -> str:
    """[V2] Exact up to 2^53 - 1."""
    return str(n) if n < 2 ** 53 else "2^53 or more"


def source_facts(checks, sources):
    """[V2] The outcomes of the live sources."""
    for source in sources:
        if source["kind"] == "live":
            checks.fact("sources.outcomes", "V2", f"{source['name']}: {in_words(outcomes(source))} outcomes")
    if prod(map(weight, sources)) < 2 ** 40:
        checks.warn("sources.few", "V2", "the sources that are not the office's have fewer than 2^40 outcomes together")


def greatest_fact(checks, at, stratum, ticket):
    """[V1] If 30 or more are taken: how many entities of a stratum should have a ticket up to the greatest."""
    if stratum["take"] >= 30:
        near = (stratum["size"] * int(ticket, 16) >> 256) + 1
        checks.fact("draw.greatest", "V1", f"{at}, stratum {stratum['stratum']}: the greatest selected ticket is where "
                                           f"ticket {near} of {stratum['size']} should be; {stratum['take']} are taken")


def always_on_trust(checks, commitment, secret, frames):
    """[V2] `frames` says whether the frames were recomputed."""
    checks.trust("trust.inputs", "V2", "registry (exemptions), roster (recusals, dates, caps, loads) and history (who "
                                       "visited) are complete and true")
    checks.trust("trust.sheet", "V2", "this commitment, and no other for the same tasks, was published before the seed "
                                      "could be known (sealed_at is the office's own word)")
    checks.trust("trust.first", "V2", "the contributions are the first that were given for this commitment")
    checks.trust("trust.sources", "V2", "no listed source was controlled by the office alone")
    if "blinded" in commitment and not secret:
        checks.trust("trust.salts", "V2", "no entity has two rows, and the salts are those of [S2]")
    if not frames:
        checks.trust("trust.frame", "V2", "the selected were in the frame, and had its smallest tickets")
