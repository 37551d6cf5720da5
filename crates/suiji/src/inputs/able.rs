//! Finds the inspectors with a department and skills, without going through the whole roster.

use std::collections::BTreeMap;

/// The inspectors of a roster by department and by skill.
#[derive(Debug, Default)]
pub(crate) struct Able<'i> {
    /// By department, and by whether they are experts: places in the roster, ascending.
    departments: BTreeMap<(&'i str, bool), Vec<usize>>,
    /// By skill, in the same form.
    skills: BTreeMap<&'i str, Vec<usize>>,
}

impl<'i> Able<'i> {
    /// Adds the inspector of the next place.
    pub(crate) fn add<'s: 'i>(
        &mut self,
        place: usize,
        department: &'i str,
        expert: bool,
        skills: impl IntoIterator<Item = &'s str>,
    ) {
        let of_department = self.departments.entry((department, expert));
        of_department.or_default().push(place);
        for skill in skills {
            self.skills.entry(skill).or_default().push(place);
        }
    }

    /// The inspectors who have the department and all the skills, ascending.
    pub(crate) fn having<'s>(
        &self,
        department: &str,
        expert: bool,
        skills: impl IntoIterator<Item = &'s str>,
    ) -> Vec<usize> {
        let mut lists = vec![self.departments.get(&(department, expert))];
        lists.extend(skills.into_iter().map(|skill| self.skills.get(skill)));
        let Some(mut lists) = lists.into_iter().collect::<Option<Vec<_>>>() else {
            return Vec::new(); // Nobody has that department, or one of the skills.
        };
        // The work grows with the length of the first list, so the shortest list is the first.
        lists.sort_by_key(|list| list.len());
        let (first, others) = (lists[0], &lists[1..]);
        let mut having = first.clone();
        for other in others {
            retain(&mut having, other);
        }
        having
    }
}

/// Keeps the elements that are also in the other list. Both lists are ascending.
fn retain(list: &mut Vec<usize>, other: &[usize]) {
    let mut rest = other;
    list.retain(|place| {
        // The steps double in length, so there are few if the next element is near.
        let mut step = 1;
        while rest.get(step).is_some_and(|at| at < place) {
            step *= 2;
        }
        let near = &rest[..rest.len().min(step + 1)];
        rest = &rest[near.partition_point(|at| at < place)..];
        rest.first() == Some(place)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_are_found_who_have_everything() {
        let mut able = Able::default();
        let skills = |at: usize| {
            let of = [("two", 2), ("three", 3), ("five", 5), ("hundred", 100)];
            of.into_iter()
                .filter(move |(_, by)| at.is_multiple_of(*by))
                .map(|(skill, _)| skill)
        };
        for at in 0..1_000 {
            able.add(at, ["a", "b"][at / 500], at % 7 == 0, skills(at));
        }
        let every = |by: usize, to: usize| (0..to).filter(move |at| at % by == 0 && at % 7 != 0);
        let found = |skills: &[&'static str]| able.having("a", false, skills.iter().copied());
        assert_eq!(found(&[]), every(1, 500).collect::<Vec<_>>());
        assert_eq!(found(&["two", "three"]), every(6, 500).collect::<Vec<_>>());
        assert_eq!(
            found(&["two", "hundred", "two"]),
            every(100, 500).collect::<Vec<_>>()
        );
        assert_eq!(able.having("b", true, ["three", "two", "five"]), [630, 840]);
        assert!(found(&["two", "none"]).is_empty());
        assert!(able.having("c", false, []).is_empty());
    }
}
