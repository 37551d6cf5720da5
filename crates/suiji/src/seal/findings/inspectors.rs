//! Inspectors that may sit in no seat of any task, and why [T1, T2].

use std::collections::BTreeMap;

use super::nearest::{Folding, Nearness};
use super::{Search, some};
use crate::base::date::Date;
use crate::base::error::ErrorKind;
use crate::base::run::Cancelled;
use crate::base::texts::{self, Text, findings};
use crate::inputs::plan::Plan;
use crate::inputs::roster::Member;

pub(super) fn inspectors(search: &mut Search<'_>) -> Result<(), Cancelled> {
    super::twice::inspectors(search);
    nowhere(search);
    Ok(())
}

/// An inspector, for a list.
pub(super) fn name(member: &Member) -> Text {
    texts::name_of(&member.name, &member.id)
}

/// What a seat asks for; the seats of a plan have few kinds.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Kind<'p> {
    department: &'p str,
    expert: bool,
    skills: &'p [String],
    lead: bool,
    district: bool,
    window_end: Option<Date>,
}

impl Kind<'_> {
    /// Whether the inspector, of this department, may sit there for some entity [T1, T2].
    fn fits(&self, member: &Member) -> bool {
        self.expert == member.expert
            && self.has_skills(member)
            && self.is_valid(member)
            && (member.lead || !self.lead)
            && (member.district.is_some() || !self.district)
    }

    fn has_skills(&self, member: &Member) -> bool {
        self.skills.iter().all(|skill| has(member, skill))
    }

    fn is_valid(&self, member: &Member) -> bool {
        match (member.valid_to, self.window_end) {
            (Some(last), Some(end)) => last >= end,
            _ => true,
        }
    }
}

fn has(member: &Member, skill: &String) -> bool {
    member.skills.binary_search(skill).is_ok()
}

fn kinds(plan: &Plan) -> BTreeMap<&str, Vec<Kind<'_>>> {
    let mut kinds: BTreeMap<&str, Vec<Kind<'_>>> = BTreeMap::new();
    for task in &plan.tasks {
        let Some(team) = &task.team else { continue };
        for (number, group) in team.seats.iter().enumerate() {
            // Of the first group, only the first seat asks for a lead.
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
    for of_department in kinds.values_mut() {
        of_department.sort_unstable();
        of_department.dedup();
    }
    kinds
}

/// Finds inspectors that may sit in no seat, whatever the entity, grouped by the reason.
fn nowhere(search: &mut Search<'_>) {
    let kinds = kinds(search.inputs.plan());
    if kinds.is_empty() {
        return;
    }
    let looking = Looking {
        kinds,
        folding: Folding::new(),
    };
    let mut found: BTreeMap<(&str, String), (Text, Vec<&Member>)> = BTreeMap::new();
    for member in search.inputs.roster().members() {
        if let Some((column, why)) = looking.why_nowhere(member) {
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

struct Looking<'p> {
    /// By department.
    kinds: BTreeMap<&'p str, Vec<Kind<'p>>>,
    folding: Folding,
}

impl Looking<'_> {
    /// The first thing for want of which no seat is left, and the column that it is about [T1, T2].
    fn why_nowhere(&self, member: &Member) -> Option<(&'static str, Text)> {
        let Some(of_department) = self.kinds.get(&*member.department) else {
            return Some(("department", self.other_department(&member.department)));
        };
        if of_department.iter().any(|kind| kind.fits(member)) {
            return None;
        }
        let mut left: Vec<&Kind<'_>> = of_department.iter().collect();
        let mut none_left = |fits: &dyn Fn(&Kind<'_>) -> bool| {
            let fitting: Vec<&Kind<'_>> = left.iter().copied().filter(|kind| fits(kind)).collect();
            if fitting.is_empty() {
                return Some(core::mem::take(&mut left));
            }
            left = fitting;
            None
        };
        if none_left(&|kind| kind.expert == member.expert).is_some() {
            let why = if member.expert {
                texts::NO_SEAT_OF_AN_EXPERT
            } else {
                texts::ONLY_SEATS_OF_EXPERTS
            };
            return Some(("expert", why.into()));
        }
        if let Some(kinds) = none_left(&|kind| kind.has_skills(member)) {
            let missing = |kind: &&Kind<'_>| {
                let missing = kind.skills.iter().filter(|skill| !has(member, skill));
                missing.count()
            };
            let nearest = kinds.into_iter().min_by_key(missing)?;
            let missing = nearest.skills.iter().filter(|skill| !has(member, skill));
            return Some(("skills", self.missing_skills(missing, member)));
        }
        if none_left(&|kind| kind.is_valid(member)).is_some() {
            return Some(("valid_to", texts::CERTIFICATE_ENDS.into()));
        }
        if none_left(&|kind| member.lead || !kind.lead).is_some() {
            return Some(("lead", texts::NOT_A_LEAD.into()));
        }
        none_left(&|kind| member.district.is_some() || !kind.district)
            .map(|_| ("district", texts::NO_DISTRICT.into()))
    }

    fn other_department(&self, department: &str) -> Text {
        let known = self.kinds.keys().copied();
        let nearest = match self.folding.nearest(department, known) {
            Some((Nearness::Far(_), _)) | None => texts::NO_TEXT.into(),
            Some((_, value)) => texts::nearest_seat(value),
        };
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
            .and_then(|skill| self.folding.nearest(skill, own));
        let found = match found {
            Some((Nearness::Far(_), _)) | None => texts::NO_TEXT.into(),
            Some((_, value)) => texts::nearest_skill(super::spelled::spelled(value)),
        };
        texts::lacks_skill(some(missing), found)
    }
}
