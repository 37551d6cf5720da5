//! Earlier commitments that a commitment names [S3c].

use crate::base::hash::Digest;
use crate::ceremony::contribution::{self, PartialContributions};
use crate::json::reader::{Path, Reader};
use crate::json::{Json, ObjectBuilder};

/// An earlier commitment whose draw remains valid. This commitment is for the next draw of the task (2次/年, or one draw
/// in each quarter).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Followed {
    pub(crate) commitment: Digest,
    pub(crate) record: Digest,
}

/// An earlier commitment that this one replaces, with the reason.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Superseded {
    pub(crate) commitment: Digest,
    pub(crate) reason: String,
    pub(crate) approved_by: String,
    pub(crate) record: Option<Digest>,
    pub(crate) contributions: PartialContributions,
}

impl Followed {
    /// The digest of the commitment and the digest of its record.
    pub const fn new(commitment: Digest, record: Digest) -> Self {
        Self { commitment, record }
    }

    /// The commitment's digest.
    pub const fn commitment(&self) -> Digest {
        self.commitment
    }

    /// The digest of its record.
    pub const fn record(&self) -> Digest {
        self.record
    }

    pub(crate) fn to_json(&self) -> Json<'_> {
        Json::object([
            ("commitment", Json::text(self.commitment.to_string())),
            ("record", Json::text(self.record.to_string())),
        ])
    }
}

impl Superseded {
    /// The digest of the commitment, why it is replaced and who approved the replacement.
    pub fn new(commitment: Digest, reason: &str, approved_by: &str) -> Self {
        Self {
            commitment,
            reason: reason.to_owned(),
            approved_by: approved_by.to_owned(),
            record: None,
            contributions: PartialContributions::default(),
        }
    }

    /// A record was made from it.
    #[must_use]
    pub fn with_record(self, record: Digest) -> Self {
        Self {
            record: Some(record),
            ..self
        }
    }

    /// Some contributions were made, each with the number of its source.
    #[must_use]
    pub fn with_contributions(self, contributions: PartialContributions) -> Self {
        Self {
            contributions,
            ..self
        }
    }

    /// The commitment's digest.
    pub const fn commitment(&self) -> Digest {
        self.commitment
    }

    /// Why it is replaced.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Who approved the replacement.
    pub fn approved_by(&self) -> &str {
        &self.approved_by
    }

    /// The digest of its record, if one was made.
    pub const fn record(&self) -> Option<Digest> {
        self.record
    }

    /// The contributions that were made, if there was no record yet.
    pub const fn contributions(&self) -> &PartialContributions {
        &self.contributions
    }

    pub(crate) fn to_json(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("commitment", Json::text(self.commitment.to_string()))
            .with("reason", Json::text(&self.reason))
            .with("approved_by", Json::text(&self.approved_by))
            .maybe(
                "record",
                self.record.map(|digest| Json::text(digest.to_string())),
            )
            .maybe("contributions", Some(self.contributions.tree()))
            .build()
    }
}

pub(crate) fn read_followed(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Followed> {
    let fields = reader.object(value, path, &["commitment", "record"])?;
    let commitment = reader.required(fields, path, "commitment", Reader::digest);
    let record = reader.required(fields, path, "record", Reader::digest);
    Some(Followed {
        commitment: commitment?,
        record: record?,
    })
}

pub(crate) fn read_superseded(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Superseded> {
    let known = &[
        "commitment",
        "reason",
        "approved_by",
        "record",
        "contributions",
    ];
    let fields = reader.object(value, path, known)?;
    let commitment = reader.required(fields, path, "commitment", Reader::digest);
    let reason = reader.required(fields, path, "reason", Reader::owned_text);
    let approved_by = reader.required(fields, path, "approved_by", Reader::owned_text);
    let record = reader.optional(fields, path, "record", Reader::digest);
    let contributions = reader.list(fields, path, "contributions", contribution::read_placed);
    Some(Superseded {
        commitment: commitment?,
        reason: reason?,
        approved_by: approved_by?,
        record: record?,
        contributions: PartialContributions(contributions?),
    })
}
