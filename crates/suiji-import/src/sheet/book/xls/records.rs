//! Copies the necessary records of a workbook. Each sheet gets its own position.

use std::collections::BTreeSet;

use super::super::marks::Marks;
use super::bytes::{damaged, long, short};
use super::strings::Strings;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// Kinds of records (MS-XLS 2.3).
mod kind {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const END: u16 = 0x000A;
    pub(super) const CALENDAR: u16 = 0x0022;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const CONTINUE: u16 = 0x003C;
    pub(super) const CODE_PAGE: u16 = 0x0042;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const SEVERAL_NUMBERS: u16 = 0x00BD;
    pub(super) const RICH_LABEL: u16 = 0x00D6;
    pub(super) const CELL_FORMAT: u16 = 0x00E0;
    pub(super) const MERGED: u16 = 0x00E5;
    pub(super) const STRINGS: u16 = 0x00FC;
    pub(super) const SHARED_LABEL: u16 = 0x00FD;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const FLAG: u16 = 0x0205;
    pub(super) const FORMULA_TEXT: u16 = 0x0207;
    pub(super) const SMALL_NUMBER: u16 = 0x027E;
    pub(super) const FORMAT: u16 = 0x041E;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// The number of a hidden row (MS-XLS 2.4.221, fDyZero).
fn hidden_row(data: &[u8]) -> Option<u32> {
    const HIDDEN: u8 = 0x20;
    let flags = data.get(12)?;
    (flags & HIDDEN != 0).then(|| u32::from(short(data, 0)))
}

/// The maximum number of records that continue one record. The library takes them from the front of a list, which is
/// slow.
const CONTINUED: usize = 1 << 14;

/// Reads records one after another.
struct Records<'s> {
    stream: &'s [u8],
    at: usize,
}

impl<'s> Records<'s> {
    /// The next record: its kind and its data; none at the end of the stream.
    fn next(&mut self) -> Result<Option<(u16, &'s [u8])>, Problem> {
        let Some(head) = self.stream.get(self.at..self.at + 4) else {
            return Ok(None);
        };
        let end = self.at + 4 + usize::from(short(head, 2));
        let data = self.stream.get(self.at + 4..end).ok_or_else(damaged)?;
        self.at = end;
        Ok(Some((short(head, 0), data)))
    }

    /// The records that continue the last one.
    fn continued(&mut self) -> Result<Vec<&'s [u8]>, Problem> {
        let mut all = Vec::new();
        loop {
            let before = self.at;
            match self.next()? {
                Some((kind::CONTINUE, data)) => all.push(data),
                _ => {
                    self.at = before;
                    return Ok(all);
                }
            }
            if all.len() > CONTINUED {
                return Err(damaged());
            }
        }
    }
}

/// A new stream with the necessary records of this one, and the hidden rows of each sheet.
pub(super) fn copied(stream: &[u8]) -> Result<(Vec<u8>, Vec<Marks>), Problem> {
    let mut copy = Copy::default();
    let places = copy.globals(stream)?;
    if places.len() > limits::SHEETS {
        return Err(codes::sheets(limits::SHEETS));
    }
    for (place, announced) in places {
        let begins = u32::try_from(copy.out.len()).map_err(|_| damaged())?;
        let into = copy.out.get_mut(place..place + 4);
        into.ok_or_else(damaged)?
            .copy_from_slice(&begins.to_le_bytes());
        copy.sheet(stream, announced)?;
    }
    Ok((copy.out, copy.marks))
}

#[derive(Debug, Default)]
struct Copy {
    out: Vec<u8>,
    /// The maximum number of bytes of each text of the table.
    strings: Vec<u32>,
    /// The beginning and end of each sheet that was read.
    read: Vec<(usize, usize)>,
    /// Cells of the areas of earlier sheets, and the number of existing cells.
    area: u64,
    cells: u64,
    /// Bytes of the texts of cells.
    text: u64,
    merged: usize,
    extent: Extent,
    /// Row and column of the last formula. The next text belongs to it.
    formula: (u32, u32),
    /// The hidden rows of each sheet.
    marks: Vec<Marks>,
}

impl Copy {
    fn push(&mut self, kind: u16, data: &[u8]) {
        self.out.extend_from_slice(&kind.to_le_bytes());
        // A record that was read is not longer than that.
        let length = u16::try_from(data.len()).unwrap_or(u16::MAX);
        self.out.extend_from_slice(&length.to_le_bytes());
        self.out.extend_from_slice(data);
    }

    /// Copies the records that apply to all sheets. Returns for each sheet where its position is written, and where it
    /// begins.
    fn globals(&mut self, stream: &[u8]) -> Result<Vec<(usize, usize)>, Problem> {
        let mut records = Records { stream, at: 0 };
        let mut sheets = Vec::new();
        let mut formats = 0;
        while let Some((kind, data)) = records.next()? {
            match kind {
                kind::FILE_PASS => return Err(codes::encrypted()),
                kind::BOUND_SHEET if data.len() >= 8 => {
                    sheets.push((self.out.len() + 4, long(data, 0)));
                    self.push(kind, data);
                }
                kind::BOUND_SHEET => return Err(damaged()),
                kind::BEGIN if data.len() < 4 => return Err(damaged()),
                kind::FORMAT | kind::CELL_FORMAT => {
                    formats += 1;
                    if formats > limits::STYLES {
                        return Err(codes::styles(limits::STYLES));
                    }
                    self.push(kind, data);
                }
                kind::BEGIN | kind::CALENDAR | kind::CODE_PAGE => self.push(kind, data),
                kind::STRINGS => {
                    let more = records.continued()?;
                    self.strings = Strings::new(data, &more)?.lengths()?;
                    self.push(kind, data);
                    for data in more {
                        self.push(kind::CONTINUE, data);
                    }
                }
                kind::END => break,
                _ => {}
            }
        }
        self.push(kind::END, &[]);
        Ok(sheets)
    }

    /// Copies the cells of a sheet, without embedded objects.
    fn sheet(&mut self, stream: &[u8], begins: usize) -> Result<(), Problem> {
        let mut records = Records { stream, at: begins };
        match records.next()? {
            Some((kind::BEGIN, data)) if data.len() >= 4 => self.push(kind::BEGIN, data),
            _ => return Err(damaged()),
        }
        self.formula = (0, 0);
        let mut hidden = BTreeSet::new();
        let mut depth = 0u32;
        while let Some((kind, data)) = records.next()? {
            match (kind, depth) {
                (kind::BEGIN, _) => depth += 1,
                (kind::END, 0) => break,
                (kind::END, _) => depth -= 1,
                (kind::ROW, 0) => hidden.extend(hidden_row(data)),
                (_, 0) => self.record(kind, data)?,
                _ => {}
            }
        }
        let mut marks = Marks::default();
        for row in hidden {
            marks.hide(row, row)?;
        }
        self.marks.push(marks);
        self.push(kind::END, &[]);
        let overlaps = |(from, to): &(usize, usize)| *from < records.at && begins < *to;
        if self.read.iter().any(overlaps) {
            return Err(damaged());
        }
        self.read.push((begins, records.at));
        self.area += self.extent.take();
        Ok(())
    }

    fn record(&mut self, kind: u16, data: &[u8]) -> Result<(), Problem> {
        let place = (u32::from(short(data, 0)), u32::from(short(data, 2)));
        let least = match kind {
            kind::FORMULA => 22,
            kind::NUMBER => 14,
            kind::SHARED_LABEL | kind::SMALL_NUMBER => 10,
            kind::FLAG => 8,
            kind::LABEL | kind::RICH_LABEL => 8,
            kind::SEVERAL_NUMBERS => 12,
            kind::FORMULA_TEXT | kind::MERGED => 2,
            _ => return Ok(()),
        };
        if data.len() < least {
            return Err(damaged());
        }
        match kind {
            kind::FORMULA => {
                self.formula = place;
                self.cell(place, 1)?;
                // The value is kept, but not the formula, whose text can be long.
                let mut value = data.get(..22).unwrap_or_default().to_vec();
                value.truncate(20);
                value.extend([0, 0]);
                self.push(kind, &value);
            }
            kind::SHARED_LABEL => {
                let length = self.strings.get(long(data, 6)).copied().unwrap_or_default();
                self.text(u64::from(length))?;
                self.cell(place, 1)?;
                self.push(kind, data);
            }
            kind::LABEL | kind::RICH_LABEL => self.label(kind, data, 6, place)?,
            kind::FORMULA_TEXT => self.label(kind, data, 0, self.formula)?,
            kind::SEVERAL_NUMBERS => {
                let last = u32::from(short(data, data.len() - 2));
                let count = (data.len() - 6) / 6;
                self.cell(place, 0)?;
                self.cell((place.0, last), u64::try_from(count).unwrap_or(u64::MAX))?;
                self.push(kind, data);
            }
            kind::MERGED => {
                let count = usize::from(short(data, 0));
                if data.len() < 2 + count * 8 {
                    return Err(damaged());
                }
                self.merged += count;
                if self.merged > limits::MERGED {
                    return Err(codes::merged(limits::MERGED));
                }
                self.push(kind, data);
            }
            _ => {
                self.cell(place, 1)?;
                self.push(kind, data);
            }
        }
        Ok(())
    }

    /// A text in the record itself. The library reserves memory for the number of characters that the record states.
    fn label(
        &mut self,
        kind: u16,
        data: &[u8],
        at: usize,
        place: (u32, u32),
    ) -> Result<(), Problem> {
        let announced = usize::from(short(data, at));
        let there = data.len().saturating_sub(at + 2);
        if announced > there {
            return Err(damaged());
        }
        self.text(u64::try_from(there).unwrap_or(u64::MAX).saturating_mul(3))?;
        self.cell(place, 1)?;
        self.push(kind, data);
        Ok(())
    }

    fn text(&mut self, bytes: u64) -> Result<(), Problem> {
        self.text = self.text.saturating_add(bytes);
        match self.text > limits::XLS_TEXT {
            true => Err(codes::text_size(limits::XLS_TEXT >> 20)),
            false => Ok(()),
        }
    }

    fn cell(&mut self, place: (u32, u32), count: u64) -> Result<(), Problem> {
        self.extent.add(place);
        self.cells = self.cells.saturating_add(count);
        let area = self.area.saturating_add(self.extent.size());
        match area.max(self.cells) > limits::CELLS {
            true => Err(codes::cells(limits::CELLS)),
            false => Ok(()),
        }
    }
}

/// The area that the cells of a sheet cover.
#[derive(Debug, Default)]
struct Extent(Option<((u32, u32), (u32, u32))>);

impl Extent {
    fn add(&mut self, (row, column): (u32, u32)) {
        let (from, to) = self.0.unwrap_or(((row, column), (row, column)));
        self.0 = Some((
            (from.0.min(row), from.1.min(column)),
            (to.0.max(row), to.1.max(column)),
        ));
    }

    fn size(&self) -> u64 {
        self.0.map_or(0, |(from, to)| {
            (u64::from(to.0 - from.0) + 1) * (u64::from(to.1 - from.1) + 1)
        })
    }

    fn take(&mut self) -> u64 {
        let size = self.size();
        *self = Self::default();
        size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    const BOF: [u8; 4] = [0, 6, 5, 0];

    /// A workbook with these sheets. If `shared`, all have the position of the first sheet.
    fn workbook(sheets: &[Vec<u8>], shared: bool) -> Vec<u8> {
        let mut out = record(kind::BEGIN, &BOF);
        let mut places = Vec::new();
        for name in b'a'..b'a' + u8::try_from(sheets.len()).unwrap() {
            places.push(out.len() + 4);
            out.extend(record(kind::BOUND_SHEET, &[0, 0, 0, 0, 0, 0, 1, 0, name]));
        }
        out.extend(record(kind::END, &[]));
        let first = out.len();
        for (place, sheet) in places.into_iter().zip(sheets) {
            let begins = if shared { first } else { out.len() };
            let begins = u32::try_from(begins).unwrap();
            out[place..place + 4].copy_from_slice(&begins.to_le_bytes());
            out.extend(record(kind::BEGIN, &BOF));
            out.extend(sheet);
            out.extend(record(kind::END, &[]));
        }
        out
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        let place = [row.to_le_bytes(), column.to_le_bytes()].concat();
        record(kind::NUMBER, &[&place[..], &[0; 10]].concat())
    }

    fn code(sheet: &[Vec<u8>]) -> Option<&'static str> {
        let stream = workbook(&[sheet.concat()], false);
        copied(&stream).err().map(|problem| problem.code())
    }

    #[test]
    fn cells_are_copied_and_what_is_not_needed_is_not() {
        let dimensions = record(0x0200, &[0; 14]);
        let sheets = [number(0, 0), [dimensions, number(1, 2)].concat()];
        let stream = workbook(&sheets, false);
        let expected = workbook(&[number(0, 0), number(1, 2)], false);
        assert_eq!(copied(&stream).unwrap().0, expected);
        // A formula without its text.
        let formula = record(kind::FORMULA, &[7; 60]);
        let value = [&[7; 20][..], &[0, 0]].concat();
        let stream = workbook(&[formula], false);
        let expected = workbook(&[record(kind::FORMULA, &value)], false);
        assert_eq!(copied(&stream).unwrap().0, expected);
    }

    #[test]
    fn sheets_begin_where_a_sheet_begins_and_do_not_overlap() {
        let sheets = vec![number(0, 0); 3];
        assert!(copied(&workbook(&sheets, false)).is_ok());
        let problem = copied(&workbook(&sheets, true)).unwrap_err();
        assert_eq!(problem.code(), "import.workbook");
        let mut stream = workbook(&[number(0, 0)], false);
        for place in [0xFFFF_FFFF_u32, 5, 40] {
            stream[12..16].copy_from_slice(&place.to_le_bytes());
            assert!(copied(&stream).is_err(), "{place}");
        }
    }

    #[test]
    fn hidden_rows_are_noted_for_each_sheet() {
        let row = |number: u16, flags: u8| {
            let head = [&number.to_le_bytes()[..], &[0; 10]].concat();
            record(kind::ROW, &[&head[..], &[flags, 1, 15, 0]].concat())
        };
        let first = [row(3, 0x20), row(4, 0), row(5, 0x60), number(3, 0)].concat();
        let (copy, marks) = copied(&workbook(&[first, number(3, 0)], false)).unwrap();
        assert_eq!(copy, workbook(&[number(3, 0), number(3, 0)], false));
        let hidden = |of: &Marks| (0..9).filter(|row| of.is_hidden(*row)).collect::<Vec<_>>();
        let all: Vec<Vec<u32>> = marks.iter().map(hidden).collect();
        assert_eq!(all, [vec![3, 5], vec![]]);
    }

    #[test]
    fn an_area_is_counted_across_what_is_embedded() {
        let embedded = [record(kind::BEGIN, &BOF), record(kind::END, &[])].concat();
        let far = number(u16::MAX, 255);
        assert_eq!(
            code(&[number(0, 0), embedded, far.clone()]),
            Some("import.cells")
        );
        // A text without a formula belongs to the first cell.
        let text = record(kind::FORMULA_TEXT, &[1, 0, 0, b'a']);
        assert_eq!(code(&[text, far.clone()]), Some("import.cells"));
        assert_eq!(code(&[far]), None);
    }

    #[test]
    fn texts_are_counted_and_have_the_length_that_they_announce() {
        let label = |announced: u16| {
            let head = [0, 0, 0, 0, 0, 0];
            let text = [&announced.to_le_bytes()[..], &[0], b"abc"].concat();
            record(kind::LABEL, &[&head[..], &text].concat())
        };
        assert_eq!(code(&[label(3)]), None);
        assert_eq!(code(&[label(60_000)]), Some("import.workbook"));
        // One long text of the table in very many cells.
        let mut stream = record(kind::BEGIN, &BOF);
        let place = stream.len() + 4;
        stream.extend(record(kind::BOUND_SHEET, &[0, 0, 0, 0, 0, 0, 1, 0, b'a']));
        let text = [&[0; 8][..], &8000u16.to_le_bytes(), &[0], &[b'x'; 8000]].concat();
        stream.extend(record(kind::STRINGS, &text));
        stream.extend(record(kind::END, &[]));
        let begins = u32::try_from(stream.len()).unwrap();
        stream[place..place + 4].copy_from_slice(&begins.to_le_bytes());
        stream.extend(record(kind::BEGIN, &BOF));
        let mut many = stream.clone();
        many.extend(record(kind::SHARED_LABEL, &[0; 10]).repeat(20_000));
        assert_eq!(copied(&many).unwrap_err().code(), "import.text-size");
        stream.extend(record(kind::SHARED_LABEL, &[0; 10]).repeat(1000));
        assert!(copied(&stream).is_ok());
    }

    #[test]
    fn what_continues_a_record_has_a_limit() {
        let mut stream = record(kind::BEGIN, &BOF);
        stream.extend(record(kind::STRINGS, &[0; 8]));
        stream.extend(record(kind::CONTINUE, &[]).repeat(CONTINUED + 1));
        assert_eq!(copied(&stream).unwrap_err().code(), "import.workbook");
    }
}
