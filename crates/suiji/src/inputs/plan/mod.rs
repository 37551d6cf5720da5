//! The plan (年度抽查工作计划) [I1].

mod build;
mod change;
mod differ;
mod limit;
mod read;
mod task;
mod team;
mod terms;
mod write;

pub use build::PlanBuilder;
pub use change::{PlanChange, PlanChangeKind};
pub use limit::Limit;
pub(crate) use read::is_district;
pub use task::Task;
pub use team::{DistrictRule, SeatGroup, Team};
pub use terms::{Mode, Quota, Risk, Scope, Targeting, TaskKind};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::{Digest, Hash};
use crate::base::id::ClassId;
use crate::base::limits;
use crate::json::reader::{self, Policy};

/// The inspection plan of a year [I1]: its tasks, risk classes and limits.
///
/// ```
/// use suiji::{Hash, Plan};
///
/// let plan = Plan::from_json(r#"{
///     "title": "样例计划", "authority": "样例县工信局", "year": 2024,
///     "tasks": [{"id": "J1", "name": "对汽车销售企业的抽查", "quota": {"at_least": "20%"}}]
/// }"#.as_bytes())?;
/// assert_eq!(plan.tasks()[0].id().as_str(), "J1");
/// assert_eq!(plan.digest(Hash::Sha256).to_string().len(), 64);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Plan {
    pub(crate) title: String,
    pub(crate) authority: String,
    pub(crate) year: u64,
    pub(crate) document_number: Option<String>,
    pub(crate) window: Option<Window>,
    pub(crate) basis: Vec<String>,
    pub(crate) classes: Vec<Class>,
    pub(crate) limits: Vec<Limit>,
    pub(crate) max_load: Option<u64>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) extra: Vec<(String, String)>,
}

impl Plan {
    /// Reads a plan and checks it [C2a–C7, I1, I2, T1].
    ///
    /// # Errors
    /// All faults of the document together: `json.*`, `text.*`, `id.*`, `ratio.form`, `date.form`, `plan.*`, `team.*`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Plan,
            limit: limits::PLAN_BYTES,
            policy: Policy::Drop,
        };
        form.read(bytes, read::plan)
    }

    /// Begins a plan that is built in code.
    pub fn builder(title: &str, authority: &str, year: u64) -> PlanBuilder {
        PlanBuilder::new(title, authority, year)
    }

    /// The plan as an indented JSON document, without defaults [C2c].
    pub fn to_json(&self) -> String {
        write::plan(self).to_pretty()
    }

    /// The canonical bytes, JCS(plan) [C2a].
    pub fn canonical(&self) -> Vec<u8> {
        write::plan(self).to_canonical()
    }

    /// H(JCS(plan)), which the commitment contains [S3a].
    pub fn digest(&self, hash: Hash) -> Digest {
        hash.digest(&self.canonical())
    }

    /// The title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The authority (机关) that made the plan.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The year, 1000 to 9999.
    pub const fn year(&self) -> u64 {
        self.year
    }

    /// The document number (文号).
    pub fn document_number(&self) -> Option<&str> {
        self.document_number.as_deref()
    }

    /// The first and last day on which the plan is carried out.
    pub const fn window(&self) -> Option<Window> {
        self.window
    }

    /// The documents on which the plan is based.
    pub fn basis(&self) -> &[String] {
        &self.basis
    }

    /// The risk classes, the highest risk first.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// How often an entity may be visited, by any task [F2].
    pub fn limits(&self) -> &[Limit] {
        &self.limits
    }

    /// The load at which an inspector gets no further seat [T3].
    pub const fn max_load(&self) -> Option<u64> {
        self.max_load
    }

    /// The tasks, in their order.
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// The task with that id.
    pub fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id.as_str() == id)
    }

    /// Other fields that the office keeps, as keys and values.
    pub fn extra(&self) -> impl Iterator<Item = (&str, &str)> {
        self.extra.iter().map(|(key, value)| (&**key, &**value))
    }

    /// The index of a class, counted from the highest risk.
    pub(crate) fn class_index(&self, id: &str) -> Option<usize> {
        self.classes
            .iter()
            .position(|class| class.id.as_str() == id)
    }

    /// The last day on which a task's certificates must be valid [T2].
    pub(crate) fn window_end(&self, task: &Task) -> Option<Date> {
        task.window.or(self.window).map(|window| window.to)
    }
}

/// A risk class (信用风险分类) [I1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Class {
    pub(crate) id: ClassId,
    pub(crate) name: String,
}

impl Class {
    /// A class with its id and the name that people see.
    pub fn new(id: ClassId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
        }
    }

    /// Its id.
    pub const fn id(&self) -> &ClassId {
        &self.id
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The four classes of a plan that names none: D, C, B, A.
    pub(crate) fn defaults() -> Vec<Self> {
        [
            ("high", "高风险"),
            ("elevated", "较高风险"),
            ("general", "一般风险"),
            ("low", "低风险"),
        ]
        .map(|(id, name)| Self::new(ClassId::checked(id), name))
        .into()
    }
}

/// A period from one day to another, both included [I1].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Window {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

impl Window {
    /// The period from `from` to `to`. A plan is refused if a window ends before it begins.
    pub const fn new(from: Date, to: Date) -> Self {
        Self { from, to }
    }

    /// The first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub const fn to(self) -> Date {
        self.to
    }
}

#[cfg(test)]
mod tests;
