//! Reports earlier commitments, so that no second draw is silent [S3c].

use super::Finding;
use crate::base::error::ErrorKind;
use crate::base::texts::findings;
use crate::ceremony::commitment::Commitment;

/// Reports the earlier commitments that a commitment replaces, with the reason, or follows [S3c].
pub(crate) fn earlier(sheet: &Commitment, found: &mut Vec<Finding>) {
    let replaced = sheet.supersedes().iter().map(|earlier| {
        findings::supersedes(
            earlier.commitment(),
            earlier.reason(),
            earlier.approved_by(),
        )
    });
    let followed = sheet.follows().iter();
    let followed =
        followed.map(|earlier| findings::follows(earlier.commitment(), earlier.record()));
    let notices = replaced.chain(followed);
    found.extend(notices.map(|notice| Finding::new(ErrorKind::Commitment, notice)));
}
