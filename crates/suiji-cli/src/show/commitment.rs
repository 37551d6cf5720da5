//! A commitment: the table of its tasks, its digest, and the findings.

use std::io;

use serde_json::{Value, json};
use suiji::ceremony::SealedTask;
use suiji::{Commitment, Digest, Lang, Plan, Run, Sealed};

use super::layout::{Align, groups, percent, table_with};
use super::session::Session;
use crate::base::error;
use crate::base::error::Error;
use crate::base::failure::Failure;
use crate::texts::{self, Localized, Text};

/// The reason of [F2] that is not a limit.
const EXEMPT: &str = "exempt";

/// Prints frame, strata, take, ratio and exclusions of each task.
pub(crate) fn print_tasks(session: &mut Session<'_>, sealed: &Sealed) -> io::Result<()> {
    let (plan, tasks) = (sealed.inputs().plan(), sealed.commitment().tasks());
    let strata = strata_of(plan, tasks);
    let some_short = tasks.iter().any(|task| task.short() > 0);
    let mut columns = vec![texts::column_task(), texts::column_frame()];
    columns.extend(strata.iter().map(|(id, name)| column_of(id, name)));
    columns.extend([texts::column_take(), texts::column_ratio()]);
    let reasons = reasons_of(sealed);
    columns.extend(reasons.iter().map(|reason| reason_text(reason)));
    if some_short {
        columns.push(texts::column_short());
    }
    let mut aligns = vec![Align::Right; columns.len()];
    aligns[0] = Align::Left;
    let heads = columns.iter().map(|column| column.text(session.lang));
    let mut rows: Vec<Vec<String>> = vec![heads.collect()];
    for task in tasks {
        let size = task.frame().size();
        let mut row = vec![task.id().to_string(), size.to_string()];
        row.extend(strata.iter().map(|(id, _)| {
            let stratum = task
                .strata()
                .iter()
                .find(|stratum| stratum.stratum() == *id);
            stratum
                .map(|stratum| format!("{}/{}", stratum.take(), stratum.size()))
                .unwrap_or_default()
        }));
        row.extend([task.take().to_string(), percent(task.take(), size)]);
        row.extend(reasons.iter().map(|reason| {
            let mut excluded = sealed.excluded(task.id().as_str());
            let count = excluded.find(|(of, _)| of == reason);
            count
                .map(|(_, count)| count.to_string())
                .unwrap_or_default()
        }));
        if some_short {
            row.push(task.short().to_string());
        }
        rows.push(row);
    }
    // The first row has the heads of the columns.
    let name = |row: usize| Some(plan.tasks().get(row.checked_sub(1)?)?.name().to_owned());
    session.print(&table_with("", &aligns, &rows, name))?;
    let reasons: Vec<Text> = reasons.iter().map(|reason| reason_text(reason)).collect();
    let excluded = match &*reasons {
        [] => Text::default(),
        reasons => texts::reasons_legend(Text::joined(reasons, &texts::list_separator())),
    };
    let short = match some_short {
        true => texts::column_short_legend(texts::column_short()),
        false => Text::default(),
    };
    session.say(texts::columns_legend(excluded, short))
}

/// The reasons for which entities are excluded from any task: `exempt`, then the limits in the order of plan and
/// tasks [F2].
fn reasons_of(sealed: &Sealed) -> Vec<&str> {
    let mut reasons: Vec<&str> = Vec::new();
    for task in sealed.commitment().tasks() {
        for (reason, _) in sealed.excluded(task.id().as_str()) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    reasons.sort_by_key(|reason| *reason != EXEMPT);
    reasons
}

/// The head of the column of a reason: the id of a limit, or that the entity is exempt.
fn reason_text(reason: &str) -> Text {
    match reason {
        EXEMPT => texts::column_exempt(),
        limit => Text::of(|_| limit.to_owned()),
    }
}

/// The head of the column of a stratum: the name of its risk class, which is Chinese, or else its id.
fn column_of(id: &str, name: &str) -> Text {
    if id == "all" {
        return texts::column_all();
    }
    Text::of(|lang| match lang {
        Lang::En => id.to_owned(),
        _ => name.to_owned(),
    })
}

/// The strata of all tasks, each with its name: the risk classes, the highest risk first, and `all`.
fn strata_of<'p>(plan: &'p Plan, tasks: &[SealedTask]) -> Vec<(&'p str, &'p str)> {
    let classes = plan
        .classes()
        .iter()
        .map(|class| (class.id().as_str(), class.name()));
    let all = classes.chain([("all", "")]);
    all.filter(|(id, _)| {
        tasks
            .iter()
            .flat_map(SealedTask::strata)
            .any(|stratum| stratum.stratum() == *id)
    })
    .collect()
}

/// Prints the findings, which the person who seals should know.
pub(crate) fn print_findings(session: &mut Session<'_>, sealed: &Sealed) -> Result<(), Failure> {
    for finding in sealed.findings_with(&session.run())? {
        session.say(error::finding(&finding))?;
    }
    Ok(())
}

/// Prints how many rows each table has.
pub(crate) fn print_rows(session: &mut Session<'_>, commitment: &Commitment) -> io::Result<()> {
    let [registry, roster, history] = [
        commitment.registry(),
        commitment.roster(),
        commitment.history(),
    ]
    .map(|root| root.size());
    session.say(texts::row_counts(registry, roster, history))
}

/// Prints a digest in groups, under a heading.
pub(crate) fn print_digest(
    session: &mut Session<'_>,
    heading: Text,
    digest: &Digest,
) -> io::Result<()> {
    session.say(heading)?;
    session.print(&groups("  ", digest))
}

/// The commitment and its findings, for programs.
pub(crate) fn to_json(sealed: &Sealed, run: &Run) -> Result<Value, Error> {
    let tasks = sealed.commitment().tasks().iter();
    let tasks = tasks.map(|task| task_to_json(sealed, task));
    let findings = sealed.findings_with(run)?;
    let of = sealed.commitment();
    Ok(json!({
        "digest": sealed.commitment().digest().to_string(),
        "sealed_at": sealed.commitment().sealed_at().as_str(),
        "tasks": tasks.collect::<Value>(),
        "rows": {
            "registry": of.registry().size(),
            "roster": of.roster().size(),
            "history": of.history().size(),
        },
        "findings": error::findings_to_json(&findings),
    }))
}

fn task_to_json(sealed: &Sealed, task: &SealedTask) -> Value {
    let id = task.id().as_str();
    let strata = task.strata().iter().map(|stratum| {
        json!({"stratum": stratum.stratum(), "size": stratum.size(), "take": stratum.take()})
    });
    let excluded = sealed
        .excluded(id)
        .map(|(reason, size)| json!({"reason": reason, "size": size}));
    let short = sealed.short_teams(id);
    let short = short.map(|of| json!({"entity": of.entity(), "seats": of.seats()}));
    json!({
        "task": id,
        "frame": task.frame().size(),
        "strata": strata.collect::<Value>(),
        "excluded": excluded.collect::<Value>(),
        "take": task.take(),
        "short": short.collect::<Value>(),
    })
}
