//! Who may not visit an entity in any seat, because of recusals and, with `rotation_from`, earlier visits [T2].

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::pace::Pace;
use super::problem::{Inspector, PastVisit, TaskTeam};
use crate::base::date::Date;
use crate::base::run::Cancelled;

/// By entity: the inspectors who may not visit it. Most entities have none.
#[derive(Debug, Default)]
pub(super) struct Barred<'o> {
    /// The recused inspectors, sorted.
    recused: BTreeMap<&'o str, Vec<usize>>,
    /// Who visited, and when.
    visits: BTreeMap<&'o str, Vec<(Date, usize)>>,
}

impl<'o> Barred<'o> {
    pub(super) fn new(
        inspectors: &[Inspector<'o>],
        past: &[PastVisit<'o>],
        pace: &mut Pace<'_>,
    ) -> Result<Self, Cancelled> {
        let mut barred = Self::default();
        for (at, inspector) in inspectors.iter().enumerate() {
            for &entity in &inspector.recuse {
                barred.recused.entry(entity).or_default().push(at);
                pace.spend(64)?; // A map of many texts is slow.
            }
        }
        for visit in past {
            let of_entity = barred.visits.entry(visit.entity).or_default();
            of_entity.push((visit.date, visit.inspector));
            pace.spend(64)?;
        }
        Ok(barred)
    }

    /// [T2] The inspectors who may not visit the entity for the task, sorted: those recused from it, and with
    /// `rotation_from` those who visited it on that date or later.
    pub(super) fn from(&self, task: &TaskTeam<'_>, entity: &str) -> Cow<'_, [usize]> {
        let recused = self.recused.get(entity).map_or(&[][..], Vec::as_slice);
        let visits = task.rotation_from.and_then(|from| {
            let visits = self.visits.get(entity)?.iter();
            Some(visits.filter(move |(date, _)| *date >= from))
        });
        let mut visited: Vec<usize> = visits.into_iter().flatten().map(|(_, at)| *at).collect();
        if visited.is_empty() {
            return Cow::Borrowed(recused);
        }
        visited.extend(recused);
        visited.sort_unstable();
        visited.dedup();
        Cow::Owned(visited)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{inspector, team};
    use super::*;
    use crate::base::run::{Run, Stage};

    #[test]
    fn visits_bar_from_the_date_of_the_rotation_on() {
        // [T2]
        let day = |text| Date::parse(text).unwrap();
        let mut inspectors = ["a", "b", "c"].map(|id| inspector(id, &["x"]));
        inspectors[2].recuse = vec!["e"];
        let visit = |date, inspector| PastVisit {
            entity: "e",
            date: day(date),
            inspector,
        };
        let past = [
            visit("2023-05-01", 0),
            visit("2024-01-01", 1),
            visit("2024-02-01", 1),
        ];
        let run = Run::default();
        let mut pace = Pace::new(&run, Stage::Teams, 1);
        let barred = Barred::new(&inspectors, &past, &mut pace).unwrap();
        let mut task = team("t", &["x", "x"]).unwrap();
        assert_eq!(*barred.from(&task, "e"), [2]);
        for (from, expected) in [
            ("2023-05-01", &[0, 1, 2][..]),
            ("2023-05-02", &[1, 2]),
            ("2024-02-01", &[1, 2]),
            ("2024-02-02", &[2]),
        ] {
            task.rotation_from = Some(day(from));
            assert_eq!(*barred.from(&task, "e"), *expected, "{from}");
        }
        assert!(barred.from(&task, "f").is_empty());
    }
}
