//! A tree that grows at its end, and the two proofs of RFC 9162.

use super::{leaf_hash, node, proof, subtree};
use crate::base::hash::{Digest, Hash};

/// A Merkle tree of RFC 9162 to which leaves are only added [S1].
///
/// ```
/// use suiji::Hash;
/// use suiji::merkle::Tree;
///
/// let mut tree = Tree::new(Hash::Sha256);
/// tree.push(b"sealed");
/// let old = tree.root();
/// let leaf = tree.push(b"drawn");
///
/// let proof = tree.inclusion(1, 2).unwrap_or_default();
/// assert_eq!(Tree::root_of_inclusion(Hash::Sha256, leaf, 1, 2, &proof), Some(tree.root()));
/// let proof = tree.consistency(1, 2).unwrap_or_default();
/// assert_eq!(Tree::newer_root(Hash::Sha256, (1, old), 2, &proof), Some(tree.root()));
/// ```
#[derive(Clone, Debug)]
pub struct Tree {
    hash: Hash,
    leaves: Vec<Digest>,
    /// The roots of the full subtrees from left to right, each with its number of leaves. The number is a power of two.
    peaks: Vec<(u64, Digest)>,
}

impl Tree {
    /// A tree without leaves.
    pub const fn new(hash: Hash) -> Self {
        Self {
            hash,
            leaves: Vec::new(),
            peaks: Vec::new(),
        }
    }

    /// Adds a leaf; returns its hash.
    pub fn push(&mut self, leaf: &[u8]) -> Digest {
        let leaf = leaf_hash(self.hash, leaf);
        self.leaves.push(leaf);
        let (mut size, mut root) = (1, leaf);
        while let Some((_, left)) = self.peaks.pop_if(|(of, _)| *of == size) {
            (size, root) = (size * 2, node(self.hash, &left, &root));
        }
        self.peaks.push((size, root));
        leaf
    }

    /// The number of leaves.
    pub fn size(&self) -> u64 {
        self.leaves.len() as u64
    }

    /// The root over all leaves.
    pub fn root(&self) -> Digest {
        let mut peaks = self.peaks.iter().rev().map(|(_, root)| *root);
        match peaks.next() {
            Some(last) => peaks.fold(last, |right, left| node(self.hash, &left, &right)),
            None => self.hash.digest(b""),
        }
    }

    /// The root over the first `size` leaves. None if there are fewer.
    pub fn root_at(&self, size: u64) -> Option<Digest> {
        Some(subtree(self.hash, self.first(size)?.to_vec()))
    }

    /// The inclusion proof of a leaf in the tree of the first `size` leaves (RFC 9162, 2.1.3.1). The hash nearest to
    /// the leaf comes first. None if the leaf is not among them.
    pub fn inclusion(&self, index: u64, size: u64) -> Option<Vec<Digest>> {
        let leaves = self.first(size)?;
        let index = usize::try_from(index).ok()?;
        (index < leaves.len()).then(|| proof(self.hash, leaves, index))
    }

    /// The proof that the tree of the first `from` leaves is the beginning of the tree of the first `size` (RFC 9162,
    /// 2.1.4.1). None if `from` is 0 or greater than `size`, or if there are fewer than `size` leaves.
    pub fn consistency(&self, from: u64, size: u64) -> Option<Vec<Digest>> {
        let leaves = self.first(size)?;
        let from = usize::try_from(from).ok()?;
        (1..=leaves.len()).contains(&from).then(|| {
            let mut proof = Vec::new();
            sub_proof(self.hash, leaves, from, true, &mut proof);
            proof
        })
    }

    fn first(&self, size: u64) -> Option<&[Digest]> {
        self.leaves.get(..usize::try_from(size).ok()?)
    }

    /// The root to which an inclusion proof leads (RFC 9162, 2.1.3.2). Compare it with the known root. None if the
    /// proof does not have the length that `index` and `size` require.
    pub fn root_of_inclusion(
        hash: Hash,
        leaf: Digest,
        index: u64,
        size: u64,
        proof: &[Digest],
    ) -> Option<Digest> {
        super::root_of_inclusion(hash, leaf, index, size, proof)
    }

    /// The root of the tree of `size` leaves to which a consistency proof leads from an older tree (RFC 9162, 2.1.4.2).
    /// Compare it with the known root. None if the proof does not begin with the older tree. The older tree must not be
    /// empty, because every tree begins with an empty one.
    pub fn newer_root(
        hash: Hash,
        (from, old): (u64, Digest),
        size: u64,
        proof: &[Digest],
    ) -> Option<Digest> {
        if from == 0 || from > size {
            return None;
        }
        if from == size {
            return proof.is_empty().then_some(old);
        }
        let mut path = proof.iter();
        let first = match from.is_power_of_two() {
            true => old,
            false => *path.next()?,
        };
        let (mut node_of_old, mut last) = (from - 1, size - 1);
        while node_of_old % 2 == 1 {
            (node_of_old, last) = (node_of_old / 2, last / 2);
        }
        let (mut older, mut newer) = (first, first);
        for neighbour in path {
            if last == 0 {
                return None;
            }
            if node_of_old % 2 == 1 || node_of_old == last {
                older = node(hash, neighbour, &older);
                newer = node(hash, neighbour, &newer);
                while node_of_old % 2 == 0 && node_of_old != 0 {
                    (node_of_old, last) = (node_of_old / 2, last / 2);
                }
            } else {
                newer = node(hash, &newer, neighbour);
            }
            (node_of_old, last) = (node_of_old / 2, last / 2);
        }
        (last == 0 && older == old).then_some(newer)
    }
}

/// SUBPROOF of RFC 9162, 2.1.4.1. `known` says whether this subtree is the older tree, so that the verifier has its
/// root.
fn sub_proof(hash: Hash, leaves: &[Digest], from: usize, known: bool, proof: &mut Vec<Digest>) {
    let root = |leaves: &[Digest]| subtree(hash, leaves.to_vec());
    if from == leaves.len() {
        if !known {
            proof.push(root(leaves));
        }
        return;
    }
    let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
    match from.checked_sub(left.len()) {
        Some(rest) if rest > 0 => {
            sub_proof(hash, right, rest, false, proof);
            proof.push(root(left));
        }
        _ => {
            sub_proof(hash, left, from, known, proof);
            proof.push(root(right));
        }
    }
}
