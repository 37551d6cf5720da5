"""Plain values that the documents are made of: named tuples, so that they compare, pickle and unpack."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from suiji._native import Contribution


class Root(NamedTuple):
    """The root of a Merkle tree, in hex, and how many leaves it has [S1]."""

    root: str
    size: int


class SealedStratum(NamedTuple):
    """A stratum (层) of a sealed task."""

    stratum: str
    size: int
    take: int

    @property
    def probability(self) -> Fraction:
        """The exact probability with which each entity of the stratum is selected [G5]."""
        return Fraction(self.take, self.size)


class SealedTask(NamedTuple):
    """What a commitment says of one task [S3a]."""

    id: str
    frame: Root
    excluded: Root
    strata: tuple[SealedStratum, ...]
    short: int
    """How many entities cannot get a full team."""

    @property
    def take(self) -> int:
        """How many are selected in all."""
        return sum(stratum.take for stratum in self.strata)


class Followed(NamedTuple):
    """An earlier sheet whose draw stands [S3c]: its digest and that of its record."""

    commitment: str
    record: str


class Superseded(NamedTuple):
    """An earlier sheet that this one replaces [S3c]: its digest, why, and who approved that."""

    commitment: str
    reason: str
    approved_by: str
    record: str | None = None
    """The digest of its record, where one was made."""
    contributions: tuple[tuple[int, Contribution], ...] = ()
    """Else the contributions that had been made, each after its place among the sources, from 0."""


class Short(NamedTuple):
    """An entity whose team cannot be filled, and the numbers of the seats that want somebody [S5]."""

    entity: str
    seats: tuple[int, ...]


class Finding(NamedTuple):
    """A warning."""

    code: str
    message: str
    message_zh: str


class Drawn(NamedTuple):
    """An entity that was drawn, as selected or as a reserve (备选)."""

    id: str
    stratum: str
    ticket: str
    """In hex [D2]."""


class TeamDrawn(NamedTuple):
    """The team (检查小组) of a selected entity [T5]."""

    entity: str
    members: tuple[str, ...]
    """In the order of their seats."""
    lead: str | None
    """主办人员: who sits in seat 0."""
    vacant: tuple[int, ...]
    """The numbers of vacant seats, from 0."""


class Check(NamedTuple):
    """One check of a report [V1]."""

    id: str
    """Stable, such as `record.seed`."""
    rule: str
    task: str | None
    path: str
    """The place in the JSON of the document."""
    outcome: Literal["established", "failed", "not_checked", "on_trust"]
    expected: str | None
    """What would be right, where it failed."""
    found: str | None
    """What stands there, where it failed."""
    for_want_of: str | None
    """What was wanting, where it was not checked."""
    message: str
    message_zh: str


class Fact(NamedTuple):
    """Beside a stratum: what its greatest selected ticket suggests was taken [V1]."""

    task: str
    stratum: str
    take: int
    estimate: int
    message: str
    message_zh: str


class Trust(NamedTuple):
    """What remains on trust, whatever is checked [V2]."""

    id: str
    message: str
    message_zh: str


class Statement(NamedTuple):
    """What a receipt says of one task [G3, G4, G5]."""

    task: str
    state: Literal["selected", "reserve", "not_selected", "excluded", "inactive", "out_of_scope", "absent"]
    stratum: str | None
    ticket: str | None
    cutoff: str | None
    """The greatest selected ticket of the stratum."""
    probability: Fraction | None
    """The exact probability of having been selected."""
    reserve: int | None
    """The number among the reserves of the stratum, from 1."""
    reason: str | None
    """Why it was excluded."""
    members: tuple[str, ...]
    """The officers who visit, in the order of their seats."""
    vacant: tuple[int, ...]
    message: str
    message_zh: str
