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

/// H(O ‖ id), which decides the order of visits [D3].
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

/// [D3] Takes the smallest tickets of a stratum, in any order. The next ones are the reserves, in ascending order.
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
    // The selected are sorted later, in the order of visits. Only the reserves are sorted by ticket.
    let mut reserves = tickets.split_off(take);
    sort_by(&mut reserves, Ord::cmp, run)?;
    Ok((tickets, reserves))
}

/// An upper bound for the smallest tickets of a stratum, which almost always holds. It saves memory and changes no
/// result. If it does not hold for a stratum, all tickets are computed again.
#[derive(Clone, Copy, Debug)]
struct Bound(u64);

impl Bound {
    /// A bound for all tickets.
    const NONE: Self = Self(u64::MAX);

    /// A bound for the `kept` smallest of `size` tickets. With k = `kept` and d = 8√k + 64, on average k + d tickets
    /// are within the bound. By Chernoff's inequality, the probability of fewer than k is at most exp(−d² / 2(k + d)).
    /// This is below exp(−32) for each k.
    fn of(size: u64, kept: u64) -> Self {
        let average = u128::from(kept) + 8 * u128::from(kept.isqrt() + 1) + 64;
        if average >= u128::from(size) {
            return Self::NONE;
        }
        Self(u64::try_from((average << 64) / u128::from(size)).unwrap_or(u64::MAX))
    }

    fn has(self, ticket: &Digest) -> bool {
        ticket.lead() <= self.0
    }
}

/// How many tickets one thread computes at a time.
const CHUNK: usize = 2048;

impl Drawing<'_> {
    /// Computes the tickets of all entities of the frame, by stratum.
    pub(crate) fn tickets(&self, run: &Run) -> Result<Vec<Vec<Ticketed>>, Cancelled> {
        self.tickets_within(&vec![Bound::NONE; self.frame.strata.len()], run)
    }

    /// Computes all tickets. Keeps those that are within the bound of their stratum.
    fn tickets_within(&self, bounds: &[Bound], run: &Run) -> Result<Vec<Vec<Ticketed>>, Cancelled> {
        let salts = Salts::new(self.hash, self.secret, Tree::Registry);
        let frame = self.frame;
        let stratum = |position: usize| usize::from(frame.stratum[position]);
        let pieces = run.map_chunks(Stage::Tickets, frame.rows.len(), CHUNK, |range| {
            let mut tickets = self.hash.many();
            for &row in &frame.rows[range.clone()] {
                let id = self.registry.id(wide(row));
                let salt = salts.of(&[id]);
                let salt = salt.as_ref().map_or(&[][..], |salt| salt.as_bytes());
                tickets.push_parts(&[self.keys.draw.as_bytes(), id.as_bytes(), salt]);
            }
            let ticketed = range.zip(tickets.finish());
            let within = ticketed.filter(|(at, ticket)| bounds[stratum(*at)].has(ticket));
            let kept = within.map(|(position, ticket)| Ticketed {
                ticket,
                position: narrow(position), // A table has fewer than 2^32 rows.
            });
            kept.collect::<Vec<_>>()
        })?;
        let mut strata: Vec<Vec<Ticketed>> = bounds.iter().map(|_| Vec::new()).collect();
        for ticketed in pieces.into_iter().flatten() {
            strata[stratum(wide(ticketed.position))].push(ticketed);
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
        let sizes = self.frame.strata.iter().map(|stratum| stratum.size);
        let wanted = sizes
            .zip(takes)
            .map(|(size, take)| (size, size.min(take.saturating_add(reserves))));
        let wanted: Vec<(u64, u64)> = wanted.collect();
        let bounds: Vec<Bound> = wanted
            .iter()
            .map(|&(size, kept)| Bound::of(size, kept))
            .collect();
        let mut strata = self.tickets_within(&bounds, run)?;
        let enough = |(found, (_, kept)): (&Vec<_>, &(u64, u64))| found.len() as u64 >= *kept;
        if !strata.iter().zip(&wanted).all(enough) {
            strata = self.tickets(run)?;
        }
        let mut selection = Selection::default();
        for (tickets, &take) in strata.into_iter().zip(takes) {
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
            let mut orders = self.hash.many();
            for ticketed in &selected[range] {
                orders.push_parts(&[self.keys.order.as_bytes(), self.id(ticketed).as_bytes()]);
            }
            orders.finish()
        })?;
        let hashes: Vec<Digest> = pieces.concat();
        // If hashes are equal, the smaller id comes first. It has the smaller position.
        let whole = |place: u32| (hashes[wide(place)], selected[wide(place)].position);
        let mut order: Vec<(u64, u32)> = hashes.iter().map(Digest::lead).zip(0..).collect();
        sort_by(
            &mut order,
            |(a, first), (b, second)| a.cmp(b).then_with(|| whole(*first).cmp(&whole(*second))),
            run,
        )?;
        Ok(order
            .into_iter()
            .map(|(_, place)| selected[wide(place)])
            .collect())
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
