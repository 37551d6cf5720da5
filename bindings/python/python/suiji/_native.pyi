"""The compiled half of the package `suiji`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Literal, Protocol, final, overload
from suiji._documents import (
    ClassDocument,
    EntityDocument,
    InspectionDocument,
    InspectorDocument,
    LimitDocument,
    PlanDocument,
    RequestDocument,
    SeatDocument,
    TaskDocument,
    VisitDocument,
    WindowDocument,
)
from suiji._papers import PaperKind, Papers
from suiji._values import (
    AmendedTeam,
    Amendment,
    Check,
    DrawnEntity,
    DrawnTeam,
    Fact,
    Finding,
    Followed,
    ImportChange,
    ImportQuestion,
    ImportSummary,
    Inputs,
    Inspection,
    InspectionStatus,
    MeasureCode,
    Outlook,
    OutcomeCode,
    OwnMeasure,
    OwnOutcome,
    PlanChange,
    PublicDraw,
    Root,
    SampleRow,
    SealedTask,
    ShortTeam,
    Statement,
    Superseded,
    TaskSummary,
    Trust,
    Understood,
    Update,
)
from suiji._words import By, ContributionKind, Hash, OutcomeGroup, SourceKind, Stage, Verdict

__all__ = [
    "AmendedState",
    "Amendments",
    "Ceremony",
    "Commitment",
    "Contribution",
    "Contributions",
    "Draw",
    "DrawnTable",
    "History",
    "ImportLog",
    "Part",
    "Plan",
    "PublicForm",
    "Receipt",
    "Record",
    "Registry",
    "Report",
    "Results",
    "Roster",
    "SampleTable",
    "Sealed",
    "Source",
    "TeamTable",
    "__version__",
    "canonical_json",
    "evidence_attach",
    "evidence_audit",
    "evidence_envelope",
    "evidence_key",
    "evidence_ledger",
    "evidence_notes",
    "evidence_policy",
    "evidence_request",
    "evidence_sign",
    "evidence_signed",
    "evidence_stamp",
    "evidence_statement",
    "evidence_to_sign",
    "evidence_verify",
    "findings",
    "import_plan",
    "import_table",
    "measure_codes",
    "outcome_codes",
    "run_command",
    "seal",
    "verify",
    "verify_public",
]
__version__: str
_Path = str | PathLike[str]
_Progress = Callable[[Stage, int, int], object]

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

class _LazyFrame(Protocol):
    def collect_schema(self) -> Any: ...

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...

_Rows = _ArrowStream | _ArrowArray | _LazyFrame | Iterable[Mapping[str, Any]]
_Answers = Mapping[str, Any] | str | bytes

@final
class Plan:
    """A plan (年度抽查工作计划) from a mapping with the fields of the JSON document [I1, I2].

    Raises `InputError` with all faults of the plan.

        >>> task = {"id": "J1", "name": "样例抽查", "quota": {"exactly": "40%"}}
        >>> Plan({"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]})
        <suiji.Plan 样例计划 (2024): 1 tasks>
    """

    def __new__(cls, document: PlanDocument) -> Plan:
        """Creates a new object."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Plan:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Plan:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """The plan as canonical JSON: the bytes that are hashed."""

    def digest(self, hash: Hash) -> str:
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
    def document_number(self) -> str | None:
        """The document number (文号)."""

    @property
    def window(self) -> WindowDocument | None:
        """The first and the last day on which the plan is carried out."""

    @property
    def basis(self) -> tuple[str, ...]:
        """The documents that the plan is based on."""

    @property
    def classes(self) -> tuple[ClassDocument, ...]:
        """The risk classes (信用风险分类), the highest risk first."""

    @property
    def limits(self) -> tuple[LimitDocument, ...]:
        """The limits on visits to an entity for any task, as mappings [F2]."""

    @property
    def max_load(self) -> int | None:
        """The load from which on an inspector gets no further seat [T3]."""

    @property
    def extra(self) -> dict[str, str]:
        """Other fields that the office keeps."""

    @property
    def tasks(self) -> tuple[TaskDocument, ...]:
        """The tasks as mappings, in order."""

    def task(self, id: str) -> TaskDocument:
        """One task as a mapping. Raises `KeyError` if the plan has no such task."""

    def changes(self, later: Plan) -> tuple[PlanChange, ...]:
        """The differences of a later plan, in words. Those of the plan as a whole come first.

        Rules require a notice that names the changes when a plan is revised.

            >>> task = {"id": "J1", "name": "样例抽查", "quota": {"exactly": "40%"}}
            >>> plan = {"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]}
            >>> later = {**plan, "tasks": [{**task, "quota": {"exactly": "50%"}}]}
            >>> [(change.kind, change.task, change.field) for change in Plan(plan).changes(Plan(later))]
            [('changed', 'J1', 'quota')]
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Registry:
    """The registry (检查对象名录库): the entities that may be inspected [I3].

    `rows` is a frame that supports Arrow (pandas, polars, pyarrow, DuckDB), which is not copied, or an iterable
    of mappings. Columns are the fields of [I3]: `id`, `name`, `class`, `categories`, `district`, `industry`,
    `status`, `established`, `exempt`, `exempt_from`, and `extra.NAME` for other columns of the office. `columns`
    maps the name of a column to the field that it fills, or to `None` to leave it out. A null is an absent field.

    Raises `InputError` with the faults of all rows; rows are counted from 1.

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
        """Creates a new object."""

    @classmethod
    def from_json_lines(cls, text: str | bytes, *, threads: int = 1, progress: _Progress | None = None) -> Registry:
        """Reads JSON Lines: one row per line."""

    @classmethod
    def read(cls, path: _Path, *, threads: int = 1, progress: _Progress | None = None) -> Registry:
        """Reads a file: CSV with field names as header if its name ends with `.csv`, otherwise JSON Lines."""

    def to_json_lines(self, *, progress: _Progress | None = None) -> str:
        """The table as JSON Lines: the rows in sorted order, each canonical [C2a]."""

    def ids(self) -> list[str]:
        """The ids, in order."""

    def name(self, id: str) -> str | None:
        """The name of an entity; `None` if it is not in the registry."""

    def entity(self, id: str) -> EntityDocument | None:
        """The row of an entity; `None` if it is not in the registry."""

    def __iter__(self) -> Iterator[EntityDocument]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _head(self, rows: int) -> list[str]:
        """The first rows, each canonical, for a notebook."""

    def _repr_html_(self) -> str: ...

@final
class Roster:
    """The roster (执法检查人员名录库): the inspectors [I4]; made in the same way as a `Registry`.

    Columns: `id`, `name`, `department`, `district`, `skills`, `lead`, `expert`, `max_load`, `load`, `valid_to`,
    `recuse` and `extra.NAME`.
    """

    def __new__(
        cls,
        rows: _Rows | None = None,
        *,
        columns: Mapping[str, str | None] | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Roster:
        """Creates a new object."""

    @classmethod
    def from_json_lines(cls, text: str | bytes, *, threads: int = 1, progress: _Progress | None = None) -> Roster:
        """Reads JSON Lines: one row per line."""

    @classmethod
    def read(cls, path: _Path, *, threads: int = 1, progress: _Progress | None = None) -> Roster:
        """Reads a file: CSV with field names as header if its name ends with `.csv`, otherwise JSON Lines."""

    def to_json_lines(self, *, progress: _Progress | None = None) -> str:
        """The table as JSON Lines: the rows in sorted order, each canonical [C2a]."""

    def ids(self) -> list[str]:
        """The ids, in order."""

    def name(self, id: str) -> tuple[str, str] | None:
        """Name and department of an inspector; `None` if he or she is not in the roster."""

    def inspector(self, id: str) -> InspectorDocument | None:
        """The row of an inspector; `None` if he or she is not in the roster."""

    def __iter__(self) -> Iterator[InspectorDocument]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _head(self, rows: int) -> list[str]:
        """The first rows, each canonical, for a notebook."""

    def _repr_html_(self) -> str: ...

@final
class History:
    """The history (检查历史): inspections already carried out [I5]; made in the same way as a `Registry`. It can be
    empty.

    Columns: `entity`, `task`, `date`, `kind`, `by`, `inspectors`.
    """

    def __new__(
        cls,
        rows: _Rows | None = None,
        *,
        columns: Mapping[str, str | None] | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> History:
        """Creates a new object."""

    @classmethod
    def from_json_lines(cls, text: str | bytes, *, threads: int = 1, progress: _Progress | None = None) -> History:
        """Reads JSON Lines: one row per line."""

    @classmethod
    def read(cls, path: _Path, *, threads: int = 1, progress: _Progress | None = None) -> History:
        """Reads a file: CSV with field names as header if its name ends with `.csv`, otherwise JSON Lines."""

    def to_json_lines(self, *, progress: _Progress | None = None) -> str:
        """The table as JSON Lines: the rows in sorted order, each canonical [C2a]."""

    def __iter__(self) -> Iterator[VisitDocument]: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _head(self, rows: int) -> list[str]:
        """The first rows, each canonical, for a notebook."""

    def _repr_html_(self) -> str: ...

@final
class Part:
    """One part of a live source [S4b]: `count` numbers from `from_` to `to`, which may repeat, in the order in
    which they fell, such as dice or digits. `Part.distinct` is for numbers drawn without replacement.

        >>> Part(20, 1, 6)  # one die, twenty throws
        suiji.Part(20, 1, 6)
        >>> Part.distinct(6, 1, 33).outcomes  # six balls of one drum
        1107568
    """

    def __new__(cls, count: int, from_: int, to: int) -> Part:
        """Creates a new object."""

    @classmethod
    def distinct(cls, count: int, from_: int, to: int) -> Part:
        """Numbers drawn without replacement, in ascending order: the balls of one drum."""

    @property
    def count(self) -> int:
        """How many numbers are produced."""

    @property
    def from_(self) -> int:
        """The smallest possible number."""

    @property
    def to(self) -> int:
        """The greatest possible number."""

    @property
    def is_distinct(self) -> bool:
        """Whether the numbers are drawn without replacement, and listed in ascending order."""

    @property
    def outcomes(self) -> int | None:
        """The number of outcomes; `None` for 2^53 or more."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Source:
    """A source of the seed (随机源) [S4a], made by `live`, `committed` or `drand`, or from a mapping with the fields of
    the JSON document.

    `by` is the kind of person who controls it: `office`, `witness` or `public`. `name` is the person or thing, by
    name.
    """

    def __new__(cls, document: Mapping[str, Any]) -> Source:
        """Creates a new object."""

    @classmethod
    def committed(cls, name: str, *, by: By, commitment: str | None = None) -> Source:
        """A source whose value is chosen in secret before sealing: `Contribution.commitment`. If `commitment` is not
        provided, `Ceremony.with_commitment` can add it.
        """

    @classmethod
    def live(cls, name: str, *, by: By, parts: Sequence[Part]) -> Source:
        """A source whose numbers are produced in public after sealing [S4b]: dice, drawn balls, a lottery issue. It has
        1 to 20 `parts`.
        """

    @property
    def document(self) -> dict[str, Any]:
        """The source as a mapping."""

    @classmethod
    def drand(cls, name: str, *, round: int) -> Source:
        """A round of the drand chain of annex A."""

    @classmethod
    def drand_after(cls, name: str, *, time: str) -> Source:
        """The first round of the drand chain of annex A that is due after `time`, such as `2024-09-02T14:00:00+08:00`.
        It must be later than the sealing [S4a].
        """

    def beacon(self, published: str | bytes) -> Contribution:
        """The contribution of a drand source, from the JSON in which its round was published [R1].

        Raises `InputError` if the round or the chain is wrong, or if its signature is wrong.
        """

    @property
    def due(self) -> int | None:
        """The time of a drand round, in seconds since 1970-01-01T00:00:00+00:00; `None` for other sources."""

    @property
    def commitment(self) -> str | None:
        """The commitment of a committed source, in hex."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a live source; empty for other sources."""

    @property
    def outcomes(self) -> int | None:
        """The number of outcomes of a live source; `None` for 2^53 or more, and for other sources."""

    def arrange(self, fallen: Sequence[int]) -> Contribution:
        """The contribution of a live source from its numbers, one after another in the order in which they fell;
        numbers of a part without replacement are sorted [S4b].
        """

    @property
    def round(self) -> int | None:
        """The round of a drand source."""

    @property
    def kind(self) -> SourceKind:
        """`committed`, `live` or `drand`."""

    @property
    def by(self) -> By:
        """The kind of person who controls it: `office`, `witness` or `public`."""

    @property
    def name(self) -> str:
        """The person or thing, by name."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Ceremony:
    """The ceremony: hash suite, sources, time of sealing, blinding, earlier commitments [S2, S3c, S4a].

    `hash` is `sha256` or `sm3`, `sealed_at` the time with its offset, `secret` 32 random bytes in hex that blind the
    commitment, `previous` the digest of the authority's last commitment, of any plan. Earlier commitments with the
    same task are named in `follows` if their draw remains valid, otherwise in `supersedes`.

        >>> die = Source.live("掷骰二十次", by="witness", parts=[Part(20, 1, 6)])
        >>> Ceremony([die], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")
        <suiji.Ceremony: sm3, 1 sources>
    """

    def __new__(
        cls,
        sources: Sequence[Source],
        *,
        hash: Hash,
        sealed_at: str | None = None,
        secret: str | None = None,
        previous: str | None = None,
        follows: Sequence[Followed] | None = None,
        supersedes: Sequence[Superseded] | None = None,
    ) -> Ceremony:
        """Creates a new object."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Ceremony:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Ceremony:
        """Reads a file with the JSON document."""

    def to_json_with_secret(self) -> str:
        """The document as indented JSON."""

    @property
    def hash(self) -> Hash:
        """The hash suite, `sha256` or `sm3`."""

    @property
    def sealed_at(self) -> str | None:
        """The time of sealing."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the seed, in order."""

    @property
    def previous(self) -> str | None:
        """The digest of the authority's last commitment before this one."""

    @property
    def secret(self) -> str | None:
        """The secret of a blinded commitment, in hex [S2]."""

    def with_sealed_at(self, time: str) -> Ceremony:
        """The ceremony with another time of sealing."""

    def with_secret(self, secret: str) -> Ceremony:
        """The ceremony with another secret."""

    def with_previous(self, previous: str) -> Ceremony:
        """The ceremony with another last commitment of the authority."""

    def with_followed(self, earlier: Followed) -> Ceremony:
        """The ceremony with one more earlier commitment whose draw remains valid."""

    def with_superseded(self, earlier: Superseded) -> Ceremony:
        """The ceremony with one more earlier commitment that this one replaces."""

    def with_commitment(self, source: int, commitment: str) -> Ceremony:
        """The ceremony with the commitment of a committed source that has none. `source` counts from 0."""

    @property
    def follows(self) -> tuple[Followed, ...]:
        """Earlier commitments whose draw remains valid [S3c]."""

    @property
    def supersedes(self) -> tuple[Superseded, ...]:
        """Earlier commitments that this one replaces [S3c]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Contribution:
    """The contribution of one source [R1], made by `live`, `committed` or `Source.arrange`. Its repr and HTML
    representation do not show the value.
    """

    @classmethod
    def committed(cls, *, nonce: str, value: str) -> Contribution:
        """The contribution of a committed source: nonce (32 bytes in hex) and value, chosen before sealing."""

    @classmethod
    def live(cls, numbers: Sequence[Sequence[int]]) -> Contribution:
        """The contribution of a live source: the numbers of each part, in the form of [S4b]. `Source.arrange` makes it
        from numbers in the order in which they fell.
        """

    @classmethod
    def drand(cls, signature: bytes) -> Contribution:
        """The signature of a drand round, of 48 bytes. `Source.beacon` makes it from published data."""

    @staticmethod
    def commitment(*, nonce: str, value: str, hash: Hash) -> str:
        """The commitment to a value, for `Source.committed` [S4a]."""

    @property
    def kind(self) -> ContributionKind:
        """`committed`, `live` or `drand`."""

    @property
    def value(self) -> str | None:
        """The value of a committed source."""

    @property
    def numbers(self) -> tuple[tuple[int, ...], ...] | None:
        """The numbers of each part of a live source."""

    @property
    def nonce(self) -> str | None:
        """The nonce of a committed source, in hex."""

    @property
    def signature(self) -> bytes | None:
        """The signature of a drand round."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Contributions:
    """The contributions of all sources of one commitment, in their order [R1, R4]; `commitment` is its digest.
    Their repr and HTML do not show the values.
    """

    def __new__(cls, commitment: str, contributions: Sequence[Contribution]) -> Contributions:
        """Creates a new object."""

    @property
    def commitment(self) -> str:
        """The digest of the commitment to which they belong."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Contributions:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Contributions:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """The contributions as canonical JSON: the bytes that are hashed [R2]."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Contribution: ...
    def __iter__(self) -> Iterator[Contribution]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Commitment:
    """The commitment (封存单), made before the seed exists. It fixes all inputs and the sources [S3a]."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Commitment:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Commitment:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """The commitment as canonical JSON: the bytes that are hashed."""

    @property
    def digest(self) -> str:
        """The digest of the commitment, in hex: read it out, publish and sign it, always in full [S3b]."""

    @property
    def digest_groups(self) -> str:
        """The digest in groups of four digits, for reading aloud."""

    @property
    def hash(self) -> Hash:
        """The hash suite, `sha256` or `sm3`."""

    @property
    def sealed_at(self) -> str:
        """The time of sealing that the office states."""

    @property
    def authority(self) -> str:
        """The authority (机关), as in the plan."""

    @property
    def year(self) -> int:
        """The year, as in the plan."""

    @property
    def blinded(self) -> bool:
        """Whether the commitment is blinded [S2]."""

    @property
    def plan(self) -> str:
        """The digest of the plan, in hex."""

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
        """The tasks with their frames and strata."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the seed, in order."""

    @property
    def previous(self) -> str | None:
        """The digest of the authority's last commitment before this one."""

    @property
    def follows(self) -> tuple[Followed, ...]:
        """Earlier commitments whose draw remains valid [S3c]."""

    @property
    def supersedes(self) -> tuple[Superseded, ...]:
        """Earlier commitments that this one replaces [S3c]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Sealed:
    """Sealed inputs, ready for the draw: made by `seal`, or by `reopen` in a later process.

    A pickle contains all inputs and the secret of a blinded commitment, so protect it as carefully as these.
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
        """Reopens a commitment with the sealed inputs. A blinded commitment needs its secret.

        Raises `InputError` if an input is not the sealed one, and names it.
        """

    @property
    def commitment(self) -> Commitment:
        """The commitment. Make its digest known before the draw."""

    @property
    def inputs(self) -> Inputs:
        """The sealed inputs."""

    @property
    def secret(self) -> str | None:
        """The secret of a blinded commitment, in hex."""

    def findings(self) -> tuple[Finding, ...]:
        """Findings to read before the commitment is published, the most serious first."""

    def summaries(self) -> tuple[TaskSummary, ...]:
        """For each task, the number of registry rows in its frame, and the numbers left out for each reason [F1, F2,
        F3, F4].
        """

    def outlook(self) -> Outlook:
        """What to expect of the draw: entities in no task, needs of departments, visits of the year before."""

    def excluded(self, task: str) -> dict[str, int]:
        """The number of entities that a task excludes for each reason, in the order of [F2]: `exempt`, then the ids of
        limits.
        """

    def short_teams(self, task: str) -> tuple[ShortTeam, ...]:
        """The entities in a task's frame that cannot get a full team [S5]."""

    def frame(self, task: str) -> SampleTable:
        """The rows of the registry before the draw, with their state in a task, as rows and as an Arrow table: in the
        frame or the reason why not [F1, F2], stratum [F3], inclusion probability [F4].

        Raises `KeyError` if the plan has no such task.
        """

    def check_contribution(self, source: int, contribution: Contribution) -> None:
        """Raises `InputError` if a contribution does not match its source; `source` counts from 0."""

    def check_contributions(self, contributions: Contributions | Sequence[Contribution]) -> None:
        """Raises `InputError` if a contribution is missing or does not match its source."""

    def draw(
        self,
        contributions: Contributions | Sequence[Contribution],
        *,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Record:
        """Draws. The same contributions always give the same record, to the byte.

        Raises `InputError` if a contribution is missing or does not match its source.
        """

    def amend(
        self,
        record: Record,
        requests: Iterable[RequestDocument],
        *,
        earlier: Amendments | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> Amendments:
        """Makes amendments to a record from events after the draw [M1]. The seed decides who steps in.
        `requests` are mappings, as in a `requests.json`; `earlier` are the existing amendments.

        Raises `InputError` if a request does not fit. Then nothing is amended.
        """

    def check_inputs(
        self,
        plan: Plan,
        registry: Registry,
        *,
        roster: Roster | None = None,
        history: History | None = None,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> None:
        """Compares other inputs with the sealed ones. All rows that differ are counted.

        Raises `InputError` if any input differs.
        """

    def receipt(self, record: Record, entity: str, *, threads: int = 1, progress: _Progress | None = None) -> Receipt:
        """The receipt for one entity, with which it can check the draw against the public form [G1]."""

    def receipts(
        self,
        record: Record,
        entities: Sequence[str] | None = None,
        *,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> list[Receipt]:
        """The receipts of these entities, in this order. Without `entities`, those of all entities of the registry.

        Common parts are computed only once, so this is much faster than many calls of `receipt`.
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Record:
    """The record of a draw (抽取记录): anyone can repeat the draw from it and the inputs [E1].

    Reading a record checks only its form. `verify` checks the rest.
    """

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Record:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    def canonical(self) -> bytes:
        """The record as canonical JSON: the bytes that are hashed."""

    @property
    def digest(self) -> str:
        """The record digest, in hex [E1]."""

    @property
    def seed(self) -> str:
        """The seed, in hex [R2]."""

    @property
    def commitment(self) -> Commitment:
        """The commitment of the draw."""

    @property
    def contributions(self) -> Contributions:
        """The contributions of all sources."""

    @property
    def draws(self) -> tuple[Draw, ...]:
        """The draw of each task, in the order of the plan."""

    def draw(self, task: str) -> Draw:
        """The draw of one task. Raises `KeyError` if the plan has no such task."""

    def sample(
        self,
        sealed: Sealed | None = None,
        task: str | None = None,
        *,
        threads: int = 1,
        progress: _Progress | None = None,
    ) -> SampleTable:
        """The results of entities, as rows and as an Arrow table: state, inclusion probability, ticket, rank, team.

        With `sealed`, there is one row for each task and entity of the registry. Without it, there are rows only for
        the selected entities and the reserves, and `class` is null, because a record has no classes. `task` restricts
        it to one task.

        Raises `InputError` if the record belongs to another commitment, and `KeyError` if it has no such task.
        """

    def papers(
        self,
        sealed: Sealed,
        *,
        kinds: Sequence[PaperKind] | None = None,
        letters_to: Sequence[str] | None = None,
        office: Mapping[str, Any] | None = None,
        amendments: Amendments | None = None,
        results: Results | None = None,
        holidays: Mapping[str, Any] | None = None,
        templates: Mapping[str, str] | str | PathLike[str] | None = None,
        lang: Literal["zh", "en"] = "zh",
    ) -> Papers:
        """The papers of the draw, as in the command `suiji papers`: a sequence of `Paper` with the method
        `save`.

        `office` is a mapping with the settings of the office (`office.json`), `lang` is `zh` or `en`. `kinds` are some
        of `minutes`, `task_sheet`, `approval`, `notice`, `announcement`, `table` and `picture`, and with `results` of
        `outcomes`, `proposals` and `summary`, by default all; `letters_to` are ids of entities that get a letter. Then
        other papers are made only for `kinds`.

        `holidays` is a mapping with notices of holidays (`holidays.json`), for years that this version does not know.
        `templates` are the office's own: a mapping from names such as `minutes.zh.html` to texts, or the folder of
        their files.

        Only `announcement` and `outcomes` are public. All other papers are for the office, the inspectors or one
        entity.

        Raises `InputError` if the record, the amendments or the results belong to another draw, if settings or holidays
        are wrong, or if a template is: `faults` name the template and the line.
        """

    def state(self) -> AmendedState:
        """The state after the draw, without amendments [M1]."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Draw:
    """The draw of one task: the selected entities, the reserves (备选) and the teams."""

    @property
    def task(self) -> str:
        """The id of the task."""

    @property
    def key(self) -> str:
        """The draw key, in hex [D1]."""

    @property
    def selected(self) -> DrawnTable:
        """The selected entities, in the order of visits [D3]."""

    @property
    def reserves(self) -> DrawnTable:
        """The reserves, stratum by stratum [D3]."""

    @property
    def teams(self) -> TeamTable:
        """The teams, in the order of the selected entities [T5]; empty if the task has no team."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class DrawnTable:
    """Drawn entities: a sequence of `DrawnEntity` and a table of Arrow (id, stratum, ticket).

    `pl.DataFrame(table)`, `pd.DataFrame(table)` and `pa.table(table)` can read it directly.
    """

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> DrawnEntity: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[DrawnEntity, ...]: ...
    def __iter__(self) -> Iterator[DrawnEntity]: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class TeamTable:
    """The teams of a task: a sequence of `DrawnTeam` and a table of Arrow (entity, members, lead, vacant, joins)."""

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> DrawnTeam: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[DrawnTeam, ...]: ...
    def __iter__(self) -> Iterator[DrawnTeam]: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Results:
    """The results of the inspections of a draw (检查结果) [O1].

    `inspections` are mappings with `task`, `entity`, `date`, `inspectors`, `outcomes`, `measures`, `note` and
    `published`, as in the JSON document. `own_outcomes` (`code`, `name`, `group`) and `own_measures` (`code`,
    `name`) are codes of the office, in addition to `outcome_codes` and `measure_codes`.

    Making and reading check only their form. `check` compares them with a record.
    """

    def __new__(
        cls,
        record: Record,
        inspections: Iterable[InspectionDocument | Mapping[str, Any]] | None = None,
        *,
        own_outcomes: Iterable[Mapping[str, str]] | None = None,
        own_measures: Iterable[Mapping[str, str]] | None = None,
    ) -> Results: ...
    @classmethod
    def from_json(cls, text: str | bytes) -> Results:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Results:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    @property
    def record(self) -> str:
        """The digest of the record, in hex."""

    @property
    def inspections(self) -> tuple[Inspection, ...]:
        """The inspections, in the order of the document."""

    @property
    def own_outcomes(self) -> tuple[OwnOutcome, ...]:
        """The outcomes in the office's own list."""

    @property
    def own_measures(self) -> tuple[OwnMeasure, ...]:
        """The measures in the office's own list."""

    def outcome_name(self, code: str) -> str | None:
        """The name of an outcome in English; `None` if its code is unknown. The office's own codes have one name."""

    def outcome_name_zh(self, code: str) -> str | None:
        """The name of an outcome in Chinese; `None` if its code is unknown."""

    def measure_name(self, code: str) -> str | None:
        """The name of a measure in English; `None` if its code is unknown. The office's own codes have one name."""

    def measure_name_zh(self, code: str) -> str | None:
        """The name of a measure in Chinese; `None` if its code is unknown."""

    def group_of(self, code: str) -> OutcomeGroup | None:
        """The group of an outcome; `None` if its code is unknown."""

    def update(self, later: Results) -> tuple[Results, Update]:
        """These results with later ones of the same record, and the changes. An inspection of the same task and entity
        replaces the earlier one.

        Raises `InputError` if the later results belong to another record.
        """

    def check(
        self,
        record: Record,
        *,
        amendments: Amendments | None = None,
        plan: Plan | None = None,
        today: str | None = None,
    ) -> tuple[Finding, ...]:
        """Compares the results with the record and, if provided, with its amendments and the plan. Finds wrong results
        (`error`), doubtful ones (`warning`) and missing ones (`note`) [O2]. `today`, as `YYYY-MM-DD`, is the day of
        the check. Later results are wrong, and missing results are overdue after the window.

        Raises `InputError` if the results or the amendments belong to another record.
        """

    def status(self, record: Record, amendments: Amendments | None = None) -> InspectionStatus:
        """The progress of the inspections, by task, stratum and inspector [O3]. Results that `check` refuses are left
        out.

        Raises `InputError` if the results or the amendments belong to another record.
        """

    def visits(
        self, record: Record, amendments: Amendments | None = None, *, earlier: History | None = None
    ) -> list[VisitDocument]:
        """The rows that a history needs before the next draw [O3]: one for each result, and one for each drawn entity
        without a result. Rows that `earlier` has since the day of the sealing are left out.

            history = suiji.History([*earlier, *results.visits(record, earlier=earlier)])
        """

    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class SampleTable:
    """Entities of a task: a sequence of `SampleRow` and a table of Arrow, made by `Sealed.frame` before the draw (id,
    task, stratum, class, state, reason, take, frame_size, probability) and by `Record.sample` after it (also ticket,
    rank, team).

    `pl.DataFrame(table)`, `pd.DataFrame(table)` and `pa.table(table)` can read it directly. A row of the frame takes
    about 100 bytes, a row of a sample about 200.
    """

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> SampleRow: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[SampleRow, ...]: ...
    def __iter__(self) -> Iterator[SampleRow]: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Amendments:
    """The amendments (变更) to a record, in the order of their decisions [M1]: a sequence of `Amendment`.

    `Sealed.amend` makes them. Reading checks only their form. `verify` with `amendments` checks the rest.
    """

    @classmethod
    def from_json(cls, text: str | bytes) -> Amendments:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Amendments:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    @property
    def record(self) -> str:
        """The digest of the record that is amended, in hex."""

    def digest(self, hash: Hash) -> str:
        """The digest of the last amendment under `sha256` or `sm3`, in hex. Publish it, because it fixes all
        earlier ones.
        """

    def state(self, record: Record) -> AmendedState:
        """The state after all these amendments.

        Raises `InputError` if they belong to another record, or one of them does not fit [M6].
        """

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Amendment: ...
    def __iter__(self) -> Iterator[Amendment]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class AmendedState:
    """The state after a record and its amendments [M1], made by `Record.state` or `Amendments.state`."""

    @property
    def away(self) -> tuple[str, ...]:
        """The inspectors who are away [M3], by id."""

    def seats_held(self, inspector: str) -> int:
        """The current number of seats of an inspector in the whole draw [T3]."""

    def seats_of(self, inspector: str) -> list[SeatDocument]:
        """The seats that an inspector holds now, in the order of tasks, of their teams and of seats: for `seats` of a
        request to substitute. A team that joins another has no seats of its own; they are seats of the other team [M2].
        """

    def teams(self, task: str) -> tuple[AmendedTeam, ...]:
        """The teams of a task: those of its selected entities in their order, then those of its used reserves in the
        order of use. Raises `KeyError` if the plan has no such task.
        """

    def team(self, task: str, entity: str) -> AmendedTeam | None:
        """The team of an entity in a task; `None` if the entity is neither selected nor a used reserve. Raises
        `KeyError` if the plan has no such task.
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _tasks(self) -> list[str]:
        """The ids of the tasks, in the order of the plan, for a notebook."""

    def _repr_html_(self) -> str: ...

@final
class PublicForm:
    """The public form (公示文本) of a record. It is published, and receipts are checked against it [E2]."""

    @classmethod
    def of(cls, record: Record, *, secret: str | None = None) -> PublicForm:
        """The public form of a record. A blinded commitment needs its secret to hide the cutoffs."""

    @classmethod
    def from_json(cls, text: str | bytes) -> PublicForm:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> PublicForm:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    @property
    def record(self) -> str:
        """The digest of the record, in hex."""

    @property
    def seed(self) -> str:
        """The seed, in hex."""

    @property
    def commitment(self) -> Commitment:
        """The commitment of the draw."""

    @property
    def contributions(self) -> Contributions:
        """The contributions of all sources."""

    @property
    def draws(self) -> tuple[PublicDraw, ...]:
        """The draw of each task, in the order of the plan."""

    def draw(self, task: str) -> PublicDraw:
        """The draw of one task. Raises `KeyError` if the plan has no such task."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Receipt:
    """The receipt (查验单) for one entity: its results in the draw, and the proofs to check them against the public
    form [G1].
    """

    @classmethod
    def from_json(cls, text: str | bytes) -> Receipt:
        """Reads a JSON document."""

    @classmethod
    def read(cls, path: _Path) -> Receipt:
        """Reads a file with the JSON document."""

    def to_json(self) -> str:
        """The document as indented JSON."""

    @property
    def entity(self) -> str:
        """The id of the entity."""

    @property
    def name(self) -> str | None:
        """The name of the entity; `None` if it is not in the registry."""

    @property
    def record(self) -> str:
        """The digest of the record, in hex."""

    @property
    def salt(self) -> str | None:
        """The salt of the entity's row, in hex; `None` if the commitment is not blinded."""

    @property
    def tasks(self) -> tuple[Statement, ...]:
        """A statement for each task."""

    def check(self, public_form: PublicForm, *, plan: Plan | None = None) -> Report:
        """Checks the receipt against the public form, and against the plan if it is provided."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Report:
    """The report of a verification: checks, verdict, and what must be trusted [V1, V2].

    There is no `from_json`: a report in a file proves nothing, so verify again. A pickle has the values of the report,
    because loading a pickle requires trust in any case.
    """

    @property
    def verdict(self) -> Verdict:
        """`holds`, `incomplete`, `other_inputs` or `fails`."""

    @property
    def message(self) -> str:
        """The verdict in English."""

    @property
    def message_zh(self) -> str:
        """The verdict in Chinese."""

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks with their outcomes."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """For each stratum with a take of 30 or more, an estimate of the take."""

    @property
    def margins(self) -> tuple[int | None, ...]:
        """The seconds between the sealing and each drand round; `None` for other sources [V2]."""

    @property
    def outcomes(self) -> tuple[str | None, ...]:
        """The number of possible values of each source: digits, or `2^53 or more`; `None` if it is not live."""

    @property
    def trust(self) -> tuple[Trust, ...]:
        """The claims that no check can show."""

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Warnings that the office should explain."""

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
    """Seals the inputs. Everything that can fail is checked here, before the seed exists [S5].

    `earlier` are earlier commitments of the authority, for the checks of [S3c] and [S4c].

    `threads` changes only the time, never the result. `progress` is called with the stage, the units done and the
    units in total (0 if not known). An exception in it stops the work. All long calls take these two keywords.
    """

def verify(
    record: Record,
    *,
    commitment: str | None = None,
    record_digest: str | None = None,
    contributions: Contributions | Sequence[Contribution] | None = None,
    noted: Mapping[int, str | Contribution] | None = None,
    public_form: PublicForm | None = None,
    amendments: Amendments | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    history: History | None = None,
    roster: Roster | None = None,
    secret: str | None = None,
    earlier: Sequence[Commitment] | None = None,
    threads: int = 1,
    progress: _Progress | None = None,
) -> Report:
    """Verifies a record with the provided evidence. More evidence allows more checks [V1].

    The notes of a witness at the draw: `commitment` and `record_digest` are the digests that were read out, optionally
    in groups. `contributions` has all values, `noted` the values of some sources by number, from 0: the text that was
    read out for a committed source, or a `Contribution`. `public_form` is the published form; `amendments` are the
    amendments to the record, each of which is checked. `secret` is the secret of a blinded commitment, `earlier` are
    earlier commitments of the authority. A missing input is not treated as empty. To verify a draw without history or
    roster, provide `History()` and `Roster()`.

    It raises no error about the record. The report contains all its faults.
    """

def verify_public(
    public_form: PublicForm,
    *,
    commitment: str | None = None,
    record_digest: str | None = None,
    contributions: Contributions | Sequence[Contribution] | None = None,
    noted: Mapping[int, str | Contribution] | None = None,
    amendments: Amendments | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    history: History | None = None,
    roster: Roster | None = None,
    secret: str | None = None,
    earlier: Sequence[Commitment] | None = None,
    threads: int = 1,
    progress: _Progress | None = None,
) -> Report:
    """Verifies a public form in the same way as `verify`. If all inputs are provided, the draw is repeated. Only then
    can `amendments` be compared with teams and reserves.
    """

def findings(
    plan: Plan,
    registry: Registry,
    roster: Roster,
    history: History,
    sealed_at: str | None = None,
    progress: _Progress | None = None,
) -> tuple[Finding, ...]:
    """Possible mistakes in the inputs, for `suiji.Inputs.findings`."""

def canonical_json(document: str | bytes) -> bytes:
    """The RFC 8785 canonical JSON of a document, as the library hashes it [C2a]."""

def evidence_statement(statement: str | bytes) -> str:
    """The canonical JSON of a statement."""

def evidence_to_sign(statement: str | bytes) -> bytes:
    """The bytes to sign: the pre-authentication encoding of DSSE."""

def evidence_request(statement: str | bytes) -> bytes:
    """The request for a timestamp, in DER."""

def evidence_stamp(statement: str | bytes, token: str | bytes, certificates: Sequence[str | bytes]) -> str:
    """Verifies the token of an authority. Returns who stamped, and when, as JSON."""

def evidence_key(key: str | bytes) -> tuple[str, str]:
    """Algorithm and id of a public key in PEM."""

def evidence_envelope(statement: str | bytes) -> str:
    """An envelope without signatures."""

def evidence_signed(envelope: str | bytes) -> tuple[str, list[str]]:
    """The statement of an envelope as canonical JSON, and the ids of the keys that signed."""

def evidence_attach(envelope: str | bytes, key: str | bytes, signature: str | bytes) -> str:
    """Adds the signature that a token or another system returned. Only a valid one is added."""

def evidence_sign(envelope: str | bytes, private_key: str | bytes) -> str:
    """Signs with a private key in PEM."""

def evidence_verify(envelope: str | bytes, key: str | bytes) -> None:
    """Checks the signature of a key."""

def evidence_policy(
    policy: str | bytes,
    commitment: Commitment,
    statements: Sequence[str | bytes],
    envelopes: Sequence[str | bytes],
    tokens: Sequence[tuple[str, str | bytes]],
    values: Sequence[tuple[str, str]],
) -> str:
    """The verdicts of a policy, as JSON. Tokens have the document that they are about; values have a name and the time
    when they became known.
    """

def evidence_ledger(ledger: str | bytes) -> list[tuple[str, str, str]]:
    """The entries of a ledger: each line, and what it says in English and Chinese."""

def evidence_audit(
    ledger: str | bytes,
    heads: Sequence[tuple[str, str | bytes]],
    commitments: Sequence[tuple[str, str]],
    records: Sequence[tuple[str, str]],
    are_all: bool,
) -> str:
    """The audit of a ledger, as JSON. Heads, commitments and records have a name each; commitments and records are
    digests.
    """

def evidence_notes(notes: str | bytes) -> str:
    """The notes of a witness, as JSON."""

def run_command(args: Sequence[str]) -> int:
    """Runs a command line, without the name of the program, and returns its exit code."""

@final
class ImportLog:
    """The log of an import: every change of a value, a row or a column, as a sequence of `ImportChange` and a table of
    Arrow.

    `pd.DataFrame(log)`, `pl.DataFrame(log)` and `pa.table(log)` can read it directly.
    """

    @property
    def summaries(self) -> tuple[ImportSummary, ...]:
        """The totals of each list: rows read and taken, rows left out and cells changed by rule; empty for a plan."""

    @property
    def questions(self) -> tuple[ImportQuestion, ...]:
        """The open questions: the first 1,000."""

    @property
    def more_questions(self) -> int:
        """The number of further questions."""

    @property
    def understood(self) -> tuple[Understood, ...]:
        """Every text of a plan that was used, with its value, and every answer that was used; empty for
        lists.
        """

    def to_csv(self) -> bytes:
        """The log as a CSV file for a spreadsheet: with a byte order mark, and a `'` before values that would be read
        as formulas.
        """

    def to_html(self, lang: Literal["zh", "en"] = "zh") -> str:
        """The log as a page for printing and signing, in Chinese (`zh`) or English (`en`): HTML without other files."""

    def to_json(self) -> str:
        """Totals and questions as a JSON document."""

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> ImportChange: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[ImportChange, ...]: ...
    def __iter__(self) -> Iterator[ImportChange]: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    @classmethod
    def _of(cls, lines: bytes, json: str, pages: Sequence[str]) -> ImportLog:
        """A log that was pickled."""

    def _repr_html_(self) -> str: ...

def outcome_codes() -> tuple[OutcomeCode, ...]:
    """The published outcomes of inspections, each with its group [O1]."""

def measure_codes() -> tuple[MeasureCode, ...]:
    """The published measures that an inspection can lead to [O1]."""

@overload
def import_table(
    source: _Path | bytes | _ArrowStream | _ArrowArray,
    *,
    as_: Literal["registry"],
    name: str | None = None,
    answers: _Answers | None = None,
    extra: Sequence[str] | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    roster: Roster | None = None,
) -> tuple[Registry, ImportLog]:
    """Imports a list of an office: finds its header, cleans its values, and logs every change.

    `source` is the path of a workbook (XLSX, XLS, ODS) or text file (CSV, TXT in any usual encoding), its bytes, or a
    data frame that supports Arrow. The column names of a frame are its first row. Its format is recognised by its
    content. `name` is its name in the log. `as_` is `registry`, `roster` or `history`; without it, the list is
    recognised by its columns. `extra` has the names of other columns to keep, or is `"all"`. `plan`, `registry` and
    `roster` are those of the case. With them, words are recognised and names are replaced by ids.

    Returns the table and the `ImportLog`. A value that is not understood is never guessed: `OpenQuestions` is raised,
    and its `questions` have ids. `answers` maps these ids to answers, or is the JSON document that the command keeps
    as `import-map.json`. The same source and answers always give the same table and log.

    Raises `InputError` if the source is not a list or exceeds a limit.

        >>> csv = "统一社会信用代码,企业名称,登记状态\\nA-1 ,样例企业,停业\\n".encode()
        >>> table, log = import_table(csv, answers={"registry:value:status:停业": "inactive"})
        >>> table.entity("A-1")["status"]
        'inactive'
    """

@overload
def import_table(
    source: _Path | bytes | _ArrowStream | _ArrowArray,
    *,
    as_: Literal["roster"],
    name: str | None = None,
    answers: _Answers | None = None,
    extra: Sequence[str] | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    roster: Roster | None = None,
) -> tuple[Roster, ImportLog]:
    """Imports a list of an office: finds its header, cleans its values, and logs every change.

    `source` is the path of a workbook (XLSX, XLS, ODS) or text file (CSV, TXT in any usual encoding), its bytes, or a
    data frame that supports Arrow. The column names of a frame are its first row. Its format is recognised by its
    content. `name` is its name in the log. `as_` is `registry`, `roster` or `history`; without it, the list is
    recognised by its columns. `extra` has the names of other columns to keep, or is `"all"`. `plan`, `registry` and
    `roster` are those of the case. With them, words are recognised and names are replaced by ids.

    Returns the table and the `ImportLog`. A value that is not understood is never guessed: `OpenQuestions` is raised,
    and its `questions` have ids. `answers` maps these ids to answers, or is the JSON document that the command keeps
    as `import-map.json`. The same source and answers always give the same table and log.

    Raises `InputError` if the source is not a list or exceeds a limit.

        >>> csv = "统一社会信用代码,企业名称,登记状态\\nA-1 ,样例企业,停业\\n".encode()
        >>> table, log = import_table(csv, answers={"registry:value:status:停业": "inactive"})
        >>> table.entity("A-1")["status"]
        'inactive'
    """

@overload
def import_table(
    source: _Path | bytes | _ArrowStream | _ArrowArray,
    *,
    as_: Literal["history"],
    name: str | None = None,
    answers: _Answers | None = None,
    extra: Sequence[str] | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    roster: Roster | None = None,
) -> tuple[History, ImportLog]:
    """Imports a list of an office: finds its header, cleans its values, and logs every change.

    `source` is the path of a workbook (XLSX, XLS, ODS) or text file (CSV, TXT in any usual encoding), its bytes, or a
    data frame that supports Arrow. The column names of a frame are its first row. Its format is recognised by its
    content. `name` is its name in the log. `as_` is `registry`, `roster` or `history`; without it, the list is
    recognised by its columns. `extra` has the names of other columns to keep, or is `"all"`. `plan`, `registry` and
    `roster` are those of the case. With them, words are recognised and names are replaced by ids.

    Returns the table and the `ImportLog`. A value that is not understood is never guessed: `OpenQuestions` is raised,
    and its `questions` have ids. `answers` maps these ids to answers, or is the JSON document that the command keeps
    as `import-map.json`. The same source and answers always give the same table and log.

    Raises `InputError` if the source is not a list or exceeds a limit.

        >>> csv = "统一社会信用代码,企业名称,登记状态\\nA-1 ,样例企业,停业\\n".encode()
        >>> table, log = import_table(csv, answers={"registry:value:status:停业": "inactive"})
        >>> table.entity("A-1")["status"]
        'inactive'
    """

@overload
def import_table(
    source: _Path | bytes | _ArrowStream | _ArrowArray,
    *,
    as_: Literal["registry", "roster", "history"] | None = None,
    name: str | None = None,
    answers: _Answers | None = None,
    extra: Sequence[str] | None = None,
    plan: Plan | None = None,
    registry: Registry | None = None,
    roster: Roster | None = None,
) -> tuple[Registry | Roster | History, ImportLog]:
    """Imports a list of an office: finds its header, cleans its values, and logs every change.

    `source` is the path of a workbook (XLSX, XLS, ODS) or text file (CSV, TXT in any usual encoding), its bytes, or a
    data frame that supports Arrow. The column names of a frame are its first row. Its format is recognised by its
    content. `name` is its name in the log. `as_` is `registry`, `roster` or `history`; without it, the list is
    recognised by its columns. `extra` has the names of other columns to keep, or is `"all"`. `plan`, `registry` and
    `roster` are those of the case. With them, words are recognised and names are replaced by ids.

    Returns the table and the `ImportLog`. A value that is not understood is never guessed: `OpenQuestions` is raised,
    and its `questions` have ids. `answers` maps these ids to answers, or is the JSON document that the command keeps
    as `import-map.json`. The same source and answers always give the same table and log.

    Raises `InputError` if the source is not a list or exceeds a limit.

        >>> csv = "统一社会信用代码,企业名称,登记状态\\nA-1 ,样例企业,停业\\n".encode()
        >>> table, log = import_table(csv, answers={"registry:value:status:停业": "inactive"})
        >>> table.entity("A-1")["status"]
        'inactive'
    """

def import_plan(
    *sources: _Path | bytes,
    answers: _Answers | None = None,
    registry: Registry | None = None,
    roster: Roster | None = None,
) -> tuple[Plan, ImportLog]:
    """Imports the plan of an office: its document (DOCX, TXT, XLSX), and the files of its annexes, if any.

    Each source is a path or the bytes of a file. Returns the `Plan` and the `ImportLog`, whose `understood` shows every
    text with its value. Open points are asked about as by `import_table`. A plan always has some, such as teams.
    Questions offer the categories and departments of `registry` and `roster`.

    Raises `OpenQuestions`, and `InputError` if the source is not a plan or exceeds a limit.
    """
