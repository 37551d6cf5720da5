//! The receipt for one entity (查验单).

use std::sync::Arc;

use suiji::Lang;

use crate::error::SuijiError;
use crate::plan::Plan;
use crate::record::PublicForm;
use crate::report::Report;

/// What a draw says of one entity, with what it takes to check it against the public form.
#[derive(Debug, uniffi::Object)]
pub struct Receipt {
    core: suiji::Receipt,
}

/// What became of the entity in a task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Statement {
    /// The task's id.
    pub task: String,
    /// `selected`, `reserve`, `not_selected`, `excluded`, `inactive`, `out_of_scope` or `absent`.
    pub state: String,
    /// The numerator of the probability with which it was to be drawn, where it was in the frame.
    pub numerator: Option<i64>,
    /// The denominator.
    pub denominator: Option<i64>,
    /// The ids of those who inspect it, where it was drawn and the task has teams.
    pub members: Vec<String>,
    /// The statement in English.
    pub text: String,
    /// The same in Chinese.
    pub text_zh: String,
}

impl Receipt {
    pub(crate) fn of(core: suiji::Receipt) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Receipt {
    /// Reads `receipt.json`, form only: whether it is right, `check` says.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Receipt::from_json(&json)?))
    }

    /// The entity's id.
    pub fn entity(&self) -> String {
        self.core.entity().to_owned()
    }

    /// Its name in the registry, where it stands there.
    pub fn name(&self) -> Option<String> {
        self.core.name().map(str::to_owned)
    }

    /// The digest of the record that it is made from.
    pub fn record(&self) -> String {
        self.core.record().to_string()
    }

    /// What became of it in each task; the words name the task as the plan does, where there is one.
    #[uniffi::method(default(plan = None))]
    pub fn statements(&self, plan: Option<Arc<Plan>>) -> Vec<Statement> {
        let plan = plan.as_deref().map(|plan| &*plan.core);
        let statement = |statement: &suiji::receipt::Statement| Statement {
            task: statement.task().to_owned(),
            state: statement.state().as_str().to_owned(),
            numerator: statement.probability().map(|p| crate::count(p.numer())),
            denominator: statement.probability().map(|p| crate::count(p.denom())),
            members: statement.members().to_vec(),
            text: statement.message(Lang::En, plan),
            text_zh: statement.message(Lang::Zh, plan),
        };
        self.core.tasks().iter().map(statement).collect()
    }

    /// Checks it against the public form; with the plan, more is checked.
    #[uniffi::method(default(plan = None))]
    pub fn check(&self, public_form: Arc<PublicForm>, plan: Option<Arc<Plan>>) -> Arc<Report> {
        let plan = plan.as_deref().map(|plan| &*plan.core);
        Report::of(self.core.check(&public_form.core, plan))
    }

    /// The receipt as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}
