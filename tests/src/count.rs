//! Counts of what the tests cover. Tests print them, and `./check counts` adds them up.

use std::collections::BTreeMap;

/// The start of a line with a count.
const MARK: &str = "counted ";

/// Prints a count of what a test covered.
#[expect(clippy::print_stdout, reason = "the count is the result")]
pub fn counted(count: usize, what: &str) {
    println!("{MARK}{count} {what}");
}

/// The counts in the output of the tests. Counts with the same name are added.
pub fn sums(printed: &str) -> BTreeMap<&str, u64> {
    let mut sums = BTreeMap::new();
    for line in printed.lines() {
        // With one test thread, the name of the test is on the same line.
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
                       counted commitments\ntest b ... ok\ncounted 0 records: passed\n";
        let expected = BTreeMap::from([("records: passed", 0), ("records: refused", 42)]);
        assert_eq!(sums(printed), expected);
    }
}
