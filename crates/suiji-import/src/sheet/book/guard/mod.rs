//! Checks a workbook before it is read, because an archive can contain far more than its size suggests.

mod scan;

use std::sync::Arc;

use zip::ZipArchive;

use super::super::source::Bytes;
use super::area::Area;
use super::damaged;
use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;
use scan::{Scan, Scanned};

/// The parts of an archive.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The names of all parts.
    pub(crate) names: Vec<String>,
    /// The merged areas of each worksheet, by the name of its part in lower case.
    pub(super) merged: Vec<(String, Arc<[Area]>)>,
    /// The worksheets that may have hidden rows or formulas.
    pub(super) marked: Vec<String>,
}

/// Decompresses every part once, within the limits.
pub(crate) fn check(bytes: &mut dyn Bytes) -> Result<Parts, Problem> {
    check_within(bytes, limits::TOTAL_BYTES, limits::MERGED)
}

fn check_within(bytes: &mut dyn Bytes, mut left: u64, most_areas: usize) -> Result<Parts, Problem> {
    let most = left;
    let mut archive = ZipArchive::new(bytes).map_err(|_| codes::archive())?;
    if archive.len() > limits::PARTS {
        return Err(codes::parts(limits::PARTS));
    }
    // Overlapping parts are refused. So no compressed part is larger than the file, and the sizes in the archive
    // are real.
    if archive.has_overlapping_files().map_err(damaged)? {
        return Err(codes::overlap());
    }
    let mut parts = Parts::default();
    let mut areas = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        let compressed = part.compressed_size();
        let scanned = Scan::new(&name, compressed).run(&mut part)?;
        let Scanned {
            bytes,
            merged,
            marked,
        } = scanned;
        left = left
            .checked_sub(bytes)
            .ok_or_else(|| codes::total_size(most >> 20))?;
        areas += merged.len();
        if areas > most_areas {
            return Err(codes::merged(most_areas));
        }
        if !merged.is_empty() {
            parts.merged.push((name.to_lowercase(), merged.into()));
        }
        if marked {
            parts.marked.push(name.clone());
        }
        parts.names.push(name);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn all_parts_together_have_a_limit() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let mark = "<mergeCell ref=\"A1:A2\"/>".repeat(40);
        for name in ["a", "b", "c"] {
            let options = SimpleFileOptions::default();
            archive.start_file(name, options).unwrap();
            archive.write_all(mark.as_bytes()).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        let total = 3 * u64::try_from(mark.len()).unwrap();
        let check = |most, areas| check_within(&mut Cursor::new(bytes.clone()), most, areas);
        assert_eq!(check(total, 120).unwrap().names, ["a", "b", "c"]);
        assert_eq!(
            check(total - 1, 120).unwrap_err().code(),
            "import.total-size"
        );
        assert_eq!(check(total, 119).unwrap_err().code(), "import.merged");
    }
}
