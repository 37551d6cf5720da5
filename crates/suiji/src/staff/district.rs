//! The district rule of [T2], for classes of districts instead of single ones.
//!
//! Entities have many districts (each village its own code), and nearly all of them stand alike to
//! the few that inspectors have. What depends on the district is therefore kept by [`Place`].

use super::problem::Officer;
use crate::inputs::plan::DistrictRule;

/// Where an entity lies: entities of equal place have the same inspectors, recusals apart.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Place<'f> {
    /// Not looked at, for the task has no district rule.
    Anywhere,
    /// The entity has no district.
    Nowhere,
    /// No inspector's district begins with the entity's: the longest inspector's district that is a
    /// prefix of it, by number, says it all.
    Below(Option<usize>),
    /// A prefix of some inspector's district.
    At(&'f str),
}

/// The districts of the roster.
#[derive(Debug)]
pub(super) struct Districts<'o> {
    /// Sorted, without repeats.
    known: Vec<&'o str>,
    /// Their lengths, the longest first, without repeats.
    lengths: Vec<usize>,
}

impl<'o> Districts<'o> {
    pub(super) fn new(officers: &[Officer<'o>]) -> Self {
        let mut known: Vec<&str> = officers
            .iter()
            .filter_map(|officer| officer.district)
            .collect();
        known.sort_unstable();
        known.dedup();
        let mut lengths: Vec<usize> = known.iter().map(|district| district.len()).collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        Self { known, lengths }
    }

    /// The place of an entity of that district, for a task of that rule.
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
                // All that begin with `district` stand together, the first of them here.
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

    /// [T2] Whether an inspector of district `own` may visit an entity at that place.
    pub(super) fn allows(
        &self,
        rule: Option<DistrictRule>,
        place: Place<'_>,
        own: Option<&str>,
    ) -> bool {
        let related = match (place, own) {
            (Place::Anywhere, _) => return true,
            (Place::Nowhere, _) | (_, None) => return false, // "both have a district"
            (Place::Below(None), Some(_)) => false,
            (Place::Below(Some(prefix)), Some(own)) => self.known[prefix].starts_with(own),
            (Place::At(district), Some(own)) => {
                district.starts_with(own) || own.starts_with(district)
            }
        };
        related == (rule == Some(DistrictRule::Same))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stand_for_all_their_districts() {
        // [T2], the rule said literally for each pair.
        let own = [
            None,
            Some("14"),
            Some("1405"),
            Some("140521"),
            Some("140522"),
            Some("3301"),
        ];
        let officers: Vec<Officer<'_>> = own
            .iter()
            .map(|&district| Officer {
                id: "i",
                department: "d",
                district,
                skills: Vec::new(),
                lead: false,
                expert: false,
                cap: None,
                valid_to: None,
                recuse: Vec::new(),
            })
            .collect();
        let districts = Districts::new(&officers);
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
                for own in own {
                    let literal = match (rule, entity, own) {
                        (None, _, _) => true,
                        (Some(rule), Some(a), Some(b)) => {
                            (a.starts_with(b) || b.starts_with(a)) == (rule == DistrictRule::Same)
                        }
                        _ => false,
                    };
                    assert_eq!(
                        districts.allows(rule, place, own),
                        literal,
                        "{rule:?} {entity:?} {own:?}"
                    );
                }
            }
        }
        let village = |code| districts.place(Some(DistrictRule::Same), Some(code));
        assert_eq!(village("140521001"), village("140521002"));
    }
}
