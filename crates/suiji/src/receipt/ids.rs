//! Decides whether a receipt may call an entity absent, for ids that no row has [C4, G3].

use core::cmp::Ordering;

use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::id::{EntityId, in_capitals};
use crate::base::texts::{self, Words, codes};
use crate::inputs::Inputs;

/// Refuses an unknown id if it differs from an id of the inputs only in letter case [C4], or if an inspector has it.
/// Any other unknown id is that of an absent entity [G3].
///
/// `unknown` has the ids that are not in the registry, each with its place in the caller's list.
pub(super) fn check(inputs: &Inputs, unknown: &[(&EntityId, String)]) -> Result<(), Error> {
    if unknown.is_empty() {
        return Ok(());
    }
    let mut sought = Sought::new(unknown);
    sought.look(texts::SEALED_REGISTRY, inputs.registry().ids());
    sought.look(texts::SEALED_HISTORY, inputs.history().entities());
    let recused = inputs.roster().members().iter();
    let recused = recused.flat_map(|row| row.recuse.iter().map(String::as_str));
    sought.look(texts::SEALED_ROSTER, recused);
    let mut inspectors = Sought::new(unknown);
    inspectors.look(texts::SEALED_ROSTER, inputs.roster().ids());
    inspectors.look(texts::SEALED_HISTORY, inputs.history().all_inspectors());
    let mut faults = Faults::default();
    for (at, (id, path)) in unknown.iter().enumerate() {
        let problem = match (sought.found[at], inspectors.found[at]) {
            (Some((found, list)), _) if found != id.as_str() => {
                codes::receipt_case(id, found, list)
            }
            (None, Some((found, _))) => codes::receipt_inspector(found),
            _ => continue,
        };
        faults.push(problem.at(Place::new(ErrorKind::Receipt, path.clone())));
    }
    faults.into_result(())
}

/// Ids that are looked up without regard to letter case.
struct Sought<'i> {
    /// The ids in the order of their forms in capitals, with their places.
    sorted: Vec<(&'i str, usize)>,
    /// For each id, the first equal id that was found in the inputs, and the list in which it is.
    found: Vec<Option<(&'i str, Words)>>,
}

impl<'i> Sought<'i> {
    fn new(unknown: &[(&'i EntityId, String)]) -> Self {
        let ids = unknown.iter().map(|(id, _)| id.as_str());
        let mut sorted: Vec<(&str, usize)> = ids.zip(0..).collect();
        sorted.sort_by(|(a, _), (b, _)| in_capitals(a, b));
        Self {
            found: vec![None; sorted.len()],
            sorted,
        }
    }

    fn look(&mut self, list: Words, ids: impl Iterator<Item = &'i str>) {
        for id in ids {
            let from = self
                .sorted
                .partition_point(|(sought, _)| in_capitals(sought, id) == Ordering::Less);
            for (sought, place) in &self.sorted[from..] {
                if !sought.eq_ignore_ascii_case(id) {
                    break;
                }
                self.found[*place].get_or_insert((id, list));
            }
        }
    }
}
