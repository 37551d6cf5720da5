//! `suiji plan-diff`: describes the differences between two plans.

use std::path::Path;

use serde_json::{Value, json};
use suiji::error::ErrorKind;
use suiji::plan::PlanChange;
use suiji::{Plan, limits};

use crate::base::error::printable;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{PLAN, documents};
use crate::show::session::{Session, parsed};
use crate::texts::{self, Text};

/// Compares two plans. Both may be files, or folders of cases.
pub(crate) fn plan_diff(
    session: &mut Session<'_>,
    earlier: &Path,
    later: &Path,
) -> Result<Exit, Failure> {
    let earlier = plan(earlier)?;
    let changes = earlier.changes(&plan(later)?);
    if session.json {
        let all: Vec<Value> = changes.iter().map(|of| parsed(&of.to_json())).collect();
        session.print_json(&json!({ "changes": all }))?;
        return Ok(Exit::Success);
    }
    if changes.is_empty() {
        session.say(texts::plan_same())?;
        return Ok(Exit::Success);
    }
    session.say(texts::plan_differs(changes.len()))?;
    for (number, change) in (1..).zip(&changes) {
        session.say(texts::numbered_line(number, line(change)))?;
    }
    Ok(Exit::Success)
}

fn line(change: &PlanChange) -> Text {
    Text::of(|lang| printable(change.message(lang)))
}

fn plan(path: &Path) -> Result<Plan, Failure> {
    let path = match path.is_dir() {
        true => path.join(PLAN),
        false => path.to_owned(),
    };
    documents::read(&path, limits::PLAN_BYTES, ErrorKind::Plan, Plan::from_json)
}
