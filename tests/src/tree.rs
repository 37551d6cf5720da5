//! The tree hash of RFC 9162, to compare with the roots of commitments.

use suiji::{Digest, Hash};

/// MTH(D) of RFC 9162, 2.1.1, written literally. Leaves are text [S1].
pub fn merkle(hash: Hash, leaves: &[impl AsRef<str>]) -> Digest {
    match leaves {
        [] => hash.digest(b""),
        [leaf] => hash.digest(&[&[0], leaf.as_ref().as_bytes()].concat()),
        _ => {
            let half = leaves.len().next_power_of_two() / 2;
            let (left, right) = (merkle(hash, &leaves[..half]), merkle(hash, &leaves[half..]));
            hash.digest(&[&[1], left.as_bytes().as_slice(), right.as_bytes()].concat())
        }
    }
}
