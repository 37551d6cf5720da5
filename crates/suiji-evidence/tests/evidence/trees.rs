//! The tree of the library and its proofs, with the vectors of transparency-dev/merkle [S1].

use serde_json::Value;
use suiji::merkle::Tree;
use suiji::{Digest, Hash};

use super::support::{digest, texts, vectors};

/// A proof of the vectors; none if a hash does not have 32 bytes.
fn proof(of: &Value) -> Option<Vec<Digest>> {
    texts(of).iter().map(|hash| digest(hash)).collect()
}

fn text<'v>(case: &'v Value, field: &str) -> &'v str {
    case[field].as_str().unwrap()
}

#[test]
fn published_inclusion_proofs() {
    let cases = vectors("merkle-rfc6962/inclusion.json");
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 98);
    for case in cases {
        // A root or a leaf that is not a digest cannot be passed at all.
        let (root, leaf) = (digest(text(case, "root")), digest(text(case, "leafHash")));
        let leads = || {
            let (index, size) = (case["leafIdx"].as_u64()?, case["treeSize"].as_u64()?);
            Tree::root_of_inclusion(Hash::Sha256, leaf?, index, size, &proof(&case["proof"])?)
        };
        let proved = root.is_some() && leads() == root;
        assert_eq!(proved, !case["wantErr"].as_bool().unwrap(), "{case}");
    }
}

#[test]
fn published_consistency_proofs() {
    let cases = vectors("merkle-rfc6962/consistency.json");
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 98);
    for case in cases {
        let (old, new) = (digest(text(case, "root1")), digest(text(case, "root2")));
        let leads = || {
            let (from, size) = (case["size1"].as_u64()?, case["size2"].as_u64()?);
            Tree::newer_root(Hash::Sha256, (from, old?), size, &proof(&case["proof"])?)
        };
        let proved = new.is_some() && leads() == new;
        // The empty tree is the beginning of every tree. This needs no proof, and none is
        // accepted.
        let of_nothing = case["size1"] == 0;
        // One of the valid cases has text instead of its roots, which is not a digest here.
        let right = !case["wantErr"].as_bool().unwrap() && !of_nothing && old.is_some();
        assert_eq!(proved, right, "{case}");
    }
}

#[test]
fn published_roots() {
    let vectors = vectors("merkle-rfc6962/roots.json");
    let roots = texts(&vectors["root_hashes_by_size"]);
    let mut tree = Tree::new(Hash::Sha256);
    assert_eq!(tree.root().to_string(), roots[0]);
    let leaves = texts(&vectors["leaf_inputs_hex"]);
    for (leaf, root) in leaves.iter().zip(&roots[1..]) {
        let bytes: Vec<u8> = (0..leaf.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&leaf[at..at + 2], 16).unwrap())
            .collect();
        tree.push(&bytes);
        assert_eq!(tree.root().to_string(), *root);
    }
    for (size, root) in (0..).zip(&roots) {
        assert_eq!(tree.root_at(size).unwrap().to_string(), *root);
    }
    assert_eq!(tree.root_at(9), None);
}

#[test]
fn every_proof_of_a_growing_tree_leads_to_its_roots_and_to_no_other() {
    for hash in [Hash::Sha256, Hash::Sm3] {
        let mut tree = Tree::new(hash);
        let leaves: Vec<Digest> = (0..40_u32)
            .map(|leaf| tree.push(&leaf.to_be_bytes()))
            .collect();
        for size in 0..=40 {
            let root = tree.root_at(size).unwrap();
            for index in 0..size {
                let proof = tree.inclusion(index, size).unwrap();
                let leaf = leaves[usize::try_from(index).unwrap()];
                let leads = |at| Tree::root_of_inclusion(hash, leaf, at, size, &proof);
                assert_eq!(leads(index), Some(root));
                assert!((0..size).all(|at| at == index || leads(at) != Some(root)));
            }
            assert_eq!(tree.inclusion(size, size), None);
            assert_eq!(tree.consistency(0, size), None);
            for from in 1..=size {
                let old = tree.root_at(from).unwrap();
                let proof = tree.consistency(from, size).unwrap();
                assert_eq!(
                    Tree::newer_root(hash, (from, old), size, &proof),
                    Some(root)
                );
                // A different older tree, and a proof with one hash too many.
                let other = (from, hash.digest(b"other"));
                assert_ne!(Tree::newer_root(hash, other, size, &proof), Some(root));
                let longer = [&*proof, &[old]].concat();
                assert_ne!(
                    Tree::newer_root(hash, (from, old), size, &longer),
                    Some(root)
                );
            }
            assert_eq!(tree.consistency(size + 1, size), None);
        }
        assert_eq!(tree.consistency(1, 41), None);
    }
}
