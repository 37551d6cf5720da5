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
    let piece = vec![0_u64; size / size_of::<u64>() + 1];
    let address = piece.as_ptr().expose_provenance();
    PIECES.with_borrow_mut(|pieces| pieces.insert(address, piece));
    address
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
