//! The rules: the owners of keys, and who must have signed.

use std::fmt;

use crate::base::texts::{self, Text};
use crate::envelope::Document;
use crate::key::PublicKey;
use crate::timestamp::Trusted;

/// The role in which somebody signs.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Role {
    /// The office that draws.
    Office,
    /// A person who watches the draw.
    Witness,
    /// A department that takes part in the inspection.
    Department,
}

impl Role {
    pub(super) const ALL: [(&'static str, Self); 3] = [
        ("office", Self::Office),
        ("witness", Self::Witness),
        ("department", Self::Department),
    ];

    /// Its name: `office`, `witness` or `department`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Witness => "witness",
            Self::Department => "department",
        }
    }

    /// Its name for a person.
    pub fn text(self) -> Text {
        match self {
            Self::Office => texts::role_office(),
            Self::Witness => texts::role_witness(),
            Self::Department => texts::role_department(),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A rule [P7].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Rule {
    /// At least a given number of keys of a role signed the document.
    Signatures {
        /// The document.
        document: Document,
        /// The role.
        role: Role,
        /// The number, at least 1.
        at_least: usize,
    },
    /// At least a given number of authorities stamped the document. They must stamp a commitment before any live value
    /// is known.
    Timestamps {
        /// The document.
        document: Document,
        /// The number, at least 1.
        at_least: usize,
    },
}

impl Rule {
    /// The document of the rule.
    pub const fn document(self) -> Document {
        match self {
            Self::Signatures { document, .. } | Self::Timestamps { document, .. } => document,
        }
    }

    /// The number of keys or authorities that must have signed or stamped it.
    pub const fn at_least(self) -> usize {
        match self {
            Self::Signatures { at_least, .. } | Self::Timestamps { at_least, .. } => at_least,
        }
    }

    /// The rule in words.
    pub fn text(self) -> Text {
        let document = self.document().text();
        match self {
            Self::Signatures { role, at_least, .. } => {
                texts::rule_signatures(document, role.text(), at_least)
            }
            Self::Timestamps { at_least, .. } => texts::rule_timestamps(document, at_least),
        }
    }
}

/// A key and its owner.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) key: PublicKey,
}

/// An authority of timestamps.
#[derive(Clone, Debug)]
pub(super) struct Authority {
    pub(super) name: String,
    pub(super) trusted: Trusted,
}

/// The owners of keys, and who must have signed which documents [P7].
///
/// ```
/// use suiji_evidence::Policy;
///
/// let policy = r#"{
///   "spec": "suiji-policy-v1",
///   "keys": [{
///     "name": "样例县市场监管局",
///     "role": "office",
///     "key": "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n"
///   }],
///   "rules": [{"document": "commitment", "role": "office", "at_least": 1}]
/// }"#;
/// assert_eq!(Policy::from_json(policy.as_bytes())?.rules().len(), 1);
/// # Ok::<(), suiji_evidence::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Policy {
    pub(super) parties: Vec<Party>,
    pub(super) authorities: Vec<Authority>,
    pub(super) rules: Vec<Rule>,
}

impl Policy {
    /// The rules, in order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The names and roles of the keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = (&str, Role, &PublicKey)> {
        let parties = self.parties.iter();
        parties.map(|party| (&*party.name, party.role, &party.key))
    }

    /// The names of the authorities, with their trusted certificates.
    pub fn authorities(&self) -> impl Iterator<Item = (&str, &Trusted)> {
        let authorities = self.authorities.iter();
        authorities.map(|authority| (&*authority.name, &authority.trusted))
    }
}
