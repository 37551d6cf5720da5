//! A checkpoint: the head of a ledger as the text of a note.

use core::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use suiji::Digest;

use super::key::check_name;
use crate::base::problem::Error;
use crate::base::texts::codes;

/// The name of a ledger, the number of its entries, and the root of the tree over them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Digest,
    extensions: Vec<String>,
}

impl Checkpoint {
    /// The head of a ledger.
    ///
    /// # Errors
    /// `note.name` for an origin with blanks or a plus sign.
    pub fn new(origin: &str, size: u64, root: Digest) -> Result<Self, Error> {
        check_name(origin)?;
        Ok(Self {
            origin: origin.to_owned(),
            size,
            root,
            extensions: Vec::new(),
        })
    }

    /// Reads the text of a note.
    ///
    /// # Errors
    /// `note.checkpoint` unless the text is an origin, a number and a root of 32 bytes, optionally with further
    /// lines.
    pub fn read(text: &str) -> Result<Self, Error> {
        let form = || Error::from(codes::checkpoint());
        let lines = text.strip_suffix('\n').ok_or_else(form)?;
        let lines: Vec<&str> = lines.split('\n').collect();
        let [origin, size, root, extensions @ ..] = &*lines else {
            return Err(form());
        };
        // An empty line could end the text of a note.
        if origin.is_empty() || extensions.iter().any(|line| line.is_empty()) {
            return Err(form());
        }
        let root = STANDARD.decode(root).map_err(|_| form())?;
        let root: [u8; 32] = root.try_into().map_err(|_| form())?;
        Ok(Self {
            origin: (*origin).to_owned(),
            size: decimal(size).ok_or_else(form)?,
            root: Digest::from_bytes(root),
            extensions: extensions.iter().map(|line| (*line).to_owned()).collect(),
        })
    }

    /// The name of the ledger.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The number of entries.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree over the entries.
    pub const fn root(&self) -> Digest {
        self.root
    }

    /// Further lines. suiji does not write any.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let root = STANDARD.encode(self.root.as_bytes());
        write!(f, "{}\n{}\n{root}\n", self.origin, self.size)?;
        let mut extensions = self.extensions.iter();
        extensions.try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// A number. It has only digits, without leading zeros.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}
