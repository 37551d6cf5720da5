//! A record with one forged change. The verification must detect it.

use std::path::Path;

use serde_json::Value;
use suiji::Record;

use crate::base::error::Error;
use crate::disk::writing::{self, Access};

/// Writes a copy of the record in which the first reserve of J1 replaces a selected entity of its stratum.
/// Returns the replaced entity and the reserve.
pub(super) fn write(record: &Record, into: &Path) -> Result<(String, String), Error> {
    let pair = record.draw("J1").and_then(|draw| {
        let reserve = draw.reserves().first()?;
        let selected = draw
            .selected()
            .iter()
            .find(|drawn| drawn.stratum() == reserve.stratum())?;
        Some((selected.id().to_string(), reserve.id().to_string()))
    });
    let (selected, reserve) = pair.unwrap_or_default();
    let mut tree: Value = serde_json::from_str(&record.to_json()).unwrap_or_default();
    for list in ["selected", "teams"] {
        for entry in tree["draws"][0][list].as_array_mut().into_iter().flatten() {
            for field in ["id", "entity"] {
                if entry.get(field).and_then(Value::as_str) == Some(&selected) {
                    entry[field] = reserve.clone().into();
                }
            }
        }
    }
    writing::create(into, format!("{tree:#}\n").as_bytes(), Access::Shared)?;
    Ok((selected, reserve))
}
