//! The result of one inspection.

use serde::Serialize;
use suiji::Results;
use suiji::results::{Course, Inspection, OutcomeGroup};

use super::material::Material;
use super::named::Named;
use super::tasks;

/// One result.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ResultFacts {
    pub(crate) entity: Named,
    pub(crate) class_name: String,
    pub(crate) date: String,
    /// The inspectors who visited.
    pub(crate) inspectors: Vec<Named>,
    pub(crate) outcomes: Vec<Coded>,
    /// `clear`, `violation`, `unreachable`, `refused` or `closed`.
    pub(crate) group: &'static str,
    pub(crate) group_name: &'static str,
    pub(crate) measures: Vec<Coded>,
    pub(crate) note: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) is_reserve: bool,
    pub(crate) is_replaced: bool,
}

/// An outcome or a measure: its code and its name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Coded {
    pub(crate) code: String,
    pub(crate) name: String,
}

impl ResultFacts {
    /// None if the course has no inspection.
    pub(super) fn of(
        material: &Material<'_>,
        results: &Results,
        course: &Course<'_>,
    ) -> Option<Self> {
        let inspection: &Inspection = course.inspection()?;
        let group = course.group().unwrap_or(OutcomeGroup::Clear);
        let lang = material.lang;
        let outcome = |code: &str| Coded {
            name: results.outcome_name(code, lang).unwrap_or(code).to_owned(),
            code: code.to_owned(),
        };
        let measure = |code: &str| Coded {
            name: results.measure_name(code, lang).unwrap_or(code).to_owned(),
            code: code.to_owned(),
        };
        let inspectors = inspection.inspectors();
        Some(Self {
            entity: material.entity(course.entity().as_str()),
            class_name: tasks::class_name(material, course.stratum()),
            date: inspection.date().to_string(),
            inspectors: inspectors
                .map(|id| material.inspector(id.as_str()))
                .collect(),
            outcomes: inspection.outcomes().map(outcome).collect(),
            group: group.as_str(),
            group_name: group.name(lang),
            measures: inspection.measures().map(measure).collect(),
            note: inspection.note().map(str::to_owned),
            published: inspection.published().map(|day| day.to_string()),
            is_reserve: course.is_reserve(),
            is_replaced: course.is_replaced(),
        })
    }
}
