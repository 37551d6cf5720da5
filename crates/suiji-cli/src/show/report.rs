//! A report of a verification as a person reads it, or as JSON.

use std::io;

use suiji::checks;
use suiji::codes::Code;
use suiji::{Check, Lang, Outcome, Report, Source, Verdict};

use super::session::Session;
use crate::base::done::Done;
use crate::base::failure::printable;

/// How much of a report is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Detail {
    /// Every check, the facts, the warnings, what remains on trust.
    Whole,
    /// What is not established, and what remains on trust.
    Brief,
    /// What is not established alone.
    Faults,
}

/// The checks and what stands beside them, and the verdict. `sources` are those that the report is about.
pub(crate) fn print(
    session: &mut Session<'_>,
    report: &Report,
    sources: &[Source],
    detail: Detail,
) -> io::Result<Done> {
    if session.json {
        session.print_document(&report.to_json())?;
        return Ok(done(report));
    }
    for check in report.checks() {
        if detail == Detail::Whole || *check.outcome() != Outcome::Established {
            print_check(session, check)?;
        }
    }
    let count = |outcome: Outcome| {
        let checks = report.checks().iter();
        checks.filter(|check| *check.outcome() == outcome).count()
    };
    let (all, established) = (report.checks().len(), count(Outcome::Established));
    let (zh, en) = match count(Outcome::OnTrust) {
        0 => Default::default(),
        on_trust => (
            format!("，{on_trust} 项只能凭信"),
            format!(", {on_trust} on trust"),
        ),
    };
    session.say(
        format_args!("共 {all} 项核验，{established} 项成立{zh}。"),
        format_args!("{all} checks, {established} established{en}."),
    )?;
    if detail == Detail::Whole {
        print_beside(session, report, sources)?;
    }
    print_warnings(session, report)?;
    if detail != Detail::Faults {
        print_trust(session, report)?;
    }
    let verdict = report.verdict().message(session.lang);
    session.say(
        format_args!("结论：{verdict}"),
        format_args!("Verdict: {verdict}"),
    )?;
    Ok(done(report))
}

/// Incomplete is not holding, for a program that looks at the exit code.
fn done(report: &Report) -> Done {
    if report.verdict() == Verdict::Holds {
        Done::Well
    } else {
        Done::NotHolding
    }
}

fn print_check(session: &mut Session<'_>, check: &Check) -> io::Result<()> {
    let mark = match check.outcome() {
        Outcome::Established => "✓",
        Outcome::Failed { .. } => "✗",
        Outcome::NotChecked { .. } => "?",
        _ => "·",
    };
    let (lang, rule) = (session.lang, check.rule());
    if let (Outcome::Failed { expected, found }, Some(code)) = (check.outcome(), code_of(check)) {
        let about = match (check.task(), lang) {
            (Some(task), Lang::En) => format!("task {task}: "),
            (Some(task), _) => format!("任务 {task}："),
            (None, _) => String::new(),
        };
        let (about, text) = (printable(&about), code.template(lang));
        let path = printable(check.path());
        session.say(
            format_args!("{mark} {about}{text}——不符（{path}） [{rule}]"),
            format_args!("{mark} {about}{text}: failed at {path} [{rule}]"),
        )?;
        // Long as they may be, they stand one above the other to be compared.
        let (expected, found) = (printable(expected.text(lang)), printable(found.text(lang)));
        return session.say(
            format_args!("    应为 {expected}\n    实为 {found}"),
            format_args!("    right: {expected}\n    found: {found}"),
        );
    }
    let message = printable(&check.message(lang));
    session.say(
        format_args!("{mark} {message} [{rule}]"),
        format_args!("{mark} {message} [{rule}]"),
    )
}

/// What a check says, from the table of the library.
fn code_of(check: &Check) -> Option<&'static Code> {
    let code = checks::ALL.iter().find(|code| code.id() == check.id());
    code.copied()
}

fn print_beside(session: &mut Session<'_>, report: &Report, sources: &[Source]) -> io::Result<()> {
    let lang = session.lang;
    if !report.facts().is_empty() {
        session.say(
            format_args!("\n旁证（估计数应与抽取数相近）："),
            format_args!("\nFacts beside (estimates should be near the takes):"),
        )?;
    }
    for fact in report.facts() {
        let text = fact.message(lang);
        session.say(format_args!("  {text}"), format_args!("  {text}"))?;
    }
    for (source, outcomes) in sources.iter().zip(report.outcomes()) {
        if let Some(outcomes) = outcomes {
            let name = source.name();
            session.say(
                format_args!("  随机源“{name}”有 {outcomes} 种可能"),
                format_args!("  source “{name}” has {outcomes} outcomes"),
            )?;
        }
    }
    session.print("\n")
}

/// Such as an earlier sheet that this one replaces: said whatever else is left out.
fn print_warnings(session: &mut Session<'_>, report: &Report) -> io::Result<()> {
    for warning in report.warnings() {
        let text = printable(&warning.message(session.lang));
        session.say(
            format_args!("注意：{text} [{}]", warning.code()),
            format_args!("warning: {text} [{}]", warning.code()),
        )?;
    }
    Ok(())
}

fn print_trust(session: &mut Session<'_>, report: &Report) -> io::Result<()> {
    let lang = session.lang;
    session.say(
        format_args!("无法由核验得出、只能凭信的："),
        format_args!("What remains on trust:"),
    )?;
    for trust in report.trust() {
        let text = trust.message(lang);
        session.say(format_args!("  · {text}"), format_args!("  · {text}"))?;
    }
    Ok(())
}
