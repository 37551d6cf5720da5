//! Each command, called with what the words of its command line mean.

use std::path::Path;

use suiji::{Digest, EntityId, Error};

use super::words::{self, Words};
use crate::base::done::Done;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::case::earlier::Why;
use crate::show::drawn::Shown;
use crate::show::report::Detail;
use crate::show::session::Session;
use crate::texts::{self, codes};
use crate::{canon, check_receipt, demo, draw, explain, new, publish, seal, verify};

type Ended = Result<Done, Failure>;

pub(super) fn new(session: &mut Session<'_>, words: &Words) -> Ended {
    new::new(session, words.path(0))
}

pub(super) fn seal(session: &mut Session<'_>, words: &Words) -> Ended {
    seal::seal(session, &Case::open(words.path(0))?, &wish(words)?)
}

/// What the options of `suiji seal` ask for.
fn wish(words: &Words) -> Result<seal::Wish<'_>, Error> {
    let (reason, approved_by) = (words.text("supersede")?, words.text("approved-by")?);
    let why = match (reason, approved_by, words.has("follow")) {
        (Some(reason), Some(approved_by), false) => Some(Why::Supersede {
            reason,
            approved_by,
        }),
        (None, None, true) => Some(Why::Follow),
        (None, None, false) => None,
        (Some(_), _, true) => {
            let rule = texts::not_together();
            let problem = codes::usage_together("--supersede", "--follow", rule);
            return Err(words::usage(problem));
        }
        _ => {
            let (first, second) = ("--supersede REASON", "--approved-by WHO");
            let problem = codes::usage_together(first, second, texts::only_together());
            return Err(words::usage(problem));
        }
    };
    let at = words
        .text("at")?
        .map(|text| words::value("--at", text, str::parse))
        .transpose()?;
    Ok(seal::Wish {
        at,
        dry_run: words.has("dry-run"),
        why,
    })
}

pub(super) fn draw(session: &mut Session<'_>, words: &Words) -> Ended {
    draw::draw(session, &Case::open(words.path(0))?, Shown::Screens)
}

pub(super) fn verify(session: &mut Session<'_>, words: &Words) -> Ended {
    let sheet = words
        .text("sheet")?
        .map(|noted| words::value("--sheet", noted, digest))
        .transpose()?;
    let case = words.option("case").map(Path::new);
    verify::verify(session, words.path(0), case, sheet, Detail::Whole)
}

/// A digest as it was noted, perhaps in groups.
fn digest(noted: &str) -> Result<Digest, Error> {
    noted.split_whitespace().collect::<String>().parse()
}

pub(super) fn explain(session: &mut Session<'_>, words: &Words) -> Ended {
    let entity = words::text(words.argument(1).unwrap_or_default(), "ENTITY")?;
    let entity: EntityId = words::value("ENTITY", entity, str::parse)?;
    let case = Case::open(Path::new(words.option("case").unwrap_or_default()))?;
    let receipt = words.option("receipt").map(Path::new);
    explain::explain(session, words.path(0), &entity, &case, receipt)
}

pub(super) fn check_receipt(session: &mut Session<'_>, words: &Words) -> Ended {
    let of = |name: &str| words.option(name).map(Path::new);
    let public = of("public").unwrap_or(Path::new(""));
    check_receipt::check(session, words.path(0), public, of("plan"), Detail::Whole)
}

pub(super) fn publish(session: &mut Session<'_>, words: &Words) -> Ended {
    publish::publish(session, words.path(0), words.option("out").map(Path::new))
}

pub(super) fn canon(session: &mut Session<'_>, words: &Words) -> Ended {
    let choice = |name: &str| {
        let hash = name.parse();
        hash.map_err(|_| words::choice_error("--hash", name, ["sha256", "sm3"]))
    };
    let hash = words.text("hash")?.map(choice).transpose()?;
    canon::canon(session, words.path(0), hash)
}

pub(super) fn demo(session: &mut Session<'_>, words: &Words) -> Ended {
    demo::demo(session, words.argument(0).map(Path::new))
}
