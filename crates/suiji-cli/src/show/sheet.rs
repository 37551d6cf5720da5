//! A sealed sheet as a person reads it: the table of tasks, the digest, the warnings.

use std::io;

use serde_json::{Value, json};
use suiji::{Digest, Error, Plan, Reason, Run, Sealed, SealedTask};

use super::layout::{Align, groups, percent, table_with};
use super::session::Session;
use crate::base::failure::Failure;

const REASONS: [(Reason, &str, &str); 2] = [
    (Reason::AnnualCap, "年度上限", "annual cap"),
    (Reason::PerYear, "次数已满", "per year"),
];

/// Frame, strata, exclusions, take and ratio of each task.
pub(crate) fn print_tasks(session: &mut Session<'_>, sealed: &Sealed) -> io::Result<()> {
    let (plan, tasks) = (sealed.inputs().plan(), sealed.commitment().tasks());
    let strata = strata_of(plan, tasks);
    let some_short = tasks.iter().any(|task| task.short() > 0);
    let pick = |zh: &str, en: &str| session.pick(zh, en).to_owned();
    let mut head = vec![pick("任务", "task"), pick("抽样框", "frame")];
    head.extend(strata.iter().map(|(id, name)| match *id {
        "all" => pick("不分层", "all"),
        _ => pick(name, id),
    }));
    head.extend([pick("抽取", "take"), pick("比例", "ratio")]);
    head.extend(REASONS.iter().map(|(_, zh, en)| pick(zh, en)));
    if some_short {
        head.push(pick("组员不足", "short"));
    }
    let mut aligns = vec![Align::Right; head.len()];
    aligns[0] = Align::Left;
    let mut rows = vec![head];
    for (index, task) in tasks.iter().enumerate() {
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
        row.extend(
            REASONS
                .iter()
                .map(|(reason, ..)| sealed.excluded(index, *reason).to_string()),
        );
        if some_short {
            row.push(task.short().to_string());
        }
        rows.push(row);
    }
    // Below the head, a row for each task.
    let name = |row: usize| Some(plan.tasks().get(row.checked_sub(1)?)?.name().to_owned());
    session.print(&table_with("", &aligns, &rows, name))?;
    session.say(
        format_args!(
            "（各层为“抽取/总数”；{}、{}两列为被排除的对象数）",
            REASONS[0].1, REASONS[1].1
        ),
        format_args!(
            "(strata are take/size; “{}” and “{}” count the excluded)",
            REASONS[0].2, REASONS[1].2
        ),
    )
}

/// The classes that any task has as strata, the highest risk first, and `all`.
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

/// What whoever seals should know.
pub(crate) fn print_findings(session: &mut Session<'_>, sealed: &Sealed) -> Result<(), Failure> {
    for finding in sealed.findings(&session.run())? {
        let text = finding.message(session.lang);
        session.say(
            format_args!("注意：{text} [{}]", finding.code()),
            format_args!("warning: {text} [{}]", finding.code()),
        )?;
    }
    Ok(())
}

/// The digest in groups, under a heading.
pub(crate) fn print_digest(
    session: &mut Session<'_>,
    (zh, en): (&str, &str),
    digest: &Digest,
) -> io::Result<()> {
    session.say(format_args!("{zh}"), format_args!("{en}"))?;
    session.print(&groups("  ", digest))
}

/// The same for programs.
pub(crate) fn to_json(sealed: &Sealed, run: &Run) -> Result<Value, Error> {
    let tasks = sealed.commitment().tasks().iter().enumerate().map(|(index, task)| {
        let strata = task.strata().iter().map(|stratum| {
            json!({"stratum": stratum.stratum(), "size": stratum.size(), "take": stratum.take()})
        });
        let excluded = REASONS.iter().map(|(reason, ..)| (reason.as_str().to_owned(), json!(sealed.excluded(index, *reason))));
        json!({
            "task": task.id().as_str(),
            "frame": task.frame().size(),
            "strata": strata.collect::<Value>(),
            "excluded": excluded.collect::<Value>(),
            "take": task.take(),
            "short": sealed.short(index).map(|(id, seats)| json!({"entity": id, "seats": seats})).collect::<Value>(),
        })
    });
    let warnings = sealed.findings(run)?.into_iter().map(|finding| {
        json!({"code": finding.code(), "message": {"zh": finding.message(suiji::Lang::Zh), "en": finding.message(suiji::Lang::En)}})
    });
    Ok(json!({
        "digest": sealed.commitment().digest().to_string(),
        "sealed_at": sealed.commitment().sealed_at().as_str(),
        "tasks": tasks.collect::<Value>(),
        "warnings": warnings.collect::<Value>(),
    }))
}
