//! Reads results from JSON [O1]. Only the document itself is checked.

use std::collections::BTreeSet;

use super::document::{Inspection, OwnMeasure, OwnOutcome, Results};
use super::outcome::{MeasureCode, OutcomeCode, OutcomeGroup};
use crate::base::error::{Error, ErrorKind};
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::limits;
use crate::base::run::Run;
use crate::base::texts::{Problem, codes};
use crate::ceremony::commitment::spec_of;
use crate::inputs::table::sort_set;
use crate::json::Json;
use crate::json::reader::{Fields, Form, Path, Policy, Reader};

impl Results {
    /// [O1] Reads results from JSON. [`Results::check`] compares them with the record and the amendments.
    ///
    /// # Errors
    /// `results.spec-unknown` for another version. Otherwise all faults together: `results.unknown-outcome`,
    /// `results.unknown-measure`, `results.own-code`, `results.published-early`, and all faults of form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = Form {
            kind: ErrorKind::Results,
            limit: limits::RECORD_BYTES,
            policy: Policy::Drop,
        };
        form.read_long(bytes, &Run::default(), document)
    }
}

fn document(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Results> {
    spec_of(reader, value, path, |found| codes::spec_results(found))?;
    let known = ["spec", "record", "own_outcomes", "own_measures", "results"];
    let fields = reader.object(value, path, &known)?;
    let record = reader.required(fields, path, "record", Reader::digest);
    let outcomes = reader.list(fields, path, "own_outcomes", own_outcome)?;
    let measures = reader.list(fields, path, "own_measures", own_measure)?;
    let own = Own {
        outcomes: all(outcomes.iter().map(|of| of.code.as_str())),
        measures: all(measures.iter().map(|of| of.code.as_str())),
    };
    let is_known = |code: &&str| OutcomeCode::of(code).is_none() && MeasureCode::of(code).is_none();
    let once = own.outcomes.len() == outcomes.len() && own.measures.len() == measures.len();
    if !once || !own.outcomes.iter().chain(&own.measures).all(is_known) {
        reader.fault(codes::results_own_code(), path);
    }
    let list = reader.list(fields, path, "results", |reader, value, path| {
        inspection(reader, value, path, &own)
    });
    Some(Results {
        record: record?,
        list: list?,
        outcomes,
        measures,
    })
}

/// The codes of an office's own lists.
struct Own<'a> {
    outcomes: BTreeSet<&'a str>,
    measures: BTreeSet<&'a str>,
}

fn all<'a>(codes: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    codes.collect()
}

fn own_outcome(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<OwnOutcome> {
    let fields = reader.object(value, path, &["code", "name", "group"])?;
    let code = reader.required(fields, path, "code", Reader::id);
    let name = reader.required(fields, path, "name", Reader::owned_text);
    let groups = OutcomeGroup::ALL.map(|group| (group.as_str(), group));
    let group = reader.required(fields, path, "group", |reader, value, path| {
        reader.choice(value, path, &groups)
    });
    Some(OwnOutcome {
        code: code?.to_owned(),
        name: name?,
        group: group?,
    })
}

fn own_measure(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<OwnMeasure> {
    let fields = reader.object(value, path, &["code", "name"])?;
    let code = reader.required(fields, path, "code", Reader::id);
    let name = reader.required(fields, path, "name", Reader::owned_text);
    Some(OwnMeasure {
        code: code?.to_owned(),
        name: name?,
    })
}

const FIELDS: &[&str] = &[
    "task",
    "entity",
    "date",
    "inspectors",
    "outcomes",
    "measures",
    "note",
    "published",
];

fn inspection(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    own: &Own<'_>,
) -> Option<Inspection> {
    let fields = reader.object(value, path, FIELDS)?;
    let task = reader.required(fields, path, "task", Reader::id);
    let entity = reader.required(fields, path, "entity", Reader::id);
    let date = reader.required(fields, path, "date", Reader::date);
    let inspectors = reader.list(fields, path, "inspectors", Reader::id);
    let inspectors = inspectors.and_then(|ids| sort_set(reader, ids, &path.key("inspectors")));
    let outcomes = reader.full_list(fields, path, "outcomes", Reader::id);
    let outcomes = outcomes.and_then(|found| {
        let is_known = |code: &str| OutcomeCode::of(code).is_some() || own.outcomes.contains(code);
        known(reader, found, path, "outcomes", is_known, |code| {
            codes::results_outcome(code)
        })
    });
    let measures = reader.list(fields, path, "measures", Reader::id);
    let measures = measures.and_then(|found| {
        let is_known = |code: &str| MeasureCode::of(code).is_some() || own.measures.contains(code);
        known(reader, found, path, "measures", is_known, |code| {
            codes::results_measure(code)
        })
    });
    let note = reader.optional(fields, path, "note", Reader::owned_text);
    let published = published(reader, fields, path);
    let (date, published) = (date?, published?);
    if published.is_some_and(|day| day < date) {
        reader.fault(codes::results_published_early(date), &path.key("published"));
        return None;
    }
    Some(Inspection {
        task: TaskId::checked(task?),
        entity: EntityId::checked(entity?),
        date,
        inspectors: inspectors?.into_iter().map(InspectorId::checked).collect(),
        outcomes: outcomes?,
        measures: measures?,
        note: note?,
        published,
    })
}

fn published(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<Option<crate::base::date::Date>> {
    reader.optional(fields, path, "published", Reader::date)
}

/// The codes of a set, all of which must be known.
fn known(
    reader: &mut Reader<'_>,
    found: Vec<&str>,
    path: &Path<'_>,
    key: &str,
    is_known: impl Fn(&str) -> bool,
    unknown: impl Fn(&str) -> Problem,
) -> Option<BTreeSet<String>> {
    let found = sort_set(reader, found, &path.key(key))?;
    let strange: Vec<&&str> = found.iter().filter(|code| !is_known(code)).collect();
    for code in &strange {
        reader.fault(unknown(code), &path.key(key));
    }
    let codes = found.iter().map(|&code| code.to_owned());
    strange.is_empty().then(|| codes.collect())
}
