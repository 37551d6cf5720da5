//! The canonical bytes of any document, for an auditor who computes hashes by hand.

use super::{Form, Policy};
use crate::base::error::{Error, ErrorKind};
use crate::base::limits;
use crate::base::run::Run;

/// JCS(x) of any document that [C2a] allows, so that an auditor can hash it by hand.
///
/// ```
/// use suiji::canonical_json;
///
/// assert_eq!(canonical_json(br#"{"b": 1, "a": [true]}"#)?, br#"{"a":[true],"b":1}"#);
/// assert_eq!(canonical_json(b"{\"a\": 1.5}").unwrap_err().code(), "json.number");
/// # Ok::<(), suiji::Error>(())
/// ```
///
/// # Errors
/// `json.*`, `limit.bytes`, `limit.values`.
pub fn canonical_json(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    canonical_json_with(bytes, &Run::default())
}

/// [`canonical_json`] under a [`Run`]: threads, progress, cancelling.
///
/// # Errors
/// The errors of [`canonical_json`], and `cancelled`.
pub fn canonical_json_with(bytes: &[u8], run: &Run) -> Result<Vec<u8>, Error> {
    let form = Form {
        kind: ErrorKind::Value,
        limit: limits::RECORD_BYTES,
        policy: Policy::Refuse,
    };
    let canonical = form.read_long(bytes, run, |reader, tree, path| {
        reader.any(tree, path);
        Some(tree.to_canonical_watched(run))
    })?;
    Ok(canonical?)
}
