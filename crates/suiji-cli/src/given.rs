//! Contributions while they are being given: some are there, some are not yet.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use suiji::limits;
use suiji::{Contributions, Error, ErrorKind, Secret, Source, SourceKind};

use crate::case::{Case, PARTIAL};
use crate::codes;
use crate::failure::file_error;
use crate::files::{self, Access};

/// What some of the sources gave, each in the form of [R1], by the place of its source.
#[derive(Clone, Default)]
pub(crate) struct Given {
    entries: BTreeMap<u64, Value>,
    /// Those of the office, whose openings are kept elsewhere.
    own: BTreeSet<u64>,
}

impl Given {
    /// All of a complete list.
    pub(crate) fn whole(contributions: &Contributions) -> Self {
        let list = serde_json::from_slice(&contributions.canonical()).unwrap_or_default();
        let entries = (0..).zip(elements(list)).collect();
        Self {
            entries,
            own: BTreeSet::new(),
        }
    }

    /// What was confirmed before, in the form of [S3c]: each with its place among the sources.
    pub(crate) fn read_partial(case: &Case) -> Result<Self, Error> {
        let path = case.path(PARTIAL);
        let Some(bytes) =
            files::read_if_there(&path, limits::PLAN_BYTES, ErrorKind::Contributions)?
        else {
            return Ok(Self::default());
        };
        Self::from_placed(&bytes).ok_or_else(|| unusable(case))
    }

    fn from_placed(bytes: &[u8]) -> Option<Self> {
        let list: Value = serde_json::from_slice(bytes).ok()?;
        let mut given = Self::default();
        for entry in list.as_array()? {
            let mut entry = entry.as_object()?.clone();
            let source = entry.remove("source")?.as_u64()?;
            given.entries.insert(source, Value::Object(entry));
        }
        // The library says whether each is a contribution at all.
        given.contributions().ok()?;
        Some(given)
    }

    /// Keeps what was confirmed, for a draw that is interrupted: what was given is never lost.
    pub(crate) fn write_partial(&self, case: &Case) -> Result<(), Error> {
        let text = format!("{:#}\n", self.placed());
        files::replace(&case.path(PARTIAL), text.as_bytes(), Access::Private)
    }

    /// What was given, in the form of [S3c]; the office gives nothing before the draw.
    pub(crate) fn placed(&self) -> Value {
        let placed = self
            .entries
            .iter()
            .filter(|(source, _)| !self.own.contains(source));
        let placed = placed.map(|(source, entry)| {
            let mut entry = entry.clone();
            entry["source"] = json!(source);
            entry
        });
        placed.collect()
    }

    /// Those that are there, as the library takes them once all are.
    pub(crate) fn contributions(&self) -> Result<Contributions, Error> {
        let list: Value = self.entries.values().cloned().collect();
        Contributions::from_json(list.to_string().as_bytes())
    }

    pub(crate) fn has(&self, source: u64) -> bool {
        self.entries.contains_key(&source)
    }

    /// Whether there is one for a source that the sheet does not have.
    pub(crate) fn is_beyond(&self, sources: &[Source]) -> bool {
        self.entries
            .keys()
            .any(|&place| place >= sources.len() as u64)
    }

    /// The opening of a source of the office.
    pub(crate) fn open_own(&mut self, source: u64, nonce: &Secret, value: &str) {
        self.own.insert(source);
        self.open(source, nonce, value);
    }

    /// The opening of a committed source.
    pub(crate) fn open(&mut self, source: u64, nonce: &Secret, value: &str) {
        self.entries.insert(
            source,
            json!({"kind": "committed", "nonce": nonce.reveal(), "value": value}),
        );
    }

    /// The value of a live source.
    pub(crate) fn fell(&mut self, source: u64, value: &str) {
        self.entries
            .insert(source, json!({"kind": "live", "value": value}));
    }

    pub(crate) fn forget(&mut self, source: u64) {
        self.entries.remove(&source);
    }

    /// The same with something of the right form for each source that gave nothing yet, so that the
    /// library can be asked about the others; and how many of those it will find not to open.
    pub(crate) fn filled_up(&self, sources: &[Source]) -> (Self, u64) {
        let mut filled = self.clone();
        let mut unopened = 0;
        for (place, source) in (0..).zip(sources).filter(|(place, _)| !self.has(*place)) {
            match source.kind() {
                SourceKind::Live {
                    symbols, length, ..
                } => {
                    let symbol = symbols.chars().next().unwrap_or_default();
                    let value: String = (0..*length).map(|_| symbol).collect();
                    filled.fell(place, &value);
                }
                _ => {
                    unopened += 1;
                    filled.open(place, &Secret::from_bytes([0; 32]), "-");
                }
            }
        }
        (filled, unopened)
    }
}

/// The error of a file with confirmed values that fit no sheet, or not this one.
pub(crate) fn unusable(case: &Case) -> Error {
    file_error(codes::PARTIAL, &case.path(PARTIAL), &[])
}

fn elements(list: Value) -> Vec<Value> {
    match list {
        Value::Array(list) => list,
        _ => Vec::new(),
    }
}
