//! The data that an office adds to its papers: settings, holidays and templates.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::limits;
use suiji_report::{Calendar, Office, Templates};

use super::Options;
use crate::base::error::Error;
use crate::base::errors;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{Case, OFFICE};
use crate::disk::files;
use crate::disk::writing::{Access, Staged, unwritable};
use crate::show::session::Session;
use crate::texts;

/// Other optional files in a case, in addition to `office.json`.
const HOLIDAYS: &str = "holidays.json";
const TEMPLATES: &str = "templates";

/// What was read.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) office: Office,
    pub(crate) calendar: Calendar,
    pub(crate) templates: Templates,
    /// The file of the settings, if there is none.
    pub(crate) without_office: Option<String>,
}

impl Settings {
    /// The files that the command line names, or else those of the case.
    pub(crate) fn read(case: &Case, options: &Options<'_>) -> Result<Self, Failure> {
        let office = read(case, options.office, OFFICE)?;
        let holidays = read(case, options.holidays, HOLIDAYS)?;
        let own = templates(case, options.templates)?;
        let without_office = office
            .is_none()
            .then(|| case.path(OFFICE).display().to_string());
        let office = office
            .map(|(path, bytes)| Office::from_json(&bytes).map_err(|error| in_file(error, &path)));
        let calendar = holidays.map(|(path, bytes)| {
            let calendar = Calendar::published().with_json(&bytes);
            calendar.map_err(|error| in_file(error, &path))
        });
        let mut templates = Templates::default();
        for (path, name, text) in own {
            templates = templates
                .with(&name, &text)
                .map_err(|error| in_file(error, &path))?;
        }
        Ok(Self {
            office: office.transpose()?.unwrap_or_default(),
            calendar: calendar.transpose()?.unwrap_or_default(),
            templates,
            without_office,
        })
    }
}

fn in_file(error: suiji_report::Error, path: &Path) -> Failure {
    error.in_file(&path.display().to_string()).into()
}

/// The file that was named, which must exist. If none was named, the file of the case, if it exists.
fn read(
    case: &Case,
    named: Option<&Path>,
    name: &str,
) -> Result<Option<(PathBuf, Vec<u8>)>, Error> {
    let path = named.map_or_else(|| case.path(name), Path::to_owned);
    let bytes = match named {
        Some(path) => Some(files::read(path, limits::PLAN_BYTES, ErrorKind::File)?),
        None => files::read_optional(&path, limits::PLAN_BYTES, ErrorKind::File)?,
    };
    Ok(bytes.map(|bytes| (path, bytes)))
}

/// The templates in a folder: its files that end in `.html`, by name.
fn templates(case: &Case, named: Option<&Path>) -> Result<Vec<(PathBuf, String, String)>, Error> {
    let folder = named.map_or_else(|| case.path(TEMPLATES), Path::to_owned);
    let entries = match fs::read_dir(&folder) {
        Err(error) if files::is_not_found(&error) && named.is_none() => return Ok(Vec::new()),
        entries => entries.map_err(|error| errors::unreadable(&folder, &error))?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|error| errors::unreadable(&folder, &error))?
            .path();
        if path.extension() == Some(OsStr::new("html")) {
            paths.push(path);
        }
    }
    paths.sort();
    let template = |path: PathBuf| {
        let bytes = files::read(&path, limits::PLAN_BYTES, ErrorKind::File)?;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        // Bytes that are not UTF-8 are visible as marks in the paper.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok((path, name, text))
    };
    paths.into_iter().map(template).collect()
}

/// Writes our templates to a new folder, where an office can change them.
pub(crate) fn copy_templates(session: &mut Session<'_>, folder: &Path) -> Result<Exit, Failure> {
    let all = Templates::names().filter_map(|name| Some((name, Templates::ours(name)?)));
    let files: Vec<(&str, &str, Access)> = all
        .map(|(name, text)| (name, text, Access::Shared))
        .collect();
    let unwritable = unwritable(folder);
    let exists = files::exists(folder)?;
    if exists {
        return Err(errors::file_error(folder, texts::codes::exists()).into());
    }
    Staged::write(folder, &files)
        .and_then(|staged| staged.rename(folder))
        .map_err(unwritable)?;
    session.say(texts::templates_copied(files.len(), folder.display()))?;
    Ok(Exit::Success)
}
