//! Sources read from a ceremony or a commitment, and what they must be [S4a–S4c].

use super::{By, QUICKNET, Source, SourceKind, power};
use crate::base::limits;
use crate::base::texts::codes;
use crate::json::Json;
use crate::json::reader::{Fields, Path, Reader};

/// The sources of a ceremony or a commitment.
pub(crate) fn read_sources(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<Vec<Source>> {
    match fields.get("sources") {
        Some(Json::List(sources)) if sources.len() > limits::SOURCES => {
            reader.fault(codes::sources(limits::SOURCES), &path.key("sources"));
            None
        }
        _ => reader.required(fields, path, "sources", |reader, value, path| match value {
            Json::List(sources) if sources.is_empty() => Some(Vec::new()),
            _ => reader.full_elements(value, path, read_source),
        }),
    }
}

/// [S4a] Reads a source, which is of one of three kinds.
pub(super) fn read_source(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Source> {
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
        reader.choice(value, path, &By::ALL)
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
            reader.fault(codes::drand_chain(), path);
        }
        known.then_some(())
    });
    let round = reader.required(fields, path, "round", |reader, value, path| {
        reader.count(value, path, 1)
    });
    if by.is_some_and(|by| by != By::Public) {
        let found = by.map_or("", By::as_str);
        reader.fault(codes::choice("public", found), &path.key("by"));
        return None;
    }
    chain.and(round).map(|round| SourceKind::Drand { round })
}

/// [S4a, S4c] There is at least one source, and no two have the same commitment; live ones are checked too.
pub(crate) fn check_sources(reader: &mut Reader<'_>, sources: &[Source], path: &Path<'_>) {
    if sources.is_empty() {
        reader.fault(codes::no_source(), path);
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
            reader.fault(codes::repeated_commitment(), &place.key("commitment"));
        }
    }
}

/// [S4b, S4c] A live source has valid symbols and outcomes, and is not the office's.
pub(super) fn check_live(reader: &mut Reader<'_>, source: &Source, path: &Path<'_>) {
    let SourceKind::Live {
        symbols,
        length,
        outcomes,
    } = &source.kind
    else {
        return;
    };
    if source.by == By::Office {
        reader.fault(codes::live_office(), &path.key("by"));
    }
    let symbol = |byte: u8| byte.is_ascii_alphanumeric();
    let ascending = symbols.as_bytes().windows(2).all(|pair| pair[0] < pair[1]);
    if symbols.len() < 2 || !symbols.bytes().all(symbol) || !ascending {
        reader.fault(codes::symbols(), &path.key("symbols"));
        return;
    }
    // A power beyond 2^53 − 1 is greater than any `outcomes`.
    let too_many =
        |&outcomes: &u64| power(symbols.len() as u64, *length).is_some_and(|all| outcomes >= all);
    if outcomes.as_ref().is_some_and(too_many) {
        reader.fault(codes::outcomes(), &path.key("outcomes"));
    }
}

#[cfg(test)]
mod tests {
    use crate::ceremony::source::{By, Source};

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
