//! The record: its fields, its digest and its JSON [E1].

use std::io;

use super::drawn::Draw;
use super::places::Places;
use crate::base::hash::Digest;
use crate::base::lazy::Lazy;
use crate::base::run::{Cancelled, Run};
use crate::ceremony::commitment::{Commitment, SPEC};
use crate::ceremony::contributions::Contributions;
use crate::json::{Document, Json};

/// The record of a draw [E1]. With it, anyone can repeat the whole draw from the inputs.
///
/// [`Record::from_json`] checks only the form of a record. [`crate::verify`] checks its contents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    pub(crate) commitment: Commitment,
    pub(crate) contributions: Contributions,
    pub(crate) seed: Digest,
    pub(crate) draws: Vec<Draw>,
    digest: Digest,
    places: Lazy<Vec<Places>>,
}

impl Record {
    /// [E1] Makes a record and computes its digest.
    pub(crate) fn new(
        commitment: Commitment,
        contributions: Contributions,
        seed: Digest,
        draws: Vec<Draw>,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        let mut record = Self {
            commitment,
            contributions,
            seed,
            draws,
            digest: seed,
            places: Lazy::default(),
        };
        record.digest = record.document().digest(record.commitment.hash, run)?;
        Ok(record)
    }

    /// The record as indented JSON.
    pub fn to_json(&self) -> String {
        text(|out| self.write_json(out))
    }

    /// Writes the record as indented JSON, without a copy of it in memory.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn write_json(&self, out: impl io::Write) -> io::Result<()> {
        self.write_json_with(out, &Run::default())
    }

    /// [`Self::write_json`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::write_json`], and `cancelled`.
    pub fn write_json_with(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        self.document().write_pretty(out, run)
    }

    /// JCS(record): the canonical bytes, from which the digest is computed [E1].
    pub fn canonical(&self) -> Vec<u8> {
        text(|out| self.write_canonical(out)).into_bytes()
    }

    /// Writes JCS(record) [E1], without a copy of it in memory.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn write_canonical(&self, out: impl io::Write) -> io::Result<()> {
        self.write_canonical_with(out, &Run::default())
    }

    /// [`Self::write_canonical`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::write_canonical`], and `cancelled`.
    pub fn write_canonical_with(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        self.document().write_canonical(out, run)
    }

    /// The record digest [E1], which people sign.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The commitment from which the draw was made.
    pub const fn commitment(&self) -> &Commitment {
        &self.commitment
    }

    /// The contributions, in the order of the sources.
    pub const fn contributions(&self) -> &Contributions {
        &self.contributions
    }

    /// The seed S [R2].
    pub const fn seed(&self) -> Digest {
        self.seed
    }

    /// The result of each task, in the order of the commitment.
    pub fn draws(&self) -> &[Draw] {
        &self.draws
    }

    /// The result of one task, or `None` if the record has no such task.
    pub fn draw(&self, task: &str) -> Option<&Draw> {
        self.draws.iter().find(|draw| draw.task.as_str() == task)
    }

    /// For each task the places of its entities; computed once.
    pub(crate) fn places(&self, run: &Run) -> Result<&[Places], Cancelled> {
        let places = || {
            self.draws
                .iter()
                .map(|draw| Places::of(draw, run))
                .collect()
        };
        self.places.get(places).map(Vec::as_slice)
    }

    fn document(&self) -> Document<'_> {
        let draws = self.draws.iter().map(Draw::document).collect();
        Document::Object(vec![
            ("spec", Document::Tree(Json::text(SPEC))),
            ("commitment", Document::Tree(self.commitment.tree())),
            ("contributions", Document::Tree(self.contributions.tree())),
            ("seed", Document::Tree(Json::text(self.seed.to_string()))),
            ("draws", Document::Few(draws)),
        ])
    }
}

/// The text that `write` writes.
pub(super) fn text(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("writing to memory cannot fail");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}
