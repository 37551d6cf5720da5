//! Reads one part of an archive to its end. Its name does not show what it contains: a workbook may use any part as a
//! sheet.

use std::io::Read;

use memchr::memmem::Finder;

use super::super::area::Area;
use super::super::damaged;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// The role of a part, by its name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Role {
    /// The cells of a sheet, or the document of Word.
    Sheet,
    /// The table of texts.
    Strings,
    /// The formats of cells.
    Styles,
    /// The list of the parts of an Open Document file.
    Manifest,
    Other,
}

impl Role {
    /// The role of a part. Names are compared in the same way as in the library.
    fn of(name: &str) -> Self {
        let name = name.replace('\\', "/").to_ascii_lowercase();
        match name.as_str() {
            "meta-inf/manifest.xml" => Self::Manifest,
            "content.xml" | "word/document.xml" => Self::Sheet,
            name if name.ends_with("sharedstrings.xml") => Self::Strings,
            name if name.ends_with("styles.xml") => Self::Styles,
            name if name.contains("sheet") => Self::Sheet,
            _ => Self::Other,
        }
    }

    const fn most(self) -> u64 {
        match self {
            Self::Sheet => limits::PART_BYTES,
            Self::Strings => limits::STRINGS_BYTES,
            Self::Styles => limits::STYLES_BYTES,
            Self::Manifest | Self::Other => limits::OTHER_BYTES,
        }
    }

    /// The maximum number of bytes between two marks.
    const fn gap(self) -> usize {
        match self {
            Self::Sheet | Self::Strings => limits::XML_TEXT,
            Self::Styles => limits::STYLE_TEXT,
            // Pictures have no marks.
            Self::Manifest | Self::Other => limits::OTHER_TEXT,
        }
    }
}

/// The findings in a part.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Scanned {
    pub(super) bytes: u64,
    pub(super) merged: Vec<Area>,
    /// Whether it is a sheet with `hidden` or a formula.
    pub(super) marked: bool,
}

/// Reads a part within the limits.
#[derive(Debug)]
pub(super) struct Scan<'n> {
    name: &'n str,
    role: Role,
    most: u64,
    expanded: u64,
    merged: usize,
    found: Scanned,
    /// Texts of the table of texts, or formats.
    entries: usize,
    /// The largest number of texts that the part announces.
    announced: u64,
}

/// The number of bytes decompressed at once.
const PIECE: usize = 1 << 16;

/// Bytes of the shortest text in the table of texts: `<si/>`.
const SHORTEST: u64 = 5;

impl<'n> Scan<'n> {
    pub(super) fn new(name: &'n str, compressed: u64) -> Self {
        let role = Role::of(name);
        let expanded = compressed.saturating_mul(limits::EXPANSION);
        Self {
            name,
            role,
            most: role.most(),
            expanded: expanded.max(limits::EXPANSION_FREE),
            merged: limits::MERGED,
            found: Scanned::default(),
            entries: 0,
            announced: 0,
        }
    }

    pub(super) fn run(mut self, part: &mut impl Read) -> Result<Scanned, Problem> {
        let finders = Finders::new(self.role);
        let mut buffer: Vec<u8> = Vec::new();
        let mut kept = 0;
        loop {
            buffer.resize(kept + PIECE, 0);
            let into = buffer.get_mut(kept..).unwrap_or_default();
            let read = part.read(into).map_err(damaged)?;
            buffer.truncate(kept + read);
            self.add(read)?;
            // The last mark may be incomplete. It is read again with the next bytes.
            let complete = match read {
                0 => buffer.len(),
                _ => memchr::memrchr(b'<', &buffer).unwrap_or(0),
            };
            self.marks(&buffer, complete, &finders)?;
            if read == 0 {
                self.check_announced()?;
                return Ok(self.found);
            }
            buffer.drain(..complete);
            kept = buffer.len();
        }
    }

    fn add(&mut self, read: usize) -> Result<(), Problem> {
        self.found.bytes += u64::try_from(read).unwrap_or(u64::MAX);
        if self.found.bytes > self.most {
            return Err(codes::part_size(self.name, self.most >> 20));
        }
        if self.found.bytes > self.expanded {
            return Err(codes::expansion(self.name, limits::EXPANSION));
        }
        Ok(())
    }

    /// Checks the marks up to `complete`. The last one may be incomplete.
    fn marks(&mut self, buffer: &[u8], complete: usize, find: &Finders) -> Result<(), Problem> {
        self.check_gaps(buffer)?;
        if find.declarations(buffer) {
            return Err(codes::entities(self.name));
        }
        let done = buffer.get(..complete).unwrap_or_default();
        match self.role {
            Role::Manifest => {
                if find.encryption.find(done).is_some() {
                    return Err(codes::encrypted());
                }
            }
            Role::Strings => {
                self.entries += find.entries(done);
                if self.entries > limits::STRINGS {
                    return Err(codes::strings(limits::STRINGS));
                }
                for at in find.announced.find_iter(done) {
                    let rest = done.get(at + ANNOUNCED.len()..).unwrap_or_default();
                    self.announced = self.announced.max(number(rest));
                }
            }
            Role::Styles => {
                self.entries += find.entries(done);
                if self.entries > limits::STYLES {
                    return Err(codes::styles(limits::STYLES));
                }
            }
            Role::Sheet | Role::Other => {
                self.found.marked =
                    self.found.marked || (self.role == Role::Sheet && find.marks(done));
                for at in find.merge.find_iter(done) {
                    let tag = done.get(at..).unwrap_or_default();
                    let tag = tag.get(..200.min(tag.len())).unwrap_or_default();
                    self.found.merged.extend(Area::of_mark(tag));
                    if self.found.merged.len() > self.merged {
                        return Err(codes::merged(limits::MERGED));
                    }
                }
            }
        }
        Ok(())
    }

    /// Refuses a text or mark that is too long for a cell.
    fn check_gaps(&self, buffer: &[u8]) -> Result<(), Problem> {
        let most = self.role.gap();
        if buffer.len() <= most {
            return Ok(());
        }
        let mut last = 0;
        for at in memchr::memchr_iter(b'<', buffer).chain([buffer.len()]) {
            if at - last > most {
                return Err(codes::xml_text(self.name, most));
            }
            last = at;
        }
        Ok(())
    }

    /// The library reserves memory for as many texts as the part announces.
    fn check_announced(&self) -> Result<(), Problem> {
        match self.announced > self.found.bytes / SHORTEST {
            true => Err(codes::announced(self.name, self.announced)),
            false => Ok(()),
        }
    }
}

const ANNOUNCED: &str = "uniqueCount";

/// The number of an attribute whose name was just read; 0 if there is none.
fn number(rest: &[u8]) -> u64 {
    let rest = rest.trim_ascii_start();
    let Some(rest) = rest.strip_prefix(b"=") else {
        return 0;
    };
    let rest = rest.trim_ascii_start();
    let rest = rest.get(1..).unwrap_or_default();
    let digits = rest.iter().map_while(|byte| match byte {
        b'+' | b' ' => Some(0),
        digit => digit.is_ascii_digit().then(|| u64::from(digit - b'0')),
    });
    digits.fold(0u64, |number, digit| {
        number.saturating_mul(10).saturating_add(digit)
    })
}

/// Marks that are counted or noted.
#[derive(Debug)]
struct Finders {
    declaration: Finder<'static>,
    merge: Finder<'static>,
    /// An entry to count.
    entry: Finder<'static>,
    announced: Finder<'static>,
    encryption: Finder<'static>,
    /// An attribute of a hidden row or column, or a formula.
    marks: [Finder<'static>; 5],
}

impl Finders {
    fn new(role: Role) -> Self {
        Self {
            declaration: Finder::new("<!"),
            merge: Finder::new("mergeCell "),
            entry: Finder::new(if role == Role::Strings { "si" } else { "xf" }),
            announced: Finder::new(ANNOUNCED),
            encryption: Finder::new("encryption-data"),
            marks: ["hidden=", "<f>", "<f ", ":f>", ":f "].map(Finder::new),
        }
    }

    /// Whether a row or column is hidden, or there is a formula.
    fn marks(&self, done: &[u8]) -> bool {
        self.marks.iter().any(|mark| mark.find(done).is_some())
    }

    /// The number of entries that begin, with any prefix.
    fn entries(&self, done: &[u8]) -> usize {
        let begins = |at: &usize| {
            let before = at.checked_sub(1).and_then(|at| done.get(at));
            let after = done.get(at + 2);
            matches!(before, Some(b'<' | b':'))
                && after.is_none_or(|byte| !byte.is_ascii_alphanumeric())
        };
        self.entry.find_iter(done).filter(begins).count()
    }

    /// Whether there is `<!DOCTYPE` or `<!ENTITY`. Both begin like a comment, and comments are rare.
    fn declarations(&self, buffer: &[u8]) -> bool {
        let mut marks = self.declaration.find_iter(buffer);
        marks.any(|at| {
            let mark = buffer.get(at + 2..).unwrap_or_default();
            let is = |word: &[u8]| {
                let start = mark.get(..word.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(word))
            };
            is(b"DOCTYPE") || is(b"ENTITY")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(name: &str, text: &str, compressed: u64) -> Result<Scanned, &'static str> {
        let scan = Scan::new(name, compressed);
        scan.run(&mut text.as_bytes())
            .map_err(|problem| problem.code())
    }

    #[test]
    fn merged_areas_are_found_wherever_a_piece_ends() {
        for length in PIECE - 60..PIECE + 10 {
            let text = format!(
                "<a>{}</a><mergeCells><mergeCell ref=\"B2:C4\"/><x:mergeCell ref=\"A1:A2\"/></mergeCells>",
                "x".repeat(length)
            );
            let found = scanned("xl/worksheets/a.xml", &text, 1 << 20).unwrap();
            let area = |top, left, bottom, right| Area {
                top,
                left,
                bottom,
                right,
            };
            assert_eq!(
                found.merged,
                [area(1, 1, 3, 2), area(0, 0, 1, 0)],
                "{length}"
            );
            assert_eq!(found.bytes, text.len() as u64);
        }
        let mut scan = Scan::new("sheet", 1 << 20);
        scan.merged = 1;
        let text = "<mergeCell ref=\"B2:C4\"/>".repeat(2);
        let problem = scan.run(&mut text.as_bytes()).unwrap_err();
        assert_eq!(problem.code(), "import.merged");
    }

    #[test]
    fn bombs_are_refused() {
        for name in ["xl/a.xml", "xl/media/a.png", "a"] {
            for text in ["<!DOCTYPE a>", "<a><!entity b \"c\">"] {
                assert_eq!(scanned(name, text, 9), Err("import.entities"), "{name}");
            }
        }
        assert!(scanned("a", "<!-- DOCTYPE --><![CDATA[ENTITY]]>", 9).is_ok());
        let sheet = "xl/worksheets/a.xml";
        let long = "x".repeat(2 << 20);
        assert_eq!(scanned(sheet, &long, 1 << 20), Err("import.xml-text"));
        assert!(scanned("xl/media/a.png", &long, 1 << 20).is_ok());
        let cells = "<c/>".repeat(5 << 20);
        assert_eq!(scanned(sheet, &cells, 100), Err("import.expansion"));
        assert!(scanned(sheet, &cells, 1 << 20).is_ok());
        let other = "<c/>".repeat(17 << 20);
        assert_eq!(scanned("a", &other, 1 << 30), Err("import.part-size"));
    }

    #[test]
    fn a_table_of_texts_has_as_many_as_it_announces() {
        let strings = |text: &str| scanned("xl/sharedStrings.xml", text, 1 << 20).map(|_| ());
        assert_eq!(strings("<sst uniqueCount=\"2\"><si/><si/></sst>"), Ok(()));
        for announced in [
            "uniqueCount=\"99999999999\"",
            "count='1' uniqueCount = '18446744073709551615'",
            "a=\"<b\" uniqueCount=\"+77777\"",
        ] {
            let text = format!("<!-- {} --><x:sst {announced}></x:sst>", "x".repeat(PIECE));
            assert_eq!(strings(&text), Err("import.announced"), "{announced}");
        }
        let many = "<si><t>a</t></si><x:si/>".repeat(limits::STRINGS / 2 + 1);
        let found = scanned("xl/sharedStrings.xml", &many, 1 << 30);
        assert_eq!(found, Err("import.strings"));
        let many = "<xf/>".repeat(limits::STYLES + 1);
        assert_eq!(
            scanned("xl/styles.xml", &many, 1 << 20),
            Err("import.styles")
        );
    }

    #[test]
    fn a_document_with_a_password_is_told() {
        let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
        let found = scanned("META-INF/manifest.xml", manifest, 100);
        assert_eq!(found, Err("import.encrypted"));
    }
}
