//! The sealed sheet as a document.

use std::sync::Arc;

use crate::count;
use crate::error::SuijiError;

/// The commitment (封存单): what was fixed before anything fell.
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

/// What a sheet fixes for a task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SealedTask {
    /// The task's id.
    pub id: String,
    /// How many entities its frame has.
    pub size: i64,
    /// How many will be drawn.
    pub take: i64,
    /// For how many of the frame no full team can be found.
    pub short: i64,
}

#[uniffi::export]
impl Commitment {
    /// Reads `commitment.json`, form only: whether it is that of some inputs, `Sealed.reopen` says.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::Commitment::from_json(&json)?;
        Ok(Arc::new(Self { core }))
    }

    /// Its digest, which is made known before anything falls.
    pub fn digest(&self) -> String {
        self.core.digest().to_string()
    }

    /// The same in groups, to be read out.
    pub fn digest_groups(&self) -> String {
        self.core.digest().to_groups()
    }

    /// When it was sealed.
    pub fn sealed_at(&self) -> String {
        self.core.sealed_at().to_string()
    }

    /// Whether its leaves are salted, so that whoever reads it need a secret to check it against the inputs.
    pub fn is_blinded(&self) -> bool {
        self.core.blinded()
    }

    /// Its tasks, in the order of the plan.
    pub fn tasks(&self) -> Vec<SealedTask> {
        let task = |task: &suiji::ceremony::SealedTask| SealedTask {
            id: task.id().to_string(),
            size: count(task.frame().size()),
            take: count(task.take()),
            short: count(task.short()),
        };
        self.core.tasks().iter().map(task).collect()
    }

    /// The sheet as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }

    /// The sheet as canonical JSON, whose hash is the digest.
    pub fn canonical(&self) -> Vec<u8> {
        self.core.canonical()
    }
}
