//! Compares the kernels with a draw of the library: they must hash the same bytes and select the same entities, or
//! their times would mean nothing.

use suiji::{Hash, Record};
use suiji_benches::Failure;

use crate::data::{Data, stratum};
use crate::kernels::{Hashed, Take};
use crate::measure::Results;

/// What the kernels need to know of a draw.
pub(crate) struct Drawn {
    /// The draw key [D1].
    pub(crate) key: Hashed,
    /// The order key [D1].
    pub(crate) order: Hashed,
    /// For each stratum, in the order of the classes.
    pub(crate) takes: Vec<Take>,
}

impl Drawn {
    pub(crate) fn new(data: &Data, record: &Record) -> Result<Self, Failure> {
        let commitment = record.commitment();
        let (task, draw) = commitment
            .tasks()
            .first()
            .zip(record.draws().first())
            .ok_or("no task was drawn")?;
        let strata = data.strata.iter().max().map_or(0, |last| last + 1);
        let mut takes = vec![(0, 0); usize::from(strata)];
        for sealed in task.strata() {
            takes[usize::from(stratum(sealed.stratum())?)] = (sealed.size(), sealed.take());
        }
        let hash: Hash = commitment.hash();
        let seed = record.seed();
        let order = hash.derive(
            "order",
            &[seed.as_bytes(), b"task", task.id().as_str().as_bytes()],
        );
        Ok(Self {
            key: *draw.key().as_bytes(),
            order: *order.as_bytes(),
            takes,
        })
    }

    /// Compares the results of the kernels with the record.
    pub(crate) fn check(
        &self,
        data: &Data,
        record: &Record,
        results: &Results,
    ) -> Result<(), Failure> {
        let commitment = record.commitment();
        let (task, draw) = commitment
            .tasks()
            .first()
            .zip(record.draws().first())
            .ok_or("no task was drawn")?;
        let sealed = [commitment.registry(), task.frame()].map(|root| *root.root().as_bytes());
        require(
            results.roots.iter().all(|roots| *roots == sealed),
            "a root is not the sealed one",
        )?;
        require(
            results.same_tickets,
            "tickets hashed side by side are others",
        )?;
        let mut chosen = vec![false; data.ids.len()];
        for &position in results.smallest.iter().flatten() {
            chosen[usize::try_from(position)?] = true;
        }
        let mut ours = Vec::new();
        for &position in &results.order {
            let position = usize::try_from(position)?;
            if chosen[position] {
                ours.push(&data.ids[position][..]);
            }
        }
        let drawn = draw
            .selected()
            .iter()
            .map(|entity| entity.id().as_str().as_bytes());
        require(
            drawn.eq(ours),
            "the record has other entities, or another order of visits",
        )
    }
}

fn require(holds: bool, fault: &str) -> Result<(), Failure> {
    if holds {
        return Ok(());
    }
    Err(format!("the kernels are not those of the draw: {fault}").into())
}

#[cfg(test)]
mod tests {
    use crate::data::Data;
    use crate::measure::{How, measure};
    use suiji::Hash;
    use suiji_benches::{KERNELS, Unit};

    #[test]
    fn the_kernels_are_those_of_a_draw_with_both_hashes() {
        // 1,500 leaves are more than one piece, and an odd number of nodes on a level.
        let data = Data::new(1_500).unwrap();
        for hash in [Hash::Sha256, Hash::Sm3] {
            let how = How {
                hash,
                rounds: 1,
                only_kernels: true,
                entities: 1,
            };
            let frame = measure(&data, how).unwrap();
            assert_eq!(frame.sum(&KERNELS).unwrap().len(), 1);
        }
    }

    #[test]
    fn every_step_is_measured_in_every_round() {
        let data = Data::new(20_000).unwrap();
        let how = How {
            hash: Hash::Sha256,
            rounds: 2,
            only_kernels: false,
            entities: 1,
        };
        let frame = measure(&data, how).unwrap();
        assert_eq!(frame.lines.len(), 22);
        for line in &frame.lines {
            assert_eq!((line.picoseconds.len(), &line.note), (2, &None), "{line:?}");
            let ratio = frame.against_kernels(line);
            assert_eq!(ratio.is_none(), line.unit == Unit::Receipt);
        }
    }
}
