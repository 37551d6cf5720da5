//! Tables with aligned columns. A Chinese character is two places wide.

use unicode_width::UnicodeWidthStr;

/// The alignment of a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A line for each row: `indent`, then the columns with two blanks between them, without blanks at the
/// end.
pub(crate) fn table(indent: &str, aligns: &[Align], rows: &[Vec<String>]) -> String {
    table_with(indent, aligns, rows, |_| None)
}

/// The same, with an optional line `below` each row, for text that is too long for a column.
pub(crate) fn table_with(
    indent: &str,
    aligns: &[Align],
    rows: &[Vec<String>],
    below: impl Fn(usize) -> Option<String>,
) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.width())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        let mut line = indent.to_owned();
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                line.push_str("  ");
            }
            let blanks = " ".repeat(widths[column].saturating_sub(cell.width()));
            match aligns.get(column) {
                Some(Align::Right) => line.extend([&blanks, cell.as_str()]),
                _ => line.extend([cell.as_str(), &blanks]),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
        if let Some(below) = below(index) {
            text.extend([indent, "    ", &below, "\n"]);
        }
    }
    text
}

/// A share in percent with one decimal, rounded down, computed without floating point.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    let permille = u128::from(part) * 1000 / u128::from(whole.max(1));
    format!("{}.{}%", permille / 10, permille % 10)
}

/// A digest in two lines of groups, for reading aloud.
pub(crate) fn groups(indent: &str, digest: &suiji::Digest) -> String {
    let groups = digest.to_groups();
    let words: Vec<&str> = groups.split(' ').collect();
    let (first, second) = words.split_at(words.len() / 2);
    format!(
        "{indent}{}\n{indent}{}\n",
        first.join(" "),
        second.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_places() {
        let rows = [
            vec!["任务".to_owned(), "抽取".to_owned(), "x".to_owned()],
            vec!["J1".to_owned(), "7".to_owned()],
        ];
        assert_eq!(
            table("  ", &[Align::Left, Align::Right], &rows),
            "  任务  抽取  x\n  J1       7\n"
        );
    }

    #[test]
    fn a_line_below_a_row_does_not_widen_a_column() {
        let rows = [vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]];
        let below = |row| (row == 0).then(|| "long enough".to_owned());
        assert_eq!(
            table_with("  ", &[], &rows, below),
            "  a  b\n      long enough\n  c\n"
        );
    }

    #[test]
    fn shares_are_exact_to_a_tenth_and_rounded_down() {
        assert_eq!(percent(24, 117), "20.5%");
        assert_eq!(percent(0, 0), "0.0%");
        assert_eq!(percent(u64::MAX, u64::MAX), "100.0%");
        assert_eq!(percent(1, 10_000), "0.0%");
    }

    #[test]
    fn a_digest_has_two_lines_of_eight_groups() {
        let digest = suiji::Digest::from_bytes([0xab; 32]);
        let line = ["abab"; 8].join(" ");
        assert_eq!(groups("  ", &digest), format!("  {line}\n  {line}\n"));
    }
}
