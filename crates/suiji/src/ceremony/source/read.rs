//! Reads the sources of a ceremony or a commitment, and checks the rules for them [S4a–S4c].

use super::part::{Part, read_part};
use super::{By, Source, SourceKind};
use crate::base::limits;
use crate::base::texts::codes;
use crate::ceremony::drand::QUICKNET;
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

/// [S4a] Reads a source of one of the three kinds.
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
        1 => &["kind", "by", "name", "parts"],
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
        1 => reader
            .required(fields, path, "parts", read_parts)
            .map(|parts| SourceKind::Live { parts }),
        _ => read_drand(reader, fields, path, by),
    };
    Some(Source {
        by: by?,
        name: name?,
        kind: kind?,
    })
}

/// [S4b] Reads the parts of a live source, 1 to 20.
fn read_parts(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Vec<Part>> {
    match value {
        Json::List(parts) if parts.is_empty() || parts.len() > limits::PARTS => {
            reader.fault(codes::part_count(parts.len()), path);
            None
        }
        _ => reader.full_elements(value, path, read_part),
    }
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

/// [S4a, S4c] Checks that there is at least one source and that no two have the same commitment. Also checks live
/// sources.
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

/// [S4c] Checks that a live source does not belong to the office.
pub(super) fn check_live(reader: &mut Reader<'_>, source: &Source, path: &Path<'_>) {
    if source.by == By::Office && matches!(source.kind, SourceKind::Live { .. }) {
        reader.fault(codes::live_office(), &path.key("by"));
    }
}

#[cfg(test)]
mod tests {
    use crate::base::error::{Error, ErrorKind, Faults};
    use crate::base::hash::Digest;
    use crate::ceremony::source::{By, Part, Source};
    use crate::json::reader::{Path, Policy, Reader};

    fn live(by: By, parts: usize) -> Result<Source, Error> {
        let die = Part::new(20, 1, 6)?;
        Source::live(by, "掷骰", vec![die; parts])
    }

    #[test]
    fn a_live_source_has_1_to_20_parts() {
        // [S4b]
        for right in [1, 20] {
            assert_eq!(live(By::Public, right).unwrap().parts().len(), right);
        }
        for wrong in [0, 21] {
            let error = live(By::Public, wrong).unwrap_err();
            assert_eq!(error.code(), "ceremony.part-count", "{wrong}");
        }
    }

    #[test]
    fn the_office_has_no_live_value() {
        // [S4c]
        let error = live(By::Office, 1).unwrap_err();
        assert_eq!(error.code(), "ceremony.live-office");
    }

    #[test]
    fn there_is_a_source_and_no_two_have_one_commitment() {
        // [S4a, S4c]
        let committed = |byte| {
            Source::committed(By::Witness, "见证人", Digest::from_bytes([byte; 32])).unwrap()
        };
        let codes = |sources: &[Source]| {
            let mut faults = Faults::default();
            let mut reader = Reader::new(ErrorKind::Ceremony, Policy::Refuse, &mut faults);
            super::check_sources(&mut reader, sources, &Path::Root);
            let codes = |error: Error| error.faults().iter().map(|fault| fault.code()).collect();
            faults.into_result(()).map_or_else(codes, |()| Vec::new())
        };
        assert_eq!(codes(&[]), ["ceremony.no-source"]);
        assert_eq!(codes(&[committed(1), committed(2)]), [""; 0]);
        let twice = ["ceremony.repeated-commitment"];
        assert_eq!(codes(&[committed(1), committed(2), committed(1)]), twice);
    }
}
