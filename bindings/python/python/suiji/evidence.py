"""Evidence that a commitment existed before the draw, who signed it, and that no draw disappeared.

    from suiji import evidence

    statement = evidence.Statement.of(sealed.commitment)
    request = statement.timestamp_request()                      # for a timestamp authority, before the draw
    stamp = statement.verify_timestamp(answer, certificates)     # stamp.authority, stamp.time

    envelope = evidence.Envelope.of(statement)
    envelope = envelope.attach(public_key, signature)            # over statement.to_sign(), by a key in a token
    report = evidence.verify(policy, record, envelopes=[envelope], timestamps=[("commitment", answer)])

    audit = evidence.Ledger.read("ledger.jsonl").audit(heads=[kept])

Nothing here reads the clock or the network. Documents and keys are `str` or `bytes`; keys and certificates are PEM. The
rules are in annexes G and H of SPEC.md; marks such as [P3] name them.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Union

from suiji import _native
from suiji._native import Amendments, Commitment, PublicForm, Record

if TYPE_CHECKING:
    from os import PathLike

    from suiji._words import Hash

    _Path = Union[str, PathLike[str]]

__all__ = [
    "Audit",
    "DocumentKind",
    "Entry",
    "Envelope",
    "Head",
    "KeyState",
    "KeyVerdict",
    "Ledger",
    "Notes",
    "PolicyReport",
    "Problem",
    "PublicKey",
    "Role",
    "RuleState",
    "RuleVerdict",
    "Stamp",
    "StampVerdict",
    "Statement",
    "Stranger",
    "verify",
]

DocumentKind = Literal["commitment", "record", "amendments"]
"""A document of a draw that can be signed and stamped [P1]."""
Role = Literal["office", "witness", "department"]
"""The role in which somebody signs [P7]."""
RuleState = Literal["met", "not_met", "no_document"]
"""What became of a rule; `no_document` if there is nothing to judge [P8]."""
KeyState = Literal["signed", "not_signed", "invalid", "other_document"]
"""What became of a signature [P8]."""


@dataclass(frozen=True)
class Stamp:
    """A verified timestamp: who stamped a document, and when [P5]."""

    authority: str
    """The subject of the certificate of the authority."""
    trusted: str
    """The subject of the given certificate that vouches for the authority. It may be the authority's own."""
    time: str
    """When it was made, in UTC: `YYYY-MM-DDThh:mm:ss+00:00`."""
    accuracy: int | None
    """The accuracy in microseconds, if the authority states it."""
    serial: str
    """The number of the token, in hex."""
    policy: str
    """The policy of the authority, as an object identifier."""
    algorithm: str
    """The algorithm of the authority's signature, such as `RSA`."""


@dataclass(frozen=True)
class Statement:
    """What is signed and stamped: a document of a draw, by its digest [P1].

    A witness who noted the digest of a commitment can make the statement about it: `Statement("sm3", digest)`.
    """

    hash: Hash
    """The hash suite of the commitment."""
    commitment: str
    """The digest of the commitment."""
    record: str | None = None
    """The digest of the record, if the statement is about the record or its amendments."""
    amendments: str | None = None
    """The digest of the last amendment, if the statement is about the amendments."""

    def __post_init__(self) -> None:
        self.to_json()

    @classmethod
    def of(cls, document: Commitment | Record | PublicForm, amendments: Amendments | None = None) -> Statement:
        """The statement about a commitment, a record (or the record of a public form), or the amendments to it."""
        commitment = document if isinstance(document, Commitment) else document.commitment
        record = None
        if isinstance(document, Record):
            record = document.digest
        elif isinstance(document, PublicForm):
            record = document.record
        hash, digest = commitment.hash, commitment.digest
        if amendments is not None:
            return cls(hash, digest, amendments.record, amendments.digest(hash))
        return cls(hash, digest, record)

    @classmethod
    def from_json(cls, text: str | bytes) -> Statement:
        """Reads a statement, such as the payload of an envelope."""
        return _statement(_native.evidence_statement(text))

    @property
    def document(self) -> DocumentKind:
        """The document that it is about."""
        if self.amendments is not None:
            return "amendments"
        return "commitment" if self.record is None else "record"

    @property
    def digest(self) -> str:
        """The digest of that document."""
        return self.amendments or self.record or self.commitment

    def to_json(self) -> str:
        """The statement as canonical JSON, which is the payload of an envelope."""
        fields = {"spec": "suiji-v1", **asdict(self)}
        present = {name: value for name, value in fields.items() if value is not None}
        return _native.evidence_statement(json.dumps(present))

    def to_sign(self) -> bytes:
        """The bytes to sign: the pre-authentication encoding of DSSE [P3]. Give them to a token or another system."""
        return _native.evidence_to_sign(self.to_json())

    def timestamp_request(self) -> bytes:
        """The request for a timestamp, in DER (`application/timestamp-query`) [P4]."""
        return _native.evidence_request(self.to_json())

    def verify_timestamp(self, token: str | bytes, certificates: str | bytes | Iterable[str | bytes]) -> Stamp:
        """Verifies that a trusted authority stamped this document [P5] [P6]. Revocation is not checked.

        `token` is the answer of the authority, or the token in it, in DER, PEM, base64 or hex. `certificates` are the
        files of those that you trust. Raises `InputError` with all faults.
        """
        files = [certificates] if isinstance(certificates, (str, bytes)) else list(certificates)
        stamp = json.loads(_native.evidence_stamp(self.to_json(), token, files))
        return Stamp(**{"accuracy": None, **stamp})


@dataclass(frozen=True)
class PublicKey:
    """A public key, Ed25519 or SM2 [P2]."""

    pem: str | bytes = field(repr=False)
    """The file that OpenSSL writes: `PUBLIC KEY`, or a certificate."""
    algorithm: str = field(init=False)
    """`ed25519` or `sm2`."""
    id: str = field(init=False)
    """SHA-256 of its SubjectPublicKeyInfo, in hex."""

    def __post_init__(self) -> None:
        algorithm, id = _native.evidence_key(self.pem)
        object.__setattr__(self, "algorithm", algorithm)
        object.__setattr__(self, "id", id)


@dataclass(frozen=True)
class Envelope:
    """A statement and the signatures over it, in the form of DSSE [P3]. `of` and `from_json` make it."""

    _json: str = field(repr=False)
    statement: Statement = field(compare=False)
    """What was signed."""
    keys: tuple[str, ...] = field(compare=False)
    """The ids of the keys that signed. Their signatures are verified by `verify`."""

    @classmethod
    def of(cls, statement: Statement) -> Envelope:
        """An envelope without signatures."""
        return cls.from_json(_native.evidence_envelope(statement.to_json()))

    @classmethod
    def from_json(cls, text: str | bytes) -> Envelope:
        """Reads an envelope. Its signatures are not verified."""
        statement, keys = _native.evidence_signed(text)
        written = text if isinstance(text, str) else text.decode("utf-8-sig")
        return cls(written, _statement(statement), tuple(keys))

    @classmethod
    def read(cls, path: _Path) -> Envelope:
        """Reads a file with an envelope."""
        return cls.from_json(Path(path).read_bytes())

    def to_json(self) -> str:
        """The envelope as JSON."""
        return self._json

    def attach(self, key: str | bytes, signature: str | bytes) -> Envelope:
        """The envelope with the signature that a token or another system returned for `statement.to_sign()`: 64 bytes,
        or the DER of r and s, either also as base64 or hex. Only a valid signature is added.
        """
        return self.from_json(_native.evidence_attach(self._json, key, signature))

    def sign(self, private_key: str | bytes) -> Envelope:
        """The envelope with the signature of a private key (`PRIVATE KEY`, not encrypted)."""
        return self.from_json(_native.evidence_sign(self._json, private_key))

    def verify(self, key: str | bytes) -> None:
        """Checks the signature of a key. Raises `InputError` if it is missing or wrong."""
        _native.evidence_verify(self._json, key)


@dataclass(frozen=True)
class RuleVerdict:
    """A rule of a policy, and who meets it [P8]."""

    document: DocumentKind
    """The document that must be signed or stamped."""
    role: Role | None
    """The role of those who must sign; `None` for a rule about timestamps."""
    at_least: int
    """How many must have signed or stamped it."""
    state: RuleState
    names: tuple[str, ...]
    """Who did, by their names in the policy."""
    message: str
    message_zh: str


@dataclass(frozen=True)
class KeyVerdict:
    """A key of the policy and a document [P8]."""

    name: str
    role: Role
    key: str
    document: DocumentKind
    state: KeyState
    message: str
    message_zh: str


@dataclass(frozen=True)
class StampVerdict:
    """A timestamp, and what it proves [P8]."""

    document: DocumentKind
    counts: bool
    """Whether it counts for a rule: it is verified and, for a commitment, earlier than any known value."""
    name: str | None
    """The authority, by its name in the policy."""
    time: str | None
    authority: str | None
    """The subject of its certificate."""
    serial: str | None
    codes: tuple[str, ...]
    """What is wrong with it."""
    message: str
    message_zh: str


class Stranger(NamedTuple):
    """A signature of a key that the policy does not name. It does not count."""

    document: DocumentKind
    key: str


@dataclass(frozen=True)
class PolicyReport:
    """A verdict for each rule of a policy, each key and each timestamp [P8]."""

    verdict: RuleState
    """`not_met` if any rule is not met; otherwise `met`."""
    rules: tuple[RuleVerdict, ...]
    keys: tuple[KeyVerdict, ...]
    timestamps: tuple[StampVerdict, ...]
    strangers: tuple[Stranger, ...]
    on_trust: tuple[str, ...]
    """What signatures and timestamps cannot prove, in English."""
    on_trust_zh: tuple[str, ...]
    """The same in Chinese."""
    _json: str = field(repr=False)

    def to_json(self) -> str:
        """The report as indented JSON."""
        return self._json


def verify(
    policy: str | bytes,
    document: Commitment | Record | PublicForm,
    *,
    amendments: Amendments | None = None,
    envelopes: Iterable[Envelope] = (),
    timestamps: Iterable[tuple[DocumentKind, str | bytes]] = (),
    values: Mapping[str, str] | None = None,
) -> PolicyReport:
    """The verdicts of a policy about a draw [P7] [P8]. The policy should be published before the draw.

    `timestamps` are the answers of authorities, each with the document that it is about. `values` are the times when
    values became known, such as `{"掷骰": "2024-09-02T10:00:00+08:00"}`: a timestamp of the commitment counts only if
    it is earlier. Rounds of drand are known already. Raises `InputError` if the policy or a token cannot be read.
    """
    commitment = document if isinstance(document, Commitment) else document.commitment
    statements = [Statement.of(document)]
    if amendments is not None:
        statements.append(Statement.of(document, amendments))
    written = _native.evidence_policy(
        policy,
        commitment,
        [one.to_json() for one in statements],
        [one.to_json() for one in envelopes],
        list(timestamps),
        list((values or {}).items()),
    )
    report = json.loads(written)
    return PolicyReport(
        report["verdict"],
        tuple(
            RuleVerdict(of["document"], of.get("role"), of["at_least"], of["state"], tuple(of["names"]), *_texts(of))
            for of in report["rules"]
        ),
        tuple(
            KeyVerdict(of["name"], of["role"], of["key"], of["document"], of["state"], *_texts(of))
            for of in report["keys"]
        ),
        tuple(
            StampVerdict(
                of["document"],
                of["counts"],
                of.get("name"),
                of.get("time"),
                of.get("authority"),
                of.get("serial"),
                tuple(of.get("codes", ())),
                *_texts(of),
            )
            for of in report["timestamps"]
        ),
        tuple(Stranger(of["document"], of["key"]) for of in report["strangers"]),
        tuple(report["on_trust"]["en"]),
        tuple(report["on_trust"]["zh"]),
        written,
    )


class Head(NamedTuple):
    """A head of a ledger that somebody kept [L4]."""

    size: int
    """The number of entries."""
    root: str
    """The root of the tree over them, in hex."""
    origin: str | None = None
    """The name of the ledger, if it is in the head."""

    @property
    def text(self) -> str:
        """The head in the form in which it is read."""
        if self.origin is None:
            return f"{self.size} {self.root}"
        root = b64encode(bytes.fromhex(self.root)).decode("ascii")
        return f"{self.origin}\n{self.size}\n{root}\n"


class Problem(NamedTuple):
    """A problem of a ledger [L7]."""

    code: str
    """The stable code, such as `ledger.head-root`."""
    file: str | None
    """The name of the head, commitment or record that it is about; `None` if it is the ledger."""
    message: str
    message_zh: str


@dataclass(frozen=True)
class Audit:
    """What was found in a ledger [L7]."""

    size: int
    """The number of its entries."""
    root: str
    """The root of the tree over them, in hex."""
    head: str
    """The head, for others to keep."""
    heads: int
    """How many heads were compared with the ledger. Without any, the office could have rewritten all of it."""
    failures: tuple[Problem, ...]
    """Contradictions, and what cannot happen if everybody works honestly."""
    warnings: tuple[Problem, ...]
    """What the office should explain."""
    _json: str = field(repr=False)

    def to_json(self) -> str:
        """The audit as indented JSON."""
        return self._json


class Entry(NamedTuple):
    """An entry of a ledger [L2]."""

    number: int
    at: str
    """When it was written, by the clock of the office."""
    kind: str
    """The event, such as `sealed` or `drawn` [L3]."""
    fields: Mapping[str, Any]
    """All its fields, as in the file."""
    message: str
    message_zh: str


class Ledger:
    """The ledger of an office: what it sealed and drew, entry by entry [L1]."""

    __slots__ = ("_bytes", "entries")

    entries: tuple[Entry, ...]
    """The entries, in order."""

    def __init__(self, content: str | bytes) -> None:
        """Reads a ledger. Raises `InputError` for the first line that is not an entry, or does not continue the lines
        before it.
        """
        self._bytes = content.encode("utf-8") if isinstance(content, str) else content
        self.entries = tuple(_entry(*of) for of in _native.evidence_ledger(self._bytes))

    @classmethod
    def read(cls, path: _Path) -> Ledger:
        """Reads the file of a ledger."""
        return cls(Path(path).read_bytes())

    @property
    def origin(self) -> str:
        """The name of the ledger."""
        return str(self.entries[0].fields["origin"])

    def audit(
        self,
        *,
        heads: Iterable[Head | str | bytes] | Mapping[str, Head | str | bytes] = (),
        commitments: Mapping[str, Commitment] | None = None,
        records: Mapping[str, Record] | None = None,
        are_all: bool = False,
    ) -> Audit:
        """Examines all entries, and compares them with heads that others kept, and with commitments and records of the
        office, by their names [L5] [L7]. With `are_all`, the office has no others: entries without one are reported.
        """
        named = dict(heads) if isinstance(heads, Mapping) else {f"heads[{at}]": head for at, head in enumerate(heads)}
        written = _native.evidence_audit(
            self._bytes,
            [(name, head.text if isinstance(head, Head) else head) for name, head in named.items()],
            [(name, commitment.digest) for name, commitment in (commitments or {}).items()],
            [(name, record.digest) for name, record in (records or {}).items()],
            are_all,
        )
        audit = json.loads(written)
        failures, warnings = (tuple(map(_problem, audit[name])) for name in ("failures", "warnings"))
        return Audit(audit["size"], audit["root"], audit["head"], audit["heads"], failures, warnings, written)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        return f"<suiji.evidence.Ledger: {self.origin}, {len(self)} entries>"


@dataclass(frozen=True)
class Notes:
    """What a witness wrote down at a draw [W1].

    Give `commitment` and `record` to `suiji.verify`, and `heads` to `Ledger.audit`.
    """

    commitment: str | None
    """The digest of the commitment that was read out before the draw."""
    values: tuple[str, ...]
    """The values, one per line."""
    record: str | None
    """The digest of the record."""
    heads: tuple[Head, ...]
    """The heads of the ledger."""

    @classmethod
    def from_text(cls, text: str | bytes) -> Notes:
        """Reads notes: lines such as `封存单：…`, `取值：…`, `抽取记录：…` and `登记簿：…`, or the same in English."""
        notes = json.loads(_native.evidence_notes(text))
        heads = tuple(Head(of["size"], of["root"], of.get("origin")) for of in notes["heads"])
        return cls(notes.get("commitment"), tuple(notes["values"]), notes.get("record"), heads)

    @classmethod
    def read(cls, path: _Path) -> Notes:
        """Reads a file with notes."""
        return cls.from_text(Path(path).read_bytes())


def _statement(text: str) -> Statement:
    fields = json.loads(text)
    return Statement(fields["hash"], fields["commitment"], fields.get("record"), fields.get("amendments"))


def _texts(of: Mapping[str, Any]) -> tuple[str, str]:
    return of["message"]["en"], of["message"]["zh"]


def _problem(of: Mapping[str, Any]) -> Problem:
    return Problem(of["code"], of["place"].get("path"), *_texts(of))


def _entry(line: str, message: str, message_zh: str) -> Entry:
    fields = json.loads(line)
    return Entry(fields["number"], fields["at"], fields["kind"], fields, message, message_zh)
