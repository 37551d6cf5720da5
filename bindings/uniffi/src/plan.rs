//! The plan (抽查计划).

use std::sync::Arc;

use crate::count;
use crate::error::SuijiError;
use crate::hash::Hash;

/// The plan (抽查计划): the entities that are drawn, their numbers, and the teams that
/// inspect them.
#[derive(Debug, uniffi::Object)]
pub struct Plan {
    pub(crate) core: Arc<suiji::Plan>,
}

/// A task of a plan (抽查任务).
#[derive(Clone, Debug, uniffi::Record)]
pub struct Task {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The items that are inspected (抽查事项).
    pub items: Vec<String>,
}

#[uniffi::export]
impl Plan {
    /// Reads `plan.json`.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        let core = Arc::new(suiji::Plan::from_json(&json)?);
        Ok(Arc::new(Self { core }))
    }

    /// The title.
    pub fn title(&self) -> String {
        self.core.title().to_owned()
    }

    /// The authority that issues it.
    pub fn authority(&self) -> String {
        self.core.authority().to_owned()
    }

    /// The year.
    pub fn year(&self) -> i64 {
        count(self.core.year())
    }

    /// The tasks, in order.
    pub fn tasks(&self) -> Vec<Task> {
        self.core.tasks().iter().map(Task::from).collect()
    }

    /// The digest, as a commitment contains it.
    pub fn digest(&self, hash: Hash) -> String {
        self.core.digest(hash.into()).to_string()
    }

    /// The plan as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}

impl From<&suiji::plan::Task> for Task {
    fn from(task: &suiji::plan::Task) -> Self {
        Self {
            id: task.id().to_string(),
            name: task.name().to_owned(),
            items: task.items().to_vec(),
        }
    }
}
