//! A commitment for tests.

use crate::Commitment;
use crate::base::error::Error;

/// The JSON of a commitment of one task; `ROOT` is replaced with a digest.
pub(crate) const SHEET: &str = r#"{
    "spec": "suiji-v1", "hash": "sha256", "sealed_at": "2026-03-02T09:00:00+08:00", "authority": "样例局", "year": 2026,
    "plan": "ROOT", "registry": {"root": "ROOT", "size": 9}, "roster": {"root": "ROOT", "size": 0},
    "history": {"root": "ROOT", "size": 0},
    "tasks": [{"id": "J1", "coordination": "A", "frame": {"root": "ROOT", "size": 3},
               "excluded": {"root": "ROOT", "size": 5, "reasons": [{"reason": "exempt", "size": 2}, {"reason": "annual", "size": 3}]},
               "strata": [{"stratum": "all", "size": 3, "take": 1}]}],
    "sources": [{"kind": "live", "by": "witness", "name": "掷骰", "parts": [{"count": 20, "from": 1, "to": 6}]}]
}"#;

/// The commitment with one text in place of another.
pub(crate) fn sheet(from: &str, to: &str) -> Result<Commitment, Error> {
    assert!(SHEET.contains(from), "{from}");
    let sheet = SHEET.replace(from, to).replace("ROOT", &"ab".repeat(32));
    Commitment::from_json(sheet.as_bytes())
}
