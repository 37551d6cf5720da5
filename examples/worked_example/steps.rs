//! The steps of a draw that the annex shows. Each is computed separately.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng as _};
use suiji::{Digest, Hash};

pub(crate) const HASH: Hash = Hash::Sha256;

/// [S1] The hash of a leaf.
pub(crate) fn leaf(row: &str) -> Digest {
    HASH.digest(&[b"\0", row.as_bytes()].concat())
}

/// [S1] The hash of two nodes.
pub(crate) fn node(left: Digest, right: Digest) -> Digest {
    HASH.digest(&[&b"\x01"[..], left.as_bytes(), right.as_bytes()].concat())
}

/// [C5]
pub(crate) fn derive(label: &str, parts: &[&[u8]]) -> Digest {
    let mut message = format!("suiji-v1/{label}\0").into_bytes();
    for part in parts {
        message.extend((part.len() as u64).to_be_bytes());
        message.extend(*part);
    }
    HASH.digest(&message)
}

/// [D2]
pub(crate) fn ticket(key: Digest, id: &str) -> Digest {
    HASH.digest(&[key.as_bytes(), id.as_bytes()].concat())
}

/// [T4] Step 3: the first words of the keystream, and the shuffled items.
pub(crate) fn shuffle(key: Digest, items: &[&'static str]) -> (Vec<u64>, Vec<&'static str>) {
    let mut stream = ChaCha20Rng::from_seed(*key.as_bytes());
    let (mut words, mut items) = (Vec::new(), items.to_vec());
    for i in 0..items.len().saturating_sub(1) {
        let left = (items.len() - i) as u64;
        let word = loop {
            let word = stream.next_u64();
            words.push(word);
            // 2^64 mod left, without 2^64.
            let rest = (u64::MAX % left + 1) % left;
            if word <= u64::MAX - rest {
                break word;
            }
        };
        let step = usize::try_from(word % left).unwrap_or_default();
        items.swap(i, i + step);
    }
    (words, items)
}
