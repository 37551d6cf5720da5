//! The canonical bytes of any document, for an auditor who hashes by hand.

use super::{Path, Policy, Reader, document};
use crate::error::{Error, ErrorKind, Faults};
use crate::limits;

/// JCS(x) of any document that [C2a] allows, so that an auditor can hash it by hand.
///
/// ```
/// assert_eq!(suiji::canonical_json(br#"{"b": 1, "a": [true]}"#)?, br#"{"a":[true],"b":1}"#);
/// assert_eq!(suiji::canonical_json(b"{\"a\": 1.5}").unwrap_err().code(), "json.number");
/// # Ok::<(), suiji::Error>(())
/// ```
///
/// # Errors
/// `json.*`, `limit.bytes`, `limit.values`.
pub fn canonical_json(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let tree = document(bytes, limits::RECORD_BYTES, ErrorKind::Value)?;
    let mut faults = Faults::default();
    let mut reader = Reader {
        stage: ErrorKind::Value,
        row: None,
        policy: Policy::Refuse,
        faults: &mut faults,
    };
    reader.any(&tree, &Path::Root);
    faults.into_result(tree.to_canonical())
}
