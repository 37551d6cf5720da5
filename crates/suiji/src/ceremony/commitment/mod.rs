//! The commitment, the sealed sheet (封存单) [S3a].

mod read;

use crate::base::date::Time;
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::{Digest, Hash};
use crate::base::id::TaskId;
use crate::base::limits;
use crate::base::ratio::Fraction;
use crate::ceremony::earlier::{Followed, Superseded};
use crate::ceremony::source::Source;
use crate::json::reader::{self, Policy};
use crate::json::{Json, ObjectBuilder};
use crate::tree::Root;

pub(crate) use read::{read, spec_of};

/// The version of the specification that documents name.
pub(crate) const SPEC: &str = "suiji-v1";

/// The sealed sheet: digests of all inputs, frames, takes and sources, made before the seed [S3a].
///
/// One that is read has the right form; whether it is right, only [`crate::verify`] or
/// [`crate::Sealed::reopen`] say.
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
    pub(crate) sources: Vec<Source>,
    pub(crate) previous: Option<Digest>,
    pub(crate) follows: Vec<Followed>,
    pub(crate) supersedes: Vec<Superseded>,
}

/// What the sheet says of one task.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedTask {
    pub(crate) id: TaskId,
    pub(crate) frame: Root,
    pub(crate) excluded: Root,
    pub(crate) strata: Vec<SealedStratum>,
    pub(crate) short: u64,
}

/// A stratum: how many it holds and how many are taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedStratum {
    pub(crate) stratum: String,
    pub(crate) size: u64,
    pub(crate) take: u64,
}

impl Commitment {
    /// Reads a commitment, form only.
    ///
    /// # Errors
    /// `commitment.spec-unknown` for another version; every fault of the form.
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

    /// [S3b] The commitment digest C, what is read out and signed before the seed exists.
    pub fn digest(&self) -> Digest {
        self.hash.digest(&self.canonical())
    }

    /// The hash suite.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// When it was sealed, by the office's own word.
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

    /// The sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The authority's last sheet before this one.
    pub const fn previous(&self) -> Option<Digest> {
        self.previous
    }

    /// Earlier sheets whose draw stands.
    pub fn follows(&self) -> &[Followed] {
        &self.follows
    }

    /// Earlier sheets that this one replaces.
    pub fn supersedes(&self) -> &[Superseded] {
        &self.supersedes
    }

    /// [S3a] The commitment as JSON, field by field.
    pub(crate) fn tree(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("spec", Json::text(SPEC))
            .with("hash", Json::text(self.hash.as_str()))
            .with("sealed_at", Json::text(self.sealed_at.as_str()))
            .with("authority", Json::text(&self.authority))
            .with("year", Json::count(self.year))
            .flag("blinded", self.blinded)
            .with("plan", Json::text(self.plan.to_string()))
            .with("registry", root(&self.registry))
            .with("roster", root(&self.roster))
            .with("history", root(&self.history))
            .with("tasks", Json::list(self.tasks.iter().map(SealedTask::tree)))
            .with(
                "sources",
                Json::list(self.sources.iter().map(Source::to_json)),
            )
            .maybe(
                "previous",
                self.previous.map(|sheet| Json::text(sheet.to_string())),
            )
            .maybe(
                "follows",
                Some(Json::list(self.follows.iter().map(Followed::to_json))),
            )
            .maybe(
                "supersedes",
                Some(Json::list(self.supersedes.iter().map(Superseded::to_json))),
            )
            .build()
    }
}

impl SealedTask {
    /// Its id.
    pub const fn id(&self) -> &TaskId {
        &self.id
    }

    /// The tree of its frame.
    pub const fn frame(&self) -> Root {
        self.frame
    }

    /// The tree of what is excluded.
    pub const fn excluded(&self) -> Root {
        self.excluded
    }

    /// Its strata.
    pub fn strata(&self) -> &[SealedStratum] {
        &self.strata
    }

    /// How many entities of the frame cannot get a full team [S5].
    pub const fn short(&self) -> u64 {
        self.short
    }

    /// How many are taken in all.
    pub fn take(&self) -> u64 {
        self.strata
            .iter()
            .map(|stratum| stratum.take)
            .fold(0, u64::saturating_add)
    }

    fn tree(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("id", Json::text(self.id.as_str()))
            .with("frame", root(&self.frame))
            .with("excluded", root(&self.excluded))
            .with(
                "strata",
                Json::list(self.strata.iter().map(SealedStratum::tree)),
            )
            .maybe("short", (self.short > 0).then(|| Json::count(self.short)))
            .build()
    }
}

impl SealedStratum {
    /// The class, or `all`.
    pub fn stratum(&self) -> &str {
        &self.stratum
    }

    /// How many it holds.
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

    fn tree(&self) -> Json<'_> {
        Json::object([
            ("stratum", Json::text(&self.stratum)),
            ("size", Json::count(self.size)),
            ("take", Json::count(self.take)),
        ])
    }
}

fn root(root: &Root) -> Json<'static> {
    Json::object([
        ("root", Json::text(root.root.to_string())),
        ("size", Json::count(root.size)),
    ])
}
