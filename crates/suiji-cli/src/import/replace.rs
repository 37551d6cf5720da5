//! Which lists of a case an import may replace.

use suiji_import::Import;

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::case::Case;
use crate::disk::files;
use crate::texts::codes;

/// Refuses a list that the case has in another form, and one that a draw needs and of which there is no other copy.
pub(super) fn check(case: &Case, imported: &Import) -> Result<(), Error> {
    let lists = || imported.summaries().iter().map(|of| of.list);
    for list in lists() {
        let name = format!("{list}.jsonl");
        let other = case.path(&name);
        if files::exists(&other)? {
            return Err(file_error(&other, codes::replaced_form(name)));
        }
    }
    let Some(commitment) = case.commitment()? else {
        return Ok(());
    };
    if case.as_sealed(&commitment)?.kept().is_some() {
        return Ok(());
    }
    for list in lists() {
        let name = format!("{list}.csv");
        let path = case.path(&name);
        if files::exists(&path)? {
            return Err(file_error(&path, codes::import_not_kept(name)));
        }
    }
    Ok(())
}
