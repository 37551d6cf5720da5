//! The values that the sources contribute.

use std::sync::Arc;

use suiji::Error;
use suiji::error::ErrorKind;

use crate::error::{SuijiError, natural, source_number};
use crate::hash::Hash;

/// The value of one source (取值).
#[derive(Clone, uniffi::Enum)]
pub enum Contribution {
    /// The secret value of a committed source.
    Committed {
        /// The 32 random bytes of its commitment, in hex.
        nonce: String,
        /// The value.
        value: String,
    },
    /// The numbers of a live source.
    Live {
        /// The numbers of each part of the source. Those of a part without replacement are in ascending order.
        numbers: Vec<Vec<i64>>,
    },
}

impl core::fmt::Debug for Contribution {
    /// Does not show the value, which may still be secret.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Contribution(…)")
    }
}

impl TryFrom<Contribution> for suiji::Contribution {
    type Error = Error;

    fn try_from(contribution: Contribution) -> Result<Self, Error> {
        match contribution {
            Contribution::Committed { nonce, value } => Self::committed(nonce.parse()?, &value),
            Contribution::Live { numbers } => {
                let number = |number| natural(number, ErrorKind::Contributions, "$.numbers");
                let part = |part: Vec<i64>| part.into_iter().map(number).collect();
                let numbers: Result<Vec<Vec<u64>>, Error> = numbers.into_iter().map(part).collect();
                Self::live(numbers?)
            }
        }
    }
}

/// The commitment of a committed source to its value. The source needs it before sealing.
#[uniffi::export]
pub fn commitment_of(hash: Hash, nonce: &str, value: &str) -> Result<String, SuijiError> {
    let nonce = nonce.parse().map_err(SuijiError::from)?;
    Ok(suiji::Contribution::commitment(hash.into(), &nonce, value).to_string())
}

/// The contributions of all sources to one commitment, in the order of the sources.
#[derive(Debug, uniffi::Object)]
pub struct Contributions {
    pub(crate) core: suiji::Contributions,
}

impl Contributions {
    pub(crate) fn of(core: suiji::Contributions) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Contributions {
    /// These contributions, in the order of the sources, to the commitment with that digest.
    #[uniffi::constructor]
    pub fn new(
        commitment: &str,
        contributions: Vec<Contribution>,
    ) -> Result<Arc<Self>, SuijiError> {
        let commitment = commitment.parse().map_err(SuijiError::from)?;
        let core: Result<Vec<_>, Error> =
            contributions.into_iter().map(TryInto::try_into).collect();
        Ok(Self::of(suiji::Contributions::new(commitment, core?)))
    }

    /// Reads `contributions.json`. Only the form is checked; `Sealed.check_contributions` checks them against the sources.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Contributions::from_json(&json)?))
    }

    /// The digest of the commitment to which they belong.
    pub fn commitment(&self) -> String {
        self.core.commitment().to_string()
    }

    /// The contributions as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}

/// The contribution of one source, with the number of the source.
#[derive(Clone, Debug, uniffi::Record)]
pub struct PlacedContribution {
    /// The number of the source, from 0.
    pub source: i32,
    /// The contribution.
    pub contribution: Contribution,
}

impl TryFrom<PlacedContribution> for (u64, suiji::Contribution) {
    type Error = Error;

    fn try_from(placed: PlacedContribution) -> Result<Self, Error> {
        let source = source_number(placed.source, suiji::limits::SOURCES)?;
        Ok((source as u64, placed.contribution.try_into()?))
    }
}

/// Contributions of some sources, made to a commitment that was replaced before its draw.
#[derive(Debug, uniffi::Object)]
pub struct PartialContributions {
    pub(crate) core: suiji::ceremony::PartialContributions,
}

impl PartialContributions {
    fn of(core: suiji::ceremony::PartialContributions) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl PartialContributions {
    /// These contributions, in the order of the sources.
    #[uniffi::constructor]
    pub fn new(contributions: Vec<PlacedContribution>) -> Result<Arc<Self>, SuijiError> {
        let core: Result<Vec<_>, Error> =
            contributions.into_iter().map(TryInto::try_into).collect();
        Ok(Self::of(suiji::ceremony::PartialContributions::new(core?)))
    }

    /// The contributions of all sources.
    #[uniffi::constructor]
    pub fn of_all(contributions: Arc<Contributions>) -> Arc<Self> {
        let placed = (0..).zip(contributions.core.iter().cloned());
        Self::of(suiji::ceremony::PartialContributions::new(placed))
    }

    /// Reads them from JSON: a list, each with its `source`. Only the form is checked.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::ceremony::PartialContributions::from_json(&json)?;
        Ok(Self::of(core))
    }

    /// The contributions as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}
