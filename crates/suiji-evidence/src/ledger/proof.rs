//! The two proofs about a ledger, as files: an entry is in it, or it begins with the entries of an older head [L6].

use core::fmt;
use core::str;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use suiji::merkle::Tree;
use suiji::{Digest, Hash};

use super::head::Head;
use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::note::decimal;

/// The first line of an inclusion proof (C2SP tlog-proof).
const INCLUSION: &str = "c2sp.org/tlog-proof@v1";

/// The longest path through a tree of at most 2^64 leaves.
const HASHES: usize = 64;

/// The proof that an entry is in a ledger, as C2SP tlog-proof without `extra`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InclusionProof {
    index: u64,
    hashes: Vec<Digest>,
    head: String,
}

impl InclusionProof {
    pub(super) const fn new(index: u64, hashes: Vec<Digest>) -> Self {
        let head = String::new();
        Self {
            index,
            hashes,
            head,
        }
    }

    /// Sets the head to which the proof belongs: a signed note, or its text alone.
    #[must_use]
    pub fn with_head(self, head: &str) -> Self {
        let head = head.to_owned();
        Self { head, ..self }
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// `ledger.proof` for another form.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let (lines, head) = parts(bytes)?;
        let [INCLUSION, index, hashes @ ..] = &*lines else {
            return Err(codes::ledger_proof().into());
        };
        let index = index.strip_prefix("index ").and_then(decimal);
        Ok(Self {
            index: index.ok_or_else(codes::ledger_proof)?,
            hashes: read_hashes(hashes)?,
            head: head.to_owned(),
        })
    }

    /// The number of the entry.
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// The head to which it belongs.
    ///
    /// # Errors
    /// Those of [`Head::read`].
    pub fn head(&self) -> Result<Head, Error> {
        Head::read(self.head.as_bytes())
    }

    /// [L6] Verifies that a line, without its line end, is the entry of this number in the ledger of the head; returns the head.
    ///
    /// # Errors
    /// `ledger.not-included` if it is not.
    pub fn verify(&self, hash: Hash, line: &[u8]) -> Result<Head, Error> {
        let head = self.head()?;
        let leaf = hash.digest(&[&[0], line].concat());
        let root = Tree::root_of_inclusion(hash, leaf, self.index, head.size(), &self.hashes);
        match root == Some(head.root()) {
            true => Ok(head),
            false => Err(codes::ledger_not_included(self.index, head.size()).into()),
        }
    }
}

impl fmt::Display for InclusionProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{INCLUSION}\nindex {}", self.index)?;
        write_rest(f, &self.hashes, &self.head)
    }
}

/// The proof that a ledger begins with all entries of an older head, in the form of a request to a witness (C2SP
/// tlog-witness).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ConsistencyProof {
    old: u64,
    hashes: Vec<Digest>,
    head: String,
}

impl ConsistencyProof {
    pub(super) const fn new(old: u64, hashes: Vec<Digest>) -> Self {
        let head = String::new();
        Self { old, hashes, head }
    }

    /// Sets the newer head: a signed note, or its text alone.
    #[must_use]
    pub fn with_head(self, head: &str) -> Self {
        let head = head.to_owned();
        Self { head, ..self }
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// `ledger.proof` for another form.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let (lines, head) = parts(bytes)?;
        let [old, hashes @ ..] = &*lines else {
            return Err(codes::ledger_proof().into());
        };
        let old = old.strip_prefix("old ").and_then(decimal);
        Ok(Self {
            old: old.ok_or_else(codes::ledger_proof)?,
            hashes: read_hashes(hashes)?,
            head: head.to_owned(),
        })
    }

    /// The newer head.
    ///
    /// # Errors
    /// Those of [`Head::read`].
    pub fn head(&self) -> Result<Head, Error> {
        Head::read(self.head.as_bytes())
    }

    /// [L6] Verifies that the ledger of the newer head begins with all entries of an older one; returns the newer head.
    ///
    /// # Errors
    /// `ledger.head-origin` if the heads are of different ledgers. `ledger.not-consistent` if the ledger was rewritten
    /// in between.
    pub fn verify(&self, hash: Hash, old: &Head) -> Result<Head, Error> {
        let head = self.head()?;
        if let (Some(one), Some(other)) = (old.origin(), head.origin())
            && one != other
        {
            return Err(codes::ledger_head_origin(one, other).into());
        }
        let from = (old.size(), old.root());
        let root = Tree::newer_root(hash, from, head.size(), &self.hashes);
        match old.size() == self.old && root == Some(head.root()) {
            true => Ok(head),
            false => Err(codes::ledger_not_consistent(old.size(), head.size()).into()),
        }
    }
}

impl fmt::Display for ConsistencyProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        write_rest(f, &self.hashes, &self.head)
    }
}

/// The lines before the first blank line, and the rest after it.
fn parts(bytes: &[u8]) -> Result<(Vec<&str>, &str), Error> {
    let text = str::from_utf8(bytes).map_err(|_| codes::ledger_proof())?;
    let parts = text.split_once("\n\n");
    let (lines, head) = parts.ok_or_else(codes::ledger_proof)?;
    Ok((lines.split('\n').collect(), head))
}

fn read_hashes(lines: &[&str]) -> Result<Vec<Digest>, Error> {
    if lines.len() > HASHES {
        return Err(codes::ledger_proof().into());
    }
    let read = |line: &&str| {
        let bytes: [u8; 32] = STANDARD.decode(line).ok()?.try_into().ok()?;
        Some(Digest::from_bytes(bytes))
    };
    let hashes: Option<Vec<Digest>> = lines.iter().map(read).collect();
    hashes.ok_or_else(|| codes::ledger_proof().into())
}

fn write_rest(f: &mut fmt::Formatter<'_>, hashes: &[Digest], head: &str) -> fmt::Result {
    for hash in hashes {
        writeln!(f, "{}", STANDARD.encode(hash.as_bytes()))?;
    }
    write!(f, "\n{head}")
}
