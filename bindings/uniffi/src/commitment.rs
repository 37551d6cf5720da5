//! The commitment as a document.

use std::sync::Arc;

use suiji::ceremony::{ContributionKind, SourceKind};
use suiji::error::ErrorKind;

use crate::contributions::Contribution;
use crate::count;
use crate::error::{SuijiError, natural, source_number};
use crate::part::Part;

/// The commitment (封存单): everything that was fixed before the seed existed.
#[derive(Debug, uniffi::Object)]
pub struct Commitment {
    pub(crate) core: suiji::Commitment,
}

impl Commitment {
    pub(crate) fn of(core: &suiji::Commitment) -> Arc<Self> {
        let core = core.clone();
        Arc::new(Self { core })
    }
}

/// The parts of a commitment about one task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SealedTask {
    /// The id of the task.
    pub id: String,
    /// The group of tasks with which it shares its tickets.
    pub coordination: Option<String>,
    /// The tree of its frame.
    pub frame: Root,
    /// The tree of the excluded entities.
    pub excluded: Root,
    /// The number of entities excluded for each reason, in the order in which the reasons apply.
    pub reasons: Vec<SealedReason>,
    /// The strata, in order.
    pub strata: Vec<SealedStratum>,
    /// The number of entities that will be drawn.
    pub take: i64,
    /// The number of entities of the frame that cannot get a full team.
    pub short: i64,
}

/// The number of entities that a task excludes for one reason.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SealedReason {
    /// `exempt`, or the id of a limit of the plan or the task.
    pub reason: String,
    /// The number of entities.
    pub size: i64,
}

/// A stratum of a task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SealedStratum {
    /// The id of the risk class, or `all`.
    pub stratum: String,
    /// The number of its entities.
    pub size: i64,
    /// How many of them will be drawn.
    pub take: i64,
}

/// A source of the seed, as a commitment contains it.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SealedSource {
    /// `committed`, `live` or `drand`.
    pub kind: String,
    /// `office`, `witness` or `public`.
    pub by: String,
    /// The person or thing, by name.
    pub name: String,
    /// The commitment of a committed source.
    pub commitment: Option<String>,
    /// The parts of a live source.
    pub parts: Vec<Part>,
    /// The round of a drand source.
    pub round: Option<i64>,
}

/// The root of a Merkle tree.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Root {
    /// The root, in hex.
    pub root: String,
    /// The number of leaves of the tree.
    pub size: i64,
}

#[uniffi::export]
impl Commitment {
    /// Reads `commitment.json`. Only the form is checked; `Sealed.reopen` checks it against the inputs.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::Commitment::from_json(&json)?;
        Ok(Arc::new(Self { core }))
    }

    /// The digest. Publish it before any source produces its value.
    pub fn digest(&self) -> String {
        self.core.digest().to_string()
    }

    /// The digest in groups of four, for reading aloud.
    pub fn digest_groups(&self) -> String {
        self.core.digest().to_groups()
    }

    /// The time of sealing.
    pub fn sealed_at(&self) -> String {
        self.core.sealed_at().to_string()
    }

    /// The authority.
    pub fn authority(&self) -> String {
        self.core.authority().to_owned()
    }

    /// The year of the plan.
    pub fn year(&self) -> i64 {
        count(self.core.year())
    }

    /// Whether it is blinded. If it is, checking it against the inputs needs the secret.
    pub fn blinded(&self) -> bool {
        self.core.blinded()
    }

    /// The tasks, in the order of the plan.
    pub fn tasks(&self) -> Vec<SealedTask> {
        self.core.tasks().iter().map(SealedTask::from).collect()
    }

    /// The sources, in order.
    pub fn sources(&self) -> Vec<SealedSource> {
        self.core.sources().iter().map(SealedSource::from).collect()
    }

    /// The contribution of a live source. `fallen` has the numbers of all its parts, one after another, in the order in
    /// which they fell. Those without replacement are sorted here. Sources are counted from 0.
    pub fn arrange(&self, source: i32, fallen: Vec<i64>) -> Result<Contribution, SuijiError> {
        let sources = self.core.sources();
        let source = &sources[source_number(source, sources.len())?];
        let fallen: Result<Vec<u64>, suiji::Error> = fallen
            .into_iter()
            .map(|number| natural(number, ErrorKind::Contributions, "$.numbers"))
            .collect();
        let arranged = source.arrange(fallen?)?;
        let numbers = match arranged.kind() {
            ContributionKind::Live { numbers } => numbers.as_slice(),
            _ => &[], // only a live source is arranged
        };
        let part = |part: &Vec<u64>| part.iter().copied().map(count).collect();
        let numbers = numbers.iter().map(part).collect();
        Ok(Contribution::Live { numbers })
    }

    /// The commitment as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }

    /// The commitment as canonical JSON. The digest is the hash of these bytes.
    pub fn canonical(&self) -> Vec<u8> {
        self.core.canonical()
    }
}

impl From<&suiji::ceremony::SealedTask> for SealedTask {
    fn from(task: &suiji::ceremony::SealedTask) -> Self {
        Self {
            id: task.id().to_string(),
            coordination: task.coordination().map(str::to_owned),
            frame: task.frame().into(),
            excluded: task.excluded().into(),
            reasons: task.reasons().iter().map(SealedReason::from).collect(),
            strata: task.strata().iter().map(SealedStratum::from).collect(),
            take: count(task.take()),
            short: count(task.short()),
        }
    }
}

impl From<&suiji::ceremony::SealedReason> for SealedReason {
    fn from(reason: &suiji::ceremony::SealedReason) -> Self {
        Self {
            reason: reason.reason().to_owned(),
            size: count(reason.size()),
        }
    }
}

impl From<&suiji::ceremony::SealedStratum> for SealedStratum {
    fn from(stratum: &suiji::ceremony::SealedStratum) -> Self {
        Self {
            stratum: stratum.stratum().to_owned(),
            size: count(stratum.size()),
            take: count(stratum.take()),
        }
    }
}

impl From<&suiji::Source> for SealedSource {
    fn from(source: &suiji::Source) -> Self {
        let (commitment, round) = match source.kind() {
            SourceKind::Committed { commitment } => (commitment.as_ref(), None),
            SourceKind::Drand { round } => (None, Some(*round)),
            _ => (None, None),
        };
        Self {
            kind: source.kind().as_str().to_owned(),
            by: source.by().as_str().to_owned(),
            name: source.name().to_owned(),
            commitment: commitment.map(ToString::to_string),
            parts: source.parts().iter().map(Part::from).collect(),
            round: round.map(count),
        }
    }
}

impl From<suiji::ceremony::Root> for Root {
    fn from(tree: suiji::ceremony::Root) -> Self {
        Self {
            root: tree.root().to_string(),
            size: count(tree.size()),
        }
    }
}
