//! The document of results [O1].

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::outcome::{MeasureCode, OutcomeCode, OutcomeGroup};
use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::hash::Digest;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::lang::Lang;
use crate::base::run::Run;
use crate::base::texts::codes;
use crate::ceremony::commitment::SPEC;
use crate::json::{Document, Element, Json, ObjectBuilder};
use crate::record::Record;

/// What the inspections of a draw found (检查结果) [O1].
///
/// [`Results::check`] compares them with the record and the amendments. [`Results::status`] counts them.
///
/// ```
/// use suiji::Results;
///
/// # fn example(record: &suiji::Record) -> Result<(), suiji::Error> {
/// let results = Results::new(record);
/// let status = results.status(record, None)?;
/// assert_eq!(status.total().open(), status.total().drawn());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Results {
    pub(super) record: Digest,
    pub(super) outcomes: Vec<OwnOutcome>,
    pub(super) measures: Vec<OwnMeasure>,
    pub(super) list: Vec<Inspection>,
}

/// One inspection: what became of an entity for a task [O1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inspection {
    pub(super) task: TaskId,
    pub(super) entity: EntityId,
    pub(super) date: Date,
    pub(super) inspectors: BTreeSet<InspectorId>,
    pub(super) outcomes: BTreeSet<String>,
    pub(super) measures: BTreeSet<String>,
    pub(super) note: Option<String>,
    pub(super) published: Option<Date>,
}

/// What later results changed, as [`Results::update`] returns it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Update {
    /// Inspections that were added.
    pub added: u64,
    /// Inspections that replaced an earlier one with different content.
    pub changed: u64,
    /// Inspections that already existed.
    pub same: u64,
}

/// An outcome of an office's own list [O1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OwnOutcome {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) group: OutcomeGroup,
}

/// A measure of an office's own list [O1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OwnMeasure {
    pub(super) code: String,
    pub(super) name: String,
}

impl Results {
    /// The results of this record, without any inspection yet.
    pub const fn new(record: &Record) -> Self {
        Self {
            record: record.digest(),
            outcomes: Vec::new(),
            measures: Vec::new(),
            list: Vec::new(),
        }
    }

    /// Adds inspections after the existing ones.
    #[must_use]
    pub fn with_inspections(mut self, list: impl IntoIterator<Item = Inspection>) -> Self {
        self.list.extend(list);
        self
    }

    /// Adds the inspections and the own codes of later results of the same record. An inspection of the same task and
    /// entity replaces the earlier one in its place. The others are added at the end.
    ///
    /// # Errors
    /// `results.other-record` if the later results belong to another record.
    pub fn update(&mut self, later: Self) -> Result<Update, Error> {
        if later.record != self.record {
            let problem = codes::results_record(self.record, later.record);
            let place = Place::new(ErrorKind::Results, "$.record");
            return Err(Error::new(problem.at(place)));
        }
        for of in later.outcomes {
            self.outcomes.retain(|known| known.code != of.code);
            self.outcomes.push(of);
        }
        for of in later.measures {
            self.measures.retain(|known| known.code != of.code);
            self.measures.push(of);
        }
        let key = |of: &Inspection| (of.task.clone(), of.entity.clone());
        let places = self.list.iter().enumerate();
        let places: BTreeMap<_, usize> = places.map(|(place, of)| (key(of), place)).collect();
        let mut update = Update::default();
        for of in later.list {
            match places.get(&key(&of)).map(|&place| &mut self.list[place]) {
                None => {
                    update.added += 1;
                    self.list.push(of);
                }
                Some(known) if *known == of => update.same += 1,
                Some(known) => {
                    update.changed += 1;
                    *known = of;
                }
            }
        }
        Ok(update)
    }

    /// The digest of the record.
    pub const fn record(&self) -> Digest {
        self.record
    }

    /// The outcomes of the office's own list.
    pub fn own_outcomes(&self) -> &[OwnOutcome] {
        &self.outcomes
    }

    /// The measures of the office's own list.
    pub fn own_measures(&self) -> &[OwnMeasure] {
        &self.measures
    }

    /// The inspections, in the order of the document.
    pub fn inspections(&self) -> &[Inspection] {
        &self.list
    }

    /// The name of an outcome, `None` if its code is unknown.
    pub fn outcome_name(&self, code: &str, lang: Lang) -> Option<&str> {
        if let Some(outcome) = OutcomeCode::of(code) {
            return Some(outcome.name(lang));
        }
        let own = self.outcomes.iter().find(|of| of.code == code)?;
        Some(&own.name)
    }

    /// The name of a measure, `None` if its code is unknown.
    pub fn measure_name(&self, code: &str, lang: Lang) -> Option<&str> {
        if let Some(measure) = MeasureCode::of(code) {
            return Some(measure.name(lang));
        }
        let own = self.measures.iter().find(|of| of.code == code)?;
        Some(&own.name)
    }

    /// What an outcome counts as, `None` if its code is unknown.
    pub fn group_of(&self, code: &str) -> Option<OutcomeGroup> {
        if let Some(outcome) = OutcomeCode::of(code) {
            return Some(outcome.group());
        }
        let own = self.outcomes.iter().find(|of| of.code == code)?;
        Some(own.group)
    }

    /// [O3] What an inspection counts as: the last of the groups of its outcomes.
    pub fn group(&self, inspection: &Inspection) -> OutcomeGroup {
        let groups = inspection.outcomes.iter();
        let groups = groups.filter_map(|code| self.group_of(code));
        groups.max().unwrap_or(OutcomeGroup::Clear)
    }

    /// The results as indented JSON.
    pub fn to_json(&self) -> String {
        let mut out = Vec::new();
        // Writing into memory does not fail.
        let _ = self.write_json(&mut out);
        String::from_utf8(out).unwrap_or_default()
    }

    /// Writes the results as indented JSON.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn write_json(&self, out: impl io::Write) -> io::Result<()> {
        let mut fields = vec![
            ("spec", Document::Tree(Json::text(SPEC))),
            (
                "record",
                Document::Tree(Json::text(self.record.to_string())),
            ),
        ];
        fields.extend(Document::many("own_outcomes", &self.outcomes));
        fields.extend(Document::many("own_measures", &self.measures));
        fields.extend(Document::many("results", &self.list));
        Document::Object(fields).write_pretty(out, &Run::default())
    }
}

impl Inspection {
    /// An inspection of an entity for a task on a day, with one outcome: the code of an [`OutcomeCode`] or of an
    /// [`OwnOutcome`].
    pub fn new(
        task: TaskId,
        entity: EntityId,
        date: Date,
        inspectors: impl IntoIterator<Item = InspectorId>,
        outcome: impl Into<String>,
    ) -> Self {
        Self {
            task,
            entity,
            date,
            inspectors: inspectors.into_iter().collect(),
            outcomes: BTreeSet::from([outcome.into()]),
            measures: BTreeSet::new(),
            note: None,
            published: None,
        }
    }

    /// Adds an outcome.
    #[must_use]
    pub fn with_outcome(mut self, code: impl Into<String>) -> Self {
        self.outcomes.insert(code.into());
        self
    }

    /// Adds a measure: the code of a [`MeasureCode`] or of an [`OwnMeasure`].
    #[must_use]
    pub fn with_measure(mut self, code: impl Into<String>) -> Self {
        self.measures.insert(code.into());
        self
    }

    /// Sets the note.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets the day on which the result was published.
    #[must_use]
    pub const fn with_published(mut self, date: Date) -> Self {
        self.published = Some(date);
        self
    }

    /// The task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The entity.
    pub const fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// The day of the inspection.
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The inspectors who visited, sorted by id.
    pub fn inspectors(&self) -> impl ExactSizeIterator<Item = &InspectorId> {
        self.inspectors.iter()
    }

    /// The codes of the outcomes, sorted.
    pub fn outcomes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.outcomes.iter().map(String::as_str)
    }

    /// The codes of the measures, sorted.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = &str> {
        self.measures.iter().map(String::as_str)
    }

    /// The note.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// The day on which the result was published.
    pub const fn published(&self) -> Option<Date> {
        self.published
    }
}

impl Element for Inspection {
    fn tree(&self) -> Json<'_> {
        let inspectors = self.inspectors.iter().map(|id| Json::text(id.as_str()));
        ObjectBuilder::default()
            .with("task", Json::text(self.task.as_str()))
            .with("entity", Json::text(self.entity.as_str()))
            .with("date", Json::text(self.date.to_string()))
            .maybe("inspectors", Some(Json::list(inspectors)))
            .maybe("outcomes", Some(codes(&self.outcomes)))
            .maybe("measures", Some(codes(&self.measures)))
            .maybe("note", self.note.as_deref().map(Json::text))
            .maybe(
                "published",
                self.published.map(|day| Json::text(day.to_string())),
            )
            .build()
    }
}

fn codes(set: &BTreeSet<String>) -> Json<'_> {
    Json::list(set.iter().map(|code| Json::text(code.as_str())))
}

impl OwnOutcome {
    /// The code in JSON.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The name for people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it counts as.
    pub const fn group(&self) -> OutcomeGroup {
        self.group
    }
}

impl Element for OwnOutcome {
    fn tree(&self) -> Json<'_> {
        Json::object([
            ("code", Json::text(self.code.as_str())),
            ("name", Json::text(self.name.as_str())),
            ("group", Json::text(self.group.as_str())),
        ])
    }
}

impl OwnMeasure {
    /// The code in JSON.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The name for people.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Element for OwnMeasure {
    fn tree(&self) -> Json<'_> {
        Json::object([
            ("code", Json::text(self.code.as_str())),
            ("name", Json::text(self.name.as_str())),
        ])
    }
}
