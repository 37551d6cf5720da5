//! How many of everything the tests go over: they print it, and `./check counts` adds it up.

use std::collections::BTreeMap;

/// How a line with a count begins.
const MARK: &str = "counted ";

/// Prints how many of something a test went over.
#[expect(clippy::print_stdout, reason = "the count is the result")]
pub fn counted(count: usize, what: &str) {
    println!("{MARK}{count} {what}");
}

/// The counts in what tests printed, added up where several tests print the same one.
pub fn sums(printed: &str) -> BTreeMap<&str, u64> {
    let mut sums = BTreeMap::new();
    for line in printed.lines() {
        // One test at a time, its name precedes what it prints.
        let Some((_, count)) = line.split_once(MARK) else {
            continue;
        };
        if let Some((Ok(count), what)) = count
            .split_once(' ')
            .map(|(n, what)| (n.parse::<u64>(), what))
        {
            *sums.entry(what).or_default() += count;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_counts_are_added_and_other_lines_are_ignored() {
        let printed = "running 3 tests\ncounted 2 records: refused\ntest a ... counted 40 records: refused\n\
                       counted sheets\ntest b ... ok\ncounted 0 records: passed\n";
        let expected = BTreeMap::from([("records: passed", 0), ("records: refused", 42)]);
        assert_eq!(sums(printed), expected);
    }
}
