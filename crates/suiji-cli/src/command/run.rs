//! Runs each command with the values of its command line.

use std::path::Path;

use suiji::values::EntityId;
use suiji::{Digest, Hash};

use super::values::{self, Values};
use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::case::earlier::Resealing;
use crate::show::draws::{Extent, Shown};
use crate::show::report::Detail;
use crate::show::session::Session;
use crate::texts::{self, codes};
use crate::{
    canon, ceremony, check, check_receipt, commit, demo, draw, explain, history, new, plan_diff,
    publish, results, seal, status, verify, verify_page,
};

type Ended = Result<Exit, Failure>;

pub(super) fn new(session: &mut Session<'_>, values: &Values) -> Ended {
    new::new(session, values.path(0))
}

pub(super) fn ceremony(session: &mut Session<'_>, values: &Values) -> Ended {
    ceremony::ceremony(session, &Case::open(values.path(0))?)
}

pub(super) fn check(session: &mut Session<'_>, values: &Values) -> Ended {
    let options = check::Options {
        page: values.option("page").map(Path::new),
        all_tasks: values.has("all-tasks"),
    };
    check::check(session, &Case::open(values.path(0))?, &options)
}

pub(super) fn seal(session: &mut Session<'_>, values: &Values) -> Ended {
    seal::seal(
        session,
        &Case::open(values.path(0))?,
        &seal_options(values)?,
    )
}

fn seal_options(values: &Values) -> Result<seal::Options<'_>, Error> {
    let at = values.text("at")?;
    let at = at.map(|text| values::parsed("--at", text, str::parse));
    Ok(seal::Options {
        resealing: resealing(values)?,
        at: at.transpose()?,
        dry_run: values.has("dry-run"),
        add_drawn: add_drawn(values)?,
        without_inputs: without_inputs(values)?,
        all_tasks: values.has("all-tasks"),
    })
}

fn add_drawn(values: &Values) -> Result<bool, Error> {
    let add_drawn = values.has("add-drawn");
    let problem =
        |other: &str, rule| values::usage(codes::usage_together("--add-drawn", other, rule));
    match add_drawn {
        true if values.has("dry-run") => Err(problem("--dry-run", texts::not_together())),
        true if !values.has("follow") => Err(problem("--follow", texts::only_together())),
        given => Ok(given),
    }
}

fn without_inputs(values: &Values) -> Result<bool, Error> {
    match values.text("keep-inputs")? {
        None | Some("yes") => Ok(false),
        Some("no") => Ok(true),
        Some(other) => Err(values::choice_error("--keep-inputs", other, ["yes", "no"])),
    }
}

fn resealing(values: &Values) -> Result<Option<Resealing<'_>>, Error> {
    let (reason, approved_by) = (values.text("supersede")?, values.text("approved-by")?);
    let problem = match (reason, approved_by, values.has("follow")) {
        (Some(reason), Some(approved_by), false) => {
            return Ok(Some(Resealing::Supersede {
                reason,
                approved_by,
            }));
        }
        (None, None, true) => return Ok(Some(Resealing::Follow)),
        (None, None, false) => return Ok(None),
        (Some(_), _, true) => {
            codes::usage_together("--supersede", "--follow", texts::not_together())
        }
        _ => {
            let (first, second) = ("--supersede REASON", "--approved-by WHO");
            codes::usage_together(first, second, texts::only_together())
        }
    };
    Err(values::usage(problem))
}

pub(super) fn draw(session: &mut Session<'_>, values: &Values) -> Ended {
    let options = draw::Options {
        yes: values.has("yes"),
        shown: Shown {
            extent: Extent::Normal,
            classes: values.has("with-classes"),
        },
    };
    draw::draw(session, &Case::open(values.path(0))?, options)
}

pub(super) fn results(session: &mut Session<'_>, values: &Values) -> Ended {
    let files: Vec<&Path> = values.arguments.iter().skip(1).map(Path::new).collect();
    let map = values.option("map").map(Path::new);
    results::results(session, &Case::open(values.path(0))?, (&files, map))
}

pub(super) fn history(session: &mut Session<'_>, values: &Values) -> Ended {
    let into = values.option("out").map(Path::new);
    history::history(session, &Case::open(values.path(0))?, into)
}

pub(super) fn plan_diff(session: &mut Session<'_>, values: &Values) -> Ended {
    plan_diff::plan_diff(session, values.path(0), values.path(1))
}

pub(super) fn status(session: &mut Session<'_>, values: &Values) -> Ended {
    let page = values.option("page").map(Path::new);
    let holidays = values.option("holidays").map(Path::new);
    status::status(session, &Case::open(values.path(0))?, page, holidays)
}

pub(super) fn verify(session: &mut Session<'_>, values: &Values) -> Ended {
    let noted = |name: &'static str| {
        let text = values.text(name)?;
        let digest = text.map(|text| values::parsed(&format!("--{name}"), text, digest));
        digest.transpose()
    };
    let options = verify::Options {
        documents: values.arguments.iter().map(Path::new).collect(),
        case: values.option("case").map(Path::new),
        commitment: noted("commitment")?,
        record: noted("record")?,
        values: values.text("values")?,
        amendments: values.option("amendments").map(Path::new),
        page: values.option("page").map(Path::new),
        policy: values.option("policy").map(Path::new),
        evidence: values.option("evidence").map(Path::new),
        detail: Detail::Full,
    };
    if options.evidence.is_some() && options.policy.is_none() {
        let problem = codes::usage_together("--evidence", "--policy", texts::only_together());
        return Err(values::usage(problem).into());
    }
    verify::verify(session, &options)
}

/// A digest, which may be written in groups.
fn digest(text: &str) -> Result<Digest, suiji::Error> {
    text.split_whitespace().collect::<String>().parse()
}

pub(super) fn explain(session: &mut Session<'_>, values: &Values) -> Ended {
    let entity = values::text(values.argument(1).unwrap_or_default(), "ENTITY")?;
    let entity: EntityId = values::parsed("ENTITY", entity, str::parse)?;
    let case = Case::open(Path::new(values.option("case").unwrap_or_default()))?;
    let receipt = values.option("receipt").map(Path::new);
    explain::explain(session, values.path(0), &entity, &case, receipt)
}

pub(super) fn check_receipt(session: &mut Session<'_>, values: &Values) -> Ended {
    let option = |name: &str| values.option(name).map(Path::new);
    let (receipt, plan) = (values.path(0), option("plan"));
    let public = option("public").unwrap_or(Path::new(""));
    check_receipt::check_receipt(session, receipt, public, plan, Detail::Full)
}

pub(super) fn verify_page(session: &mut Session<'_>, values: &Values) -> Ended {
    verify_page::verify_page(session, values.option("check").map(Path::new))
}

pub(super) fn publish(session: &mut Session<'_>, values: &Values) -> Ended {
    let case = values.option("case").map(Path::new);
    let case = case.map(Case::open).transpose()?;
    let into = values.option("out").map(Path::new);
    publish::publish(session, values.path(0), case.as_ref(), into)
}

pub(super) fn commit(session: &mut Session<'_>, values: &Values) -> Ended {
    let hash = hash(values)?.unwrap_or(Hash::Sha256);
    commit::commit(session, values.path(0), values.text("value")?, hash)
}

pub(super) fn canon(session: &mut Session<'_>, values: &Values) -> Ended {
    canon::canon(session, values.path(0), hash(values)?)
}

pub(super) fn hash(values: &Values) -> Result<Option<Hash>, Error> {
    let hash = |name: &str| {
        let hash = name.parse();
        hash.map_err(|_| values::choice_error("--hash", name, ["sha256", "sm3"]))
    };
    values.text("hash")?.map(hash).transpose()
}

pub(super) fn demo(session: &mut Session<'_>, values: &Values) -> Ended {
    demo::demo(session, values.argument(0).map(Path::new))
}
