//! The lists that can be imported.

use std::fmt;

use crate::base::texts::{self, Text};

/// A list of an office.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum List {
    /// 检查对象名录库: the entities.
    Registry,
    /// 执法检查人员名录库: the inspectors.
    Roster,
    /// 检查历史: the inspections already carried out.
    History,
    /// 检查结果: the results of the inspections of a draw. It is imported only if the caller names it, because a history
    /// can have the same columns.
    Results,
    /// 抽查计划: not a list; [`import_plan`](crate::import_plan) reads it. Questions about a plan have this value.
    Plan,
}

impl List {
    /// The lists that a draw needs, in the order in which they are read: a roster refers to entities, and a history to
    /// both.
    pub const ALL: [Self; 3] = [Self::Registry, Self::Roster, Self::History];

    /// All lists that have rows, in the order in which they are read.
    pub(crate) const TABLES: [Self; 4] =
        [Self::Registry, Self::Roster, Self::History, Self::Results];

    /// The word for the list in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::Roster => "roster",
            Self::History => "history",
            Self::Results => "results",
            Self::Plan => "plan",
        }
    }

    /// The list with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::TABLES.into_iter().chain([Self::Plan]);
        all.find(|list| list.as_str() == word)
    }

    /// The name of the list.
    pub fn name(self) -> Text {
        match self {
            Self::Registry => texts::registry(),
            Self::Roster => texts::roster(),
            Self::History => texts::history(),
            Self::Results => texts::results(),
            Self::Plan => texts::plan(),
        }
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
