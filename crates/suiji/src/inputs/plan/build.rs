//! A plan that is built in code. It runs through the same checks as one that is read.

use super::{Class, Limit, Plan, Task, Window};
use crate::base::error::Error;

/// Builds a plan. See [`Plan::builder`].
///
/// ```
/// use suiji::Plan;
/// use suiji::plan::{Quota, Task};
///
/// let plan = Plan::builder("样例计划", "样例县工信局", 2024)
///     .with_task(Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 3 }))
///     .build()?;
/// assert_eq!(plan.year(), 2024);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct PlanBuilder(Plan);

impl PlanBuilder {
    pub(super) fn new(title: &str, authority: &str, year: u64) -> Self {
        Self(Plan {
            title: title.to_owned(),
            authority: authority.to_owned(),
            year,
            document_number: None,
            window: None,
            basis: Vec::new(),
            classes: Class::defaults(),
            limits: Vec::new(),
            max_load: None,
            tasks: Vec::new(),
            extra: Vec::new(),
        })
    }

    /// Adds a task, after those added before.
    #[must_use]
    pub fn with_task(mut self, task: Task) -> Self {
        self.0.tasks.push(task);
        self
    }

    /// The document number (文号).
    #[must_use]
    pub fn with_document_number(mut self, number: &str) -> Self {
        self.0.document_number = Some(number.to_owned());
        self
    }

    /// The dates of the plan.
    #[must_use]
    pub fn with_window(mut self, window: Window) -> Self {
        self.0.window = Some(window);
        self
    }

    /// Adds a document on which the plan is based.
    #[must_use]
    pub fn with_basis(mut self, document: &str) -> Self {
        self.0.basis.push(document.to_owned());
        self
    }

    /// The risk classes of the plan, the highest risk first.
    #[must_use]
    pub fn with_classes(mut self, classes: Vec<Class>) -> Self {
        self.0.classes = classes;
        self
    }

    /// How often an entity may be visited, by any task.
    #[must_use]
    pub fn with_limits(mut self, limits: Vec<Limit>) -> Self {
        self.0.limits = limits;
        self
    }

    /// The load at which an inspector gets no further seat.
    #[must_use]
    pub fn with_max_load(mut self, load: u64) -> Self {
        self.0.max_load = Some(load);
        self
    }

    /// Adds another field that the office keeps.
    #[must_use]
    pub fn with_extra(mut self, key: &str, value: &str) -> Self {
        self.0.extra.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The plan, checked.
    ///
    /// # Errors
    /// The errors of [`Plan::from_json`].
    pub fn build(self) -> Result<Plan, Error> {
        Plan::from_json(self.0.to_json().as_bytes())
    }
}
