//! Workbooks of the old format. The library trusts the sizes and positions in the records. So the necessary records are
//! first copied, within limits, into a new compound file.

mod bytes;
mod records;
mod strings;

use std::io::{Cursor, Read, Write};

use calamine::{Reader, SheetVisible, Xls};

use super::super::source::{Bytes, unreadable};
use super::area::Area;
use super::quiet::guarded;
use super::{Dense, SheetInfo, damaged};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

/// Opens a compound file. It may not be a workbook.
pub(super) fn open(mut bytes: Box<dyn Bytes>) -> Result<(Vec<Dense>, Vec<SheetInfo>), Problem> {
    guarded(|| {
        let stream = stream(&mut *bytes)?;
        drop(bytes);
        let (copy, marks) = records::copied(&stream)?;
        let compound = compound(&copy)?;
        let mut marks = marks.into_iter();
        drop(stream);
        let mut workbook = Xls::new(Cursor::new(compound)).map_err(damaged)?;
        let mut ranges = Vec::new();
        let mut infos = Vec::new();
        for sheet in workbook.sheets_metadata().to_vec() {
            let marks = marks.next().unwrap_or_default();
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
                areas: areas.collect::<Vec<_>>().into(),
                marks,
            });
            ranges.push(Dense(range));
        }
        Ok((ranges, infos))
    })
}

/// The stream of the workbook.
fn stream(bytes: &mut dyn Bytes) -> Result<Vec<u8>, Problem> {
    let length = bytes.seek(std::io::SeekFrom::End(0)).map_err(unreadable)?;
    if length > limits::XLS_BYTES {
        return Err(codes::xls_size(limits::XLS_BYTES >> 20));
    }
    bytes.rewind().map_err(unreadable)?;
    let mut compound = cfb::CompoundFile::open(bytes).map_err(damaged)?;
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
    let opened = compound.open_stream(name).map_err(damaged)?;
    let read = opened.take(limits::XLS_BYTES).read_to_end(&mut stream);
    read.map_err(damaged)?;
    Ok(stream)
}

/// A compound file with only this stream.
fn compound(stream: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))
            .map_err(damaged)?;
    let mut into = file.create_stream("/Workbook").map_err(damaged)?;
    into.write_all(stream)
        .and_then(|()| into.flush())
        .map_err(damaged)?;
    drop(into);
    file.flush().map_err(damaged)?;
    Ok(file.into_inner().into_inner())
}
