//! Who may sit where [T1] [T2]. Of the entity only its recusals and district count, and those are
//! looked at elsewhere: what is here holds for all entities of a task.

use super::problem::{Inspector, Seat, TaskTeam};

/// The inspectors that may sit in at least one seat of the task, recusals and districts apart.
pub(crate) fn candidates(task: &TaskTeam<'_>, inspectors: &[Inspector<'_>]) -> usize {
    let seats = 0..task.seats.len();
    inspectors
        .iter()
        .filter(|inspector| seats.clone().any(|number| may_sit(task, number, inspector)))
        .count()
}

/// What [T1] asks for: department, `expert` and skills.
fn suits(inspector: &Inspector<'_>, seat: &Seat<'_>) -> bool {
    inspector.department == seat.department
        && inspector.expert == seat.expert
        && seat
            .skills
            .iter()
            .all(|skill| inspector.skills.binary_search(skill).is_ok())
}

/// [T2] Whether an inspector may sit in a seat of the task, apart from recusal and district.
pub(super) fn may_sit(task: &TaskTeam<'_>, number: usize, inspector: &Inspector<'_>) -> bool {
    let valid = match (inspector.valid_to, task.window_end) {
        (Some(last), Some(end)) => last >= end,
        _ => true,
    };
    valid
        && suits(inspector, &task.seats[number])
        && (inspector.lead || !asks_for_lead(task, number))
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
    pub(super) inspectors: Vec<Vec<usize>>,
}

impl Groups {
    pub(super) fn new(task: &TaskTeam<'_>, inspectors: &[Inspector<'_>]) -> Self {
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
            (0..inspectors.len()).filter(move |&at| may_sit(task, first, &inspectors[at]))
        };
        Self {
            of_seat,
            inspectors: firsts
                .into_iter()
                .map(|first| sits(first).collect())
                .collect(),
        }
    }

    /// The same without some inspectors.
    pub(super) fn without(mut self, left_out: impl Fn(usize) -> bool) -> Self {
        for inspectors in &mut self.inspectors {
            inspectors.retain(|&at| !left_out(at));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{inspector, team};
    use super::*;
    use crate::base::date::Date;

    #[test]
    fn candidates_are_those_who_may_sit_in_any_seat() {
        // [T1] [T2]
        let day = |text| Date::parse(text);
        let mut inspectors = ["a", "b", "c", "d", "e", "f"].map(|id| inspector(id, &["x"]));
        let mut task = team("t0", &["x", "y"]).unwrap();
        assert_eq!(candidates(&task, &inspectors), 6);
        inspectors[1].skills = vec!["x", "y"]; // Counts once.
        inspectors[2].skills = vec!["z"];
        inspectors[3].department = "other";
        inspectors[4].expert = true;
        inspectors[5].valid_to = day("2024-11-29");
        assert_eq!(candidates(&task, &inspectors), 3);
        task.window_end = day("2024-11-30");
        assert_eq!(candidates(&task, &inspectors), 2);
        inspectors[5].valid_to = day("2024-11-30");
        assert_eq!(candidates(&task, &inspectors), 3);
        // Nobody leads: only who may sit in the second seat is left.
        task.lead_required = true;
        assert_eq!(candidates(&task, &inspectors), 1);
    }
}
