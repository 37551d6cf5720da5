//! The office's own source: a new secret value at each sealing, saved until the draw opens it.

use std::fmt;

use serde_json::{Value, json};
use suiji::ceremony::{By, SourceKind};
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Ceremony, Contribution, Digest, Hash, Secret};

use super::folder::Case;
use super::names::OFFICE_SECRET;
use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::random;
use crate::disk::files;
use crate::disk::numbering::{numbered, numbers};
use crate::texts::codes;

/// The value and nonce of a committed source of the office.
pub(crate) struct Opening {
    source: u64,
    nonce: Secret,
    value: String,
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opening(source {} …)", self.source)
    }
}

impl Opening {
    pub(crate) fn new(source: u64, nonce: Secret, value: &str) -> Self {
        let value = value.to_owned();
        Self {
            source,
            nonce,
            value,
        }
    }

    /// Whether this is the value behind a commitment.
    pub(crate) fn opens(&self, hash: Hash, commitment: &Digest) -> bool {
        Contribution::commitment(hash, &self.nonce, &self.value) == *commitment
    }

    /// The contribution of the source at the draw.
    pub(crate) fn contribution(&self) -> Result<Contribution, Error> {
        Ok(Contribution::committed(self.nonce.clone(), &self.value)?)
    }
}

/// Adds a new commitment to each committed source of the office that has none.
pub(crate) fn commit(mut ceremony: Ceremony) -> Result<(Ceremony, Vec<Opening>), Error> {
    let mut openings = Vec::new();
    for (index, source) in (0..).zip(ceremony.sources().to_vec()) {
        let is_open = *source.kind() == SourceKind::Committed { commitment: None };
        if is_open && source.by() == By::Office {
            let (nonce, value) = (Secret::from_bytes(random::bytes()?), random::hex::<16>()?);
            let commitment = Contribution::commitment(ceremony.hash(), &nonce, &value);
            ceremony = ceremony.with_commitment(index, commitment);
            openings.push(Opening {
                source: index,
                nonce,
                value,
            });
        }
    }
    Ok((ceremony, openings))
}

/// The text of `office-secret.json`; none if there is nothing to save.
pub(crate) fn to_json(openings: &[Opening]) -> Option<String> {
    let entry =
        |of: &Opening| json!({"source": of.source, "nonce": of.nonce.reveal(), "value": of.value});
    let list: Value = openings.iter().map(entry).collect();
    (!openings.is_empty()).then(|| format!("{list:#}\n"))
}

/// All openings that are saved in the folder, including numbered files that an interrupted sealing may have
/// left. The commitments show to which source an opening belongs.
pub(crate) fn saved(case: &Case) -> Result<Vec<Opening>, Error> {
    let mut names: Vec<String> = numbers(case.folder(), OFFICE_SECRET)?
        .into_iter()
        .map(|number| numbered(OFFICE_SECRET, number))
        .collect();
    if files::exists(&case.path(OFFICE_SECRET))? {
        names.push(OFFICE_SECRET.to_owned());
    }
    let mut openings = Vec::new();
    for name in names {
        let path = case.path(&name);
        let bytes = files::read(&path, limits::PLAN_BYTES, ErrorKind::File)?;
        let read = read(&bytes).ok_or_else(|| file_error(&path, codes::office_secret()))?;
        openings.extend(read);
    }
    Ok(openings)
}

fn read(bytes: &[u8]) -> Option<Vec<Opening>> {
    let list: Value = serde_json::from_slice(bytes).ok()?;
    let opening = |entry: &Value| {
        Some(Opening {
            source: entry.get("source")?.as_u64()?,
            nonce: entry.get("nonce")?.as_str()?.parse().ok()?,
            value: entry.get("value")?.as_str()?.to_owned(),
        })
    };
    list.as_array()?.iter().map(opening).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_for_the_office_only() {
        let sources = br#"{"hash": "sm3", "sources": [
            {"kind": "committed", "by": "witness", "name": "a"},
            {"kind": "committed", "by": "office", "name": "b"},
            {"kind": "committed", "by": "office", "name": "c"}]}"#;
        let (ceremony, openings) = commit(Ceremony::from_json(sources).unwrap()).unwrap();
        let commitments: Vec<Option<Digest>> = ceremony
            .sources()
            .iter()
            .map(|source| match source.kind() {
                SourceKind::Committed { commitment } => *commitment,
                _ => None,
            })
            .collect();
        assert_eq!(commitments[0], None);
        assert_ne!(commitments[1], commitments[2]);
        let saved = read(to_json(&openings).unwrap().as_bytes()).unwrap();
        assert_eq!(saved.len(), 2);
        for (opening, commitment) in saved.iter().zip(&commitments[1..]) {
            assert!(opening.opens(Hash::Sm3, &commitment.unwrap()));
            assert_eq!(
                (opening.value.len(), opening.nonce.as_bytes().len()),
                (32, 32)
            );
        }
        assert_eq!(format!("{:?}", saved[0]), "Opening(source 1 …)");
    }
}
