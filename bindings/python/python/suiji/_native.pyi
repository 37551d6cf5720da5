"""The compiled half of the package `suiji`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Literal, Protocol, final
from suiji._documents import PlanDocument
from suiji._values import (
    Check,
    Drawn,
    Fact,
    Finding,
    Followed,
    Root,
    SealedTask,
    Short,
    Statement,
    Superseded,
    TeamDrawn,
    Trust,
)

__all__ = [
    "Ceremony",
    "Commitment",
    "Contribution",
    "Contributions",
    "DrawnTable",
    "History",
    "Plan",
    "PublicForm",
    "Receipt",
    "Record",
    "Registry",
    "Report",
    "Roster",
    "Sealed",
    "Source",
    "TeamTable",
    "__version__",
    "canonical_json",
    "run_command",
    "seal",
    "verify",
    "verify_public",
]
__version__: str
_Path = str | PathLike[str]
_Hash = Literal["sha256", "sm3"]
_By = Literal["office", "witness", "public"]
_Progress = Callable[[str, int, int], object]

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...

_Rows = _ArrowStream | _ArrowArray | Iterable[Mapping[str, Any]]

@final
class Plan:
    """A plan (年度抽查工作计划) [I1, I2], from a mapping with the fields of the JSON document.

    Raises `InputError` with every fault of it.

        >>> task = {"id": "J1", "name": "样例抽查", "quota": {"exactly": "40%"}}
        >>> Plan({"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]})
        <suiji.Plan 样例计划 (2024): 1 tasks>
    """

    def __new__(cls, document: PlanDocument) -> Plan:
        """Makes one."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Plan:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Plan:
        """Reads a file that holds the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """JCS(plan), the bytes that are hashed."""

    def digest(self, hash: _Hash) -> str:
        """The digest of the plan under `sha256` or `sm3`, in hex."""

    @property
    def document(self) -> PlanDocument:
        """The plan as a mapping."""

    @property
    def title(self) -> str:
        """The title."""

    @property
    def authority(self) -> str:
        """The authority (机关) whose plan it is."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def tasks(self) -> tuple[str, ...]:
        """The ids of the tasks, in order."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Registry:
    """The registry (检查对象名录库): the entities that may be inspected [I3].

    `rows` is a frame that speaks Arrow (pandas, polars, pyarrow, DuckDB), which is not copied, or an iterable of
    mappings. Columns are the fields of [I3]: `id`, `name`, `class`, `categories`, `district`, `industry`, `status`,
    `established`, and `extra.NAME` for what else the office keeps. `columns` tells which field a column of another
    name fills; with `None` it is left out. A null is an absent field.

    Raises `InputError` with the faults of all rows, which are numbered from 1.

        >>> rows = [{"统一社会信用代码": "A-1", "name": "样例企业"}]
        >>> Registry(rows, columns={"统一社会信用代码": "id"})
        <suiji.Registry: 1 entities>
    """

    def __new__(
        cls,
        rows: _Rows | None = None,
        *,
        columns: Mapping[str, str | None] | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Registry:
        """Makes one."""

    @classmethod
    def from_json_lines(cls, text: str | bytes, *, threads: int = 1, progress: _Progress | None = None) -> Registry:
        """Reads JSON Lines: one row a line."""

    @classmethod
    def read(cls, path: _Path, *, threads: int = 1, progress: _Progress | None = None) -> Registry:
        """Reads a file: CSV under field names where it is called so, else JSON Lines."""

    def to_json_lines(self, *, progress: _Progress | None = None) -> str:
        """The table as JSON Lines, from whatever form it came: the rows in their order, each canonical [C2a]."""

    def ids(self) -> list[str]:
        """The ids, in their order."""

    def name(self, id: str) -> str | None:
        """The name of an entity; `None` where the registry has it not."""

    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _head(self, rows: int) -> list[str]:
        """The first rows, each canonical, for a notebook to show."""

    def _repr_html_(self) -> str: ...

@final
class Roster:
    """The roster (执法检查人员名录库): the officers who inspect [I4]; made as a `Registry` is.

    Columns: `id`, `name`, `department`, `district`, `skills`, `lead`, `expert`, `max_load`, `valid_to`, `recuse` and
    `extra.NAME`.
    """

    def __new__(
        cls,
        rows: _Rows | None = None,
        *,
        columns: Mapping[str, str | None] | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Roster:
        """Makes one."""

    @classmethod
    def from_json_lines(cls, text: str | bytes, *, threads: int = 1, progress: _Progress | None = None) -> Roster:
        """Reads JSON Lines: one row a line."""

    @classmethod
    def read(cls, path: _Path, *, threads: int = 1, progress: _Progress | None = None) -> Roster:
        """Reads a file: CSV under field names where it is called so, else JSON Lines."""

    def to_json_lines(self, *, progress: _Progress | None = None) -> str:
        """The table as JSON Lines, from whatever form it came: the rows in their order, each canonical [C2a]."""

    def ids(self) -> list[str]:
        """The ids, in their order."""

    def name(self, id: str) -> tuple[str, str] | None:
        """Name and department of an inspector; `None` where the roster has him not."""

    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _head(self, rows: int) -> list[str]:
        """The first rows, each canonical, for a notebook to show."""

    def _repr_html_(self) -> str: ...

@final
class History:
    """Inspections already carried out [I5]; made as a `Registry` is. May be empty.

    Columns: `entity`, `task`, `date`, `kind`.
    """

    def __new__(
        cls,
        rows: _Rows | None = None,
        *,
        columns: Mapping[str, str | None] | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> History:
        """Makes one."""

    @classmethod
    def from_json_lines(cls, text: str | bytes, *, threads: int = 1, progress: _Progress | None = None) -> History:
        """Reads JSON Lines: one row a line."""

    @classmethod
    def read(cls, path: _Path, *, threads: int = 1, progress: _Progress | None = None) -> History:
        """Reads a file: CSV under field names where it is called so, else JSON Lines."""

    def to_json_lines(self, *, progress: _Progress | None = None) -> str:
        """The table as JSON Lines, from whatever form it came: the rows in their order, each canonical [C2a]."""

    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _head(self, rows: int) -> list[str]:
        """The first rows, each canonical, for a notebook to show."""

    def _repr_html_(self) -> str: ...

@final
class Source:
    """A source of the seed (随机源) [S4a], from a mapping with the fields of the JSON document, or by `live` and
    `committed`.

    `by` is in whose hand it is: `office`, `witness` or `public`; `name` says exactly who or what.
    """

    def __new__(cls, document: Mapping[str, Any]) -> Source:
        """Makes one."""

    @classmethod
    def committed(cls, name: str, *, by: _By, commitment: str | None = None) -> Source:
        """A secret that somebody has chosen and committed to: see `Contribution.commitment`. Without
        `commitment` it is to be made yet: see `Ceremony.with_commitment`.
        """

    @classmethod
    def live(
        cls, name: str, *, by: Literal["witness", "public"], symbols: str, length: int, outcomes: int | None = None
    ) -> Source:
        """A value that falls in public after sealing: `length` characters out of `symbols` [S4b]."""

    @property
    def document(self) -> dict[str, Any]:
        """The source as a mapping."""

    @property
    def kind(self) -> Literal["committed", "live", "drand"]:
        """`committed`, `live` or `drand`."""

    @property
    def by(self) -> _By:
        """In whose hand it is: `office`, `witness` or `public`."""

    @property
    def name(self) -> str:
        """Who or what exactly."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Ceremony:
    """How a sheet is sealed: sources, hash suite, time, blinding, earlier sheets [S2, S3c, S4a].

    `hash` is `sha256` or `sm3`, `sealed_at` the time with its offset, `secret` 32 random bytes in hex that blind
    the sheet, `previous` the digest of the authority's last sheet of any plan. Earlier sheets with the same
    task are named in `follows` where their draw stands, else in `supersedes`.

        >>> die = Source.live("掷骰二十次", by="witness", symbols="123456", length=20)
        >>> Ceremony([die], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")
        <suiji.Ceremony: sm3, 1 sources>
    """

    def __new__(
        cls,
        sources: Sequence[Source],
        *,
        hash: _Hash,
        sealed_at: str | None = None,
        secret: str | None = None,
        previous: str | None = None,
        follows: Sequence[Followed] | None = None,
        supersedes: Sequence[Superseded] | None = None,
    ) -> Ceremony:
        """Makes one."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Ceremony:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Ceremony:
        """Reads a file that holds the JSON document."""

    def to_json_with_secret(self) -> str:
        """The document as indented JSON."""

    @property
    def hash(self) -> _Hash:
        """The hash suite, `sha256` or `sm3`."""

    @property
    def sealed_at(self) -> str | None:
        """The time of sealing."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the seed, in order."""

    @property
    def previous(self) -> str | None:
        """The digest of the authority's last sheet before this one."""

    @property
    def is_blinded(self) -> bool:
        """Whether the sheet will be blinded [S2]."""

    def with_commitment(self, source: int, commitment: str) -> Ceremony:
        """The same with the commitment of a source that has none yet; its place counts from 0."""

    @property
    def follows(self) -> tuple[Followed, ...]:
        """Earlier sheets whose draw stands [S3c]."""

    @property
    def supersedes(self) -> tuple[Superseded, ...]:
        """Earlier sheets that this one replaces [S3c]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Contribution:
    """What a source gives [R1], by `live` or `committed`. Nothing that is printed shows it."""

    @classmethod
    def committed(cls, *, nonce: str, value: str) -> Contribution:
        """The opening of a committed source: the nonce, 32 bytes in hex, and the value that was chosen."""

    @classmethod
    def live(cls, value: str) -> Contribution:
        """A value that fell."""

    @staticmethod
    def commitment(*, nonce: str, value: str, hash: _Hash) -> str:
        """The commitment to a value, for `Source.committed` [S4a]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Contributions:
    """The contributions of all sources, in their order [R1]. Nothing but `to_json` and pickling shows them."""

    def __new__(cls, contributions: Sequence[Contribution]) -> Contributions:
        """Makes one."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Contributions:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Contributions:
        """Reads a file that holds the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Contribution: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Commitment:
    """The commitment (封存单): the sheet that is sealed before the seed exists [S3a]."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Commitment:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Commitment:
        """Reads a file that holds the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """JCS(commitment), the bytes that are hashed."""

    @property
    def digest(self) -> str:
        """The commitment digest C, in hex: what is read out, published and signed, always whole [S3b]."""

    @property
    def digest_groups(self) -> str:
        """The same in groups of four, to be read out."""

    @property
    def hash(self) -> _Hash:
        """The hash suite, `sha256` or `sm3`."""

    @property
    def sealed_at(self) -> str:
        """The time of sealing: the office's own word."""

    @property
    def authority(self) -> str:
        """The authority (机关), as in the plan."""

    @property
    def year(self) -> int:
        """The year, as in the plan."""

    @property
    def is_blinded(self) -> bool:
        """Whether the sheet is blinded [S2]."""

    @property
    def plan(self) -> str:
        """The digest of the plan."""

    @property
    def registry(self) -> Root:
        """Root and size of the registry."""

    @property
    def roster(self) -> Root:
        """Root and size of the roster."""

    @property
    def history(self) -> Root:
        """Root and size of the history."""

    @property
    def tasks(self) -> tuple[SealedTask, ...]:
        """What is sealed of each task: frame, strata, takes."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the seed, in order."""

    @property
    def previous(self) -> str | None:
        """The digest of the authority's last sheet before this one."""

    @property
    def follows(self) -> tuple[Followed, ...]:
        """Earlier sheets whose draw stands [S3c]."""

    @property
    def supersedes(self) -> tuple[Superseded, ...]:
        """Earlier sheets that this one replaces [S3c]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Sealed:
    """Inputs under a commitment, from which can be drawn: by `seal`, or in a later process by `reopen`.

    A pickle of it holds all its inputs, and of a blinded sheet the secret: keep it as you keep those.
    """

    @classmethod
    def reopen(
        cls,
        commitment: Commitment,
        plan: Plan,
        registry: Registry,
        *,
        roster: Roster | None = None,
        history: History | None = None,
        secret: str | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Sealed:
        """Makes the sealed value again from the commitment and the same inputs; it is refused, by name, where
        one is no longer what was sealed. A blinded sheet needs its secret.
        """

    @property
    def commitment(self) -> Commitment:
        """The sealed sheet, whose digest is made known."""

    def findings(self) -> tuple[Finding, ...]:
        """What whoever seals should know before it is too late."""

    def excluded(self, task: str) -> dict[Literal["annual_cap", "per_year"], int]:
        """How many entities a task excludes, by reason [F2]."""

    def short(self, task: str) -> tuple[Short, ...]:
        """The entities of a task's frame whose team cannot be filled [S5]."""

    def check_contribution(self, source: int, contribution: Contribution) -> None:
        """Raises where a contribution does not match its source, whose place counts from 0."""

    def draw(
        self,
        contributions: Contributions | Sequence[Contribution],
        *,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Record:
        """Draws. The same sheet and the same contributions give the same record, to the byte.

        Raises `InputError` where a contribution is missing or does not match its source.
        """

    def receipt(self, record: Record, entity: str, *, threads: int = 1, progress: _Progress | None = None) -> Receipt:
        """What one entity needs to check its own case against the public form [G1]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Record:
    """The record of a draw (抽取记录), from which anyone can run all of it again [E1].

    One that is read has the right form, and is not verified until `verify` says so.
    """

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Record:
        """Reads a file that holds the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """JCS(record), the bytes that are hashed."""

    @property
    def digest(self) -> str:
        """The record digest, in hex [E1]."""

    @property
    def seed(self) -> str:
        """The seed S, in hex [R2]."""

    @property
    def commitment(self) -> Commitment:
        """The sealed sheet."""

    @property
    def contributions(self) -> Contributions:
        """What the sources gave."""

    @property
    def tasks(self) -> tuple[str, ...]:
        """The ids of the tasks, in order."""

    def key(self, task: str) -> str:
        """The draw key K of a task, in hex [D1]."""

    def selected(self, task: str) -> DrawnTable:
        """The selected of a task, in the order of visits [D3]."""

    def reserves(self, task: str) -> DrawnTable:
        """The reserves (备选) of a task, stratum by stratum [D3]."""

    def teams(self, task: str) -> TeamTable:
        """The teams of a task, in the order of the selected [T5]; none where it asks for no team."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class DrawnTable:
    """Entities that were drawn: a sequence of `Drawn`, and a table of Arrow (id, stratum, ticket), so that
    `pl.DataFrame(it)`, `pd.DataFrame(it)` and `pa.table(it)` take it as it is.
    """

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Drawn: ...
    def __iter__(self) -> Iterator[Drawn]: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class TeamTable:
    """The teams of a task: a sequence of `TeamDrawn`, and a table of Arrow (entity, members, lead, vacant)."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> TeamDrawn: ...
    def __iter__(self) -> Iterator[TeamDrawn]: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class PublicForm:
    """The public form of a record: what is published, by which everybody can test his own [E2]."""

    @classmethod
    def of(cls, record: Record) -> PublicForm:
        """The public form of a record."""

    @classmethod
    def from_json(cls, text: str | bytes) -> PublicForm:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> PublicForm:
        """Reads a file that holds the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    @property
    def record(self) -> str:
        """The digest of the record, in hex."""

    @property
    def seed(self) -> str:
        """The seed S, in hex."""

    @property
    def commitment(self) -> Commitment:
        """The sealed sheet."""

    @property
    def contributions(self) -> Contributions:
        """What the sources gave."""

    @property
    def tasks(self) -> tuple[str, ...]:
        """The ids of the tasks, in order."""

    def selected(self, task: str) -> tuple[str, ...]:
        """The ids of the selected of a task, in the order of visits."""

    def last(self, task: str) -> dict[str, str]:
        """The greatest selected ticket of each stratum of a task, in hex."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Receipt:
    """What a draw says of one entity, with what it takes to check it against the public form (查验单) [G1]."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Receipt:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Receipt:
        """Reads a file that holds the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    @property
    def entity(self) -> str:
        """The id of the entity."""

    @property
    def name(self) -> str | None:
        """The name of the entity, where the registry has it."""

    @property
    def record(self) -> str:
        """The digest of the record that it is of, in hex."""

    @property
    def salt(self) -> str | None:
        """The salt of the entity's row, on a blinded sheet."""

    @property
    def tasks(self) -> tuple[Statement, ...]:
        """What it says of each task."""

    def check(self, public_form: PublicForm, *, plan: Plan | None = None) -> Report:
        """Checks the receipt against the public form, and where the plan is given against that."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Report:
    """What a verification found: checks, verdict, and what remains on trust [V1, V2].

    Nothing reads its JSON again: a report in a file is somebody's word, and whoever wants to know verifies. A pickle
    holds its values, for who loads a pickle trusts it in any case.
    """

    @property
    def verdict(self) -> Literal["holds", "incomplete", "fails"]:
        """`holds`, `incomplete` or `fails`."""

    @property
    def message(self) -> str:
        """The verdict in English words."""

    @property
    def message_zh(self) -> str:
        """The verdict in Chinese words."""

    @property
    def checks(self) -> tuple[Check, ...]:
        """Each check, what it established, and what it could not check."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Beside each stratum what its greatest selected ticket suggests was taken."""

    @property
    def outcomes(self) -> tuple[str | None, ...]:
        """Of each source how many values can fall, as a decimal number or a power; `None` of one that is not live."""

    @property
    def trust(self) -> tuple[Trust, ...]:
        """What remains on trust, whatever is checked."""

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What whoever reads the report should ask about."""

    def require(self) -> None:
        """Raises `VerificationError` unless the verdict is `holds`."""

    def to_json(self) -> str:
        """The report as an indented JSON document."""

    def __bool__(self) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

def seal(
    plan: Plan,
    registry: Registry,
    ceremony: Ceremony,
    *,
    roster: Roster | None = None,
    history: History | None = None,
    earlier: Sequence[Commitment] | None = None,
    threads: int = 1,
    progress: _Progress | None = None,
) -> Sealed:
    """Seals the inputs: all that can fail is tried here, before the seed exists [S5].

    `earlier` are earlier sheets that the caller holds, against which [S3c] and [S4c] are checked.

    `threads` changes the time and never the result. `progress` is called with the stage, the units done and all
    of them (0 where that is not known); what it raises ends the work. So with all long calls.
    """

def verify(
    record: Record,
    *,
    sheet: str | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    history: History | None = None,
    roster: Roster | None = None,
    secret: str | None = None,
    earlier: Sequence[Commitment] | None = None,
    threads: int = 1,
    progress: _Progress | None = None,
) -> Report:
    """Verifies a record with whatever is given beside it; the more, the more is checked [V1].

    `sheet` is the commitment digest that was made known before the draw, `secret` that of a blinded sheet, `earlier`
    are earlier sheets of the authority. An input that is not given is not empty: a record that was drawn without
    history or roster is verified whole with `History()` and `Roster()`.

    Raises nothing about the record: whatever is wrong with it stands in the report.
    """

def verify_public(
    public_form: PublicForm,
    *,
    sheet: str | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    history: History | None = None,
    roster: Roster | None = None,
    secret: str | None = None,
    earlier: Sequence[Commitment] | None = None,
    threads: int = 1,
    progress: _Progress | None = None,
) -> Report:
    """Verifies a public form as `verify` does a record; with all inputs the draw is run again."""

def canonical_json(document: str | bytes) -> bytes:
    """The RFC 8785 canonical JSON of a document, as the library hashes it [C2a]."""

def run_command(args: Sequence[str]) -> int:
    """Runs the command of a command line, without the name of the program, and gives its exit code."""
