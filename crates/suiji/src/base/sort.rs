//! Sorts millions of rows. The caller can cancel it.

use core::cmp::Ordering;

use crate::base::run::{Cancelled, Run, Stage, Step};

/// How many items are sorted between two checks for cancelling. This takes a few milliseconds.
const PIECE: usize = 1 << 15;

/// Sorts by a total order: first pieces, which it then merges.
pub(crate) fn sort_by<T: Copy>(
    items: &mut Vec<T>,
    order: impl Fn(&T, &T) -> Ordering,
    run: &Run,
) -> Result<(), Cancelled> {
    if items.is_sorted_by(|a, b| order(a, b) != Ordering::Greater) {
        return Ok(());
    }
    let mut step = run.step(Stage::Sort, items.len());
    for piece in items.chunks_mut(PIECE) {
        piece.sort_unstable_by(&order);
        step.advance(piece.len())?;
    }
    let mut merged = Vec::with_capacity(items.len());
    let mut width = PIECE;
    while width < items.len() {
        merged.clear();
        for pair in items.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, &order, &mut merged, &step)?;
        }
        core::mem::swap(items, &mut merged);
        width *= 2;
    }
    Ok(())
}

fn merge<T: Copy>(
    mut left: &[T],
    mut right: &[T],
    order: &impl Fn(&T, &T) -> Ordering,
    merged: &mut Vec<T>,
    step: &Step<'_>,
) -> Result<(), Cancelled> {
    while let (Some(first), Some(second)) = (left.first(), right.first()) {
        if order(first, second) == Ordering::Greater {
            merged.push(*second);
            right = &right[1..];
        } else {
            merged.push(*first);
            left = &left[1..];
        }
        if merged.len().is_multiple_of(PIECE) {
            step.pulse()?;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_merged_in_order() {
        let mut items: Vec<u64> = (0..200_001)
            .map(|n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15))
            .collect();
        let mut expected = items.clone();
        expected.sort_unstable();
        sort_by(&mut items, Ord::cmp, &Run::default()).unwrap();
        assert_eq!(items, expected);
    }
}
