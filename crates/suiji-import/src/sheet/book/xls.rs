//! Workbooks of the old format. The stream of records is checked, and given to the library in a compound file of
//! its own, because the library trusts the sizes that the records name.

use std::io::{Cursor, Read, Write};

use calamine::{Reader, SheetVisible, Xls};

use super::super::source::{Bytes, unreadable};
use super::area::Area;
use super::{Dense, SheetInfo};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

/// Opens a compound file, which may not be a workbook.
pub(super) fn open(mut bytes: Box<dyn Bytes>) -> Result<(Vec<Dense>, Vec<SheetInfo>), Problem> {
    let stream = records(&mut *bytes)?;
    drop(bytes);
    let compound = compound(&check(stream)?)?;
    super::guarded(|| {
        let mut workbook = Xls::new(Cursor::new(compound)).map_err(codes::workbook)?;
        let mut ranges = Vec::new();
        let mut infos = Vec::new();
        for sheet in workbook.sheets_metadata().to_vec() {
            let Ok(range) = workbook.worksheet_range(&sheet.name) else {
                continue;
            };
            let merged = workbook.merge_cells_by_sheet_name(&sheet.name);
            let areas = merged.unwrap_or_default();
            let areas = areas.iter().filter(|of| of.start <= of.end).map(|of| Area {
                top: of.start.0,
                left: of.start.1,
                bottom: of.end.0,
                right: of.end.1,
            });
            infos.push(SheetInfo {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
                areas: areas.collect(),
            });
            ranges.push(Dense(range));
        }
        Ok((ranges, infos))
    })
}

/// The stream of the workbook.
fn records(bytes: &mut dyn Bytes) -> Result<Vec<u8>, Problem> {
    let length = bytes.seek(std::io::SeekFrom::End(0)).map_err(unreadable)?;
    if length > limits::XLS_BYTES {
        return Err(codes::xls_size(limits::XLS_BYTES >> 20));
    }
    bytes.rewind().map_err(unreadable)?;
    let mut compound = cfb::CompoundFile::open(bytes).map_err(codes::workbook)?;
    if compound.exists("/EncryptedPackage") {
        return Err(codes::encrypted());
    }
    if compound.exists("/WordDocument") {
        return Err(codes::format(texts::a_doc()));
    }
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| compound.is_stream(name));
    let Some(name) = name else {
        return Err(codes::format(texts::a_compound_file()));
    };
    let mut stream = Vec::new();
    let opened = compound.open_stream(name).map_err(codes::workbook)?;
    let read = opened.take(limits::XLS_BYTES).read_to_end(&mut stream);
    read.map_err(codes::workbook)?;
    Ok(stream)
}

/// A compound file with this stream alone.
fn compound(stream: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))
            .map_err(codes::workbook)?;
    let mut into = file.create_stream("/Workbook").map_err(codes::workbook)?;
    into.write_all(stream)
        .and_then(|()| into.flush())
        .map_err(codes::workbook)?;
    drop(into);
    file.flush().map_err(codes::workbook)?;
    Ok(file.into_inner().into_inner())
}

const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const DIMENSIONS: u16 = 0x0200;
/// Cells with row and column first: formula, number, label, error, shared text, rich text, small number.
const ONE_CELL: [u16; 7] = [0x0006, 0x0203, 0x0204, 0x0205, 0x00FD, 0x00D6, 0x027E];
/// Several numbers of a row.
const MANY_CELLS: u16 = 0x00BD;
/// A record that no reader knows.
const NOTHING: [u8; 2] = [0xFF, 0x7F];

/// Checks the records: their lengths, where sheets begin, and how large an area their cells have. Records that only
/// announce a size are removed.
fn check(mut stream: Vec<u8>) -> Result<Vec<u8>, Problem> {
    let damaged = || codes::workbook(texts::records_damaged());
    let mut at = 0;
    let mut sheets = 0;
    let mut total = 0u64;
    let mut cells = Extent::default();
    while let Some(head) = stream.get(at..at + 4) {
        let (kind, length) = (short(head, 0), usize::from(short(head, 2)));
        let data = stream.get(at + 4..at + 4 + length).ok_or_else(damaged)?;
        match kind {
            FILE_PASS => return Err(codes::encrypted()),
            BOUND_SHEET => {
                let begins = data.get(..4).ok_or_else(damaged)?;
                let begins = u32::from_le_bytes([begins[0], begins[1], begins[2], begins[3]]);
                let begins = usize::try_from(begins).map_err(|_| damaged())?;
                if begins >= stream.len() || data.len() < 8 {
                    return Err(damaged());
                }
                sheets += 1;
                if sheets > limits::SHEETS {
                    return Err(codes::sheets(limits::SHEETS));
                }
            }
            BEGIN if data.len() < 4 => return Err(damaged()),
            BEGIN | END => total += cells.take(),
            MANY_CELLS if data.len() >= 6 => {
                let last = u32::from(short(data, length - 2));
                cells.add(u32::from(short(data, 0)), u32::from(short(data, 2)));
                cells.add(u32::from(short(data, 0)), last);
            }
            _ if ONE_CELL.contains(&kind) => {
                let least = if kind == 0x0006 { 20 } else { 6 };
                if data.len() < least {
                    return Err(damaged());
                }
                cells.add(u32::from(short(data, 0)), u32::from(short(data, 2)));
            }
            MANY_CELLS => return Err(damaged()),
            _ => {}
        }
        if total + cells.size() > limits::CELLS {
            return Err(codes::cells(limits::CELLS));
        }
        if kind == DIMENSIONS
            && let Some(head) = stream.get_mut(at..at + 2)
        {
            head.copy_from_slice(&NOTHING);
        }
        at += 4 + length;
    }
    Ok(stream)
}

fn short(bytes: &[u8], at: usize) -> u16 {
    let byte = |index| bytes.get(index).copied().unwrap_or_default();
    u16::from_le_bytes([byte(at), byte(at + 1)])
}

/// The area that the cells of a sheet span.
#[derive(Debug, Default)]
struct Extent(Option<((u32, u32), (u32, u32))>);

impl Extent {
    fn add(&mut self, row: u32, column: u32) {
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
