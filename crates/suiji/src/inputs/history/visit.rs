//! One row of the history [I5].

use std::borrow::Cow;

use crate::inputs::table::RowFields;

/// An inspection as a row for a [`super::History`], which checks it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Visit<'a>(pub(super) RowFields<'a>);

/// The reason for an inspection [I5].
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum VisitKind {
    /// For a task of a plan.
    #[default]
    Planned,
    /// For a complaint, a transfer and the like. It counts towards no limit.
    Case,
}

impl VisitKind {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Case => "case",
        }
    }
}

impl<'a> Visit<'a> {
    /// A planned inspection of an entity for a task, on a day `YYYY-MM-DD`.
    pub fn new(
        entity: impl Into<Cow<'a, str>>,
        task: impl Into<Cow<'a, str>>,
        date: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self(RowFields::new([
            ("entity", entity.into()),
            ("task", task.into()),
            ("date", date.into()),
        ]))
    }

    /// Sets the reason for the inspection.
    #[must_use]
    pub fn with_kind(self, kind: VisitKind) -> Self {
        Self(self.0.set_text("kind", kind.as_str()))
    }

    /// Sets the departments or levels that visited. Their order does not matter.
    #[must_use]
    pub fn with_by<T: Into<Cow<'a, str>>>(self, by: impl IntoIterator<Item = T>) -> Self {
        Self(self.0.set_texts("by", by))
    }

    /// Sets the ids of the inspectors who visited. Their order does not matter.
    #[must_use]
    pub fn with_inspectors<T: Into<Cow<'a, str>>>(
        self,
        inspectors: impl IntoIterator<Item = T>,
    ) -> Self {
        Self(self.0.set_texts("inspectors", inspectors))
    }

    /// The id of the entity.
    pub fn entity(&self) -> &str {
        self.0.required("entity")
    }

    /// The id of the task.
    pub fn task(&self) -> &str {
        self.0.required("task")
    }

    /// The day.
    pub fn date(&self) -> &str {
        self.0.required("date")
    }

    /// The reason for the inspection.
    pub fn kind(&self) -> VisitKind {
        match self.0.text("kind") {
            Some("case") => VisitKind::Case,
            _ => VisitKind::Planned,
        }
    }

    /// The departments or levels that visited.
    pub fn by(&self) -> Vec<&str> {
        self.0.texts("by")
    }

    /// The inspectors who visited.
    pub fn inspectors(&self) -> Vec<&str> {
        self.0.texts("inspectors")
    }
}
