//! The values that the sources contribute.

use std::sync::Arc;

use suiji::Error;

use crate::ceremony::Hash;
use crate::error::SuijiError;

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
    /// The value of a live source.
    Live {
        /// The value.
        value: String,
    },
}

impl core::fmt::Debug for Contribution {
    /// Without the value, which may still be secret.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Contribution(…)")
    }
}

impl TryFrom<Contribution> for suiji::Contribution {
    type Error = Error;

    fn try_from(contribution: Contribution) -> Result<Self, Error> {
        match contribution {
            Contribution::Committed { nonce, value } => Self::committed(nonce.parse()?, &value),
            Contribution::Live { value } => Self::live(&value),
        }
    }
}

/// The commitment of a committed source to its value; the source needs it before sealing.
#[uniffi::export]
pub fn commitment_of(hash: Hash, nonce: &str, value: &str) -> Result<String, SuijiError> {
    let nonce = nonce.parse().map_err(SuijiError::from)?;
    Ok(suiji::Contribution::commitment(hash.into(), &nonce, value).to_string())
}

/// The contributions of all sources, in the order of the sources.
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
    /// These contributions, in the order of the sources.
    #[uniffi::constructor]
    pub fn new(contributions: Vec<Contribution>) -> Result<Arc<Self>, SuijiError> {
        let core: Result<Vec<_>, Error> =
            contributions.into_iter().map(TryInto::try_into).collect();
        Ok(Self::of(suiji::Contributions::new(core?)))
    }

    /// Reads `contributions.json`. Only the form is checked; `Sealed.check_contributions` checks them against the sources.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Contributions::from_json(&json)?))
    }

    /// The contributions as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}
