//! The requirements of a task for its teams [T1–T3, T7], and the entities that cannot get a full team [S5].

use std::collections::BTreeSet;

use serde_json::Value;

use super::frame::{Framed, frame};
use super::{Given, list, number, text};
use crate::Small;

/// [T1] The requirements of a task for its teams: each seat, and the rules for all of them.
pub(super) struct Form<'g> {
    pub(super) seats: Vec<&'g Value>,
    lead_required: bool,
    district: Option<&'g str>,
    rotation_from: Option<&'g str>,
    history: &'g [Value],
    end: Option<&'g str>,
    coordination: Option<&'g str>,
}

impl<'g> Form<'g> {
    pub(super) fn of(given: &'g Given, task: &'g Value) -> Option<Self> {
        let team = task.get("team")?;
        let groups = list(&team["seats"]).iter();
        let seats =
            groups.flat_map(|group| (0..number(&group["count"]).unwrap_or(0)).map(move |_| group));
        let window = task.get("window").or_else(|| given.plan.get("window"));
        Some(Self {
            seats: seats.collect(),
            lead_required: team.get("lead_required").is_some(),
            district: team.get("district").map(text),
            rotation_from: team.get("rotation_from").map(text),
            history: &given.history,
            end: window.map(|window| text(&window["to"])),
            coordination: task.get("coordination").map(text),
        })
    }

    /// [T1] Whether the end of the window is known.
    pub(super) fn has_end(&self) -> bool {
        self.end.is_some()
    }

    /// [T2] Whether an inspector may sit in a seat for an entity.
    pub(super) fn may_sit(&self, inspector: &Value, seat: usize, entity: &Value) -> bool {
        let group = self.seats[seat];
        let has = |field: &str, member: &Value| list(&inspector[field]).contains(member);
        let district = |rule: &str| {
            let (Some(a), Some(b)) = (inspector.get("district"), entity.get("district")) else {
                return false;
            };
            let (a, b) = (text(a), text(b));
            (a.starts_with(b) || b.starts_with(a)) == (rule == "same")
        };
        inspector["department"] == group["department"]
            && inspector.get("expert") == group.get("expert")
            && list(&group["skills"])
                .iter()
                .all(|skill| has("skills", skill))
            && self.end.is_none_or(|end| {
                inspector
                    .get("valid_to")
                    .is_none_or(|date| text(date) >= end)
            })
            && !(self.lead_required && seat == 0 && inspector.get("lead").is_none())
            && !has("recuse", &entity["id"])
            && self.rotation_from.is_none_or(|from| {
                !self.history.iter().any(|visit| {
                    visit["entity"] == entity["id"]
                        && text(&visit["date"]) >= from
                        && list(&visit["inspectors"]).contains(&inspector["id"])
                })
            })
            && self.district.is_none_or(district)
    }

    /// [T7] Whether a team of this task visits for `other` too.
    pub(super) fn serves(&self, other: &Self) -> bool {
        let skills = |seat: &Value| -> BTreeSet<String> {
            list(&seat["skills"])
                .iter()
                .map(|skill| text(skill).to_owned())
                .collect()
        };
        let same = |(a, b): (&&Value, &&Value)| {
            a["department"] == b["department"]
                && a.get("expert") == b.get("expert")
                && skills(a) == skills(b)
        };
        self.coordination.is_some()
            && self.coordination == other.coordination
            && self.lead_required == other.lead_required
            && self.district == other.district
            && self.rotation_from == other.rotation_from
            && self.end == other.end
            && self.seats.len() >= other.seats.len()
            && other.seats.iter().zip(&self.seats).all(same)
    }
}

/// [S5] The entities of the frame whose seats cannot all be filled, even if no inspector holds a seat in this draw.
pub(super) fn shortage(given: &Given, form: &Form<'_>, framed: &Framed<'_>) -> Vec<Value> {
    let short = framed.rows.iter().filter(|(entity, _)| {
        let mut sits = vec![None; given.roster.len()];
        let mut placed = |seat| place(given, form, entity, seat, &mut sits, &mut BTreeSet::new());
        !(0..form.seats.len()).all(&mut placed)
    });
    short.map(|(entity, _)| entity["id"].clone()).collect()
}

/// Finds an inspector for a seat. Another inspector may have to move.
fn place(
    given: &Given,
    form: &Form<'_>,
    entity: &Value,
    seat: usize,
    sits: &mut Vec<Option<usize>>,
    tried: &mut BTreeSet<usize>,
) -> bool {
    for v in 0..given.roster.len() {
        let may_sit = form.may_sit(&given.roster[v], seat, entity)
            && given.cap(v).is_none_or(|cap| given.load(v) < cap);
        if !may_sit || !tried.insert(v) {
            continue;
        }
        if sits[v].is_none_or(|other| place(given, form, entity, other, sits, tried)) {
            sits[v] = Some(seat);
            return true;
        }
    }
    false
}

impl Given {
    /// [T3] The `load` of the roster.
    pub(super) fn load(&self, v: usize) -> u64 {
        number(&self.roster[v]["load"]).unwrap_or(0)
    }

    /// [T3] The smaller of the inspector's `max_load` and the plan's.
    pub(super) fn cap(&self, v: usize) -> Option<u64> {
        let caps = [&self.roster[v]["max_load"], &self.plan["max_load"]];
        caps.into_iter().filter_map(number).min()
    }
}

/// What the inputs of a case allow, independently of the draw.
#[derive(Debug)]
pub struct Terms(Given);

impl Terms {
    /// The values of a valid case.
    pub fn of(case: &Small) -> Self {
        Self(Given::of(case))
    }

    /// The inspectors, by id. The other functions return indexes into this list.
    pub fn inspectors(&self) -> Vec<&str> {
        self.0.roster.iter().map(|row| text(&row["id"])).collect()
    }

    /// [T3] The load at which an inspector gets no more seats.
    pub fn cap(&self, inspector: usize) -> Option<u64> {
        self.0.cap(inspector)
    }

    /// [T3] An inspector's load before the draw.
    pub fn load(&self, inspector: usize) -> u64 {
        self.0.load(inspector)
    }

    /// [F1, F2] The entities that can be drawn for a task, sorted by id.
    pub fn frame(&self, task: usize) -> Vec<&str> {
        let rows = frame(&self.0, self.0.task(task)).rows.into_iter();
        rows.map(|(entity, _)| text(&entity["id"])).collect()
    }

    /// [T2] For each seat of a task's team, who may sit there for an entity. None if the task has no team.
    pub fn able(&self, task: usize, entity: &str) -> Vec<Vec<usize>> {
        let entity = self.0.registry.iter().find(|row| row["id"] == entity);
        let (Some(form), Some(entity)) = (self.form(task), entity) else {
            return Vec::new();
        };
        let inspectors = 0..self.0.roster.len();
        let of_seat = |seat| {
            let sits = |&v: &usize| form.may_sit(&self.0.roster[v], seat, entity);
            inspectors.clone().filter(sits).collect()
        };
        (0..form.seats.len()).map(of_seat).collect()
    }

    /// [T7] Whether a team of the first task also visits an entity for a later one, if both selected it.
    pub fn serves(&self, first: usize, later: usize) -> bool {
        let forms = self.form(first).zip(self.form(later));
        forms.is_some_and(|(first, later)| first.serves(&later))
    }

    fn form(&self, task: usize) -> Option<Form<'_>> {
        Form::of(&self.0, self.0.task(task))
    }
}
