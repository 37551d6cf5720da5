//! The commitments of a ledger, each with the data from later entries.

use std::collections::BTreeMap;

use suiji::ceremony::PartialContributions;
use suiji::{Contribution, Digest};

use super::entry::Entry;
use super::event::{Event, SealedEvent};
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// A commitment of a ledger.
#[derive(Debug)]
pub(super) struct Sheet<'l> {
    pub(super) number: u64,
    pub(super) sealed: &'l SealedEvent,
    /// The shown contributions, in order.
    pub(super) seen: Vec<Seen<'l>>,
    pub(super) drawn: Option<Drawn<'l>>,
    /// The entry by which it was superseded or given up.
    pub(super) ended: Option<u64>,
}

/// A contribution that was shown for confirmation.
#[derive(Debug)]
pub(super) struct Seen<'l> {
    pub(super) number: u64,
    pub(super) source: u64,
    pub(super) contribution: &'l Contribution,
    pub(super) declined: bool,
}

/// The draw from a commitment.
#[derive(Debug)]
pub(super) struct Drawn<'l> {
    pub(super) record: Digest,
    pub(super) contributions: &'l PartialContributions,
}

/// The commitments, in the order in which they were sealed, and the problems in the order of the entries.
#[derive(Debug, Default)]
pub(super) struct Sheets<'l> {
    pub(super) all: Vec<Sheet<'l>>,
    places: BTreeMap<[u8; 32], usize>,
    pub(super) problems: Vec<Problem>,
}

impl<'l> Sheets<'l> {
    pub(super) fn of(entries: &'l [Entry]) -> Self {
        let mut sheets = Self::default();
        for entry in entries {
            if let Err(problem) = sheets.add(entry) {
                sheets.problems.push(problem);
            }
        }
        sheets
    }

    /// The commitment with this digest.
    pub(super) fn get(&self, commitment: Digest) -> Option<&Sheet<'l>> {
        let place = self.places.get(commitment.as_bytes())?;
        self.all.get(*place)
    }

    fn get_mut(&mut self, commitment: Digest) -> Option<&mut Sheet<'l>> {
        let place = self.places.get(commitment.as_bytes())?;
        self.all.get_mut(*place)
    }

    fn add(&mut self, entry: &'l Entry) -> Result<(), Problem> {
        let number = entry.number;
        if let Event::Sealed(sealed) = &entry.event {
            return self.seal(number, sealed);
        }
        let Some(commitment) = entry.event.commitment() else {
            return self.check_record(entry);
        };
        let Some(sheet) = self.get_mut(commitment) else {
            return Err(codes::ledger_not_sealed(number, commitment));
        };
        // [L7] Nothing happens to a commitment after it was superseded or given up.
        if let Some(ended) = sheet.ended {
            return Err(codes::ledger_after_end(number, commitment, ended));
        }
        match &entry.event {
            Event::Seen {
                source,
                contribution,
                ..
            } => sheet.seen.push(Seen {
                number,
                source: *source,
                contribution,
                declined: false,
            }),
            Event::Declined { source, .. } => {
                let mut seen = sheet.seen.iter_mut().rev();
                if let Some(last) = seen.find(|seen| seen.source == *source) {
                    last.declined = true;
                }
            }
            Event::Drawn {
                record,
                contributions,
                ..
            } => match &sheet.drawn {
                Some(first) if first.record != *record => {
                    return Err(codes::ledger_second_record(
                        number,
                        commitment,
                        first.record,
                    ));
                }
                Some(_) => {}
                None => {
                    sheet.drawn = Some(Drawn {
                        record: *record,
                        contributions,
                    });
                }
            },
            Event::Left { .. } => sheet.ended = Some(number),
            _ => {}
        }
        Ok(())
    }

    /// A commitment names the earlier ones of its authority and year with a task of the same id [S3c].
    fn seal(&mut self, number: u64, sealed: &'l SealedEvent) -> Result<(), Problem> {
        if self.get(sealed.commitment).is_some() {
            return Err(codes::ledger_sealed_twice(number, sealed.commitment));
        }
        let named: Vec<Digest> = sealed.named().collect();
        let shares = |earlier: &&Sheet<'_>| {
            let of = earlier.sealed;
            (&of.authority, of.year) == (&sealed.authority, sealed.year)
                && of.tasks.iter().any(|task| sealed.tasks.contains(task))
        };
        let unnamed = self.all.iter().filter(shares);
        let unnamed = unnamed.map(|earlier| earlier.sealed.commitment);
        let unnamed: Vec<Digest> = unnamed.filter(|one| !named.contains(one)).collect();
        for one in &sealed.supersedes {
            if let Some(old) = self.get_mut(one.commitment) {
                old.ended.get_or_insert(number);
            }
        }
        let place = self.all.len();
        self.places.insert(*sealed.commitment.as_bytes(), place);
        self.all.push(Sheet {
            number,
            sealed,
            seen: Vec::new(),
            drawn: None,
            ended: None,
        });
        for one in unnamed {
            self.problems
                .push(codes::ledger_not_named(number, sealed.commitment, one));
        }
        Ok(())
    }

    fn check_record(&self, entry: &Entry) -> Result<(), Problem> {
        let (Event::Amended { record, .. } | Event::Published { record }) = &entry.event else {
            return Ok(());
        };
        let drawn = |sheet: &Sheet<'_>| sheet.drawn.as_ref().map(|drawn| drawn.record);
        match self.all.iter().any(|sheet| drawn(sheet) == Some(*record)) {
            true => Ok(()),
            false => Err(codes::ledger_not_drawn(entry.number, record)),
        }
    }
}
