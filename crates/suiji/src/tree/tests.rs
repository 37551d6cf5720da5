//! Published trees and proofs, and the shape that RFC 9162 defines.

use super::kept::Kept;
use super::leaf::Leaves;
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

fn vectors() -> serde_json::Value {
    serde_json::from_str(include_str!(
        "../../../../tests/vectors/primitives/merkle.json"
    ))
    .unwrap()
}

fn digest(hex: &serde_json::Value) -> Digest {
    hex.as_str().unwrap().parse().unwrap()
}

#[test]
fn the_empty_tree_and_the_published_roots() {
    // [S1]
    let vectors = vectors();
    let hex = |leaf: &serde_json::Value| -> Vec<u8> {
        let pairs = leaf.as_str().unwrap().as_bytes().chunks(2);
        pairs
            .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    };
    let leaves: Vec<Vec<u8>> = vectors["leaves"]
        .as_array()
        .unwrap()
        .iter()
        .map(hex)
        .collect();
    let roots = vectors["roots"].as_array().unwrap();
    assert_eq!((leaves.len(), roots.len()), (8, 9));
    for (size, right) in roots.iter().enumerate() {
        let found = root(
            Hash::Sha256,
            size,
            |index, bytes| bytes.extend(&leaves[index]),
            &Run::default(),
        )
        .unwrap();
        assert_eq!(
            found,
            Root {
                root: digest(right),
                size: size as u64
            }
        );
        let hashes = leaf_hashes(Hash::Sha256, 0..size, |index, bytes| {
            bytes.extend(&leaves[index]);
        });
        assert_eq!(subtree(Hash::Sha256, hashes), digest(right));
    }
}

#[test]
fn published_proofs_are_made_and_accepted_and_changed_ones_are_not() {
    // [S1, S2]: proofs are made invalid in the same ways as in the published cases that must be refused.
    let vectors = vectors();
    let all = leaf_hashes(Hash::Sha256, 0..8, |index, bytes| {
        let leaf = vectors["leaves"][index].as_str().unwrap();
        bytes.extend(
            leaf.as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap()),
        );
    });
    for case in vectors["proofs"].as_array().unwrap() {
        let (index, size) = (
            case["index"].as_u64().unwrap(),
            case["size"].as_u64().unwrap(),
        );
        let (right, leaf) = (
            Root {
                root: digest(&case["root"]),
                size,
            },
            digest(&case["leaf_hash"]),
        );
        let path: Vec<Digest> = case["proof"]
            .as_array()
            .unwrap()
            .iter()
            .map(digest)
            .collect();
        let place = usize::try_from(index).unwrap();
        assert_eq!(all[place], leaf);
        assert_eq!(
            proof(Hash::Sha256, &all[..usize::try_from(size).unwrap()], place),
            path
        );
        let proves = |root: &Root, leaf, index, path: &[Digest]| {
            proves(Hash::Sha256, root, leaf, index, path)
        };
        assert!(proves(&right, leaf, index, &path), "{case}");
        let other = Hash::Sha256.digest(b"other");
        for wrong in [index ^ 2, index + 1, index.wrapping_sub(1), u64::MAX] {
            assert!(!proves(&right, leaf, wrong, &path), "{case} at {wrong}");
        }
        for wrong in [0, size / 2, size * 2] {
            assert!(
                !proves(
                    &Root {
                        size: wrong,
                        ..right
                    },
                    leaf,
                    index,
                    &path
                ),
                "{case} of {wrong}"
            );
        }
        assert!(!proves(&right, other, index, &path));
        assert!(!proves(
            &Root {
                root: other,
                ..right
            },
            leaf,
            index,
            &path
        ));
        assert!(!proves(
            &Root {
                root: Hash::Sha256.digest(b""),
                ..right
            },
            leaf,
            index,
            &path
        ));
        for at in 0..=path.len() {
            for inserted in [other, right.root, leaf] {
                let mut path = path.clone();
                path.insert(at, inserted);
                assert!(
                    !proves(&right, leaf, index, &path),
                    "{case} inserted at {at}"
                );
            }
        }
        for at in 0..path.len() {
            let mut removed = path.clone();
            removed.remove(at);
            assert!(
                !proves(&right, leaf, index, &removed),
                "{case} removed at {at}"
            );
            let mut flipped = path.clone();
            let mut bytes = *flipped[at].as_bytes();
            bytes[0] ^= 8;
            flipped[at] = Digest::from_bytes(bytes);
            assert!(
                !proves(&right, leaf, index, &flipped),
                "{case} flipped at {at}"
            );
        }
    }
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
            let path = proof(Hash::Sm3, &hashes, index);
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

#[test]
fn a_kept_tree_gives_the_proofs_of_the_whole_tree() {
    // [S1]: `proof` is compared with the published proofs above.
    for count in (1..40).chain([1023, 1024, 1025, 2049]) {
        let texts = leaves(count);
        let leaves = Leaves::new(count, |index, bytes: &mut Vec<u8>| {
            bytes.extend(&texts[index])
        });
        let hashes = leaves.hashes(Hash::Sm3, 0..count);
        let run = Run::default().threads(2);
        let kept = Kept::new(Hash::Sm3, &leaves, &run).unwrap();
        for index in 0..count {
            let path = kept.proof(Hash::Sm3, &leaves, index);
            assert_eq!(path, proof(Hash::Sm3, &hashes, index), "{index} of {count}");
        }
    }
}

#[test]
fn another_secret_changes_every_root() {
    // [S2]
    let root = |of: u8, size: u64| Root {
        root: Digest::from_bytes([of; 32]),
        size,
    };
    let (same, other) = ((root(1, 3), root(1, 3)), (root(1, 3), root(2, 3)));
    let (empty, longer) = ((root(0, 0), root(0, 0)), (root(1, 4), root(2, 3)));
    assert!(doubts_secret(&[other, empty, other]));
    assert!(doubts_secret(&[longer, other]), "only the other is as long");
    assert!(!doubts_secret(&[other, same]));
    assert!(!doubts_secret(&[longer, empty]));
    assert!(!doubts_secret(&[]));
}
