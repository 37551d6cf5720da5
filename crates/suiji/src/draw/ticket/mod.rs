//! Tickets and selection [D1–D3].

use crate::base::hash::{Digest, Hash, Secret};
use crate::base::place::{narrow, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;
use crate::ceremony::commitment::SealedTask;
use crate::frame::Frame;
use crate::inputs::registry::Registry;
pub(crate) use crate::record::ticket;
use crate::tree::salt::{Salts, Tree};

/// The draw key K and the order key O of a task [D1].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Keys {
    pub(crate) draw: Digest,
    pub(crate) order: Digest,
}

impl Keys {
    /// [D1] Derives the keys of a task. The tasks of a coordination group share their keys.
    pub(crate) fn of_task(hash: Hash, seed: &Digest, task: &SealedTask) -> Self {
        match task.coordination() {
            Some(group) => Self::of(hash, seed, "coordination", group),
            None => Self::of(hash, seed, "task", task.id.as_str()),
        }
    }

    /// [D1] Derives both keys from the seed. `kind` is `task` or `coordination`.
    fn of(hash: Hash, seed: &Digest, kind: &str, name: &str) -> Self {
        let derive =
            |label| hash.derive(label, &[seed.as_bytes(), kind.as_bytes(), name.as_bytes()]);
        Self {
            draw: derive("draw"),
            order: derive("order"),
        }
    }
}

/// H(O ‖ id), by which visits are ordered [D3].
pub(crate) fn visit_order(hash: Hash, order: &Digest, id: &str) -> Digest {
    hash.concat(&[order.as_bytes(), id.as_bytes()])
}

/// An entity of a frame with its ticket. A frame is sorted by id, so positions compare as ids do.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Ticketed {
    pub(crate) ticket: Digest,
    /// The position in the frame, counted from 0.
    pub(crate) position: u32,
}

/// The selected entities and the reserves of a task.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Selection {
    /// In the order of visits [D3].
    pub(crate) selected: Vec<Ticketed>,
    /// By stratum, and by ticket within a stratum [D3].
    pub(crate) reserves: Vec<Ticketed>,
}

/// Everything that the draw of one task depends on.
#[derive(Debug)]
pub(crate) struct Drawing<'d> {
    pub(crate) hash: Hash,
    pub(crate) keys: Keys,
    pub(crate) secret: Option<&'d Secret>,
    pub(crate) registry: &'d Registry,
    pub(crate) frame: &'d Frame,
}

/// [D3] Takes the smallest tickets of a stratum, in any order, and the next ones as reserves, in ascending order.
fn smallest(
    mut tickets: Vec<Ticketed>,
    take: u64,
    reserves: u64,
    run: &Run,
) -> Result<(Vec<Ticketed>, Vec<Ticketed>), Cancelled> {
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let take = number(take).min(tickets.len());
    let kept = take.saturating_add(number(reserves)).min(tickets.len());
    if kept < tickets.len() {
        tickets.select_nth_unstable(kept);
        tickets.truncate(kept);
    }
    if take < kept {
        tickets.select_nth_unstable(take);
    }
    // The selected are sorted later, by visit. Only the reserves are sorted by ticket.
    let mut reserves = tickets.split_off(take);
    sort_by(&mut reserves, Ord::cmp, run)?;
    Ok((tickets, reserves))
}

/// How many tickets one thread computes at a time.
const CHUNK: usize = 2048;

impl Drawing<'_> {
    /// Computes the tickets of all entities of the frame, by stratum.
    pub(crate) fn tickets(&self, run: &Run) -> Result<Vec<Vec<Ticketed>>, Cancelled> {
        let salts = Salts::new(self.hash, self.secret, Tree::Registry);
        let frame = self.frame;
        let pieces = run.map_chunks(Stage::Tickets, frame.rows.len(), CHUNK, |range| {
            let ticketed = range.map(|position| {
                let id = self.registry.id(frame.row(position));
                let ticket = ticket(self.hash, &self.keys.draw, id, salts.of(&[id]).as_ref());
                Ticketed {
                    ticket,
                    position: narrow(position), // A table has less than 2^32 rows.
                }
            });
            ticketed.collect::<Vec<_>>()
        })?;
        let mut strata: Vec<Vec<Ticketed>> = frame.strata.iter().map(|_| Vec::new()).collect();
        for ticketed in pieces.into_iter().flatten() {
            let position = wide(ticketed.position);
            strata[usize::from(frame.stratum[position])].push(ticketed);
        }
        Ok(strata)
    }

    /// Selects from each stratum [D3]. `takes` has one number for each stratum of the frame.
    pub(crate) fn select(
        &self,
        takes: &[u64],
        reserves: u64,
        run: &Run,
    ) -> Result<Selection, Cancelled> {
        let mut selection = Selection::default();
        for (tickets, &take) in self.tickets(run)?.into_iter().zip(takes) {
            let (mut selected, mut reserves) = smallest(tickets, take, reserves, run)?;
            selection.selected.append(&mut selected);
            selection.reserves.append(&mut reserves);
        }
        selection.selected = self.in_visit_order(&selection.selected, run)?;
        Ok(selection)
    }

    /// [D3] Sorts the selected by (H(O ‖ id), id), the order of visits.
    fn in_visit_order(&self, selected: &[Ticketed], run: &Run) -> Result<Vec<Ticketed>, Cancelled> {
        let pieces = run.map_chunks(Stage::Tickets, selected.len(), CHUNK, |range| {
            let ordered = selected[range].iter().map(|ticketed| {
                let id = self.id(ticketed);
                (visit_order(self.hash, &self.keys.order, id), *ticketed)
            });
            ordered.collect::<Vec<_>>()
        })?;
        let mut ordered: Vec<(Digest, Ticketed)> = pieces.concat();
        // If hashes are equal the smaller id is first, and that is the smaller position.
        sort_by(
            &mut ordered,
            |(a, first), (b, second)| a.cmp(b).then(first.position.cmp(&second.position)),
            run,
        )?;
        Ok(ordered.into_iter().map(|(_, ticketed)| ticketed).collect())
    }

    pub(crate) fn row(&self, ticketed: &Ticketed) -> usize {
        self.frame.row(wide(ticketed.position))
    }

    pub(crate) fn id(&self, ticketed: &Ticketed) -> &str {
        self.registry.id(self.row(ticketed))
    }

    pub(crate) fn stratum(&self, ticketed: &Ticketed) -> &str {
        self.frame.stratum_name(wide(ticketed.position))
    }
}

#[cfg(test)]
mod tests;
