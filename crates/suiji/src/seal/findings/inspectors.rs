//! Finds inspectors who may not sit in any seat of any task, and the reason [T1, T2].

use std::collections::{BTreeMap, BTreeSet};

use super::nearest::{Folding, Nearness};
use super::{Search, some};
use crate::base::date::Date;
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::{self, Text, findings};
use crate::inputs::Able;
use crate::inputs::plan::Plan;
use crate::inputs::roster::{Member, Roster};
use crate::staff::{self, Bits};

pub(super) fn inspectors(search: &mut Search<'_>) -> Result<(), Cancelled> {
    super::twice::inspectors(search);
    nowhere(search);
    Ok(())
}

/// An inspector, for a list.
pub(super) fn name(member: &Member) -> Text {
    texts::name_of(&member.name, &member.id)
}

/// The requirements of a seat. A plan has few kinds of seats.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Kind<'p> {
    department: &'p str,
    expert: bool,
    skills: &'p [String],
    lead: bool,
    district: bool,
    window_end: Option<Date>,
}

/// A kind of seat, and the inspectors of its department who have the skills. Experts are included.
struct Wanted<'p> {
    kind: Kind<'p>,
    skilled: Bits,
}

impl Wanted<'_> {
    /// Whether the inspector may sit there for some entity [T1, T2].
    fn fits(&self, place: usize, member: &Member) -> bool {
        let kind = &self.kind;
        kind.expert == member.expert
            && self.skilled.has(place)
            && staff::is_valid(member.valid_to, kind.window_end)
            && (member.lead || !kind.lead)
            && (member.district.is_some() || !kind.district)
    }
}

impl Kind<'_> {
    fn skilled(&self, able: &Able<'_>, count: usize) -> Bits {
        let having = |expert| {
            let skills = self.skills.iter().map(String::as_str);
            able.having(self.department, expert, skills)
        };
        Bits::of(count, having(false).into_iter().chain(having(true)))
    }
}

fn has(member: &Member, skill: &String) -> bool {
    member.skills.binary_search(skill).is_ok()
}

fn kinds<'p>(plan: &'p Plan, roster: &Roster) -> BTreeMap<&'p str, Vec<Wanted<'p>>> {
    let mut kinds: BTreeMap<&str, Vec<Kind<'_>>> = BTreeMap::new();
    for task in &plan.tasks {
        let Some(team) = &task.team else { continue };
        for (number, group) in team.seats.iter().enumerate() {
            // Only the first seat requires a lead. The other seats of its group do not.
            let first = number == 0 && team.lead_required;
            for lead in [first, first && group.count == 1] {
                kinds.entry(&group.department).or_default().push(Kind {
                    department: &group.department,
                    expert: group.expert,
                    skills: &group.skills,
                    lead,
                    district: team.district.is_some(),
                    window_end: plan.window_end(task),
                });
            }
        }
    }
    let (able, count) = (roster.able(), roster.members().len());
    let wanted = kinds.into_iter().map(|(department, mut kinds)| {
        kinds.sort_unstable();
        kinds.dedup();
        let wanted = kinds.into_iter().map(|kind| {
            let skilled = kind.skilled(&able, count);
            Wanted { kind, skilled }
        });
        (department, wanted.collect())
    });
    wanted.collect()
}

/// Finds inspectors who may not sit in any seat for any entity, grouped by the reason.
fn nowhere(search: &mut Search<'_>) {
    let kinds = kinds(search.inputs.plan(), search.inputs.roster());
    if kinds.is_empty() {
        return;
    }
    let folding = Folding::new();
    let members = search.inputs.roster().members().iter();
    let other = members.map(|member| &*member.department);
    let other: BTreeSet<&str> = other.filter(|of| !kinds.contains_key(of)).collect();
    let known = folding.values(kinds.keys().copied());
    let nearest = other.into_iter().take(COMPARED);
    let nearest = nearest.filter_map(|of| match known.nearest(of) {
        Some((Nearness::Far(_), _)) | None => None,
        Some((_, value)) => Some((of, value)),
    });
    let looking = Looking {
        nearest: nearest.collect(),
        kinds,
        folding: &folding,
    };
    let mut found: BTreeMap<(&str, String), (Text, Vec<&Member>)> = BTreeMap::new();
    for (place, member) in search.inputs.roster().members().iter().enumerate() {
        if let Some((column, why)) = looking.why_nowhere(place, member) {
            let key = (column, why.text(crate::Lang::En).to_owned());
            found.entry(key).or_insert((why, Vec::new())).1.push(member);
        }
    }
    for ((column, _), (why, members)) in found {
        let notice = findings::no_seat(some(members.iter().map(|member| name(member))), why);
        let rows = members.iter().map(|member| member.number).collect();
        search.add_rows(ErrorKind::Roster, column, notice, rows);
    }
}

/// For at most this many departments without a seat, the nearest department with seats is looked up. The nearest kind
/// of seat to an inspector is looked up among this many kinds.
const COMPARED: usize = 50;

struct Looking<'f, 'p> {
    /// By department.
    kinds: BTreeMap<&'p str, Vec<Wanted<'p>>>,
    /// By department without a seat: a department with seats and almost the same name.
    nearest: BTreeMap<&'f str, &'p str>,
    folding: &'f Folding,
}

impl Looking<'_, '_> {
    /// The first requirement that excludes all remaining seats, and the column that it is about [T1, T2].
    fn why_nowhere(&self, place: usize, member: &Member) -> Option<(&'static str, Text)> {
        let Some(of_department) = self.kinds.get(&*member.department) else {
            return Some(("department", self.other_department(&member.department)));
        };
        if of_department.iter().any(|of| of.fits(place, member)) {
            return None;
        }
        let mut left: Vec<&Wanted<'_>> = of_department.iter().collect();
        let mut none_left = |fits: &dyn Fn(&Wanted<'_>) -> bool| {
            let fitting: Vec<&Wanted<'_>> = left.iter().copied().filter(|of| fits(of)).collect();
            if fitting.is_empty() {
                return Some(core::mem::take(&mut left));
            }
            left = fitting;
            None
        };
        if none_left(&|of| of.kind.expert == member.expert).is_some() {
            let why = if member.expert {
                texts::NO_SEAT_OF_AN_EXPERT
            } else {
                texts::ONLY_SEATS_OF_EXPERTS
            };
            return Some(("expert", why.into()));
        }
        if let Some(kinds) = none_left(&|of| of.skilled.has(place)) {
            let missing = |of: &&Wanted<'_>| {
                let missing = of.kind.skills.iter().filter(|skill| !has(member, skill));
                missing.count()
            };
            let nearest = kinds.into_iter().take(COMPARED).min_by_key(missing)?;
            let missing = nearest
                .kind
                .skills
                .iter()
                .filter(|skill| !has(member, skill));
            return Some(("skills", self.missing_skills(missing, member)));
        }
        if none_left(&|of| staff::is_valid(member.valid_to, of.kind.window_end)).is_some() {
            return Some(("valid_to", texts::CERTIFICATE_ENDS.into()));
        }
        if none_left(&|of| member.lead || !of.kind.lead).is_some() {
            return Some(("lead", texts::NOT_A_LEAD.into()));
        }
        none_left(&|of| member.district.is_some() || !of.kind.district)
            .map(|_| ("district", texts::NO_DISTRICT.into()))
    }

    fn other_department(&self, department: &str) -> Text {
        let nearest = self.nearest.get(department);
        let nearest = nearest.map_or_else(|| texts::NO_TEXT.into(), texts::nearest_seat);
        texts::other_department(super::spelled::spelled(department), nearest)
    }

    fn missing_skills<'s>(
        &self,
        missing: impl Iterator<Item = &'s String>,
        member: &Member,
    ) -> Text {
        let missing: Vec<&str> = missing.map(String::as_str).collect();
        let own = member.skills.iter().map(String::as_str);
        let found = missing
            .first()
            .and_then(|skill| self.folding.values(own).nearest(skill));
        let found = match found {
            Some((Nearness::Far(_), _)) | None => texts::NO_TEXT.into(),
            Some((_, value)) => texts::nearest_skill(super::spelled::spelled(value)),
        };
        texts::lacks_skill(some(missing), found)
    }
}
