//! A record with one thing altered, which a verification must not let pass.

use std::path::Path;

use serde_json::Value;
use suiji::{Error, Record};

use crate::disk::writing::{self, Access};

/// A copy of the record in which the first reserve of J1 has taken the place of a selected firm of its
/// stratum; tells who was replaced by whom.
pub(super) fn write(record: &Record, into: &Path) -> Result<(String, String), Error> {
    let pair = record.draw("J1").and_then(|draw| {
        let reserve = draw.reserves().first()?;
        let selected = draw
            .selected()
            .iter()
            .find(|drawn| drawn.stratum() == reserve.stratum())?;
        Some((selected.id().to_string(), reserve.id().to_string()))
    });
    let (out, reserve) = pair.unwrap_or_default();
    let mut tree: Value = serde_json::from_str(&record.to_json()).unwrap_or_default();
    for list in ["selected", "teams"] {
        for entry in tree["draws"][0][list].as_array_mut().into_iter().flatten() {
            for field in ["id", "entity"] {
                if entry.get(field).and_then(Value::as_str) == Some(&out) {
                    entry[field] = reserve.clone().into();
                }
            }
        }
    }
    writing::create(into, format!("{tree:#}\n").as_bytes(), Access::Shared)?;
    Ok((out, reserve))
}
