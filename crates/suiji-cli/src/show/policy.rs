//! The verdicts of a policy.

use std::io;

use suiji_evidence::policy::{KeyState, RuleState};
use suiji_evidence::{Document, PolicyReport};

use super::session::Session;
use crate::base::error::printable;
use crate::texts::{self, Localized};

/// Prints a verdict for each rule, key and timestamp, and what must be trusted.
pub(crate) fn print(session: &mut Session<'_>, report: &PolicyReport) -> io::Result<()> {
    let lang = session.lang;
    session.say(texts::policy_rules())?;
    for rule in report.rules() {
        let mark = match rule.state() {
            RuleState::Met => "✓",
            RuleState::NotMet => "✗",
            _ => "?",
        };
        line(session, mark, &rule.message(lang))?;
    }
    if !report.keys().is_empty() {
        session.say(texts::policy_keys())?;
    }
    for key in report.keys() {
        let mark = match key.state() {
            KeyState::Signed => "✓",
            KeyState::NotSigned => "?",
            _ => "✗",
        };
        line(session, mark, &key.message(lang))?;
    }
    for (document, key) in report.strangers() {
        let document = Document::text(*document).get(lang).to_owned();
        line(
            session,
            "·",
            &texts::policy_stranger(document, key).text(lang),
        )?;
    }
    if !report.stamps().is_empty() {
        session.say(texts::policy_stamps())?;
    }
    for stamp in report.stamps() {
        let mark = if stamp.stamp().is_ok() { "✓" } else { "✗" };
        for (place, message) in stamp.messages(lang).iter().enumerate() {
            line(session, if place == 0 { mark } else { " " }, message)?;
        }
    }
    session.say(texts::policy_trust())?;
    for trust in report.trusted(lang) {
        line(session, "·", &trust)?;
    }
    session.print("\n")?;
    session.say(match report.verdict() {
        RuleState::Met => texts::policy_met(),
        _ => texts::policy_not_met(),
    })
}

fn line(session: &mut Session<'_>, mark: &'static str, text: &str) -> io::Result<()> {
    for (place, text) in printable(text).lines().enumerate() {
        session.say(texts::box_line(if place == 0 { mark } else { " " }, text))?;
    }
    Ok(())
}
