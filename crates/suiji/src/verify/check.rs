//! One check of a report: what was checked, for which task or source, and the outcome [V1].

use super::outcome::Outcome;
use crate::base::lang::Lang;
use crate::base::texts::{self, Code};
use crate::json::{Json, ObjectBuilder, in_both};

/// One check of a report [V1].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Check {
    pub(super) code: &'static Code,
    pub(super) about: About,
    pub(super) path: String,
    pub(super) outcome: Outcome,
}

/// What a check is about, if not the whole document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum About {
    Whole,
    /// A task, by its id.
    Task(String),
    /// A source, by its name.
    Source(String),
}

impl Check {
    /// The stable id, such as `record.seed`. The table in SPEC.md has all ids.
    pub const fn id(&self) -> &'static str {
        self.code.id()
    }

    /// The id of the rule that is checked, without brackets, such as `R2`.
    pub const fn rule(&self) -> &'static str {
        self.code.rule()
    }

    /// The id of the task, if the check is about one.
    pub fn task(&self) -> Option<&str> {
        match &self.about {
            About::Task(id) => Some(id),
            _ => None,
        }
    }

    /// The name of the source, if the check is about one.
    pub fn source(&self) -> Option<&str> {
        match &self.about {
            About::Source(name) => Some(name),
            _ => None,
        }
    }

    /// The place in the document as a JSON path, such as `$.draws[0].key`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The outcome.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The statement and its outcome, as a text for people.
    pub fn message(&self, lang: Lang) -> String {
        let text = self.code.template(lang);
        let about = match &self.about {
            About::Task(task) => texts::about_task(task, text).text(lang).to_owned(),
            About::Source(source) => texts::about_source(source, text).text(lang).to_owned(),
            About::Whole => text.to_owned(),
        };
        let message = match &self.outcome {
            Outcome::Established => texts::check_established(about),
            Outcome::Failed { expected, found } => {
                texts::check_failed(about, &self.path, expected.text(lang), found.text(lang))
            }
            Outcome::NotChecked { missing } => texts::check_not_made(about, missing.message(lang)),
            Outcome::OnTrust => texts::check_on_trust(about),
        };
        message.text(lang).to_owned()
    }

    pub(super) fn to_json(&self) -> Json<'_> {
        let object = ObjectBuilder::default()
            .with("id", Json::text(self.id()))
            .with("rule", Json::text(self.rule()))
            .maybe("task", self.task().map(Json::text))
            .maybe("source", self.source().map(Json::text))
            .with("path", Json::text(&self.path))
            .with("outcome", Json::text(self.outcome.as_str()));
        match &self.outcome {
            Outcome::Failed { expected, found } => object
                .with("expected", Json::text(expected.text(Lang::En)))
                .with("found", Json::text(found.text(Lang::En))),
            Outcome::NotChecked { missing } => object.with("missing", Json::text(missing.as_str())),
            _ => object,
        }
        .with("message", in_both(|lang| self.message(lang)))
        .build()
    }
}
