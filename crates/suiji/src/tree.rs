//! Merkle trees of RFC 9162 section 2.1 [S1].

use crate::hash::{Digest, Hash};
use crate::run::{Cancelled, Run, Stage};

/// The root of a tree and how many leaves it has, as a commitment holds them.
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

/// Leaves of one piece of work: a power of two, so that pieces are whole subtrees.
const PIECE: usize = 1024;

/// The root over `size` leaves; `push` appends the bytes of a leaf.
pub(crate) fn root(
    hash: Hash,
    size: usize,
    push: impl Fn(usize, &mut Vec<u8>) + Sync,
    run: &Run,
) -> Result<Root, Cancelled> {
    // A tree over subtrees of equal, full size has the shape of the tree over their leaves.
    let pieces = run.map_chunks(Stage::Hash, size, PIECE, |range| {
        let mut bytes = Vec::new();
        let leaves = range.map(|index| {
            bytes.clear();
            push(index, &mut bytes);
            leaf_hash(hash, &bytes)
        });
        subtree(hash, leaves.collect())
    })?;
    Ok(Root {
        root: subtree(hash, pieces),
        size: size as u64,
    })
}

/// The hashes of all leaves, from which proofs are made.
pub(crate) fn leaf_hashes(
    hash: Hash,
    size: usize,
    push: impl Fn(usize, &mut Vec<u8>) + Sync,
    run: &Run,
) -> Result<Vec<Digest>, Cancelled> {
    let pieces = run.map_chunks(Stage::Hash, size, PIECE, |range| {
        let mut bytes = Vec::new();
        let leaf = |index| {
            bytes.clear();
            push(index, &mut bytes);
            leaf_hash(hash, &bytes)
        };
        range.map(leaf).collect::<Vec<Digest>>()
    })?;
    Ok(pieces.concat())
}

/// The hash of a leaf.
pub(crate) fn leaf_hash(hash: Hash, bytes: &[u8]) -> Digest {
    hash.concat(&[&[0], bytes])
}

fn node(hash: Hash, left: &Digest, right: &Digest) -> Digest {
    hash.concat(&[&[1], left.as_bytes(), right.as_bytes()])
}

/// The root over hashes: level by level, an odd one being carried up, which gives RFC 9162's shape.
fn subtree(hash: Hash, mut level: Vec<Digest>) -> Digest {
    while level.len() > 1 {
        level = next_level(hash, &level);
    }
    level.first().copied().unwrap_or_else(|| hash.digest(b""))
}

fn next_level(hash: Hash, level: &[Digest]) -> Vec<Digest> {
    let pair = |pair: &[Digest]| match pair {
        [left, right] => node(hash, left, right),
        _ => pair[0],
    };
    level.chunks(2).map(pair).collect()
}

/// The inclusion proof of a leaf (RFC 9162, 2.1.3.1), nearest the leaf first.
pub(crate) fn proof(hash: Hash, mut level: Vec<Digest>, mut index: usize) -> Vec<Digest> {
    let mut proof = Vec::new();
    while level.len() > 1 {
        // The last of an odd level has no neighbour: it is carried up.
        proof.extend(level.get(index ^ 1));
        level = next_level(hash, &level);
        index /= 2;
    }
    proof
}

/// Whether a proof leads from a leaf hash to the root (RFC 9162, 2.1.3.2).
pub(crate) fn proves(hash: Hash, root: &Root, leaf: Digest, index: u64, proof: &[Digest]) -> bool {
    if index >= root.size {
        return false;
    }
    let (mut index, mut last, mut found) = (index, root.size - 1, leaf);
    let mut path = proof.iter();
    while last > 0 {
        let alone = index == last && index % 2 == 0;
        if !alone {
            let Some(neighbour) = path.next() else {
                return false;
            };
            found = if index % 2 == 0 {
                node(hash, &found, neighbour)
            } else {
                node(hash, neighbour, &found)
            };
        }
        index /= 2;
        last /= 2;
    }
    path.next().is_none() && found == root.root
}

#[cfg(test)]
mod tests {
    use super::*;

    /// MTH of RFC 9162 as the text defines it.
    fn literal(hash: Hash, leaves: &[Vec<u8>]) -> Digest {
        match leaves {
            [] => hash.digest(b""),
            [leaf] => leaf_hash(hash, leaf),
            _ => {
                let half = leaves.len().next_power_of_two() / 2;
                node(
                    hash,
                    &literal(hash, &leaves[..half]),
                    &literal(hash, &leaves[half..]),
                )
            }
        }
    }

    fn leaves(count: usize) -> Vec<Vec<u8>> {
        (0..count).map(|n| n.to_string().into_bytes()).collect()
    }

    #[test]
    fn roots_have_the_shape_of_rfc_9162() {
        // [S1]
        for count in (0..70).chain([1023, 1024, 1025, 2048, 3000]) {
            for (hash, threads) in [(Hash::Sha256, 1), (Hash::Sm3, 2)] {
                let leaves = leaves(count);
                let run = Run::default().threads(threads);
                let found = root(
                    hash,
                    count,
                    |index, bytes| bytes.extend(&leaves[index]),
                    &run,
                )
                .unwrap();
                assert_eq!(found.root, literal(hash, &leaves), "{count}");
            }
        }
    }

    #[test]
    fn the_empty_tree_and_the_published_roots() {
        // [S1]; the eight leaves of the Certificate Transparency test data.
        let data: [&[u8]; 8] = [
            b"",
            &[0x00],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &[
                0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
                0x6e, 0x6f,
            ],
        ];
        let of = |count: usize| {
            root(
                Hash::Sha256,
                count,
                |index, bytes| bytes.extend(data[index]),
                &Run::default(),
            )
            .unwrap()
            .root
            .to_string()
        };
        assert_eq!(
            of(0),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!(
            of(1),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
        assert_eq!(
            of(7),
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"
        );
        assert_eq!(
            of(8),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
    }

    #[test]
    fn proofs_prove_their_leaf_and_place_alone() {
        // [S2, V1]
        for count in 1..40 {
            let hashes: Vec<Digest> = leaves(count)
                .iter()
                .map(|leaf| leaf_hash(Hash::Sm3, leaf))
                .collect();
            let root = Root {
                root: subtree(Hash::Sm3, hashes.clone()),
                size: count as u64,
            };
            for index in 0..count {
                let path = proof(Hash::Sm3, hashes.clone(), index);
                for other in 0..=count {
                    let right = proves(Hash::Sm3, &root, hashes[index], other as u64, &path);
                    assert_eq!(right, other == index, "{index} of {count} as {other}");
                }
                let mut longer = path.clone();
                longer.push(hashes[0]);
                assert!(!proves(
                    Hash::Sm3,
                    &root,
                    hashes[index],
                    index as u64,
                    &longer
                ));
                if let Some((_, shorter)) = path.split_last() {
                    assert!(!proves(
                        Hash::Sm3,
                        &root,
                        hashes[index],
                        index as u64,
                        shorter
                    ));
                }
            }
        }
    }
}
