//! A head that a third party kept: the signed note, its text alone, or a line of the minutes.

use core::str;

use suiji::Digest;

use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::note::{Checkpoint, Note, Signed, Verifier, decimal};

/// A head of a ledger that somebody kept.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Head {
    origin: Option<String>,
    size: u64,
    root: Digest,
    note: Option<Note>,
}

impl Head {
    /// [L4] Reads a head: a signed note, its text alone, or the number of entries and the root in hex, which may be in groups.
    ///
    /// # Errors
    /// `ledger.head` for anything else.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let text = str::from_utf8(bytes).map_err(|_| codes::ledger_head())?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        // An editor may have changed the line ends of a file.
        let text = text.replace("\r\n", "\n");
        if let Ok(note) = Note::read(text.as_bytes()) {
            let checkpoint = Checkpoint::read(note.text())?;
            return Ok(Self::of(checkpoint, Some(note)));
        }
        if let Ok(checkpoint) = Checkpoint::read(&format!("{}\n", text.trim_end())) {
            return Ok(Self::of(checkpoint, None));
        }
        Self::noted(&text)
    }

    fn of(checkpoint: Checkpoint, note: Option<Note>) -> Self {
        Self {
            origin: Some(checkpoint.origin().to_owned()),
            size: checkpoint.size(),
            root: checkpoint.root(),
            note,
        }
    }

    /// `12 0123 4567 …`: the number of entries, then the root.
    fn noted(text: &str) -> Result<Self, Error> {
        let mut words = text.split_whitespace();
        let size = words.next().and_then(decimal);
        let root = words.collect::<String>().to_ascii_lowercase().parse();
        match (size, root) {
            (Some(size), Ok(root)) => Ok(Self {
                origin: None,
                size,
                root,
                note: None,
            }),
            _ => Err(codes::ledger_head().into()),
        }
    }

    /// The name of the ledger, if it is in the head.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The number of entries.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree over them.
    pub const fn root(&self) -> Digest {
        self.root
    }

    /// The signers. A head that is not a signed note has no signers.
    ///
    /// # Errors
    /// Those of [`Note::verify`].
    pub fn signed(&self, keys: &[&dyn Verifier]) -> Result<Signed, Error> {
        match &self.note {
            Some(note) => note.verify(keys),
            None => Ok(Signed::default()),
        }
    }
}
