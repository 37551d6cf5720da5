//! The values that a witness noted, compared with those of the draw, source by source.

use std::path::Path;

use suiji::ceremony::{ContributionKind, SourceKind};
use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{Commitment, Contribution, Contributions, Source};

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::case::documents;
use crate::case::typed;
use crate::disk::files;
use crate::show::boxes::Comparison;
use crate::show::values;
use crate::texts::{self, Text, codes};

/// What the comparison with the notes gave.
#[derive(Debug, Default)]
pub(super) struct Noted {
    pub(super) comparisons: Vec<Comparison>,
    /// The sources whose values were not noted.
    pub(super) not_noted: Vec<String>,
}

impl Noted {
    /// Reads the notes: the path of a file, or the text itself.
    ///
    /// The file may be `contributions.json`. Otherwise each line, or each part between semicolons, is a value. It may
    /// begin with the number or the name of its source and a colon; values without are those of the live sources, in
    /// their order.
    pub(super) fn read(
        text: &str,
        commitment: &Commitment,
        found: &Contributions,
    ) -> Result<Self, Error> {
        let path = Path::new(text);
        if !path.is_file() {
            return Self::of_text(text, commitment.sources(), found);
        }
        let bytes = files::read(path, limits::PLAN_BYTES, ErrorKind::Contributions)?;
        if documents::kind_of(&bytes) == Some(ErrorKind::Contributions) {
            let noted = Contributions::from_json(&bytes)?;
            return Ok(Self::of_document(&noted, commitment, found));
        }
        let text = std::str::from_utf8(&bytes);
        let text = text.map_err(|_| file_error(path, codes::not_values()))?;
        Self::of_text(text, commitment.sources(), found)
    }

    fn of_document(noted: &Contributions, commitment: &Commitment, found: &Contributions) -> Self {
        let mut comparisons = Vec::new();
        if noted.commitment() != commitment.digest() {
            let text = texts::noted_for_another(noted.commitment());
            comparisons.push(Comparison::fails("noted.commitment", text));
        }
        let mut noted = noted.iter();
        let mut found = found.iter();
        for source in commitment.sources() {
            let (noted, found) = (noted.next(), found.next());
            comparisons.push(compared(
                source,
                noted.map(values::text),
                found,
                noted == found,
            ));
        }
        if let Some(more) = noted.next() {
            let text = texts::noted_without_source(values::text(more));
            comparisons.push(Comparison::fails("noted.value", text));
        }
        Self {
            comparisons,
            not_noted: Vec::new(),
        }
    }

    fn of_text(text: &str, sources: &[Source], found: &Contributions) -> Result<Self, Error> {
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
            return Err(Error::new(codes::values_count(
                free.len(),
                unlabelled.len(),
            )));
        }
        for (place, value) in free.into_iter().zip(unlabelled) {
            noted[place] = Some(value);
        }
        let mut all = Self::default();
        for ((source, value), found) in sources.iter().zip(noted).zip(found.iter()) {
            match value {
                Some(value) => all.comparisons.push(of_value(source, value, found)?),
                None => all.not_noted.push(source.name().to_owned()),
            }
        }
        Ok(all)
    }
}

/// The place of the source that an entry names, and the value after the colon; none without a colon.
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

/// Compares one value. Of a committed source only the value is noted, not the nonce.
fn of_value(source: &Source, text: &str, found: &Contribution) -> Result<Comparison, Error> {
    if let ContributionKind::Committed { value, .. } = found.kind() {
        return Ok(compared(
            source,
            Some(text.to_owned()),
            Some(found),
            text == value,
        ));
    }
    let noted = match typed::numbers(source, text) {
        Some(numbers) => source.arrange(numbers)?,
        None => return Err(Error::new(codes::not_numbers())),
    };
    Ok(compared(
        source,
        Some(values::text(&noted)),
        Some(found),
        noted == *found,
    ))
}

fn compared(
    source: &Source,
    noted: Option<String>,
    found: Option<&Contribution>,
    same: bool,
) -> Comparison {
    let name = source.name();
    if same {
        return Comparison::holds("noted.value", texts::noted_same(name));
    }
    let noted = noted.map_or_else(texts::no_value, |noted| Text::of(|_| noted.clone()));
    let found = found.map(values::text);
    let found = found.map_or_else(texts::no_value, |found| Text::of(|_| found.clone()));
    Comparison::fails("noted.value", texts::noted_other(name, noted, found))
}
