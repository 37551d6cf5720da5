//! What is checked of a workbook before it is read: an archive can hold far more than its size tells.

use std::io::Read;

use memchr::memmem;
use zip::ZipArchive;

use super::super::source::Bytes;
use super::area::Area;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// What the parts of an archive are.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The names of all parts.
    pub(crate) names: Vec<String>,
    /// The merged areas of each worksheet, by the name of its part in lower case.
    pub(super) merged: Vec<(String, Vec<Area>)>,
}

/// Decompresses every XML part once, within the limits.
pub(crate) fn check(bytes: &mut dyn Bytes) -> Result<Parts, Problem> {
    let mut archive = ZipArchive::new(bytes).map_err(codes::workbook)?;
    if archive.len() > limits::PARTS {
        return Err(codes::parts(limits::PARTS));
    }
    let mut parts = Parts::default();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(codes::workbook)?;
        let name = part.name().map_err(codes::workbook)?.into_owned();
        let compressed = part.compressed_size();
        let lower = name.to_lowercase();
        if lower.ends_with(".xml") || lower.ends_with(".rels") {
            let merged = scan(&mut part, &name, compressed)?;
            if lower.contains("worksheets/") {
                parts.merged.push((lower, merged));
            }
        }
        parts.names.push(name);
    }
    Ok(parts)
}

/// Bytes that are decompressed at once.
const PIECE: usize = 1 << 16;

/// Reads a part to its end. Returns the merged areas that it names.
fn scan(part: &mut impl Read, name: &str, compressed: u64) -> Result<Vec<Area>, Problem> {
    let most = match name.to_lowercase().ends_with("sharedstrings.xml") {
        true => limits::STRINGS_BYTES,
        false => limits::PART_BYTES,
    };
    let expanded = compressed
        .saturating_mul(limits::EXPANSION)
        .max(limits::EXPANSION_FREE);
    let marks = [
        memmem::Finder::new("<!DOCTYPE"),
        memmem::Finder::new("<!ENTITY"),
    ];
    let merge = memmem::Finder::new("<mergeCell ");
    let mut areas = Vec::new();
    let mut buffer: Vec<u8> = Vec::new();
    let mut kept = 0;
    let mut total = 0u64;
    loop {
        buffer.resize(kept + PIECE, 0);
        let into = buffer.get_mut(kept..).unwrap_or_default();
        let read = part.read(into).map_err(codes::workbook)?;
        buffer.truncate(kept + read);
        total += u64::try_from(read).unwrap_or(u64::MAX);
        if total > most {
            return Err(codes::part_size(name, most >> 20));
        }
        if total > expanded {
            return Err(codes::expansion(name, limits::EXPANSION));
        }
        check_gaps(&buffer, name)?;
        if marks.iter().any(|mark| mark.find(&buffer).is_some()) {
            return Err(codes::entities(name));
        }
        // The last mark may be incomplete: it is read again with what follows.
        let complete = match read {
            0 => buffer.len(),
            _ => memchr::memrchr(b'<', &buffer).unwrap_or(0),
        };
        let done = buffer.get(..complete).unwrap_or_default();
        for at in merge.find_iter(done) {
            let tag = done.get(at..).unwrap_or_default();
            areas.extend(Area::of_mark(
                tag.get(..200.min(tag.len())).unwrap_or_default(),
            ));
            if areas.len() > limits::MERGED {
                return Err(codes::merged(limits::MERGED));
            }
        }
        if read == 0 {
            return Ok(areas);
        }
        buffer.drain(..complete);
        kept = buffer.len();
    }
}

/// Refuses a text or mark that is longer than any cell can be.
fn check_gaps(buffer: &[u8], name: &str) -> Result<(), Problem> {
    let mut last = 0;
    for at in memchr::memchr_iter(b'<', buffer).chain([buffer.len()]) {
        if at - last > limits::XML_TEXT {
            return Err(codes::xml_text(name, limits::XML_TEXT));
        }
        last = at;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(text: &str, compressed: u64) -> Result<Vec<Area>, &'static str> {
        scan(&mut text.as_bytes(), "xl/a.xml", compressed).map_err(|problem| problem.code())
    }

    #[test]
    fn merged_areas_are_found_wherever_a_piece_ends() {
        for length in PIECE - 60..PIECE + 10 {
            let text = format!(
                "<a>{}</a><mergeCells><mergeCell ref=\"B2:C4\"/><mergeCell ref=\"A1:A2\"/></mergeCells>",
                "x".repeat(length)
            );
            let found = scanned(&text, 1 << 20).unwrap();
            let expected = [
                Area {
                    top: 1,
                    left: 1,
                    bottom: 3,
                    right: 2,
                },
                Area {
                    top: 0,
                    left: 0,
                    bottom: 1,
                    right: 0,
                },
            ];
            assert_eq!(found, expected, "{length}");
        }
    }

    #[test]
    fn bombs_are_refused() {
        assert_eq!(
            scanned("<!DOCTYPE a [<!ENTITY b \"c\">]>", 9),
            Err("import.entities")
        );
        assert_eq!(
            scanned(&"x".repeat(2 << 20), 1 << 20),
            Err("import.xml-text")
        );
        let cells = "<c/>".repeat(5 << 20);
        assert_eq!(scanned(&cells, 100), Err("import.expansion"));
        assert_eq!(scanned(&cells, 1 << 20), Ok(Vec::new()));
    }
}
