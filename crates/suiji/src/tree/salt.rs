//! Blinding of leaves [S2].

use crate::base::hash::{Digest, Hash, Secret};

/// A tree of the commitment, with the name that salts use.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tree<'a> {
    Registry,
    Roster,
    History,
    Frame(&'a str),
    Excluded(&'a str),
    /// The last selected tickets of a task. They are not a tree, but are blinded in the same way [E2].
    Last(&'a str),
}

impl Tree<'_> {
    fn name(self) -> String {
        match self {
            Self::Registry => "registry".to_owned(),
            Self::Roster => "roster".to_owned(),
            Self::History => "history".to_owned(),
            Self::Frame(task) => format!("frame/{task}"),
            Self::Excluded(task) => format!("excluded/{task}"),
            Self::Last(task) => format!("last/{task}"),
        }
    }
}

/// Makes the salts of one tree. None if the commitment is not blinded.
#[derive(Debug)]
pub(crate) struct Salts<'s> {
    hash: Hash,
    secret: Option<&'s Secret>,
    tree: String,
}

impl<'s> Salts<'s> {
    pub(crate) fn new(hash: Hash, secret: Option<&'s Secret>, tree: Tree<'_>) -> Self {
        Self {
            hash,
            secret,
            tree: tree.name(),
        }
    }

    /// [S2] The salt of a leaf, `derive("salt", secret, tree, key…)`. None without blinding.
    pub(crate) fn of(&self, key: &[&str]) -> Option<Digest> {
        let secret = self.secret?;
        let mut parts: Vec<&[u8]> = vec![secret.as_bytes(), self.tree.as_bytes()];
        parts.extend(key.iter().map(|part| part.as_bytes()));
        Some(self.hash.derive("salt", &parts))
    }
}
