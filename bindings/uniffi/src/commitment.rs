//! The commitment as a document.

use std::sync::Arc;

use crate::count;
use crate::error::SuijiError;

/// The commitment (封存单): what was fixed before the seed existed.
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

/// What a commitment fixes for one task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SealedTask {
    /// The id of the task.
    pub id: String,
    /// The tree of its frame.
    pub frame: Root,
    /// How many entities will be drawn.
    pub take: i64,
    /// How many entities of the frame cannot get a full team.
    pub short: i64,
}

/// The root of a Merkle tree.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Root {
    /// The root, in hex.
    pub root: String,
    /// How many leaves the tree has.
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

    /// Whether it is blinded: checking it against the inputs then needs the secret.
    pub fn blinded(&self) -> bool {
        self.core.blinded()
    }

    /// The tasks, in the order of the plan.
    pub fn tasks(&self) -> Vec<SealedTask> {
        self.core.tasks().iter().map(SealedTask::from).collect()
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
            frame: task.frame().into(),
            take: count(task.take()),
            short: count(task.short()),
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
