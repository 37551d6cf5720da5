//! Text files: CSV and TXT.

mod ahead;
mod encoding;
mod records;

use encoding_rs::Encoding;

use super::block::Block;
use super::source::Source;
use crate::base::problem::Problem;
use encoding::Utf8;
use records::Records;

/// The separators of cells in a text file, the most usual first.
pub(crate) const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// A text file whose encoding is known.
#[derive(Debug)]
pub(crate) struct TextFile {
    source: Source,
    encoding: &'static Encoding,
    mark: usize,
    pub(crate) separator: u8,
    /// Whether the first line is `sep=` and the separator. It is not a row.
    pub(crate) declared: bool,
}

impl TextFile {
    pub(crate) fn open(mut source: Source) -> Result<Self, Problem> {
        let (encoding, mark) = encoding::of(&mut source)?;
        let mut file = Self {
            source,
            encoding,
            mark,
            separator: b',',
            declared: false,
        };
        let first = Utf8::new(&mut file.source, encoding, mark)?
            .next()?
            .to_vec();
        if let Some(separator) = declared(&first) {
            file.separator = separator;
            file.declared = true;
        }
        Ok(file)
    }

    /// Calls `each` with the rows until it returns false.
    pub(crate) fn read(&mut self, each: &mut dyn FnMut(Block) -> bool) -> Result<(), Problem> {
        let text = Utf8::new(&mut self.source, self.encoding, self.mark)?;
        let mut records = Records::new(text, self.separator);
        ahead::read(|| records.next_block(), each)
    }
}

/// The separator of a first line such as `sep=;`.
fn declared(first: &[u8]) -> Option<u8> {
    let first = first.trim_ascii_start();
    let first = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first);
    let line = first.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    match line {
        [s, e, p, b'=', separator, ..] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => {
            SEPARATORS.contains(separator).then_some(*separator)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::limits;

    fn rows(text: &[u8], separator: Option<u8>) -> Result<Vec<(u32, Vec<String>)>, Problem> {
        let mut file = TextFile::open(Source::from_bytes("a.csv", text))?;
        file.separator = separator.unwrap_or(file.separator);
        let mut rows = Vec::new();
        file.read(&mut |block| {
            rows.extend(block.rows().map(|row| {
                let cells = row.cells().map(|cell| cell.text.to_owned());
                (row.number, cells.collect::<Vec<_>>())
            }));
            true
        })?;
        Ok(rows)
    }

    fn numbers(text: &str) -> Vec<u32> {
        let rows = rows(text.as_bytes(), None).unwrap();
        rows.iter().map(|(number, _)| *number).collect()
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        assert_eq!(numbers("a,b\n\n\nc,d\n,\ne"), [1, 4, 5, 6]);
        assert_eq!(numbers("a,b\r\n\r\nc,d\r\ne\r\n"), [1, 3, 4]);
        assert_eq!(numbers("a\rb\r\rc"), [1, 2, 4]);
        assert_eq!(numbers("\r\n\r\na\r\n\"b\r\n\r\nb\"\r\nc"), [3, 4, 5]);
        let long = format!("{}\r\n\r\nx\r\n", "y".repeat(200_000));
        assert_eq!(numbers(&long), [1, 3]);
        // A line end at every place of a piece.
        for length in (1 << 16) - 4..(1 << 16) + 4 {
            let text = format!("{}\r\n\r\nx\r\ny\r\n", "y".repeat(length));
            assert_eq!(numbers(&text), [1, 3, 4], "{length}");
        }
    }

    #[test]
    fn blocks_are_in_order_until_the_caller_has_enough_or_a_row_is_refused() {
        let line = |number: u32| format!("{number},{}\n", "y".repeat(1000));
        let text: String = (1..=5000).map(line).collect();
        let all = numbers(&text);
        assert!(all.iter().copied().eq(1..=5000), "{}", all.len());
        let mut file = TextFile::open(Source::from_bytes("a.csv", text.as_bytes())).unwrap();
        let mut blocks = 0;
        file.read(&mut |_| {
            blocks += 1;
            blocks < 3
        })
        .unwrap();
        assert_eq!(blocks, 3);
        // Too many columns in the last row.
        let wide = text + &",".repeat(limits::COLUMNS + 1);
        let problem = rows(wide.as_bytes(), None).unwrap_err();
        assert_eq!(
            (problem.code(), problem.row()),
            ("import.columns", Some(5001))
        );
    }

    #[test]
    fn quotation_marks_are_read_as_spreadsheets_read_them() {
        let found = rows(b"\"a,\"\"b\",=\"0123\",x\"y\n", None).unwrap();
        assert_eq!(found[0].1, ["a,\"b", "=\"0123\"", "x\"y"]);
        let found = rows(b"a\t\"b\tc\"\n", Some(b'\t')).unwrap();
        assert_eq!(found[0].1, ["a", "b\tc"]);
    }

    #[test]
    fn a_first_line_names_the_separator() {
        for (line, separator) in [
            ("sep=;\n", Some(b';')),
            ("\u{feff}SEP=\t\r\n", Some(b'\t')),
            ("\"sep=,\"\n", Some(b',')),
            ("sep=x\n", None),
            ("separator\n", None),
        ] {
            assert_eq!(declared(line.as_bytes()), separator, "{line}");
        }
    }

    #[test]
    fn what_is_too_large_is_refused_with_its_row_and_number() {
        let wide = format!("a\nb\n{}\n", ",".repeat(1000));
        let problem = rows(wide.as_bytes(), None).unwrap_err();
        assert_eq!((problem.code(), problem.row()), ("import.columns", Some(3)));
        let long = format!("a\n{}\n", "x".repeat(5 << 20));
        let problem = rows(long.as_bytes(), None).unwrap_err();
        assert_eq!(
            (problem.code(), problem.row()),
            ("import.row-size", Some(2))
        );
        assert!(
            problem.problem(suiji::Lang::Zh).contains("1048576"),
            "{problem}"
        );
        let open = format!("a\n\"x{}", "y,z\n".repeat(200));
        let problem = rows(open.as_bytes(), None).unwrap_err();
        assert_eq!((problem.code(), problem.row()), ("import.quote", Some(2)));
    }

    #[test]
    fn a_cell_that_contains_rows_is_told() {
        let quoted = |text: &str| {
            let problem = rows(text.as_bytes(), None).err();
            problem.map(|problem| (problem.code(), problem.row()))
        };
        let open = Some(("import.open-quote", Some(2)));
        assert_eq!(quoted("id,name,x\nZ-000001,\"甲,1\nZ-000002,乙,2\n"), open);
        assert_eq!(
            quoted("id,name,x\nZ-000001,\"甲,1\nZ-000002,\"乙\",2\n"),
            open
        );
        assert_eq!(quoted("id,name,x\nZ-000001,甲,\"1\nZ-000002,乙,2\n"), open);
        for text in [
            "id,name,x\nZ-000001,\"甲\n公司\",1\n",
            "id,name,x\nZ-000001,甲,\"加油站\n超市\"\n",
            "id,name,x\nZ-000001,甲,\"加油站,超市\n饭店,商场\"\n",
            "id,name,x\nZ-000001,甲,\"电话 0356-7000000\n7000001\"\n",
        ] {
            assert_eq!(quoted(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_character_stays_in_its_cell() {
        // Valid UTF-8 first, so that the file is UTF-8. A byte is lost far
        // after it.
        let mut text = "企业,a\n".repeat(200_000).into_bytes();
        text.extend_from_slice(b"\xE4\xB8,b\n");
        let found = rows(&text, None).unwrap();
        assert_eq!(found[200_000].1, ["\u{FFFD}", "b"]);
    }
}
