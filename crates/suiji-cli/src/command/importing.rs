//! Runs `suiji import` with the values of its command line.

use std::path::Path;

use suiji_import::{Extra, List};

use super::values::{self, Values};
use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::show::session::Session;
use crate::texts::codes;
use crate::{import, results};

pub(super) fn import(session: &mut Session<'_>, values: &Values) -> Result<Exit, Failure> {
    let list = values.text("as")?.map(list).transpose()?;
    if list == Some(List::Results) {
        let files: Vec<&Path> = values.arguments.iter().skip(1).map(Path::new).collect();
        let map = values.option("map").map(Path::new);
        return results::results(session, &Case::open(values.path(0))?, (&files, map));
    }
    let options = import::Options {
        files: values.arguments.iter().skip(1).map(Path::new).collect(),
        list,
        map: values.option("map").map(Path::new),
        extra: extra(values)?,
    };
    import::import(session, &Case::open(values.path(0))?, &options)
}

fn list(word: &str) -> Result<List, Error> {
    List::from_word(word).ok_or_else(|| values::usage(codes::not_a_list(values::shown(word))))
}

fn extra(values: &Values) -> Result<Extra, Error> {
    let mut names = Vec::new();
    for name in values.options("extra") {
        names.push(values::text(name, "--extra")?.to_owned());
    }
    Ok(match names.is_empty() {
        true => Extra::Nothing,
        false if names.iter().any(|name| name == "all") => Extra::All,
        false => Extra::Named(names),
    })
}
