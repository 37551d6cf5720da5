//! Places in tables: 32 bits where millions are kept, `usize` where memory is looked into.

// A platform with less could not hold a registry.
const _: () = assert!(usize::BITS >= 32);

/// The place as it is kept.
pub(crate) fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("a table has at most 2^32 rows (limits::ROWS)")
}

/// The place as memory is looked into with it.
pub(crate) fn wide(place: u32) -> usize {
    usize::try_from(place).expect("a usize has at least 32 bits")
}

/// A place in an arena, which was a `usize` when it was kept.
pub(crate) fn in_arena(place: u64) -> usize {
    usize::try_from(place).expect("the arena was as long as that")
}
