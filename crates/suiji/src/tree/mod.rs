//! Merkle trees of RFC 9162 section 2.1 [S1].
//!
//! A commitment has the roots of several trees. `Tree` grows and is for other documents, such as a ledger to which
//! entries are only added.

pub(crate) mod growing;
pub(crate) mod kept;
pub(crate) mod leaf;
pub(crate) mod salt;

use core::ops::Range;

use crate::base::hash::{Digest, Hash};
use crate::base::run::{Cancelled, Run, Stage};

/// The root and the number of leaves of a tree, as in a commitment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Root {
    pub(crate) root: Digest,
    pub(crate) size: u64,
}

impl Root {
    /// The root hash.
    pub const fn root(&self) -> Digest {
        self.root
    }

    /// The number of leaves.
    pub const fn size(&self) -> u64 {
        self.size
    }
}

/// [S2] Whether the secret may differ from the one of the sealing. With another secret, no root is equal. This compares
/// the tables that are not empty and have as many rows as the sealed ones.
pub(crate) fn doubts_secret(roots: &[(Root, Root)]) -> bool {
    let filled = |(found, sealed): &&(Root, Root)| found.size == sealed.size && found.size > 0;
    let mut filled = roots.iter().filter(filled).peekable();
    filled.peek().is_some() && filled.all(|(found, sealed)| found != sealed)
}

/// The byte before the bytes of a leaf [S1].
const LEAF: u8 = 0;

/// The byte before the two hashes under a node [S1].
const NODE: u8 = 1;

/// How many leaves a thread hashes at once. It is a power of two, so that pieces are whole subtrees.
const PIECE: usize = 1024;

/// [S1] The root over `size` leaves; `push` appends the bytes of a leaf.
pub(crate) fn root(
    hash: Hash,
    size: usize,
    push: impl Fn(usize, &mut Vec<u8>) + Sync,
    run: &Run,
) -> Result<Root, Cancelled> {
    // A tree over subtrees of equal, full size has the shape of the tree over their leaves.
    let pieces = run.map_chunks(Stage::Hash, size, PIECE, |range| {
        subtree(hash, leaf_hashes(hash, range, &push))
    })?;
    Ok(Root {
        root: subtree(hash, pieces),
        size: size as u64,
    })
}

/// The roots of the subtrees over each `width` leaves. `width` is a power of two and at most [`PIECE`].
pub(crate) fn subtrees(
    hash: Hash,
    size: usize,
    width: usize,
    push: impl Fn(usize, &mut Vec<u8>) + Sync,
    run: &Run,
) -> Result<Vec<Digest>, Cancelled> {
    let pieces = run.map_chunks(Stage::Hash, size, PIECE, |range| {
        let leaves = leaf_hashes(hash, range, &push);
        let subtrees = leaves.chunks(width);
        subtrees
            .map(|leaves| subtree(hash, leaves.to_vec()))
            .collect::<Vec<Digest>>()
    })?;
    Ok(pieces.concat())
}

/// The hashes of the leaves in a range.
pub(crate) fn leaf_hashes(
    hash: Hash,
    range: Range<usize>,
    push: impl Fn(usize, &mut Vec<u8>),
) -> Vec<Digest> {
    let mut leaves = hash.many();
    for index in range {
        leaves.push(|bytes| {
            bytes.push(LEAF);
            push(index, bytes);
        });
    }
    leaves.finish()
}

/// The hash of a leaf.
pub(crate) fn leaf_hash(hash: Hash, bytes: &[u8]) -> Digest {
    hash.concat(&[&[LEAF], bytes])
}

fn node(hash: Hash, left: &Digest, right: &Digest) -> Digest {
    hash.concat(&[&[NODE], left.as_bytes(), right.as_bytes()])
}

/// [S1] The root over hashes, computed level by level. The last hash of an odd level moves up unchanged, which gives
/// the shape of RFC 9162.
fn subtree(hash: Hash, mut level: Vec<Digest>) -> Digest {
    while level.len() > 1 {
        level = next_level(hash, &level);
    }
    level.first().copied().unwrap_or_else(|| hash.digest(b""))
}

fn next_level(hash: Hash, level: &[Digest]) -> Vec<Digest> {
    let (pairs, odd) = level.as_chunks();
    let mut nodes = hash.many();
    for [left, right] in pairs {
        nodes.push_parts(&[&[NODE], left.as_bytes(), right.as_bytes()]);
    }
    let mut next = nodes.finish();
    next.extend(odd);
    next
}

/// The inclusion proof of a leaf [S1] (RFC 9162, 2.1.3.1). The hash nearest to the leaf comes first.
pub(crate) fn proof(hash: Hash, leaves: &[Digest], mut index: usize) -> Vec<Digest> {
    let (mut level, mut proof) = (leaves.to_vec(), Vec::new());
    while level.len() > 1 {
        // The last node of an odd level has no neighbour. It moves up unchanged.
        proof.extend(level.get(index ^ 1));
        level = next_level(hash, &level);
        index /= 2;
    }
    proof
}

/// Whether a proof leads from a leaf hash to the root [S1] (RFC 9162, 2.1.3.2).
pub(crate) fn proves(hash: Hash, root: &Root, leaf: Digest, index: u64, proof: &[Digest]) -> bool {
    root_of_inclusion(hash, leaf, index, root.size, proof) == Some(root.root)
}

/// The root to which a proof leads. None if its length is wrong.
fn root_of_inclusion(
    hash: Hash,
    leaf: Digest,
    index: u64,
    size: u64,
    proof: &[Digest],
) -> Option<Digest> {
    let (mut index, mut last, mut found) = (index, size.checked_sub(1)?, leaf);
    if index > last {
        return None;
    }
    let mut path = proof.iter();
    while last > 0 {
        let alone = index == last && index % 2 == 0;
        if !alone {
            let neighbour = path.next()?;
            found = if index % 2 == 0 {
                node(hash, &found, neighbour)
            } else {
                node(hash, neighbour, &found)
            };
        }
        index /= 2;
        last /= 2;
    }
    path.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests;
