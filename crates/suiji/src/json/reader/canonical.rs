//! The canonical bytes of any document, for an auditor who hashes by hand.

use super::{Form, Policy};
use crate::base::error::{Error, ErrorKind};
use crate::base::limits;
use crate::base::run::Run;

/// JCS(x) of any document that [C2a] allows, so that an auditor can hash it by hand.
///
/// ```
/// use suiji::{Run, canonical_json};
///
/// let run = Run::default();
/// assert_eq!(canonical_json(br#"{"b": 1, "a": [true]}"#, &run)?, br#"{"a":[true],"b":1}"#);
/// assert_eq!(canonical_json(b"{\"a\": 1.5}", &run).unwrap_err().code(), "json.number");
/// # Ok::<(), suiji::Error>(())
/// ```
///
/// # Errors
/// `json.*`, `limit.bytes`, `limit.values`; `cancelled`.
pub fn canonical_json(bytes: &[u8], run: &Run) -> Result<Vec<u8>, Error> {
    let form = Form {
        stage: ErrorKind::Value,
        limit: limits::RECORD_BYTES,
        policy: Policy::Refuse,
    };
    let canonical = form.read_long(bytes, run, |reader, tree, path| {
        reader.any(tree, path);
        Some(tree.to_canonical_watched(run))
    })?;
    Ok(canonical?)
}
