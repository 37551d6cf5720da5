//! Memory into which JavaScript writes the bytes of a call.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The pieces by their addresses. The units are words, so that numbers and handles in them are aligned.
    static PIECES: RefCell<BTreeMap<usize, Vec<u64>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A piece of memory of at least this number of bytes, zeroed. It lives until `suiji_web_release`.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_web_reserve(size: usize) -> usize {
    keep(vec![0_u64; size / size_of::<u64>() + 1])
}

/// Keeps a piece, and returns its address.
pub(crate) fn keep(piece: Vec<u64>) -> usize {
    let address = piece.as_ptr().expose_provenance();
    PIECES.with_borrow_mut(|pieces| pieces.insert(address, piece));
    address
}

/// The first bytes of a piece. None if the address is unknown, or the piece is shorter.
pub(crate) fn bytes(address: usize, size: usize) -> Option<Vec<u8>> {
    PIECES.with_borrow(|pieces| {
        let words = pieces.get(&address)?.iter();
        let bytes: Vec<u8> = words
            .flat_map(|word| word.to_le_bytes())
            .take(size)
            .collect();
        (bytes.len() == size).then_some(bytes)
    })
}

/// Frees a piece of memory. An unknown address is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_web_release(address: usize) {
    PIECES.with_borrow_mut(|pieces| pieces.remove(&address));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces() -> usize {
        PIECES.with_borrow(BTreeMap::len)
    }

    #[test]
    fn the_bytes_of_a_piece_are_those_that_it_keeps() {
        let address = keep(vec![u64::from_le_bytes(*b"suiji-v1"), 0]);
        assert_eq!(bytes(address, 5).as_deref(), Some(&b"suiji"[..]));
        assert_eq!(bytes(address, 16).map(|bytes| bytes.len()), Some(16));
        assert_eq!(bytes(address, 17), None);
        suiji_web_release(address);
        assert_eq!(bytes(address, 5), None);
    }

    #[test]
    fn memory_is_aligned_and_freed_once() {
        let addresses: Vec<usize> = [0, 1, 8, 1000].map(|size| suiji_web_reserve(size)).to_vec();
        assert!(addresses.iter().all(|address| address % 8 == 0));
        assert_eq!(pieces(), 4);
        addresses
            .iter()
            .copied()
            .for_each(|address| suiji_web_release(address));
        suiji_web_release(addresses[0]);
        assert_eq!(pieces(), 0);
    }
}
