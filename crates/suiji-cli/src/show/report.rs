//! The report of a verification, for a person or as JSON.

use std::io;

use serde_json::json;
use suiji::verify::{Outcome, Verdict};
use suiji::{Commitment, Report, Source};
use suiji_evidence::PolicyReport;
use suiji_evidence::policy::RuleState;

use super::boxes::{Boxes, Line};
use super::policy;
use super::session::{Session, parsed};
use crate::base::error::printable;
use crate::base::exit::Exit;
use crate::texts::{self, Text};

/// The amount of detail of a report.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Detail {
    /// All checks, facts and warnings, and what must be trusted.
    Full,
    /// The checks that are not established, the warnings, and what must be trusted.
    Brief,
    /// The checks that are not established, and the warnings.
    Shortest,
}

/// Prints a report and its verdict.
pub(crate) fn print(
    session: &mut Session<'_>,
    report: &Report,
    (boxes, policy): (&Boxes, Option<&PolicyReport>),
    (commitment, detail): (&Commitment, Detail),
) -> io::Result<Exit> {
    if session.json {
        let mut json = json!({"report": parsed(&report.to_json()), "boxes": boxes.to_json()});
        if let Some(policy) = policy {
            json["policy"] = parsed(&policy.to_json());
        }
        session.print_json(&json)?;
        return Ok(exit(report, policy));
    }
    if detail == Detail::Full {
        print_box(
            session,
            texts::box_proved(boxes.proved.len()),
            &boxes.proved,
        )?;
    }
    if detail == Detail::Full || !boxes.not_proved.is_empty() {
        let heading = texts::box_not_proved(boxes.not_proved.len());
        print_box(session, heading, &boxes.not_proved)?;
    }
    if detail != Detail::Shortest {
        let heading = texts::box_on_trust(boxes.on_trust.len());
        print_box(session, heading, &boxes.on_trust)?;
    }
    if detail == Detail::Full {
        print_facts(session, report, commitment.sources())?;
    }
    print_warnings(session, report)?;
    if let Some(policy) = policy {
        policy::print(session, policy)?;
    }
    session.say(texts::checks_done(report.checks().len(), outcomes(report)))?;
    session.say(texts::verdict(Text::of(|lang| report.message(lang))))?;
    if report.verdict() == Verdict::OtherInputs {
        let (digest, time) = (commitment.digest(), commitment.sealed_at().as_str());
        session.say(texts::inputs_needed(digest, time))?;
    }
    Ok(exit(report, policy))
}

/// A number of outcomes: digits, or the words of the report if the number is very large [V2].
pub(crate) fn number(outcomes: &str) -> Text {
    match outcomes.chars().all(|c| c.is_ascii_digit()) {
        true => Text::of(|_| outcomes.to_owned()),
        false => texts::very_many_outcomes(),
    }
}

/// The number of checks for each outcome that occurs. The numbers add up, so that a reader sees that no check is
/// left out.
fn outcomes(report: &Report) -> Text {
    let count = |of: fn(&Outcome) -> bool| {
        let checks = report.checks().iter();
        checks.filter(|check| of(check.outcome())).count()
    };
    let counts = [
        (
            count(|of| matches!(of, Outcome::Established)),
            texts::count_established as fn(usize) -> Text,
        ),
        (
            count(|of| matches!(of, Outcome::Failed { .. })),
            texts::count_failed,
        ),
        (
            count(|of| matches!(of, Outcome::NotChecked { .. })),
            texts::count_not_checked,
        ),
        (
            count(|of| matches!(of, Outcome::OnTrust)),
            texts::count_on_trust,
        ),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<Text> = counts.map(|(count, text)| text(count)).collect();
    Text::joined(&counts, &texts::count_separator())
}

/// An incomplete verification has the same exit code as a failed one, because a program may read only the exit
/// code.
fn exit(report: &Report, policy: Option<&PolicyReport>) -> Exit {
    let is_met = policy.is_none_or(|policy| policy.verdict() == RuleState::Met);
    match report.verdict() {
        Verdict::Holds if is_met => Exit::Success,
        _ => Exit::NotVerified,
    }
}

fn print_box(session: &mut Session<'_>, heading: Text, lines: &[Line]) -> io::Result<()> {
    session.say(heading)?;
    if lines.is_empty() {
        session.say(texts::box_empty())?;
    }
    for line in lines {
        let mark = line.mark;
        session.say(texts::box_line(mark, line.in_words()))?;
        if let Some((path, expected, found)) = &line.failed {
            // Two lines, because both values can be long.
            session.say(texts::expected_and_found(
                path,
                expected.clone(),
                found.clone(),
            ))?;
        }
    }
    session.print("\n")
}

/// Seconds as hours, minutes and seconds.
pub(crate) fn clock(seconds: u64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    format!("{}:{:02}:{seconds:02}", minutes / 60, minutes % 60)
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
            session.say(texts::source_outcomes(source.name(), number(outcomes)))?;
        }
    }
    for (source, margin) in sources.iter().zip(report.margins()) {
        if let Some(margin) = margin {
            session.say(texts::source_margin(source.name(), clock(*margin)))?;
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
