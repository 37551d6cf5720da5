//! The report of a verification, for a person or as JSON.

use std::io;

use suiji::error::Code;
use suiji::verify::checks;
use suiji::verify::{Check, Outcome, Verdict};
use suiji::{Report, Source};

use super::session::Session;
use crate::base::exit::Exit;
use crate::base::failure::printable;
use crate::texts::{self, Text};

/// How much of a report is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Detail {
    /// All checks, facts, warnings, and what remains on trust.
    Full,
    /// The checks that are not established, warnings, and what remains on trust.
    Brief,
    /// The checks that are not established, and warnings.
    Shortest,
}

/// Prints a report and its verdict. `sources` are those of the commitment.
pub(crate) fn print(
    session: &mut Session<'_>,
    report: &Report,
    sources: &[Source],
    detail: Detail,
) -> io::Result<Exit> {
    if session.json {
        session.print_document(&report.to_json())?;
        return Ok(exit(report));
    }
    for check in report.checks() {
        if detail == Detail::Full || *check.outcome() != Outcome::Established {
            print_check(session, check)?;
        }
    }
    let count = |outcome: Outcome| {
        let checks = report.checks().iter();
        checks.filter(|check| *check.outcome() == outcome).count()
    };
    let (all, established) = (report.checks().len(), count(Outcome::Established));
    let on_trust = match count(Outcome::OnTrust) {
        0 => Text::default(),
        on_trust => texts::checks_on_trust(on_trust),
    };
    session.say(texts::checks_done(all, established, on_trust))?;
    if detail == Detail::Full {
        print_facts(session, report, sources)?;
    }
    print_warnings(session, report)?;
    if detail != Detail::Shortest {
        print_trust(session, report)?;
    }
    let verdict = report.verdict().message(session.lang);
    session.say(texts::verdict(verdict))?;
    Ok(exit(report))
}

/// An incomplete verification ends like one that fails, because a program may read the exit code only.
fn exit(report: &Report) -> Exit {
    if report.verdict() == Verdict::Holds {
        Exit::Success
    } else {
        Exit::NotVerified
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
        let about = check.task().map(|task| texts::about_task(printable(task)));
        let (about, text) = (about.unwrap_or_default(), code.template(lang));
        let path = printable(check.path());
        session.say(texts::check_failed(about, text, path, rule))?;
        // One above the other, because both can be long.
        let (expected, found) = (printable(expected.text(lang)), printable(found.text(lang)));
        return session.say(texts::expected_and_found(expected, found));
    }
    let message = printable(&check.message(lang));
    session.say(format!("{mark} {message} [{rule}]"))
}

/// The code of a check in the table of the library.
fn code_of(check: &Check) -> Option<&'static Code> {
    let code = checks::ALL.iter().find(|code| code.id() == check.id());
    code.copied()
}

fn print_facts(session: &mut Session<'_>, report: &Report, sources: &[Source]) -> io::Result<()> {
    let lang = session.lang;
    if !report.facts().is_empty() {
        session.say(texts::facts_heading())?;
    }
    for fact in report.facts() {
        session.say(format!("  {}", fact.message(lang)))?;
    }
    for (source, outcomes) in sources.iter().zip(report.outcomes()) {
        if let Some(outcomes) = outcomes {
            session.say(texts::source_outcomes(source.name(), outcomes))?;
        }
    }
    session.print("\n")
}

/// Prints the warnings, for example that the commitment replaces an earlier one.
fn print_warnings(session: &mut Session<'_>, report: &Report) -> io::Result<()> {
    for warning in report.warnings() {
        let text = printable(&warning.message(session.lang));
        session.say(texts::warning(text, warning.code()))?;
    }
    Ok(())
}

fn print_trust(session: &mut Session<'_>, report: &Report) -> io::Result<()> {
    let lang = session.lang;
    session.say(texts::trust_heading())?;
    for trust in report.trust() {
        session.say(format!("  · {}", trust.message(lang)))?;
    }
    Ok(())
}
