//! Trees that are kept after their first use, so that a proof needs only a few leaves and not the whole tree.

use core::ops::Range;

use super::leaf::Leaves;
use super::{PIECE, next_level, proof};
use crate::base::hash::{Digest, Hash};
use crate::base::lazy::Lazy;
use crate::base::run::{Cancelled, Run, Stage};

/// The number of leaves under a node of the lowest level that is kept. It is a power of two. The hashes below are
/// computed again for each proof. With 4, a tree keeps 16 bytes for each leaf instead of 64.
const GROUP: usize = 4;

/// The upper levels of a Merkle tree, the widest first.
#[derive(Debug)]
pub(crate) struct Kept(Vec<Vec<Digest>>);

impl Kept {
    pub(crate) fn new(hash: Hash, leaves: &Leaves<'_>, run: &Run) -> Result<Self, Cancelled> {
        let mut levels = vec![leaves.subtrees(hash, GROUP, run)?];
        while let Some(level) = levels.last().filter(|level| level.len() > 1) {
            // Pieces begin at even places, so that no pair is divided.
            let piece = |range: Range<usize>| next_level(hash, &level[range]);
            let next = run.map_chunks(Stage::Hash, level.len(), PIECE, piece)?;
            levels.push(next.concat());
        }
        Ok(Self(levels))
    }

    /// The inclusion proof of a leaf [S1] (RFC 9162, 2.1.3.1). The hash nearest to the leaf comes first.
    pub(crate) fn proof(&self, hash: Hash, leaves: &Leaves<'_>, index: usize) -> Vec<Digest> {
        let first = index - index % GROUP;
        let group = leaves.hashes(hash, first..leaves.size().min(first + GROUP));
        let mut path = proof(hash, &group, index - first);
        let mut place = index / GROUP;
        for level in &self.0 {
            // The last node of an odd level has no neighbour. It moves up unchanged.
            path.extend(level.get(place ^ 1));
            place /= 2;
        }
        path
    }
}

/// The trees of a commitment that receipts need for proofs. Each is made when it is first needed.
#[derive(Debug)]
pub(crate) struct Trees {
    pub(crate) registry: Lazy<Kept>,
    pub(crate) history: Lazy<Kept>,
    /// The trees of the frame and the exclusions of each task.
    pub(crate) tasks: Vec<(Lazy<Kept>, Lazy<Kept>)>,
}

impl Trees {
    pub(crate) fn of(tasks: usize) -> Self {
        Self {
            registry: Lazy::default(),
            history: Lazy::default(),
            tasks: (0..tasks).map(|_| Default::default()).collect(),
        }
    }
}
