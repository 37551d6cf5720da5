//! The fields for columns: name, kind, the rows that have it, and its source.

use suiji::results::{OutcomeCode, OutcomeGroup};

use super::lines::{Line, Rows};
use crate::facts::{
    Coded, DrawnFacts, InspectorFacts, Named, ResultFacts, SeatFacts, TaskFacts, VisitFacts,
};

/// What a field contains.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Text,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A date in the form of the record.
    Date,
    Count,
    /// Several texts.
    List,
}

/// The value of a field in one row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Value {
    None,
    Text(String),
    Count(u64),
    List(Vec<String>),
}

impl Value {
    fn text<T: Into<String>>(text: Option<T>) -> Self {
        text.map_or(Self::None, |text| Self::Text(text.into()))
    }

    fn count(count: Option<u64>) -> Self {
        count.map_or(Self::None, Self::Count)
    }

    fn list<T: Into<String>>(items: Option<impl IntoIterator<Item = T>>) -> Self {
        items.map_or(Self::None, |items| {
            Self::List(items.into_iter().map(Into::into).collect())
        })
    }
}

/// A field.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) rows: &'static [Rows],
    /// Whether a table with it may be published.
    pub(super) is_public: bool,
    pub(super) value: fn(&Line<'_>) -> Value,
}

const ALL: &[Rows] = &[
    Rows::Drawn,
    Rows::Results,
    Rows::Visits,
    Rows::Seats,
    Rows::Inspectors,
];
const TASK: &[Rows] = &[Rows::Drawn, Rows::Results];
const DRAWN: &[Rows] = &[Rows::Drawn];
const ENTITY: &[Rows] = &[Rows::Drawn, Rows::Results, Rows::Visits, Rows::Seats];
const RESULT: &[Rows] = &[Rows::Results];
const SEAT: &[Rows] = &[Rows::Seats];
const INSPECTOR: &[Rows] = &[Rows::Inspectors];
const YES_NO: Kind = Kind::Words(&["yes", "no"]);

const fn public(
    name: &'static str,
    kind: Kind,
    rows: &'static [Rows],
    value: fn(&Line<'_>) -> Value,
) -> Field {
    Field {
        name,
        kind,
        rows,
        is_public: true,
        value,
    }
}

const fn inner(
    name: &'static str,
    kind: Kind,
    rows: &'static [Rows],
    value: fn(&Line<'_>) -> Value,
) -> Field {
    Field {
        is_public: false,
        ..public(name, kind, rows, value)
    }
}

/// All fields. Fields of the registry other than code and name are not public. Reserves and classes are not
/// public either.
static FIELDS: &[Field] = &[
    public("office.name", Kind::Text, ALL, |of| {
        Value::text(Some(&*of.facts.office.name))
    }),
    public("plan.title", Kind::Text, ALL, |of| {
        Value::text(Some(&*of.facts.plan.title))
    }),
    public("plan.number", Kind::Text, ALL, |of| {
        Value::text(of.facts.plan.document_number.as_deref())
    }),
    public("plan.year", Kind::Count, ALL, |of| {
        Value::Count(of.facts.plan.year)
    }),
    public("record.digest", Kind::Text, ALL, |of| {
        Value::text(Some(&*of.facts.record.digest.hex))
    }),
    public("record.hash", Kind::Text, ALL, |of| {
        Value::text(Some(of.facts.record.hash))
    }),
    public("record.sealed_on", Kind::Date, ALL, |of| {
        day(Some(&of.facts.record.sealed_at))
    }),
    public("record.drawn_on", Kind::Date, ALL, |of| {
        day(of.facts.office.drawn_at.as_deref())
    }),
    public("task.id", Kind::Text, TASK, |of| {
        task(of, |task| Value::text(Some(&*task.id)))
    }),
    public("task.name", Kind::Text, TASK, |of| {
        task(of, |task| Value::text(Some(&*task.name)))
    }),
    public(
        "task.kind",
        Kind::Words(&["joint", "internal"]),
        TASK,
        |of| task(of, |task| Value::text(task.kind)),
    ),
    public(
        "task.targeting",
        Kind::Words(&["targeted", "untargeted"]),
        TASK,
        |of| task(of, |task| Value::text(task.targeting)),
    ),
    public("task.items", Kind::List, TASK, |of| {
        task(of, |task| list(&task.items))
    }),
    public("task.methods", Kind::List, TASK, |of| {
        task(of, |task| list(&task.methods))
    }),
    public("task.initiator", Kind::Text, TASK, |of| {
        task(of, |task| Value::text(task.initiator.as_deref()))
    }),
    public("task.partners", Kind::List, TASK, |of| {
        task(of, |task| list(&task.partners))
    }),
    public("task.drawn_by", Kind::Text, TASK, |of| {
        task(of, |task| Value::text(task.drawn_by.as_deref()))
    }),
    public("task.inspected_by", Kind::Text, TASK, |of| {
        task(of, |task| Value::text(task.inspected_by.as_deref()))
    }),
    public("task.from", Kind::Date, TASK, |of| {
        task(of, |task| {
            Value::text(task.window.as_ref().map(|window| &*window.from))
        })
    }),
    public("task.to", Kind::Date, TASK, |of| {
        task(of, |task| {
            Value::text(task.window.as_ref().map(|window| &*window.to))
        })
    }),
    inner("draw.number", Kind::Count, DRAWN, |of| {
        drawn(of, |drawn| Value::Count(drawn.number as u64))
    }),
    inner("draw.state", Kind::Words(&STATES), DRAWN, |of| {
        drawn(of, |drawn| Value::text(Some(state(drawn, of.is_reserve))))
    }),
    inner("draw.class", Kind::Text, DRAWN, |of| {
        drawn(of, |drawn| Value::text(Some(&*drawn.class)))
    }),
    inner("draw.class_name", Kind::Text, DRAWN, |of| {
        drawn(of, |drawn| Value::text(Some(&*drawn.class_name)))
    }),
    inner("draw.ticket", Kind::Text, DRAWN, |of| {
        drawn(of, |drawn| Value::text(Some(&*drawn.ticket)))
    }),
    inner("draw.replaces", Kind::Text, DRAWN, |of| {
        drawn(of, |drawn| {
            Value::text(drawn.replaces.as_ref().map(|named| &*named.id))
        })
    }),
    public("entity.id", Kind::Text, ENTITY, |of| {
        Value::text(of.entity.map(|of| &*of.id))
    }),
    public("entity.name", Kind::Text, ENTITY, |of| {
        Value::text(of.entity.map(|of| &*of.name))
    }),
    inner("entity.district", Kind::Text, ENTITY, |of| {
        Value::text(of.entity.and_then(|of| of.district.as_deref()))
    }),
    inner("entity.industry", Kind::Text, ENTITY, |of| {
        Value::text(of.entity.and_then(|of| of.industry.as_deref()))
    }),
    inner("entity.categories", Kind::List, ENTITY, |of| {
        Value::list(of.entity.map(|of| of.categories.iter().cloned()))
    }),
    inner("visit.number", Kind::Count, ENTITY, |of| {
        visit(of, |visit| Value::Count(visit.number as u64))
    }),
    public("visit.tasks", Kind::List, ENTITY, |of| {
        visit(of, |visit| {
            Value::list(Some(visit.tasks.iter().map(|task| &*task.id)))
        })
    }),
    public("visit.task_names", Kind::List, ENTITY, |of| {
        visit(of, |visit| {
            Value::list(Some(visit.tasks.iter().map(|task| &*task.name)))
        })
    }),
    public("visit.items", Kind::List, ENTITY, |of| visit(of, items)),
    public("visit.from", Kind::Date, ENTITY, |of| {
        visit(of, |visit| {
            Value::text(visit.window.as_ref().map(|window| &*window.from))
        })
    }),
    public("visit.to", Kind::Date, ENTITY, |of| {
        visit(of, |visit| {
            Value::text(visit.window.as_ref().map(|window| &*window.to))
        })
    }),
    public("visit.lead", Kind::Text, ENTITY, |of| {
        visit(of, |visit| {
            Value::text(lead(visit).map(|named| &*named.name))
        })
    }),
    public("visit.lead_id", Kind::Text, ENTITY, |of| {
        visit(of, |visit| Value::text(lead(visit).map(|named| &*named.id)))
    }),
    public("visit.inspectors", Kind::List, ENTITY, |of| {
        visit(of, |visit| {
            Value::list(Some(members(visit).map(|named| &*named.name)))
        })
    }),
    public("visit.inspector_ids", Kind::List, ENTITY, |of| {
        visit(of, |visit| {
            Value::list(Some(members(visit).map(|named| &*named.id)))
        })
    }),
    inner("visit.vacant", Kind::Count, ENTITY, |of| {
        visit(of, |visit| {
            Value::Count((visit.team.len() - members(visit).count()) as u64)
        })
    }),
    inner("visit.this_year", Kind::Count, ENTITY, |of| {
        visit(of, |visit| Value::Count(visit.visits_this_year))
    }),
    inner("visit.notice_number", Kind::Text, ENTITY, |of| {
        visit(of, |visit| Value::text(visit.notice_number.as_deref()))
    }),
    inner("visit.approval_number", Kind::Text, ENTITY, |of| {
        visit(of, |visit| Value::text(visit.approval_number.as_deref()))
    }),
    inner("visit.report_by", Kind::Date, ENTITY, |of| {
        visit(of, |visit| deadline(visit, "report"))
    }),
    inner("visit.publish_by", Kind::Date, ENTITY, |of| {
        visit(of, |visit| deadline(visit, "publish"))
    }),
    public("result.date", Kind::Date, RESULT, |of| {
        result(of, |of| Value::text(Some(&*of.date)))
    }),
    public("result.outcomes", Kind::List, RESULT, |of| {
        result(of, |of| names(&of.outcomes))
    }),
    public("result.codes_2017", Kind::List, RESULT, |of| {
        result(of, |of| signs(&of.outcomes, OutcomeCode::list_2017))
    }),
    public("result.codes_later", Kind::List, RESULT, |of| {
        result(of, |of| signs(&of.outcomes, OutcomeCode::list_later))
    }),
    public("result.inspectors", Kind::List, RESULT, |of| {
        result(of, |of| {
            Value::list(Some(of.inspectors.iter().map(|of| &*of.name)))
        })
    }),
    public("result.inspector_ids", Kind::List, RESULT, |of| {
        result(of, |of| {
            Value::list(Some(of.inspectors.iter().map(|of| &*of.id)))
        })
    }),
    public("result.published", Kind::Date, RESULT, |of| {
        result(of, |of| Value::text(of.published.as_deref()))
    }),
    public("result.group", Kind::Words(&GROUPS), RESULT, |of| {
        result(of, |of| Value::text(Some(of.group)))
    }),
    inner("result.measures", Kind::List, RESULT, |of| {
        result(of, |of| names(&of.measures))
    }),
    inner("result.note", Kind::Text, RESULT, |of| {
        result(of, |of| Value::text(of.note.as_deref()))
    }),
    inner("seat.number", Kind::Count, SEAT, |of| {
        seat(of, |seat| Value::Count(seat.seat as u64))
    }),
    inner("seat.inspector", Kind::Text, SEAT, |of| {
        seat(of, |seat| {
            Value::text(seat.inspector.as_ref().map(|named| &*named.name))
        })
    }),
    inner("seat.inspector_id", Kind::Text, SEAT, |of| {
        seat(of, |seat| {
            Value::text(seat.inspector.as_ref().map(|named| &*named.id))
        })
    }),
    inner("seat.department", Kind::Text, SEAT, |of| {
        seat(of, |seat| Value::text(seat.department.as_deref()))
    }),
    inner("seat.role", Kind::Text, SEAT, |of| {
        seat(of, |seat| Value::text(seat.role.as_deref()))
    }),
    inner("seat.is_lead", YES_NO, SEAT, |of| {
        seat(of, |seat| yes(seat.is_lead))
    }),
    inner("seat.replaces", Kind::Text, SEAT, |of| {
        seat(of, |seat| {
            Value::text(seat.replaces.as_ref().map(|named| &*named.id))
        })
    }),
    inner("inspector.id", Kind::Text, INSPECTOR, |of| {
        inspector(of, |of| Value::text(Some(&*of.id)))
    }),
    inner("inspector.name", Kind::Text, INSPECTOR, |of| {
        inspector(of, |of| Value::text(Some(&*of.name)))
    }),
    inner("inspector.department", Kind::Text, INSPECTOR, |of| {
        inspector(of, |of| Value::text(Some(&*of.department)))
    }),
    inner("inspector.before", Kind::Count, INSPECTOR, |of| {
        inspector(of, |of| Value::Count(of.load_before))
    }),
    inner("inspector.visits", Kind::Count, INSPECTOR, |of| {
        inspector(of, |of| Value::Count(of.visits))
    }),
    inner("inspector.leads", Kind::Count, INSPECTOR, |of| {
        inspector(of, |of| Value::Count(of.leads))
    }),
    inner("inspector.most", Kind::Count, INSPECTOR, |of| {
        inspector(of, |of| Value::count(of.max_load))
    }),
    inner("inspector.is_away", YES_NO, INSPECTOR, |of| {
        inspector(of, |of| yes(of.is_away))
    }),
];

/// The states of a drawn entity.
const STATES: [&str; 4] = ["selected", "selected_replaced", "reserve", "reserve_used"];

/// The groups of outcomes.
const GROUPS: [&str; 5] = {
    let mut groups = [""; 5];
    let mut place = 0;
    while place < groups.len() {
        groups[place] = OutcomeGroup::ALL[place].as_str();
        place += 1;
    }
    groups
};

/// The field with this name.
pub(super) fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name == name)
}

/// The names of the fields of these rows, or of all, for an error.
pub(super) fn names_of(rows: Option<Rows>) -> String {
    let has = |field: &&Field| rows.is_none_or(|rows| field.rows.contains(&rows));
    let names: Vec<&str> = FIELDS.iter().filter(has).map(|field| field.name).collect();
    names.join(", ")
}

fn task(line: &Line<'_>, value: impl FnOnce(&TaskFacts) -> Value) -> Value {
    line.task.map_or(Value::None, value)
}

fn drawn(line: &Line<'_>, value: impl FnOnce(&DrawnFacts) -> Value) -> Value {
    line.drawn.map_or(Value::None, value)
}

fn visit(line: &Line<'_>, value: impl FnOnce(&VisitFacts) -> Value) -> Value {
    line.visit.map_or(Value::None, value)
}

fn result(line: &Line<'_>, value: impl FnOnce(&ResultFacts) -> Value) -> Value {
    line.result.map_or(Value::None, value)
}

fn seat(line: &Line<'_>, value: impl FnOnce(&SeatFacts) -> Value) -> Value {
    line.seat.map_or(Value::None, value)
}

fn inspector(line: &Line<'_>, value: impl FnOnce(&InspectorFacts) -> Value) -> Value {
    line.inspector.map_or(Value::None, value)
}

fn names(all: &[Coded]) -> Value {
    Value::list(Some(all.iter().map(|of| &*of.name)))
}

/// The signs of outcomes in a published list. An outcome that is not in the list gives its name.
fn signs(all: &[Coded], sign: fn(&OutcomeCode) -> Option<&'static str>) -> Value {
    let signs = all.iter().map(|of| {
        let known = OutcomeCode::of(&of.code).and_then(sign);
        known.unwrap_or(&of.name)
    });
    Value::list(Some(signs))
}

fn list(items: &[String]) -> Value {
    Value::List(items.to_vec())
}

fn yes(is: bool) -> Value {
    Value::text(Some(match is {
        true => "yes",
        false => "no",
    }))
}

/// The day of a time.
fn day(time: Option<&str>) -> Value {
    Value::text(time.and_then(|time| time.get(..10)))
}

fn state(drawn: &DrawnFacts, is_reserve: bool) -> &'static str {
    match (is_reserve, drawn.is_replaced, drawn.replaces.is_some()) {
        (false, false, _) => STATES[0],
        (false, true, _) => STATES[1],
        (true, _, false) => STATES[2],
        (true, _, true) => STATES[3],
    }
}

fn lead(visit: &VisitFacts) -> Option<&Named> {
    visit.lead().and_then(|seat| seat.inspector.as_ref())
}

/// The members of the team, the lead first.
fn members(visit: &VisitFacts) -> impl Iterator<Item = &Named> {
    visit.team.iter().filter_map(|seat| seat.inspector.as_ref())
}

/// The items of all tasks of a visit, each once.
fn items(visit: &VisitFacts) -> Value {
    let mut items: Vec<String> = Vec::new();
    for item in visit.tasks.iter().flat_map(|task| &task.items) {
        if !items.contains(item) {
            items.push(item.clone());
        }
    }
    Value::List(items)
}

fn deadline(visit: &VisitFacts, what: &str) -> Value {
    let mut deadlines = visit.deadlines.iter();
    let found = deadlines.find(|deadline| deadline.what == what);
    Value::text(found.and_then(|deadline| deadline.last_day.as_deref()))
}
