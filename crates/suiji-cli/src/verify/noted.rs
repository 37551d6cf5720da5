//! The values that a witness noted, as evidence. They come from a file or a text, each with its source.

use std::path::Path;

use suiji::ceremony::SourceKind;
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::verify::Noted;
use suiji::{Contributions, Evidence, Source};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::case::documents;
use crate::case::typed;
use crate::disk::files;
use crate::texts::{self, codes};

/// Adds the notes to the evidence: those in a file, or the text itself.
///
/// The file may be `contributions.json`. Otherwise each line, or each part between semicolons, is a value. It may
/// begin with the number or name of its source and a colon. Values without a source belong to the live sources,
/// in their order.
pub(super) fn add(evidence: Evidence, text: &str, sources: &[Source]) -> Result<Evidence, Error> {
    let path = Path::new(text);
    if !path.is_file() {
        return Ok(evidence.with_noted(of_text(text, sources)?));
    }
    let bytes = files::read(path, limits::PLAN_BYTES, ErrorKind::Contributions)?;
    if documents::kind_of(&bytes) == Some(ErrorKind::Contributions) {
        return Ok(evidence.with_contributions(Contributions::from_json(&bytes)?));
    }
    let text = std::str::from_utf8(&bytes);
    let text = text.map_err(|_| file_error(path, codes::not_values()))?;
    Ok(evidence.with_noted(of_text(text, sources)?))
}

/// The noted values, each with the number of its source.
fn of_text(text: &str, sources: &[Source]) -> Result<Vec<(u64, Noted)>, Error> {
    let mut noted: Vec<Option<&str>> = vec![None; sources.len()];
    let mut unlabelled = Vec::new();
    for entry in text.split(texts::BETWEEN_VALUES).map(str::trim) {
        if entry.is_empty() {
            continue;
        }
        match labelled(entry, sources)? {
            Some((place, value)) => noted[place] = Some(value),
            None => unlabelled.push(entry),
        }
    }
    let is_live = |source: &Source| matches!(source.kind(), SourceKind::Live { .. });
    let live = (0..sources.len()).filter(|&place| is_live(&sources[place]));
    let free: Vec<usize> = live.filter(|&place| noted[place].is_none()).collect();
    if !unlabelled.is_empty() && unlabelled.len() != free.len() {
        let (expected, found) = (free.len(), unlabelled.len());
        return Err(Error::new(codes::values_count(expected, found)));
    }
    for (place, value) in free.into_iter().zip(unlabelled) {
        noted[place] = Some(value);
    }
    let mut all = Vec::new();
    for (number, (source, value)) in (0..).zip(sources.iter().zip(noted)) {
        if let Some(value) = value {
            all.push((number, of_value(source, value)?));
        }
    }
    Ok(all)
}

/// The index of the source that an entry names, and the value after the colon; none without a colon.
fn labelled<'e>(entry: &'e str, sources: &[Source]) -> Result<Option<(usize, &'e str)>, Error> {
    // The name of a source may have colons itself.
    let by_name = (0..).zip(sources).find_map(|(place, source)| {
        let rest = entry.strip_prefix(source.name())?.trim_start();
        let value = rest.strip_prefix(texts::AFTER_LABEL)?;
        Some((place, value.trim()))
    });
    if by_name.is_some() {
        return Ok(by_name);
    }
    let Some((label, value)) = entry.split_once(texts::AFTER_LABEL) else {
        return Ok(None);
    };
    let number: Option<usize> = label.trim().parse().ok();
    match number.filter(|number| (1..=sources.len()).contains(number)) {
        Some(number) => Ok(Some((number - 1, value.trim()))),
        None => Err(Error::new(codes::values_label(sources.len()))),
    }
}

/// One value. The value of a source that is not live is a text.
fn of_value(source: &Source, text: &str) -> Result<Noted, Error> {
    if !matches!(source.kind(), SourceKind::Live { .. }) {
        return Ok(Noted::Value(text.to_owned()));
    }
    match typed::numbers(source, text) {
        Some(numbers) => Ok(source.arrange(numbers)?.into()),
        None => Err(Error::new(codes::not_numbers())),
    }
}
