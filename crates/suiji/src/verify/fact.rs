//! What a report says in addition to its checks: facts about the strata, and what must be trusted [V1, V2].

use crate::base::lang::Lang;
use crate::base::texts::{self, Code};
use crate::json::{Json, in_both};

/// A fact about a stratum with a take of 30 or more: the take, estimated from the greatest selected ticket [V1].
///
/// A take that is far from its estimate suggests that the tickets were not drawn from the whole frame.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fact {
    pub(crate) task: String,
    pub(crate) stratum: String,
    pub(crate) take: u64,
    pub(crate) estimate: u64,
    pub(crate) one_in: u64,
}

impl Fact {
    /// The id of the task.
    pub fn task(&self) -> &str {
        &self.task
    }

    /// The stratum.
    pub fn stratum(&self) -> &str {
        &self.stratum
    }

    /// How many entities were taken.
    pub const fn take(&self) -> u64 {
        self.take
    }

    /// The estimate ⌊size·t/2^256⌋ + 1, where t is the greatest selected ticket. It should be near `take`.
    pub const fn estimate(&self) -> u64 {
        self.estimate
    }

    /// In a fair draw, a deviation as great as this happens about once in this many draws. 1 if it is not rare.
    pub const fn one_in(&self) -> u64 {
        self.one_in
    }

    /// The text for people.
    pub fn message(&self, lang: Lang) -> String {
        let Self {
            task,
            stratum,
            take,
            estimate,
            one_in,
        } = self;
        let fact = match one_in {
            1 => texts::fact(task, stratum, take, estimate),
            _ => texts::rare_fact(task, stratum, take, estimate, one_in),
        };
        fact.text(lang).to_owned()
    }

    pub(super) fn to_json(&self) -> Json<'_> {
        Json::object([
            ("task", Json::text(&self.task)),
            ("stratum", Json::text(&self.stratum)),
            ("take", Json::count(self.take)),
            ("estimate", Json::text(self.estimate.to_string())),
            ("one_in", Json::count(self.one_in)),
        ])
    }
}

/// A statement that no check can establish and that must be trusted [V2].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Trust(pub(super) &'static Code);

impl Trust {
    /// The stable id, such as `trust.inputs`.
    pub const fn id(&self) -> &'static str {
        self.0.id()
    }

    /// The text for people.
    pub const fn message(&self, lang: Lang) -> &'static str {
        self.0.template(lang)
    }

    pub(super) fn to_json(self) -> Json<'static> {
        Json::object([
            ("id", Json::text(self.id())),
            ("message", in_both(|lang| self.message(lang).to_owned())),
        ])
    }
}
