//! The receipt for one entity.

use std::sync::Arc;

use suiji::Lang;

use crate::count;
use crate::error::SuijiError;
use crate::plan::Plan;
use crate::record::PublicForm;
use crate::report::Report;

/// The receipt for one entity (查验单): the result of each task for it, and the proofs to check it against the public form.
#[derive(Debug, uniffi::Object)]
pub struct Receipt {
    core: suiji::Receipt,
}

/// The result of one task for the entity.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Statement {
    /// The id of the task.
    pub task: String,
    /// `selected`, `reserve`, `not_selected`, `excluded`, `inactive`, `out_of_scope` or `absent`.
    pub state: String,
    /// The probability that the entity is selected, if it was in the frame.
    pub probability: Option<Fraction>,
    /// The stratum, if the entity was in the frame.
    pub stratum: Option<String>,
    /// The ticket (签号), if the entity was in the frame.
    pub ticket: Option<String>,
    /// The number among the reserves of its stratum, counted from 1, if the entity is a reserve.
    pub reserve: Option<i64>,
    /// `exempt` or the id of a limit, if the entity was excluded.
    pub reason: Option<String>,
    /// The ids of the inspectors, if the entity was selected and the task has teams.
    pub members: Vec<String>,
    /// The seats of the team that are vacant, counted from 0.
    pub vacant: Vec<i64>,
    /// The message in English.
    pub message: String,
    /// The message in Chinese.
    pub message_zh: String,
}

/// A fraction, not reduced. For a probability, it is the number taken over the size of the stratum.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Fraction {
    /// The numerator.
    pub numer: i64,
    /// The denominator.
    pub denom: i64,
}

impl Receipt {
    pub(crate) fn of(core: suiji::Receipt) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Receipt {
    /// Reads `receipt.json`. Only the form is checked; `check` checks the content.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Receipt::from_json(&json)?))
    }

    /// The id of the entity.
    pub fn entity(&self) -> String {
        self.core.entity().to_owned()
    }

    /// The name of the entity, if it is in the registry.
    pub fn name(&self) -> Option<String> {
        self.core.name().map(str::to_owned)
    }

    /// The digest of the record.
    pub fn record(&self) -> String {
        self.core.record().to_string()
    }

    /// The result of each task. With the plan, the messages name the tasks. Without it, they contain the ids.
    #[uniffi::method(default(plan = None))]
    pub fn tasks(&self, plan: Option<Arc<Plan>>) -> Vec<Statement> {
        let plan = plan.as_deref().map(|plan| &*plan.core);
        let statements = self.core.tasks().iter();
        statements
            .map(|statement| Statement::of(statement, plan))
            .collect()
    }

    /// Checks it against the public form. With the plan, more is checked.
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

impl Statement {
    fn of(statement: &suiji::receipt::Statement, plan: Option<&suiji::Plan>) -> Self {
        Self {
            task: statement.task().to_owned(),
            state: statement.state().as_str().to_owned(),
            probability: statement.probability().map(Fraction::from),
            stratum: statement.stratum().map(str::to_owned),
            ticket: statement.ticket().map(|ticket| ticket.to_string()),
            reserve: statement.reserve().map(count),
            reason: statement.reason().map(str::to_owned),
            members: statement.members().to_vec(),
            vacant: statement.vacant().iter().copied().map(count).collect(),
            message: statement.message(Lang::En, plan),
            message_zh: statement.message(Lang::Zh, plan),
        }
    }
}

impl From<suiji::values::Fraction> for Fraction {
    fn from(fraction: suiji::values::Fraction) -> Self {
        Self {
            numer: count(fraction.numer()),
            denom: count(fraction.denom()),
        }
    }
}
