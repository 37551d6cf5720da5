//! The record: its digests, its sources, and the findings before sealing.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::ceremony::{By, Part, SourceKind};
use suiji::{Contribution, Digest, Source};

use super::material::Material;
use crate::base::texts::{self, Text};

/// The number of findings of one kind that are written in full.
const SHOWN: usize = 3;

/// A digest, as one text and in groups of four for reading aloud.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DigestFacts {
    pub(crate) hex: String,
    /// Two lines of groups.
    pub(crate) lines: [String; 2],
}

impl DigestFacts {
    pub(super) fn of(digest: Digest) -> Self {
        let groups = digest.to_groups();
        let words: Vec<&str> = groups.split(' ').collect();
        let (first, second) = words.split_at(words.len() / 2);
        Self {
            hex: digest.to_string(),
            lines: [first.join(" "), second.join(" ")],
        }
    }
}

/// The record and its commitment.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RecordFacts {
    pub(crate) digest: DigestFacts,
    pub(crate) commitment: DigestFacts,
    pub(crate) seed: DigestFacts,
    pub(crate) plan: DigestFacts,
    /// `sha256` or `sm3`.
    pub(crate) hash: &'static str,
    pub(crate) sealed_at: String,
    pub(crate) is_blinded: bool,
}

impl RecordFacts {
    pub(super) fn of(material: &Material<'_>) -> Self {
        let (record, commitment) = (material.record, material.record.commitment());
        Self {
            digest: DigestFacts::of(record.digest()),
            commitment: DigestFacts::of(commitment.digest()),
            seed: DigestFacts::of(record.seed()),
            plan: DigestFacts::of(commitment.plan()),
            hash: commitment.hash().as_str(),
            sealed_at: commitment.sealed_at().to_string(),
            is_blinded: commitment.blinded(),
        }
    }
}

/// A source of the seed, and its contribution.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceFacts {
    pub(crate) number: usize,
    pub(crate) name: String,
    /// `office`, `witness` or `public`.
    pub(crate) by: &'static str,
    /// `committed`, `live` or `drand`.
    pub(crate) kind: &'static str,
    /// The possible values of the source, in words.
    pub(crate) rule: String,
    /// The contribution, in the form for reading aloud.
    pub(crate) value: String,
}

impl SourceFacts {
    pub(super) fn all(material: &Material<'_>) -> Vec<Self> {
        let sources = material.record.commitment().sources().iter();
        let contributions = material.record.contributions().iter();
        let source = |(number, (source, value)): (usize, (&Source, &Contribution))| Self {
            number,
            name: source.name().to_owned(),
            by: match source.by() {
                By::Office => "office",
                By::Witness => "witness",
                _ => "public",
            },
            kind: source.kind().as_str(),
            rule: rule(source).get(material.lang).to_owned(),
            value: value.text(),
        };
        (1..).zip(sources.zip(contributions)).map(source).collect()
    }
}

/// The kind of a source, in words.
fn rule(source: &Source) -> Text {
    match source.kind() {
        SourceKind::Committed { .. } => texts::kind_committed(),
        SourceKind::Live { parts } => {
            let parts: Vec<Text> = parts.iter().map(part).collect();
            texts::kind_live(Text::joined(&parts, &texts::part_separator()))
        }
        _ => texts::kind_drand(),
    }
}

fn part(part: &Part) -> Text {
    let (count, from, to) = (part.count(), part.from(), part.to());
    match part.is_distinct() {
        true => texts::part_distinct(count, from, to),
        false => texts::part(count, from, to),
    }
}

/// The findings of one kind that sealing accepted.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FindingFacts {
    /// `note` or `warning`.
    pub(crate) severity: &'static str,
    pub(crate) code: &'static str,
    pub(crate) count: u64,
    /// The first of them in words.
    pub(crate) texts: Vec<String>,
}

impl FindingFacts {
    /// By kind, in the order in which they were found.
    pub(super) fn all(material: &Material<'_>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let mut places = BTreeMap::new();
        for finding in material.sealed.findings() {
            let place = *places.entry(finding.code()).or_insert_with(|| {
                all.push(Self {
                    severity: finding.severity().as_str(),
                    code: finding.code(),
                    count: 0,
                    texts: Vec::new(),
                });
                all.len() - 1
            });
            let kind = &mut all[place];
            kind.count += 1;
            if kind.texts.len() < SHOWN {
                kind.texts.push(finding.message(material.lang));
            }
        }
        all
    }
}
