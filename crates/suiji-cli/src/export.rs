//! `suiji export`: writes the table of a draw in the form of another platform, according
//! to a mapping file.

use std::path::Path;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::limits;
use suiji_report::{Format, Profile};

use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::case::drawn::Drawn;
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::papers::{self, Settings};
use crate::show::session::Session;
use crate::texts::{self, codes};

/// What the command line requests.
#[derive(Debug)]
pub(crate) struct Options<'o> {
    /// The name of an included profile, or the path of a mapping file.
    pub(crate) profile: &'o Path,
    pub(crate) out: Option<&'o Path>,
    pub(crate) office: Option<&'o Path>,
    pub(crate) holidays: Option<&'o Path>,
}

pub(crate) fn export(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Exit, Failure> {
    let profile = profile(options.profile)?;
    if profile.format() == Format::Xlsx && options.out.is_none() {
        return Err(Error::new(codes::workbook_needs_file()).into());
    }
    let settings = Settings::read(
        case,
        &papers::Options {
            office: options.office,
            holidays: options.holidays,
            ..papers::Options::default()
        },
    )?;
    let drawn = Drawn::open(case, &session.run())?;
    let papers = papers::of_draw(&drawn, settings.office, settings.calendar)?;
    let papers = papers.in_language(session.lang);
    let in_file = |error: suiji_report::Error| match is_ours(options.profile) {
        true => error,
        false => error.in_file(&options.profile.display().to_string()),
    };
    let table = papers.export(&profile).map_err(in_file)?;
    let Some(path) = options.out else {
        session.write(|out| out.write_all(&table))?;
        session.note(about(&profile))?;
        return Ok(Exit::Success);
    };
    let access = match profile.is_public() {
        true => Access::Shared,
        // The table may have classes, reserves, and columns of the registry.
        false => Access::Private,
    };
    writing::create(path, &table, access)?;
    if session.json {
        session.print_json(&json!({
            "table": path.display().to_string(),
            "format": profile.format().as_str(),
            "profile": profile.name(),
            "follows": profile.follows(),
            "missing": profile.missing(),
            "public": profile.is_public(),
        }))?;
        return Ok(Exit::Success);
    }
    session.say(texts::exported(path.display()))?;
    session.say(about(&profile))?;
    if profile.format() == Format::Csv {
        session.say(texts::exported_csv())?;
    }
    if !profile.is_public() {
        session.say(texts::exported_not_public())?;
    }
    Ok(Exit::Success)
}

fn is_ours(name: &Path) -> bool {
    Profile::known().any(|known| Path::new(known) == name)
}

/// An included profile, or the profile in a file.
fn profile(name: &Path) -> Result<Profile, Failure> {
    if is_ours(name) {
        return Ok(Profile::named(&name.to_string_lossy())?);
    }
    let bytes = files::read(name, limits::PLAN_BYTES, ErrorKind::File);
    let bytes = bytes.map_err(|error| match error.is(codes::MISSING_FILE) {
        true => {
            let names: Vec<&str> = Profile::known().collect();
            error.and(Error::new(codes::known_profiles(names.join(", "))))
        }
        false => error,
    })?;
    let profile = Profile::from_json(&bytes);
    Ok(profile.map_err(|error| error.in_file(&name.display().to_string()))?)
}

/// The source of the profile, and the fields that were not available.
fn about(profile: &Profile) -> texts::Text {
    texts::Text::of(|lang| profile.about().get(lang).to_owned())
}
