//! The bare kernels: the hashes of the specification and the selection, without anything around them. They hash the
//! bytes that the library hashes, which [`super::check`] compares.

use core::hint::black_box;

use sha2::Digest;
use sha2::digest::consts::U32;
use suiji_hash::{Many, Suite};

use crate::data::{ID, Messages};

/// A hash of SHA-256 or SM3.
pub(crate) type Hashed = [u8; 32];

/// The byte before a leaf, and the byte before the two hashes under a node [S1].
const LEAF: u8 = 0;
const NODE: u8 = 1;

/// How many leaves are hashed at once side by side, as in the library. It is a power of two, so pieces are subtrees.
const PIECE: usize = 1024;

/// The root of RFC 9162 [S1], one message at a time.
pub(crate) fn plain_root<D: Digest<OutputSize = U32>>(leaves: &Messages) -> Hashed {
    let mut message = Vec::new();
    let mut level: Vec<Hashed> = (0..leaves.len())
        .map(|index| {
            message.clear();
            message.push(LEAF);
            message.extend(leaves.get(index));
            D::digest(&message).into()
        })
        .collect();
    while level.len() > 1 {
        let (half, odd) = (level.len() / 2, level.len() % 2);
        let mut node = [NODE; 65];
        for index in 0..half {
            node[1..33].copy_from_slice(&level[2 * index]);
            node[33..].copy_from_slice(&level[2 * index + 1]);
            level[index] = D::digest(node).into();
        }
        if odd == 1 {
            level[half] = level[2 * half];
        }
        level.truncate(half + odd);
    }
    level.first().copied().unwrap_or_default()
}

/// The root of RFC 9162 [S1], several messages at a time.
pub(crate) fn lanes_root(suite: Suite, leaves: &Messages) -> Hashed {
    let pieces = (0..leaves.len()).step_by(PIECE).map(|first| {
        let end = leaves.len().min(first + PIECE);
        let mut many = Many::new(suite).with_capacity(end - first);
        for index in first..end {
            many.push(|message| {
                message.push(LEAF);
                message.extend(leaves.get(index));
            });
        }
        lanes_levels(suite, many.finish())
    });
    let pieces = pieces.collect();
    lanes_levels(suite, pieces)
}

fn lanes_levels(suite: Suite, mut level: Vec<Hashed>) -> Hashed {
    while level.len() > 1 {
        let (pairs, odd) = level.as_chunks();
        let mut many = Many::new(suite).with_capacity(pairs.len() + 1);
        for [left, right] in pairs {
            many.push(|message| {
                message.push(NODE);
                message.extend(left);
                message.extend(right);
            });
        }
        let mut next = many.finish();
        next.extend(odd);
        level = next;
    }
    level.first().copied().unwrap_or_default()
}

/// The tickets of all entities [D2], one message at a time. With the order key they are the order hashes [D3].
pub(crate) fn plain_tickets<D: Digest<OutputSize = U32>>(
    key: &Hashed,
    ids: &[[u8; ID]],
) -> Vec<Hashed> {
    let mut message = [0; 32 + ID];
    message[..32].copy_from_slice(key);
    let ticket = |id: &[u8; ID]| {
        message[32..].copy_from_slice(id);
        D::digest(message).into()
    };
    ids.iter().map(ticket).collect()
}

/// The tickets of all entities [D2], several messages at a time.
pub(crate) fn lanes_tickets(suite: Suite, key: &Hashed, ids: &[[u8; ID]]) -> Vec<Hashed> {
    let mut many = Many::new(suite).with_capacity(ids.len());
    for id in ids {
        many.push(|message| {
            message.extend(key);
            message.extend(id);
        });
    }
    many.finish()
}

/// The size of a stratum, and how many are taken from it.
pub(crate) type Take = (u64, u64);

/// The entities with the smallest tickets of each stratum [D3], in any order. A threshold leaves few of them to compare.
/// None if the threshold of a stratum was too low, which practically never happens.
pub(crate) fn smallest(tickets: &[Hashed], strata: &[u8], takes: &[Take]) -> Option<Vec<Vec<u32>>> {
    let thresholds: Vec<u64> = takes
        .iter()
        .map(|&(size, take)| threshold(size, take))
        .collect();
    let mut found: Vec<Vec<(Hashed, u32)>> = vec![Vec::new(); takes.len()];
    for ((ticket, &stratum), position) in tickets.iter().zip(strata).zip(0..) {
        let stratum = usize::from(stratum);
        if lead(ticket) <= thresholds[stratum] {
            found[stratum].push((*ticket, position));
        }
    }
    let mut selected = Vec::new();
    for (mut found, &(_, take)) in found.into_iter().zip(takes) {
        let take = usize::try_from(take).ok()?;
        if take > found.len() {
            return None;
        }
        if take < found.len() {
            found.select_nth_unstable(take);
            found.truncate(take);
        }
        selected.push(found.into_iter().map(|(_, position)| position).collect());
    }
    Some(selected)
}

/// A number that, on average, take + 8 √take + 72 of `size` random numbers do not exceed.
fn threshold(size: u64, take: u64) -> u64 {
    let average = u128::from(take) + 8 * u128::from(take.isqrt() + 1) + 64;
    u64::try_from((average << 64) / u128::from(size.max(1))).unwrap_or(u64::MAX)
}

fn lead(hash: &Hashed) -> u64 {
    let [first, ..] = hash.as_chunks().0 else {
        return 0; // A hash has four chunks of eight bytes.
    };
    u64::from_be_bytes(*first)
}

/// Order hashes with the positions of their entities.
pub(crate) fn with_positions(orders: &[Hashed]) -> Vec<(Hashed, u32)> {
    orders.iter().copied().zip(0..).collect()
}

/// Sorts order hashes [D3].
pub(crate) fn sorted(mut orders: Vec<(Hashed, u32)>) -> Vec<(Hashed, u32)> {
    orders.sort_unstable();
    black_box(orders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_of_each_stratum_are_found() {
        // The ticket of position p begins with 7p mod 100, so positions 0, 43, 86, 29, … have the smallest.
        let tickets: Vec<Hashed> = (0..100_u16)
            .map(|at| [u8::try_from(at * 7 % 100).unwrap(); 32])
            .collect();
        let strata: Vec<u8> = (0..100).map(|at| at % 2).collect();
        let mut found = smallest(&tickets, &strata, &[(50, 2), (50, 3)]).unwrap();
        found.iter_mut().for_each(|stratum| stratum.sort_unstable());
        // Even positions: 0 (ticket 0) and 86 (ticket 2). Odd ones: 43 (1), 29 (3) and 15 (5).
        assert_eq!(found, [vec![0, 86], vec![15, 29, 43]]);
    }

    #[test]
    fn a_threshold_covers_everything_if_almost_everything_is_taken() {
        assert_eq!(threshold(100, 100), u64::MAX);
        // 5 % of a million, and 8 · 224 + 64 more.
        let part = (u128::from(threshold(1_000_000, 50_000)) * 1_000_000) >> 64;
        assert_eq!(part, 51_855);
    }
}
