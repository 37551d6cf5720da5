//! The characters that text may contain [C3]: those of Unicode 15.0, and some later ideographs.

use std::sync::OnceLock;

/// One range on each line, in hexadecimal, with both ends included.
const ASSIGNED: &str = include_str!("../../unicode-15.0.txt");

/// [C3] Whether the character is in Unicode 15.0, or is a later ideograph that is allowed.
pub(super) fn is_assigned(c: char) -> bool {
    static RANGES: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
    let ranges = RANGES.get_or_init(|| ASSIGNED.lines().filter_map(range).collect());
    let point = u32::from(c);
    let after = ranges.partition_point(|(first, _)| *first <= point);
    let in_table = after > 0 && point <= ranges[after - 1].1;
    in_table || matches!(c, '\u{2EBF0}'..='\u{2EE5D}' | '\u{323B0}'..='\u{33479}')
}

/// The range of a line such as `0037A..0037F` or `038C`. A comment has none.
fn range(line: &str) -> Option<(u32, u32)> {
    let (first, last) = line.split_once("..").unwrap_or((line, line));
    let point = |hex: &str| u32::from_str_radix(hex, 16).ok();
    Some((point(first)?, point(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole_and_in_order() {
        let lines = ASSIGNED.lines().filter(|line| !line.starts_with('#'));
        let ranges: Vec<_> = lines.map(|line| range(line).unwrap()).collect();
        assert!(ranges.iter().all(|(first, last)| first <= last));
        assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0));
        // Unicode 15.0 has 149,186 graphic and format characters, 65 controls and 137,468 for private use.
        let assigned: u32 = ranges.iter().map(|(first, last)| last - first + 1).sum();
        assert_eq!(assigned, 149_186 + 65 + 137_468);
    }

    #[test]
    fn borders_of_the_table_and_later_ideographs() {
        // [C3]
        let borders = [
            '\0',
            '\u{377}',
            '\u{37a}',
            '\u{38c}',
            '\u{e000}',
            '\u{fa6d}',
            '\u{323af}',
            '\u{10fffd}',
            '\u{2ebf0}',
            '\u{2ee5d}',
            '\u{323b0}',
            '\u{33479}',
        ];
        for assigned in borders {
            assert!(is_assigned(assigned), "{assigned:?}");
        }
        let outside = [
            '\u{378}',
            '\u{379}',
            '\u{38b}',
            '\u{38d}',
            '\u{fa6e}',
            '\u{1c89}',
            '\u{2ebe1}',
            '\u{2ebef}',
            '\u{2ee5e}',
            '\u{3347a}',
            '\u{fdd0}',
            '\u{fffff}',
            '\u{10ffff}',
        ];
        for unassigned in outside {
            assert!(!is_assigned(unassigned), "{unassigned:?}");
        }
    }
}
