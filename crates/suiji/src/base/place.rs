//! Positions in tables. They are stored in 32 bits, because there are millions of them, and used as `usize`.

// A platform with a smaller address space could not hold a registry.
const _: () = assert!(usize::BITS >= 32);

/// The position in its stored form.
pub(crate) fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("a table has at most 2^32 rows (limits::ROWS)")
}

/// The position as an index.
pub(crate) fn wide(place: u32) -> usize {
    usize::try_from(place).expect("a usize has at least 32 bits")
}

/// A position in an arena, which was a `usize` when it was stored.
pub(crate) fn in_arena(place: u64) -> usize {
    usize::try_from(place).expect("the arena was as long as that")
}
