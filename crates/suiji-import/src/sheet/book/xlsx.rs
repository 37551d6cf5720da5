//! Reads workbooks of Office Open XML sheet by sheet, without a whole sheet in memory.

use calamine::{Reader, SheetType, SheetVisible, Xlsx};
use quick_xml::Reader as XmlReader;
use quick_xml::events::Event;
use zip::ZipArchive;

use std::collections::BTreeMap;
use std::io::{BufReader, Read, Seek};
use std::sync::Arc;

use super::super::block::Block;
use super::super::source::{Bytes, unreadable};
use super::area::Area;
use super::cells::{Rows, Value};
use super::guard::Parts;
use super::marks::Marks;
use super::quiet::guarded;
use super::{SheetInfo, damaged};
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

pub(super) type Workbook = Xlsx<Box<dyn Bytes>>;

/// Opens a checked workbook.
pub(super) fn open(
    mut bytes: Box<dyn Bytes>,
    parts: &Parts,
) -> Result<(Box<Workbook>, Vec<SheetInfo>), Problem> {
    let paths = guarded(|| Ok(sheet_parts(&mut *bytes)))?.unwrap_or_default();
    let mut marks = guarded(|| marked(&mut *bytes, parts))?;
    let workbook: Workbook = guarded(|| Xlsx::new(bytes).map_err(damaged))?;
    if workbook.sheets_metadata().len() > limits::SHEETS {
        return Err(codes::sheets(limits::SHEETS));
    }
    let sheets = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let infos: Vec<SheetInfo> = sheets
        .map(|sheet| {
            let path = paths.iter().find(|(name, _)| *name == sheet.name);
            SheetInfo {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
                areas: areas(&sheet.name, &paths, parts),
                marks: path
                    .and_then(|(_, part)| marks.remove(part))
                    .unwrap_or_default(),
            }
        })
        .collect();
    Ok((Box::new(workbook), infos))
}

/// Calls `each` with the rows of a sheet until it returns false.
pub(super) fn read(
    workbook: &mut Workbook,
    sheet: &SheetInfo,
    text: u64,
    each: &mut dyn FnMut(Block) -> bool,
) -> Result<(), Problem> {
    guarded(|| {
        let mut cells = workbook
            .worksheet_cells_reader(&sheet.name)
            .map_err(damaged)?;
        let mut rows = Rows::new(sheet, text, each);
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            if !rows.push(cell.get_position(), &Value::from(cell.get_value()))? {
                break;
            }
        }
        rows.finish()
    })
}

/// The marks of the worksheets that have any, by their part in lower case.
fn marked(bytes: &mut dyn Bytes, parts: &Parts) -> Result<BTreeMap<String, Marks>, Problem> {
    let mut all = BTreeMap::new();
    if parts.marked.is_empty() {
        return Ok(all);
    }
    bytes.rewind().map_err(unreadable)?;
    let mut archive = ZipArchive::new(&mut *bytes).map_err(damaged)?;
    for name in &parts.marked {
        let part = archive.by_name(name).map_err(damaged)?;
        all.insert(name.to_lowercase(), Marks::of_part(part)?);
    }
    drop(archive);
    bytes.rewind().map_err(unreadable)?;
    Ok(all)
}

fn areas(sheet: &str, paths: &[(String, String)], parts: &Parts) -> Arc<[Area]> {
    let path = paths.iter().find(|(name, _)| name == sheet);
    let merged = path.and_then(|(_, path)| parts.merged.iter().find(|(part, _)| part == path));
    merged.map(|(_, areas)| areas.clone()).unwrap_or_default()
}

/// The part of each sheet, in lower case.
fn sheet_parts(bytes: &mut dyn Bytes) -> Option<Vec<(String, String)>> {
    bytes.rewind().ok()?;
    let mut archive = ZipArchive::new(&mut *bytes).ok()?;
    let targets = relations(
        &mut archive,
        "xl/_rels/workbook.xml.rels",
        "Relationship",
        ["Id", "Target"],
    )?;
    let sheets = relations(&mut archive, "xl/workbook.xml", "sheet", ["name", "id"])?;
    drop(archive);
    bytes.rewind().ok()?;
    let part = |target: &str| match target.strip_prefix('/') {
        Some(whole) => whole.to_lowercase(),
        None => format!("xl/{target}").to_lowercase(),
    };
    let of_sheet = sheets.into_iter().filter_map(|(name, id)| {
        let (_, target) = targets.iter().find(|(of, _)| *of == id)?;
        Some((name, part(target)))
    });
    Some(of_sheet.collect())
}

/// Two attributes of each element with this name.
fn relations(
    archive: &mut ZipArchive<impl Read + Seek>,
    part: &str,
    element: &str,
    attributes: [&str; 2],
) -> Option<Vec<(String, String)>> {
    let part = archive.by_name(part).ok()?;
    let mut xml = XmlReader::from_reader(BufReader::new(part.take(limits::XML_TEXT as u64 * 16)));
    let mut buffer = Vec::new();
    let mut found = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(of) | Event::Empty(of) if of.local_name().as_ref() == element => {
                let value = |name: &str| {
                    let mut all = of.attributes().flatten();
                    let attribute = all.find(|at| at.key.local_name().as_ref() == name)?;
                    Some(
                        attribute
                            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                            .ok()?
                            .into_owned(),
                    )
                };
                if let (Some(one), Some(other)) = (value(attributes[0]), value(attributes[1])) {
                    found.push((one, other));
                }
            }
            Event::Eof => return Some(found),
            _ if found.len() > limits::PARTS => return None,
            _ => {}
        }
    }
}
