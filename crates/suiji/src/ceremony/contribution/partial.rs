//! Contributions of some sources, each with the number of its source [S3c].

use super::{Contribution, read_placed, to_json};
use crate::base::error::{Error, ErrorKind};
use crate::base::limits;
use crate::json::Json;
use crate::json::reader::{self, Policy};

/// Contributions of some sources, each with the number of its source from 0, in the form of [S3c]. They were made
/// before a commitment was superseded, or before a draw was interrupted.
///
/// ```
/// use suiji::Contribution;
/// use suiji::ceremony::PartialContributions;
///
/// let some = PartialContributions::new([(1, Contribution::live([[3, 5, 6, 2, 4]])?)]);
/// assert_eq!(PartialContributions::from_json(some.to_json().as_bytes())?, some);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PartialContributions(pub(crate) Vec<(u64, Contribution)>);

impl PartialContributions {
    /// These contributions, each with the number of its source.
    pub fn new(contributions: impl IntoIterator<Item = (u64, Contribution)>) -> Self {
        Self(contributions.into_iter().collect())
    }

    /// Reads them. Only their form is checked.
    ///
    /// # Errors
    /// All faults of form together: `json.*`, `text.*`, `hex.form`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Contributions,
            limit: limits::PLAN_BYTES,
            policy: Policy::Refuse,
        };
        let list = form.read(bytes, |reader, tree, path| {
            reader.full_elements(tree, path, read_placed)
        });
        list.map(Self)
    }

    /// The contributions as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    /// Each contribution, with the number of its source.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &Contribution)> {
        self.0.iter().map(|(source, given)| (*source, given))
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        Json::list(
            self.iter()
                .map(|(source, given)| to_json(given, Some(source))),
        )
    }
}
