//! Runs `suiji ledger`, `witness-sheet` and `witness-check` with the values of their command lines.

use std::path::Path;

use suiji::Hash;

use super::values::{self, Values, text, usage};
use super::{run, signing};
use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::ledger::{self, Against, Proved};
use crate::show::session::Session;
use crate::texts::codes;
use crate::witness;

type Ended = Result<Exit, Failure>;

type Action = fn(&mut Session<'_>, &Values) -> Ended;

/// The actions on a ledger.
const ACTIONS: [(&str, Action); 7] = [
    ("init", init),
    ("show", show),
    ("head", head),
    ("verify", verify),
    ("prove", prove),
    ("check", check),
    ("leave", leave),
];

pub(super) fn ledger(session: &mut Session<'_>, values: &Values) -> Ended {
    let word = text(values.argument(0).unwrap_or_default(), "ACTION")?;
    match ACTIONS.iter().find(|(name, _)| *name == word) {
        Some((_, action)) => action(session, values),
        None => {
            let names = ACTIONS.map(|(name, _)| name).join(", ");
            let found = values::shown(word);
            Err(usage(codes::usage_value("ACTION", found, names)).into())
        }
    }
}

fn init(session: &mut Session<'_>, values: &Values) -> Ended {
    let hash = run::hash(values)?.unwrap_or(Hash::Sha256);
    let algorithm = signing::algorithm(values)?;
    let name = values.text("name")?;
    ledger::init(session, values.path(1), name, algorithm, hash)
}

fn show(session: &mut Session<'_>, values: &Values) -> Ended {
    ledger::show(session, values.path(1))
}

fn head(session: &mut Session<'_>, values: &Values) -> Ended {
    ledger::head(session, values.path(1), values.option("out").map(Path::new))
}

fn verify(session: &mut Session<'_>, values: &Values) -> Ended {
    let kept = values.options("head").map(|head| text(head, "--head"));
    let kept: Vec<&str> = kept.collect::<Result<_, _>>()?;
    ledger::verify(session, values.path(1), &kept)
}

fn prove(session: &mut Session<'_>, values: &Values) -> Ended {
    let proved = match (values.text("entry")?, values.text("head")?) {
        (Some(entry), None) => Proved::Entry(number(entry)?),
        (None, Some(head)) => Proved::Since(head),
        _ => return Err(Error::new(codes::head_or_entry()).into()),
    };
    let into = values.option("out").map(Path::new);
    ledger::prove(session, values.path(1), proved, into)
}

fn number(entry: &str) -> Result<u64, Error> {
    let wrong = |_| {
        usage(codes::usage_value(
            "--entry",
            values::shown(entry),
            "0, 1, 2, …",
        ))
    };
    entry.parse().map_err(wrong)
}

fn check(session: &mut Session<'_>, values: &Values) -> Ended {
    let against = Against {
        head: values.text("head")?,
        entry: values.option("entry").map(Path::new),
        key: values.text("key")?,
        hash: run::hash(values)?.unwrap_or(Hash::Sha256),
    };
    ledger::check(session, values.path(1), &against)
}

fn leave(session: &mut Session<'_>, values: &Values) -> Ended {
    let required = |name: &'static str| {
        let missing = || usage(codes::ledger_leave_needs(format!("--{name}")));
        values.text(name)?.ok_or_else(missing)
    };
    let (reason, approved_by) = (required("reason")?, required("approved-by")?);
    ledger::leave(session, &Case::open(values.path(1))?, reason, approved_by)
}

pub(super) fn witness_sheet(session: &mut Session<'_>, values: &Values) -> Ended {
    let into = values.option("out").map(Path::new);
    witness::sheet(session, &Case::open(values.path(0))?, into)
}

pub(super) fn witness_check(session: &mut Session<'_>, values: &Values) -> Ended {
    let options = witness::Options {
        notes: values.path(0),
        documents: values.arguments.iter().skip(1).map(Path::new).collect(),
        case: values.option("case").map(Path::new),
        ledger: values.option("ledger").map(Path::new),
    };
    witness::check(session, &options)
}
