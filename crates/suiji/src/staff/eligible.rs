//! Who may sit where [T1] [T2]. Of the entity only its recusals and district count, and those are
//! looked at elsewhere: what is here holds for all entities of a task.

use std::collections::BTreeMap;

use super::pace::Pace;
use super::problem::{Officer, Seat, TaskTeam};
use crate::base::run::Cancelled;

/// The inspectors that may sit in at least one seat of the task, recusals and districts apart.
pub(crate) fn candidates(task: &TaskTeam<'_>, officers: &[Officer<'_>]) -> usize {
    let seats = 0..task.seats.len();
    officers
        .iter()
        .filter(|officer| seats.clone().any(|number| may_sit(task, number, officer)))
        .count()
}

/// What [T1] asks for: department, `expert` and skills.
fn suits(officer: &Officer<'_>, seat: &Seat<'_>) -> bool {
    officer.department == seat.department
        && officer.expert == seat.expert
        && seat
            .skills
            .iter()
            .all(|skill| officer.skills.binary_search(skill).is_ok())
}

/// [T2] Whether an inspector may sit in a seat of the task, apart from recusal and district.
pub(super) fn may_sit(task: &TaskTeam<'_>, number: usize, officer: &Officer<'_>) -> bool {
    let valid = match (officer.valid_to, task.window_end) {
        (Some(last), Some(end)) => last >= end,
        _ => true,
    };
    valid && suits(officer, &task.seats[number]) && (officer.lead || !asks_for_lead(task, number))
}

const fn asks_for_lead(task: &TaskTeam<'_>, number: usize) -> bool {
    task.lead_required && number == 0
}

/// The seats of a task, those together for which the same inspectors will do.
#[derive(Debug)]
pub(super) struct Groups {
    /// By seat number: its group.
    pub(super) of_seat: Vec<usize>,
    /// By group: the inspectors that [`may_sit`] there, sorted.
    pub(super) officers: Vec<Vec<usize>>,
}

impl Groups {
    pub(super) fn new(task: &TaskTeam<'_>, officers: &[Officer<'_>]) -> Self {
        let mut firsts: Vec<usize> = Vec::new();
        let mut of_seat = Vec::with_capacity(task.seats.len());
        for (number, seat) in task.seats.iter().enumerate() {
            let same = |&first: &usize| {
                task.seats[first] == *seat
                    && asks_for_lead(task, first) == asks_for_lead(task, number)
            };
            of_seat.push(firsts.iter().position(same).unwrap_or(firsts.len()));
            if of_seat[number] == firsts.len() {
                firsts.push(number);
            }
        }
        let sits = |first: usize| {
            (0..officers.len()).filter(move |&at| may_sit(task, first, &officers[at]))
        };
        Self {
            of_seat,
            officers: firsts
                .into_iter()
                .map(|first| sits(first).collect())
                .collect(),
        }
    }
}

/// By entity: the inspectors recused from it, sorted. Most entities are not in it.
pub(super) type Recusals<'o> = BTreeMap<&'o str, Vec<usize>>;

/// [T2] By entity: the inspectors recused from it.
pub(super) fn recusals<'o>(
    officers: &[Officer<'o>],
    pace: &mut Pace<'_>,
) -> Result<Recusals<'o>, Cancelled> {
    let mut recusals = Recusals::new();
    for (at, officer) in officers.iter().enumerate() {
        for &entity in &officer.recuse {
            recusals.entry(entity).or_default().push(at);
            pace.spend(64)?; // A map of many texts is slow.
        }
    }
    Ok(recusals)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{officer, team};
    use super::*;
    use crate::base::date::Date;

    #[test]
    fn candidates_are_those_who_may_sit_in_any_seat() {
        // [T1] [T2]
        let day = |text| Date::parse(text);
        let mut officers = ["a", "b", "c", "d", "e", "f"].map(|id| officer(id, &["x"]));
        let mut task = team("t0", &["x", "y"]).unwrap();
        assert_eq!(candidates(&task, &officers), 6);
        officers[1].skills = vec!["x", "y"]; // Counts once.
        officers[2].skills = vec!["z"];
        officers[3].department = "other";
        officers[4].expert = true;
        officers[5].valid_to = day("2024-11-29");
        assert_eq!(candidates(&task, &officers), 3);
        task.window_end = day("2024-11-30");
        assert_eq!(candidates(&task, &officers), 2);
        officers[5].valid_to = day("2024-11-30");
        assert_eq!(candidates(&task, &officers), 3);
        // Nobody leads: only who may sit in the second seat is left.
        task.lead_required = true;
        assert_eq!(candidates(&task, &officers), 1);
    }
}
