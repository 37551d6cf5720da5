//! Runs `suiji papers` with the values of its command line.

use std::path::Path;

use suiji::values::EntityId;
use suiji_report::Kind;

use super::values::{self, Values};
use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::papers;
use crate::show::session::Session;
use crate::texts::codes;

pub(super) fn papers(session: &mut Session<'_>, values: &Values) -> Result<Exit, Failure> {
    let case = Case::open(values.path(0))?;
    let path = |name: &str| values.option(name).map(Path::new);
    if let Some(folder) = path("copy-templates") {
        return papers::copy_templates(session, folder);
    }
    let options = papers::Options {
        out: path("out"),
        only: values.options("only").map(kind).collect::<Result<_, _>>()?,
        entities: values
            .options("entity")
            .map(entity)
            .collect::<Result<_, _>>()?,
        all: values.has("all"),
        office: path("office"),
        holidays: path("holidays"),
        templates: path("templates"),
    };
    papers::papers(session, &case, &options)
}

fn kind(word: &std::ffi::OsStr) -> Result<Kind, Error> {
    let word = values::text(word, "--only")?;
    let kinds = Kind::ALL.map(Kind::as_str).join(", ");
    let unknown = || values::usage(codes::not_a_kind(values::shown(word), kinds));
    Kind::from_word(word).ok_or_else(unknown)
}

fn entity(id: &std::ffi::OsStr) -> Result<EntityId, Error> {
    values::parsed("--entity", values::text(id, "--entity")?, str::parse)
}
