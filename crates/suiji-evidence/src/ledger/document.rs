//! A ledger: its entries, and the tree over their lines.

use suiji::merkle::Tree;
use suiji::values::Time;
use suiji::{Digest, Hash};

use super::entry::Entry;
use super::event::{Event, Opening};
use super::head::Head;
use super::proof::{ConsistencyProof, InclusionProof};
use crate::base::problem::{Error, Problem};
use crate::base::texts::codes;
use crate::note::{Checkpoint, check_name};

/// The ledger of an office. Entries are only added.
#[derive(Clone, Debug)]
pub struct Ledger {
    opening: Opening,
    entries: Vec<Entry>,
    tree: Tree,
    complete: u64,
    torn: u64,
}

impl Ledger {
    /// The maximum size of a ledger: 64 MiB. A longer one is refused.
    pub const BYTES: usize = 64 << 20;

    /// A new ledger, with its first entry.
    ///
    /// # Errors
    /// `note.name` for a name with blanks or a plus sign.
    pub fn new(opening: Opening, at: Time) -> Result<Self, Error> {
        check_name(&opening.origin)?;
        let mut ledger = Self::empty(opening.clone());
        ledger.append(Event::Opened(opening), at)?;
        Ok(ledger)
    }

    fn empty(opening: Opening) -> Self {
        Self {
            tree: Tree::new(opening.hash),
            opening,
            entries: Vec::new(),
            complete: 0,
            torn: 0,
        }
    }

    /// [L1] Reads the file of a ledger. Bytes after the last line end are an incomplete line. It is not an entry;
    /// [`Ledger::torn`] returns its length.
    ///
    /// # Errors
    /// `ledger.empty` for a file without a complete line, `ledger.bytes` for one that is too long. `ledger.form`,
    /// `ledger.spec`, `ledger.opening` or `ledger.chain` for the first line that is not an entry, or that does not
    /// continue the lines before it. Later lines are not checked.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > Self::BYTES {
            return Err(codes::ledger_bytes(Self::BYTES).into());
        }
        let complete = bytes.iter().rposition(|byte| *byte == b'\n');
        let complete = complete.ok_or_else(codes::ledger_empty)?;
        let mut lines = (1..).zip(bytes[..complete].split(|byte| *byte == b'\n'));
        let mut ledger = match lines.next() {
            Some((_, first)) => Self::begin(first).map_err(|problem| problem.at_line(Some(1)))?,
            None => return Err(codes::ledger_empty().into()),
        };
        for (number, line) in lines {
            let added = ledger.add_line(line);
            added.map_err(|problem| problem.at_line(Some(number)))?;
        }
        ledger.complete = complete as u64 + 1;
        ledger.torn = bytes.len() as u64 - ledger.complete;
        Ok(ledger)
    }

    /// A ledger with the first line of a file.
    fn begin(line: &[u8]) -> Result<Self, Problem> {
        let Event::Opened(opening) = Entry::read(line)?.event else {
            return Err(codes::ledger_opening());
        };
        if check_name(&opening.origin).is_err() {
            return Err(codes::ledger_opening());
        }
        let mut ledger = Self::empty(opening);
        ledger.add_line(line)?;
        Ok(ledger)
    }

    /// [L2] The number of an entry and the root before it must be those of the lines before.
    fn add_line(&mut self, line: &[u8]) -> Result<(), Problem> {
        let entry = Entry::read(line)?;
        if (entry.number, entry.before) != (self.tree.size(), self.tree.root()) {
            return Err(codes::ledger_chain(self.tree.size()));
        }
        if matches!(entry.event, Event::Opened(_)) != self.entries.is_empty() {
            return Err(codes::ledger_opening());
        }
        self.tree.push(line);
        self.entries.push(entry);
        Ok(())
    }

    /// Adds an entry. Returns its line with the line end. Append it to the file first. Only then do or show what the
    /// entry says.
    ///
    /// # Errors
    /// `ledger.form` if a text is empty or has control characters, so that the line could not be read again.
    pub fn append(&mut self, event: Event, at: Time) -> Result<String, Error> {
        let entry = Entry {
            number: self.tree.size(),
            at,
            before: self.tree.root(),
            event,
        };
        let mut line = entry.line()?;
        self.add_line(line.as_bytes())?;
        line.push('\n');
        self.complete += line.len() as u64;
        Ok(line)
    }

    /// The contents of the first entry.
    pub const fn opening(&self) -> &Opening {
        &self.opening
    }

    /// The hash of the tree.
    pub const fn hash(&self) -> Hash {
        self.opening.hash
    }

    /// The name of the ledger.
    pub fn origin(&self) -> &str {
        &self.opening.origin
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The first entry with this event.
    pub fn find(&self, event: &Event) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.event == *event)
    }

    /// The length of the file up to the end of its last complete line.
    pub const fn complete(&self) -> u64 {
        self.complete
    }

    /// The number of bytes after the last line end. If there are any, a command was interrupted while it wrote an
    /// entry.
    pub const fn torn(&self) -> u64 {
        self.torn
    }

    /// [L4] The head: how many entries there are, and the root of the tree over them.
    ///
    /// # Errors
    /// None if the ledger was read from a file: its name is already checked.
    pub fn head(&self) -> Result<Checkpoint, Error> {
        Checkpoint::new(self.origin(), self.tree.size(), self.tree.root())
    }

    /// The line of an entry, which is the leaf of the tree.
    ///
    /// # Errors
    /// `ledger.no-such-entry` if there is none.
    pub fn line(&self, number: u64) -> Result<String, Error> {
        let entry = usize::try_from(number).ok();
        let entry = entry.and_then(|number| self.entries.get(number));
        match entry {
            Some(entry) => entry.line(),
            None => Err(self.no_such_entry(number)),
        }
    }

    /// [L6] The proof that an entry is in this ledger.
    ///
    /// # Errors
    /// `ledger.no-such-entry` if there is none.
    pub fn inclusion(&self, number: u64) -> Result<InclusionProof, Error> {
        let hashes = self.tree.inclusion(number, self.tree.size());
        let hashes = hashes.ok_or_else(|| self.no_such_entry(number))?;
        Ok(InclusionProof::new(number, hashes))
    }

    /// [L6] The proof that this ledger begins with all entries of an older head.
    ///
    /// # Errors
    /// `ledger.no-such-entry` if the ledger has fewer entries, or the head has none.
    pub fn consistency(&self, old: u64) -> Result<ConsistencyProof, Error> {
        let hashes = self.tree.consistency(old, self.tree.size());
        let hashes = hashes.ok_or_else(|| self.no_such_entry(old))?;
        Ok(ConsistencyProof::new(old, hashes))
    }

    fn no_such_entry(&self, number: u64) -> Error {
        codes::ledger_no_such_entry(number, self.tree.size()).into()
    }

    /// [L5] Compares a head that somebody kept with this ledger.
    ///
    /// # Errors
    /// `ledger.head-origin` if it is the head of another ledger, `ledger.head-size` if the ledger now has fewer entries,
    /// `ledger.head-root` if the ledger was rewritten.
    pub fn check_head(&self, head: &Head) -> Result<(), Error> {
        if head.origin().is_some_and(|origin| origin != self.origin()) {
            let found = head.origin().unwrap_or_default();
            return Err(codes::ledger_head_origin(found, self.origin()).into());
        }
        match self.tree.root_at(head.size()) {
            None => Err(codes::ledger_head_size(head.size(), self.tree.size()).into()),
            Some(root) if root != head.root() => {
                Err(codes::ledger_head_root(head.size(), head.root(), root).into())
            }
            Some(_) => Ok(()),
        }
    }

    /// The root over all entries.
    pub fn root(&self) -> Digest {
        self.tree.root()
    }
}
