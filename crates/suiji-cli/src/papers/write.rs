//! The folder of papers. It is written completely or not at all, and never replaces another
//! folder.

use std::path::{Path, PathBuf};

use suiji_report::Paper;

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::case::{Case, PAPERS};
use crate::disk::files;
use crate::disk::writing::{Access, Staged, unwritable};
use crate::texts::codes;

/// Writes papers to a folder that does not exist, and returns it.
pub(super) fn folder(
    case: &Case,
    named: Option<&Path>,
    papers: &[Paper],
) -> Result<PathBuf, Error> {
    let folder = match named {
        Some(folder) if files::exists(folder)? => {
            return Err(file_error(folder, codes::exists()));
        }
        Some(folder) => folder.to_owned(),
        None => free(case)?,
    };
    let unwritable = unwritable(&folder);
    let staged = Staged::folder(&folder).map_err(unwritable)?;
    for paper in papers {
        // Only the announcement is public; the other papers have names and classes.
        let access = match paper.is_public() {
            true => Access::Shared,
            false => Access::Private,
        };
        staged
            .add(paper.name(), paper.bytes(), access)
            .map_err(unwritable)?;
    }
    staged.rename(&folder).map_err(unwritable)?;
    Ok(folder)
}

/// The first folder of that name or number that is free.
fn free(case: &Case) -> Result<PathBuf, Error> {
    let mut folder = case.path(PAPERS);
    let mut number: u64 = 2;
    while files::exists(&folder)? {
        folder = case.path(&format!("{PAPERS}-{number}"));
        number += 1;
    }
    Ok(folder)
}
