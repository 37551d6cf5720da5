//! The district rule of [T2]. It is applied to groups of districts instead of single ones.
//!
//! Entities have many districts (each village has a code), but inspectors have only few. Many districts of entities
//! allow the same inspectors. So everything that depends on the district is stored by [`Place`].

use super::bits::Bits;
use super::problem::Inspector;
use crate::inputs::plan::DistrictRule;

/// Where an entity is. All entities of a place allow the same inspectors, apart from recusals.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Place<'f> {
    /// The task has no district rule.
    Anywhere,
    /// The entity has no district.
    Nowhere,
    /// No district of an inspector begins with the district of the entity. Only the longest district of an inspector
    /// that is a prefix of it matters. The value is the number of that district.
    Below(Option<usize>),
    /// The district is a prefix of the district of an inspector.
    At(&'f str),
}

/// The districts of all inspectors.
#[derive(Debug)]
pub(super) struct Districts<'o> {
    /// Sorted, without repeats.
    known: Vec<&'o str>,
    /// By district: where its inspectors begin in `inspectors`. The last element is the end.
    starts: Vec<usize>,
    /// The inspectors that have a district, by district.
    inspectors: Vec<usize>,
    /// The lengths of the districts, the longest first, without repeats.
    lengths: Vec<usize>,
    /// How many inspectors there are.
    count: usize,
}

impl<'o> Districts<'o> {
    pub(super) fn new(inspectors: &[Inspector<'o>]) -> Self {
        let located = (0..).zip(inspectors);
        let mut located: Vec<(&str, usize)> = located
            .filter_map(|(at, inspector)| Some((inspector.district?, at)))
            .collect();
        located.sort_unstable();
        let mut districts = Self {
            known: Vec::new(),
            starts: Vec::new(),
            inspectors: Vec::new(),
            lengths: Vec::new(),
            count: inspectors.len(),
        };
        for (district, at) in located {
            if districts.known.last() != Some(&district) {
                districts.known.push(district);
                districts.starts.push(districts.inspectors.len());
            }
            districts.inspectors.push(at);
        }
        districts.starts.push(districts.inspectors.len());
        districts.lengths = districts.known.iter().map(|of| of.len()).collect();
        districts.lengths.sort_unstable_by(|a, b| b.cmp(a));
        districts.lengths.dedup();
        districts
    }

    /// The place of an entity in that district, for a task with that rule.
    pub(super) fn place<'f>(
        &self,
        rule: Option<DistrictRule>,
        district: Option<&'f str>,
    ) -> Place<'f> {
        match (rule, district) {
            (None, _) => Place::Anywhere,
            (Some(_), None) => Place::Nowhere,
            (Some(_), Some(district)) => {
                let at = self.known.partition_point(|&known| known < district);
                // Districts that begin with `district` are next to each other; the first of them is here.
                if self
                    .known
                    .get(at)
                    .is_some_and(|known| known.starts_with(district))
                {
                    Place::At(district)
                } else {
                    Place::Below(self.longest_prefix(district))
                }
            }
        }
    }

    fn longest_prefix(&self, district: &str) -> Option<usize> {
        self.lengths
            .iter()
            .filter_map(|&length| district.get(..length))
            .find_map(|prefix| self.known.binary_search(&prefix).ok())
    }

    /// [T2] The inspectors that may visit an entity at that place. Both have a `district`. Depending on the rule, one
    /// is a prefix of the other, or neither is.
    pub(super) fn allowed(&self, rule: Option<DistrictRule>, place: Place<'_>) -> Bits {
        let mut related = Bits::new(self.count);
        let (Some(rule), false) = (rule, place == Place::Anywhere) else {
            return Bits::of(self.count, 0..self.count);
        };
        let (district, from) = match place {
            // "both have a district"
            Place::Anywhere | Place::Nowhere => return related,
            Place::Below(None) => ("", self.known.len()),
            Place::Below(Some(prefix)) => (self.known[prefix], self.known.len()),
            Place::At(district) => {
                let from = self.known.partition_point(|known| *known < district);
                (district, from)
            }
        };
        let below = self.known[from..].iter();
        let below = from..from + below.take_while(|of| of.starts_with(district)).count();
        let above = (1..=district.len()).filter_map(|length| district.get(..length));
        let above = above.filter_map(|prefix| self.known.binary_search(&prefix).ok());
        for known in above.chain(below) {
            for &inspector in &self.inspectors[self.starts[known]..self.starts[known + 1]] {
                related.insert(inspector);
            }
        }
        if rule == DistrictRule::Same {
            return related;
        }
        let mut unrelated = Bits::of(self.count, self.inspectors.iter().copied());
        unrelated.take_away(&related);
        unrelated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_districts_of_a_place_allow_the_same_inspectors() {
        // [T2], compared with the result of applying the rule to each pair.
        let own = [
            None,
            Some("14"),
            Some("1405"),
            Some("140521"),
            Some("140522"),
            Some("3301"),
        ];
        let inspectors: Vec<Inspector<'_>> = own
            .iter()
            .map(|&district| Inspector {
                id: "i",
                department: "d",
                district,
                skills: Vec::new(),
                lead: false,
                expert: false,
                cap: None,
                load: 0,
                valid_to: None,
                recuse: Vec::new(),
            })
            .collect();
        let districts = Districts::new(&inspectors);
        let entities = [
            None,
            Some("14"),
            Some("140"),
            Some("1405"),
            Some("14052"),
            Some("140521"),
            Some("140521001"),
            Some("140523"),
            Some("33"),
            Some("3301"),
            Some("330199"),
            Some("3302"),
            Some("99"),
        ];
        for rule in [None, Some(DistrictRule::Same), Some(DistrictRule::Other)] {
            for entity in entities {
                let place = districts.place(rule, entity);
                for (at, own) in own.into_iter().enumerate() {
                    let expected = match (rule, entity, own) {
                        (None, _, _) => true,
                        (Some(rule), Some(a), Some(b)) => {
                            (a.starts_with(b) || b.starts_with(a)) == (rule == DistrictRule::Same)
                        }
                        _ => false,
                    };
                    let allowed = districts.allowed(rule, place).has(at);
                    assert_eq!(allowed, expected, "{rule:?} {entity:?} {own:?}");
                }
            }
        }
        let village = |code| districts.place(Some(DistrictRule::Same), Some(code));
        assert_eq!(village("140521001"), village("140521002"));
    }
}
