//! `suiji new`: creates the folder of a new case, with a sample of each file and a README.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use suiji::Lang;

use crate::base::clock;
use crate::base::error::Error;
use crate::base::errors::{self, file_error};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::base::random;
use crate::case::{CEREMONY, Case, OFFICE, ledger, samples};
use crate::disk::files;
use crate::disk::writing::{Access, Staged, sync_folder, unwritable};
use crate::show::session::Session;
use crate::show::shell::quoted;
use crate::texts::{self, codes};

const README: (&str, &str) = (
    include_str!("../skeleton/README.zh-CN.md"),
    include_str!("../skeleton/README.md"),
);

pub(crate) fn new(session: &mut Session<'_>, folder: &Path) -> Result<Exit, Failure> {
    let readme = if session.lang == Lang::En {
        README.1
    } else {
        README.0
    };
    let samples = samples::of_new_case(&clock::year()?, &random::hex::<32>()?);
    let mut files = vec![
        ("README.md", readme, Access::Shared),
        (
            OFFICE,
            include_str!("../skeleton/office.json"),
            Access::Shared,
        ),
    ];
    files.extend(samples.iter().map(|(name, text)| match *name {
        // The file contains the secret.
        CEREMONY => (*name, &**text, Access::Private),
        name => (name, &**text, Access::Shared),
    }));
    make(folder, &files)?;
    if session.json {
        let names: Value = files
            .iter()
            .map(|(name, ..)| json!(folder.join(name).display().to_string()))
            .collect();
        session.print_json(&json!({"case": folder.display().to_string(), "files": names}))?;
        return Ok(Exit::Success);
    }
    session.say(texts::case_made(folder.display(), quoted(folder)))?;
    session.say(texts::secret_made(CEREMONY))?;
    if let Some(path) = ledger::path(&Case::open(folder)?)? {
        session.say(texts::case_in_ledger(path.display()))?;
    }
    Ok(Exit::Success)
}

/// Creates a folder with these files, completely or not at all. An empty folder may exist already.
pub(crate) fn make<B: AsRef<[u8]>>(
    folder: &Path,
    files: &[(&str, B, Access)],
) -> Result<(), Error> {
    let exists = || file_error(folder, codes::exists());
    let unwritable = unwritable(folder);
    if files::exists(folder)? && !is_empty(folder)? {
        return Err(exists());
    }
    let parent = files::folder_of(folder);
    fs::create_dir_all(&parent).map_err(unwritable)?;
    let staged = Staged::write(folder, files).map_err(unwritable)?;
    // Some systems cannot replace an empty folder by renaming.
    let _ = fs::remove_dir(folder);
    staged.rename(folder).map_err(|error| {
        if matches!(files::exists(folder), Ok(true)) {
            exists()
        } else {
            unwritable(error)
        }
    })?;
    sync_folder(&parent).map_err(unwritable)
}

/// Whether a folder is empty; a file is not.
fn is_empty(folder: &Path) -> Result<bool, Error> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(errors::unreadable(folder, &error)),
    }
}
