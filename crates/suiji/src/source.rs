//! Sources of the seed [S4a–S4c].

use crate::codes;
use crate::error::{Error, ErrorKind, Faults};
use crate::hash::Digest;
use crate::json::{Json, ObjectBuilder};
use crate::limits;
use crate::reader::{Fields, Path, Policy, Reader};

/// The chain of annex A, as documents name it.
pub(crate) const QUICKNET: &str =
    "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

/// In whose hand a source is [S4a].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum By {
    /// The office that draws.
    Office,
    /// A witness.
    Witness,
    /// The public.
    Public,
}

/// A source of the seed (随机源) [S4a].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Source {
    pub(crate) by: By,
    pub(crate) name: String,
    pub(crate) kind: SourceKind,
}

/// What kind of source it is.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SourceKind {
    /// A secret chosen before sealing.
    Committed {
        /// `derive("commit", nonce, value)`; none where it is still to be made.
        commitment: Option<Digest>,
    },
    /// A value that falls in public after sealing [S4b].
    Live {
        /// The characters that can fall, ascending.
        symbols: String,
        /// How many fall, 1 to 1000.
        length: u64,
        /// How many values can fall, where that is not `|symbols|^length`.
        outcomes: Option<u64>,
    },
    /// A round of the drand chain of annex A.
    Drand {
        /// The round, at least 1.
        round: u64,
    },
}

const BY: [(&str, By); 3] = [
    ("office", By::Office),
    ("witness", By::Witness),
    ("public", By::Public),
];

impl Source {
    /// A secret that somebody has chosen and committed to; see [`crate::Contribution::commitment`].
    ///
    /// # Errors
    /// `text.*` for the name.
    pub fn committed(by: By, name: &str, commitment: Digest) -> Result<Self, Error> {
        Self::checked(
            by,
            name,
            SourceKind::Committed {
                commitment: Some(commitment),
            },
        )
    }

    /// A value that falls in public [S4b]: `length` characters out of `symbols`.
    ///
    /// # Errors
    /// `text.*` for the name, `ceremony.symbols`, `ceremony.outcomes`, `ceremony.live-office`, `json.range`.
    pub fn live(
        by: By,
        name: &str,
        symbols: &str,
        length: u64,
        outcomes: Option<u64>,
    ) -> Result<Self, Error> {
        let symbols = symbols.to_owned();
        Self::checked(
            by,
            name,
            SourceKind::Live {
                symbols,
                length,
                outcomes,
            },
        )
    }

    /// A round of the drand chain of annex A. This version reads such sources and does not seal them.
    ///
    /// # Errors
    /// `text.*` for the name, `json.range` for round 0.
    pub fn drand(name: &str, round: u64) -> Result<Self, Error> {
        Self::checked(By::Public, name, SourceKind::Drand { round })
    }

    /// Constructing runs the checks of reading.
    fn checked(by: By, name: &str, kind: SourceKind) -> Result<Self, Error> {
        let source = Self {
            by,
            name: name.to_owned(),
            kind,
        };
        let mut faults = Faults::default();
        let mut reader = Reader::new(ErrorKind::Ceremony, Policy::Refuse, &mut faults);
        let tree = source.to_json().sorted();
        let read = read_source(&mut reader, &tree, &Path::Root);
        if let Some(source) = &read {
            check_live(&mut reader, source, &Path::Root);
        }
        faults.into_option(read)
    }

    /// In whose hand it is.
    pub const fn by(&self) -> By {
        self.by
    }

    /// Who or what exactly.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind it is.
    pub const fn kind(&self) -> &SourceKind {
        &self.kind
    }

    /// The number of values that can fall of a live source [V2]; none where it exceeds 2^53 − 1.
    pub(crate) fn outcomes(&self) -> Option<u64> {
        match &self.kind {
            SourceKind::Live {
                symbols,
                length,
                outcomes,
            } => outcomes.or_else(|| power(symbols.len() as u64, *length)),
            _ => None,
        }
    }

    /// The number of values that can fall of a live source [V2], a power where it exceeds 2^53 − 1.
    pub(crate) fn outcomes_text(&self) -> Option<String> {
        match &self.kind {
            SourceKind::Live {
                symbols, length, ..
            } => Some(match self.outcomes() {
                Some(outcomes) => outcomes.to_string(),
                None => format!("{}^{length}", symbols.len()),
            }),
            _ => None,
        }
    }

    pub(crate) fn to_json(&self) -> Json<'_> {
        let kind = match self.kind {
            SourceKind::Committed { .. } => "committed",
            SourceKind::Live { .. } => "live",
            SourceKind::Drand { .. } => "drand",
        };
        let by = BY
            .iter()
            .find(|(_, by)| *by == self.by)
            .map_or("office", |(word, _)| word);
        let common = ObjectBuilder::default()
            .with("kind", Json::text(kind))
            .with("by", Json::text(by))
            .with("name", Json::text(&self.name));
        match &self.kind {
            SourceKind::Committed { commitment } => common.maybe(
                "commitment",
                commitment.map(|digest| Json::text(digest.to_string())),
            ),
            SourceKind::Live {
                symbols,
                length,
                outcomes,
            } => common
                .with("symbols", Json::text(symbols))
                .with("length", Json::count(*length))
                .maybe("outcomes", outcomes.map(Json::count)),
            SourceKind::Drand { round } => common
                .with("chain", Json::text(QUICKNET))
                .with("round", Json::count(*round)),
        }
        .build()
    }
}

/// `base^exponent`, where it is at most 2^53 − 1.
fn power(base: u64, exponent: u64) -> Option<u64> {
    let exponent = u32::try_from(exponent).ok()?;
    base.checked_pow(exponent)
        .filter(|&power| power <= limits::INTEGER.unsigned_abs())
}

/// The sources of a ceremony or a commitment.
pub(crate) fn read_sources(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<Vec<Source>> {
    match fields.get("sources") {
        Some(Json::List(sources)) if sources.len() > limits::SOURCES => {
            reader.fault(
                codes::SOURCES,
                &path.key("sources"),
                &[("limit", &limits::SOURCES.to_string())],
            );
            None
        }
        _ => reader.required(fields, path, "sources", |reader, value, path| match value {
            Json::List(sources) if sources.is_empty() => Some(Vec::new()),
            _ => reader.full_elements(value, path, read_source),
        }),
    }
}

fn read_source(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Source> {
    let all = reader.map(value, path)?;
    let kind = reader.required(all, path, "kind", |reader, value, path| {
        reader.choice(value, path, &[("committed", 0), ("live", 1), ("drand", 2)])
    })?;
    let known: &[&str] = match kind {
        0 => &["kind", "by", "name", "commitment"],
        1 => &["kind", "by", "name", "symbols", "length", "outcomes"],
        _ => &["kind", "by", "name", "chain", "round"],
    };
    let fields = reader.object(value, path, known)?;
    let by = reader.required(fields, path, "by", |reader, value, path| {
        reader.choice(value, path, &BY)
    });
    let name = reader.required(fields, path, "name", Reader::owned_text);
    let kind = match kind {
        0 => reader
            .optional(fields, path, "commitment", Reader::digest)
            .map(|commitment| SourceKind::Committed { commitment }),
        1 => read_live(reader, fields, path),
        _ => read_drand(reader, fields, path, by),
    };
    Some(Source {
        by: by?,
        name: name?,
        kind: kind?,
    })
}

fn read_live(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<SourceKind> {
    let symbols = reader.required(fields, path, "symbols", Reader::string);
    let length = reader.required(fields, path, "length", |reader, value, path| {
        reader.integer(value, path, 1, 1000)
    });
    let outcomes = reader.optional(fields, path, "outcomes", |reader, value, path| {
        reader.count(value, path, 2)
    });
    Some(SourceKind::Live {
        symbols: symbols?.to_owned(),
        length: length?,
        outcomes: outcomes?,
    })
}

fn read_drand(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    by: Option<By>,
) -> Option<SourceKind> {
    let chain = reader.required(fields, path, "chain", |reader, value, path| {
        let chain = reader.string(value, path)?;
        let known = chain == QUICKNET;
        if !known {
            reader.fault(codes::DRAND_CHAIN, path, &[]);
        }
        known.then_some(())
    });
    let round = reader.required(fields, path, "round", |reader, value, path| {
        reader.count(value, path, 1)
    });
    if by.is_some_and(|by| by != By::Public) {
        reader.fault(
            codes::CHOICE,
            &path.key("by"),
            &[("found", "by"), ("choices", "public")],
        );
        return None;
    }
    chain.and(round).map(|round| SourceKind::Drand { round })
}

/// At least one source; live ones as [S4b, S4c] say; no commitment twice.
pub(crate) fn check_sources(reader: &mut Reader<'_>, sources: &[Source], path: &Path<'_>) {
    if sources.is_empty() {
        reader.fault(codes::NO_SOURCE, path, &[]);
    }
    for (index, source) in sources.iter().enumerate() {
        let place = path.index(index);
        check_live(reader, source, &place);
        let SourceKind::Committed {
            commitment: Some(commitment),
        } = source.kind
        else {
            continue;
        };
        let same = |earlier: &Source| {
            earlier.kind
                == SourceKind::Committed {
                    commitment: Some(commitment),
                }
        };
        if sources[..index].iter().any(same) {
            reader.fault(codes::SOURCE_COMMITMENT, &place.key("commitment"), &[]);
        }
    }
}

fn check_live(reader: &mut Reader<'_>, source: &Source, path: &Path<'_>) {
    let SourceKind::Live {
        symbols,
        length,
        outcomes,
    } = &source.kind
    else {
        return;
    };
    if source.by == By::Office {
        reader.fault(codes::LIVE_OFFICE, &path.key("by"), &[]);
    }
    let symbol = |byte: u8| byte.is_ascii_alphanumeric();
    let ascending = symbols.as_bytes().windows(2).all(|pair| pair[0] < pair[1]);
    if symbols.len() < 2 || !symbols.bytes().all(symbol) || !ascending {
        reader.fault(codes::SYMBOLS, &path.key("symbols"), &[]);
        return;
    }
    // A power beyond 2^53 − 1 is greater than any `outcomes`.
    let too_many =
        |&outcomes: &u64| power(symbols.len() as u64, *length).is_some_and(|all| outcomes >= all);
    if outcomes.as_ref().is_some_and(too_many) {
        reader.fault(codes::OUTCOMES, &path.key("outcomes"), &[]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(symbols: &str, length: u64, outcomes: Option<u64>) -> &'static str {
        Source::live(By::Public, "开奖", symbols, length, outcomes)
            .map_or_else(|error| error.code(), |_| "")
    }

    #[test]
    fn live_sources_have_ascending_symbols_and_fewer_outcomes_than_strings() {
        // [S4b]
        assert_eq!(code("123456", 20, Some(53_130)), "");
        assert_eq!(
            code(
                "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                1000,
                None
            ),
            ""
        );
        for wrong in ["1", "", "121", "21", "12 ", "1２", "12-"] {
            assert_eq!(code(wrong, 2, None), "ceremony.symbols", "{wrong}");
        }
        assert_eq!(code("12", 0, None), "json.range");
        assert_eq!(code("12", 1001, None), "json.range");
        assert_eq!(code("12", 3, Some(7)), "");
        assert_eq!(code("12", 3, Some(8)), "ceremony.outcomes");
        assert_eq!(code("12", 3, Some(1)), "json.range");
        assert_eq!(code("12", 1000, Some((1 << 53) - 1)), "");
        assert_eq!(code("12", 53, Some((1 << 53) - 1)), "");
    }

    #[test]
    fn the_office_has_no_live_value() {
        // [S4c]
        let error = Source::live(By::Office, "机关", "123456", 20, None).unwrap_err();
        assert_eq!(error.code(), "ceremony.live-office");
    }
}
