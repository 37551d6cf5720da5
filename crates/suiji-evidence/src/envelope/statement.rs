//! The statement that is signed and stamped: a document, by its digest [P1].

use std::fmt;
use std::str::FromStr;

use suiji::{Amendments, Commitment, Digest, Hash, PublicForm, Record};

use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};

/// A document of a draw that can be signed and stamped.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Document {
    /// The commitment, before the seed exists.
    Commitment,
    /// The record of the draw.
    Record,
    /// The changes after the draw.
    Amendments,
}

impl Document {
    /// All of them, in the order in which they are made.
    pub const ALL: [Self; 3] = [Self::Commitment, Self::Record, Self::Amendments];

    /// Its name: `commitment`, `record` or `amendments`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Record => "record",
            Self::Amendments => "amendments",
        }
    }

    /// [P1] The `payloadType` of its envelope.
    pub const fn payload_type(self) -> &'static str {
        match self {
            Self::Commitment => "application/vnd.suiji.commitment+json",
            Self::Record => "application/vnd.suiji.record+json",
            Self::Amendments => "application/vnd.suiji.amendments+json",
        }
    }

    /// Its name for a person.
    pub fn text(self) -> Text {
        match self {
            Self::Commitment => texts::the_commitment(),
            Self::Record => texts::the_record(),
            Self::Amendments => texts::the_amendments(),
        }
    }

    pub(super) fn of_type(payload_type: &str) -> Option<Self> {
        let all = Self::ALL.into_iter();
        all.into_iter().find(|of| of.payload_type() == payload_type)
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Document {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let found = Self::ALL.into_iter().find(|of| of.as_str() == text);
        found.ok_or_else(|| codes::envelope_document(text))
    }
}

/// The digest of a document, with the digests of earlier documents [P1].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Statement {
    hash: Hash,
    commitment: Digest,
    record: Option<Digest>,
    amendments: Option<Digest>,
}

impl Statement {
    /// [P1] The statement about a commitment.
    pub fn of_commitment(commitment: &Commitment) -> Self {
        Self::new(commitment.hash(), commitment.digest())
    }

    /// The statement about the commitment with this digest. A witness needs only the noted digest for it.
    pub const fn new(hash: Hash, commitment: Digest) -> Self {
        Self {
            hash,
            commitment,
            record: None,
            amendments: None,
        }
    }

    /// [P1] The statement about a record.
    pub fn of_record(record: &Record) -> Self {
        Self::of_commitment(record.commitment()).with_record(record.digest())
    }

    /// [P1] The statement about the record of a public form.
    pub fn of_public_form(form: &PublicForm) -> Self {
        Self::of_commitment(form.commitment()).with_record(form.record())
    }

    /// The statement about the record with this digest.
    #[must_use]
    pub const fn with_record(self, record: Digest) -> Self {
        Self {
            record: Some(record),
            amendments: None,
            ..self
        }
    }

    /// [P1] The statement about the amendments of a record. The digest of the last one fixes all earlier ones
    /// [M1].
    #[must_use]
    pub fn with_amendments(self, amendments: &Amendments) -> Self {
        let digest = amendments.digest(self.hash);
        Self {
            record: Some(amendments.record()),
            amendments: Some(digest),
            ..self
        }
    }

    pub(super) const fn of_digests(
        hash: Hash,
        commitment: Digest,
        record: Option<Digest>,
        amendments: Option<Digest>,
    ) -> Self {
        Self {
            hash,
            commitment,
            record,
            amendments,
        }
    }

    /// The document of the statement.
    pub const fn document(&self) -> Document {
        match (self.record, self.amendments) {
            (_, Some(_)) => Document::Amendments,
            (Some(_), None) => Document::Record,
            (None, None) => Document::Commitment,
        }
    }

    /// The hash suite of the commitment.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The digest of the commitment.
    pub const fn commitment(&self) -> Digest {
        self.commitment
    }

    /// The digest of the document that it is about.
    pub const fn digest(&self) -> Digest {
        match (self.record, self.amendments) {
            (_, Some(digest)) | (Some(digest), None) => digest,
            (None, None) => self.commitment,
        }
    }

    /// [P1] The statement as canonical JSON: the payload of the envelope.
    pub fn payload(&self) -> String {
        let fields = [
            ("amendments", self.amendments.map(|of| of.to_string())),
            ("commitment", Some(self.commitment.to_string())),
            ("hash", Some(self.hash.as_str().to_owned())),
            ("record", self.record.map(|of| of.to_string())),
            ("spec", Some(SPEC.to_owned())),
        ];
        // No value contains a character that JSON must escape.
        let field =
            |(name, value): (&str, Option<String>)| Some(format!("\"{name}\":\"{}\"", value?));
        let fields: Vec<String> = fields.into_iter().filter_map(field).collect();
        format!("{{{}}}", fields.join(","))
    }

    /// [P3] The bytes to sign: the pre-authentication encoding of DSSE.
    pub fn to_sign(&self) -> Vec<u8> {
        let (kind, payload) = (self.document().payload_type(), self.payload());
        let (kind_length, length) = (kind.len(), payload.len());
        format!("DSSEv1 {kind_length} {kind} {length} {payload}").into_bytes()
    }
}

/// The specification that all statements name.
pub(super) const SPEC: &str = "suiji-v1";
