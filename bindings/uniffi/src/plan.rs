//! The plan (抽查计划).

use std::sync::Arc;

use crate::ceremony::Hash;
use crate::count;
use crate::error::SuijiError;

/// The plan (抽查计划): what is drawn, how much, and by what teams.
#[derive(Debug, uniffi::Object)]
pub struct Plan {
    pub(crate) core: Arc<suiji::Plan>,
}

/// A task of a plan (抽查任务).
#[derive(Clone, Debug, uniffi::Record)]
pub struct PlanTask {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The matters that are inspected (抽查事项).
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

    /// Its title.
    pub fn title(&self) -> String {
        self.core.title().to_owned()
    }

    /// Whose plan it is.
    pub fn authority(&self) -> String {
        self.core.authority().to_owned()
    }

    /// The year.
    pub fn year(&self) -> i64 {
        count(self.core.year())
    }

    /// Its tasks, in order.
    pub fn tasks(&self) -> Vec<PlanTask> {
        let task = |task: &suiji::plan::Task| PlanTask {
            id: task.id().to_string(),
            name: task.name().to_owned(),
            items: task.items().to_vec(),
        };
        self.core.tasks().iter().map(task).collect()
    }

    /// Its digest, as a sheet names it.
    pub fn digest(&self, hash: Hash) -> String {
        self.core.digest(hash.into()).to_string()
    }

    /// The plan as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}
