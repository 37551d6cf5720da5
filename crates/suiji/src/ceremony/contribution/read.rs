//! Reads contributions from a document [R1].

use super::{Contribution, ContributionKind};
use crate::base::hash::Secret;
use crate::ceremony::source::read_number;
use crate::json::Json;
use crate::json::reader::{Path, Reader};

/// [R1] Reads a contribution. Only its form is checked.
pub(crate) fn read(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Contribution> {
    read_with(reader, value, path, None)
}

/// A contribution with its `source` [S3c].
pub(crate) fn read_placed(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<(u64, Contribution)> {
    let fields = reader.map(value, path)?;
    let source = reader.required(fields, path, "source", |reader, value, path| {
        reader.count(value, path, 0)
    });
    let contribution = read_with(reader, value, path, Some("source"));
    Some((source?, contribution?))
}

fn read_with(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    also: Option<&'static str>,
) -> Option<Contribution> {
    let all = reader.map(value, path)?;
    let kind = reader.required(all, path, "kind", |reader, value, path| {
        reader.choice(value, path, &[("committed", 0), ("live", 1), ("drand", 2)])
    })?;
    let own: &[&str] = match kind {
        0 => &["kind", "nonce", "value"],
        1 => &["kind", "numbers"],
        _ => &["kind", "signature"],
    };
    let known: Vec<&str> = own.iter().copied().chain(also).collect();
    let fields = reader.object(value, path, &known)?;
    let given = match kind {
        0 => {
            let nonce = reader.required(fields, path, "nonce", Reader::hex);
            let value = reader.required(fields, path, "value", Reader::secret_text);
            ContributionKind::Committed {
                nonce: Secret::from_bytes(nonce?),
                value: value?.to_owned(),
            }
        }
        1 => ContributionKind::Live {
            numbers: reader.full_list(fields, path, "numbers", |reader, value, path| {
                reader.full_elements(value, path, read_number)
            })?,
        },
        _ => ContributionKind::Drand {
            signature: reader.required(fields, path, "signature", Reader::hex)?,
        },
    };
    Some(Contribution(given))
}
