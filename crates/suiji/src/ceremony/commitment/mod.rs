//! The commitment (封存单) [S3a].

mod read;
#[cfg(test)]
pub(crate) mod sample;

use crate::base::date::Time;
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::{Digest, Hash};
use crate::base::id::TaskId;
use crate::base::limits;
use crate::base::ratio::Fraction;
use crate::ceremony::terms::Terms;
use crate::json::reader::{self, Policy};
use crate::json::{Json, ObjectBuilder};
use crate::tree::Root;

pub(crate) use read::{read, spec_of};

/// The version of the specification that documents name.
pub(crate) const SPEC: &str = "suiji-v1";

/// The commitment (封存单): digests of all inputs, frames, takes and sources, made before the seed [S3a].
///
/// Reading one checks only its form. [`crate::verify`] and [`crate::Sealed::reopen`] check its content.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Commitment {
    pub(crate) hash: Hash,
    pub(crate) sealed_at: Time,
    pub(crate) authority: String,
    pub(crate) year: u64,
    pub(crate) blinded: bool,
    pub(crate) plan: Digest,
    pub(crate) registry: Root,
    pub(crate) roster: Root,
    pub(crate) history: Root,
    pub(crate) tasks: Vec<SealedTask>,
    pub(crate) terms: Terms,
}

/// What the commitment says about one task.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedTask {
    pub(crate) id: TaskId,
    pub(crate) coordination: Option<String>,
    pub(crate) frame: Root,
    pub(crate) excluded: Root,
    pub(crate) reasons: Vec<SealedReason>,
    pub(crate) strata: Vec<SealedStratum>,
    pub(crate) short: u64,
}

/// How many entities are excluded for one reason.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedReason {
    pub(crate) reason: String,
    pub(crate) size: u64,
}

/// A stratum: how many entities it has, and how many of them are taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedStratum {
    pub(crate) stratum: String,
    pub(crate) size: u64,
    pub(crate) take: u64,
}

impl Commitment {
    /// Reads a commitment. Only its form is checked.
    ///
    /// # Errors
    /// `commitment.spec-unknown` for another version; otherwise all faults of form together.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Commitment,
            limit: limits::COMMITMENT_BYTES,
            policy: Policy::Refuse,
        };
        form.read(bytes, read)
    }

    /// The commitment as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    /// JCS(commitment).
    pub fn canonical(&self) -> Vec<u8> {
        self.tree().to_canonical()
    }

    /// [S3b] The commitment digest C, which is read out and signed before the seed exists.
    pub fn digest(&self) -> Digest {
        self.hash.digest(&self.canonical())
    }

    /// The hash suite.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The time of sealing, as the office states it.
    pub const fn sealed_at(&self) -> &Time {
        &self.sealed_at
    }

    /// The authority.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The year of the plan.
    pub const fn year(&self) -> u64 {
        self.year
    }

    /// Whether it is blinded [S2].
    pub const fn blinded(&self) -> bool {
        self.blinded
    }

    /// The plan's digest.
    pub const fn plan(&self) -> Digest {
        self.plan
    }

    /// The registry's tree.
    pub const fn registry(&self) -> Root {
        self.registry
    }

    /// The roster's tree.
    pub const fn roster(&self) -> Root {
        self.roster
    }

    /// The history's tree.
    pub const fn history(&self) -> Root {
        self.history
    }

    /// The tasks.
    pub fn tasks(&self) -> &[SealedTask] {
        &self.tasks
    }

    /// [S3a] The commitment as JSON, field by field.
    pub(crate) fn tree(&self) -> Json<'_> {
        let document = ObjectBuilder::default()
            .with("spec", Json::text(SPEC))
            .with("hash", Json::text(self.hash.as_str()))
            .with("sealed_at", Json::text(self.sealed_at.as_str()))
            .with("authority", Json::text(&self.authority))
            .with("year", Json::count(self.year))
            .flag("blinded", self.blinded)
            .with("plan", Json::text(self.plan.to_string()))
            .with("registry", root(&self.registry).build())
            .with("roster", root(&self.roster).build())
            .with("history", root(&self.history).build())
            .with("tasks", Json::list(self.tasks.iter().map(SealedTask::tree)));
        self.terms.write(document).build()
    }
}

impl SealedTask {
    /// Its id.
    pub const fn id(&self) -> &TaskId {
        &self.id
    }

    /// Its coordination group. The tasks of a group share their tickets [D1].
    pub fn coordination(&self) -> Option<&str> {
        self.coordination.as_deref()
    }

    /// The tree of its frame.
    pub const fn frame(&self) -> Root {
        self.frame
    }

    /// The tree of the excluded entities.
    pub const fn excluded(&self) -> Root {
        self.excluded
    }

    /// How many entities are excluded for each reason, in the order in which reasons apply [F2]. Reasons without
    /// entities are left out.
    pub fn reasons(&self) -> &[SealedReason] {
        &self.reasons
    }

    /// Its strata.
    pub fn strata(&self) -> &[SealedStratum] {
        &self.strata
    }

    /// How many entities of the frame cannot get a full team [S5].
    pub const fn short(&self) -> u64 {
        self.short
    }

    /// How many entities are taken in all strata together.
    pub fn take(&self) -> u64 {
        self.strata
            .iter()
            .map(|stratum| stratum.take)
            .fold(0, u64::saturating_add)
    }

    fn tree(&self) -> Json<'_> {
        let reasons = Json::list(self.reasons.iter().map(SealedReason::tree));
        let excluded = root(&self.excluded).maybe("reasons", Some(reasons));
        ObjectBuilder::default()
            .with("id", Json::text(self.id.as_str()))
            .maybe("coordination", self.coordination().map(Json::text))
            .with("frame", root(&self.frame).build())
            .with("excluded", excluded.build())
            .with(
                "strata",
                Json::list(self.strata.iter().map(SealedStratum::tree)),
            )
            .maybe("short", (self.short > 0).then(|| Json::count(self.short)))
            .build()
    }
}

impl SealedReason {
    /// `exempt`, or the id of a limit of the plan or the task [F2].
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// How many entities are excluded for this reason.
    pub const fn size(&self) -> u64 {
        self.size
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        Json::object([
            ("reason", Json::text(&self.reason)),
            ("size", Json::count(self.size)),
        ])
    }
}

impl SealedStratum {
    /// The class, or `all`.
    pub fn stratum(&self) -> &str {
        &self.stratum
    }

    /// How many entities it has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// How many are taken.
    pub const fn take(&self) -> u64 {
        self.take
    }

    /// The exact probability with which each of its entities is selected: `take / size`.
    pub const fn probability(&self) -> Fraction {
        Fraction::new(self.take, self.size)
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        Json::object([
            ("stratum", Json::text(&self.stratum)),
            ("size", Json::count(self.size)),
            ("take", Json::count(self.take)),
        ])
    }
}

fn root(root: &Root) -> ObjectBuilder<'static> {
    ObjectBuilder::default()
        .with("root", Json::text(root.root.to_string()))
        .with("size", Json::count(root.size))
}
