//! Runs `suiji export` with the values of its command line.

use std::path::Path;

use super::values::Values;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::export;
use crate::show::session::Session;

pub(super) fn export(session: &mut Session<'_>, values: &Values) -> Result<Exit, Failure> {
    let path = |name: &str| values.option(name).map(Path::new);
    let options = export::Options {
        profile: path("profile").unwrap_or(Path::new("")),
        out: path("out"),
        office: path("office"),
        holidays: path("holidays"),
    };
    export::export(session, &Case::open(values.path(0))?, &options)
}
