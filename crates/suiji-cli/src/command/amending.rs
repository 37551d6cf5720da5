//! The command line of `suiji amend`: what happened. Not all options can be combined.

use std::path::Path;
use std::str::FromStr;

use crate::base::error::Error;

use super::values::{self, Values};
use crate::amend::{self, Options, What};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::show::session::Session;
use crate::texts::{self, codes};

/// The options that say what happened, each with the options that it allows.
const KINDS: [(&str, &[&str]); 6] = [
    ("requests", &[]),
    ("away", &["done"]),
    ("back", &[]),
    ("leaves", &["entity"]),
    ("closed", &["task"]),
    ("by-hand", &["entity", "task", "seat"]),
];

/// All options that one of [`KINDS`] allows.
const DETAILS: [&str; 4] = ["done", "entity", "task", "seat"];

pub(super) fn amend(session: &mut Session<'_>, values: &Values) -> Result<Exit, Failure> {
    let kind = kind(values)?;
    let at = values.text("at")?;
    let at = at.map(|text| values::parsed("--at", text, str::parse));
    let options = Options {
        requests: values.option("requests").map(Path::new),
        what: kind.map(|kind| what(values, kind)).transpose()?.flatten(),
        reason: values.text("reason")?,
        approved_by: values.text("approved-by")?,
        at: at.transpose()?,
        yes: values.has("yes"),
    };
    amend::amend(session, &Case::open(values.path(0))?, &options)
}

/// The option that says what happened. Two of them, or an option that it does not allow, are
/// an error.
fn kind(values: &Values) -> Result<Option<&'static str>, Error> {
    let mut given = KINDS.iter().filter(|(name, _)| values.has(name));
    let first = given.next();
    let not_together = |one: &str, other: &str| {
        let (one, other) = (format!("--{one}"), format!("--{other}"));
        values::usage(codes::usage_together(one, other, texts::not_together()))
    };
    if let (Some((first, _)), Some((second, _))) = (first, given.next()) {
        return Err(not_together(first, second));
    }
    for detail in DETAILS.into_iter().filter(|detail| values.has(detail)) {
        match first {
            Some((_, with)) if with.contains(&detail) => {}
            Some((first, _)) => return Err(not_together(first, detail)),
            None => {
                let of = KINDS.iter().find(|(_, with)| with.contains(&detail));
                let of = of.map_or("", |(name, _)| name);
                let (of, detail) = (format!("--{of}"), format!("--{detail}"));
                let problem = codes::usage_together(of, detail, texts::only_together());
                return Err(values::usage(problem));
            }
        }
    }
    for common in ["reason", "approved-by", "at"] {
        if first.is_some_and(|(first, _)| *first == "requests") && values.has(common) {
            return Err(not_together("requests", common));
        }
    }
    Ok(first.map(|(name, _)| *name))
}

fn what(values: &Values, kind: &str) -> Result<Option<What>, Error> {
    Ok(Some(match kind {
        "away" => What::Away {
            inspectors: all(values, "away")?,
            done: all(values, "done")?,
        },
        "back" => What::Back {
            inspectors: all(values, "back")?,
        },
        "leaves" => What::Leaves {
            inspector: required(values, "leaves", kind)?,
            entities: at_least_one(values, kind)?,
        },
        "closed" => What::Closed {
            entity: required(values, "closed", kind)?,
            task: one(values, "task")?,
        },
        "by-hand" => What::ByHand {
            inspector: required(values, "by-hand", kind)?,
            entity: required(values, "entity", kind)?,
            task: one(values, "task")?,
            seat: seat(values)?,
        },
        _ => return Ok(None),
    }))
}

fn all<T: FromStr<Err = suiji::Error>>(
    values: &Values,
    name: &'static str,
) -> Result<Vec<T>, Error> {
    let given = values.options(name);
    given
        .map(|value| values::parsed(&format!("--{name}"), values::text(value, name)?, str::parse))
        .collect()
}

fn one<T: FromStr<Err = suiji::Error>>(
    values: &Values,
    name: &'static str,
) -> Result<Option<T>, Error> {
    Ok(all(values, name)?.into_iter().next())
}

fn required<T: FromStr<Err = suiji::Error>>(
    values: &Values,
    name: &'static str,
    kind: &str,
) -> Result<T, Error> {
    one(values, name)?.ok_or_else(|| missing(kind, name))
}

fn at_least_one<T: FromStr<Err = suiji::Error>>(
    values: &Values,
    kind: &str,
) -> Result<Vec<T>, Error> {
    let all = all(values, "entity")?;
    match all.is_empty() {
        true => Err(missing(kind, "entity")),
        false => Ok(all),
    }
}

fn missing(kind: &str, name: &str) -> Error {
    let (kind, name) = (format!("--{kind}"), format!("--{name}"));
    values::usage(codes::usage_together(kind, name, texts::only_together()))
}

fn seat(values: &Values) -> Result<Option<u64>, Error> {
    let Some(text) = values.text("seat")? else {
        return Ok(None);
    };
    let number = text.parse();
    let wrong = |_| {
        values::usage(codes::usage_value(
            "--seat",
            values::shown(text),
            texts::a_number(),
        ))
    };
    number.map(Some).map_err(wrong)
}
