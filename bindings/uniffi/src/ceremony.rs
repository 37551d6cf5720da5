//! The settings for sealing: hash suite, sources, earlier commitments.

use std::sync::Arc;

use suiji::Error;
use suiji::error::ErrorKind;

use crate::commitment::Commitment;
use crate::contributions::PartialContributions;
use crate::error::{SuijiError, natural, source_number};
use crate::hash::Hash;
use crate::part::Part;

/// The kind of person who controls a source.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum By {
    /// The office that carries out the draw.
    Office,
    /// A witness.
    Witness,
    /// The public.
    Public,
}

impl From<By> for suiji::ceremony::By {
    fn from(by: By) -> Self {
        match by {
            By::Office => Self::Office,
            By::Witness => Self::Witness,
            By::Public => Self::Public,
        }
    }
}

/// A source of the seed (随机源).
#[derive(Clone, Debug, uniffi::Enum)]
pub enum Source {
    /// A value that somebody chooses in secret and commits to before sealing.
    Committed {
        /// The kind of person who controls it.
        by: By,
        /// The person or thing, by name.
        name: String,
        /// The result of `commitment_of`.
        commitment: String,
    },
    /// Numbers that are produced in public after sealing, such as throws of dice.
    Live {
        /// The kind of person who controls it.
        by: By,
        /// The person or thing, by name.
        name: String,
        /// The parts, 1 to 20.
        parts: Vec<Part>,
    },
    /// A round of the drand chain of SPEC.md, annex A.
    Drand {
        /// The person or thing, by name.
        name: String,
        /// The round.
        round: i64,
    },
}

impl TryFrom<Source> for suiji::Source {
    type Error = Error;

    fn try_from(source: Source) -> Result<Self, Error> {
        match source {
            Source::Committed {
                by,
                name,
                commitment,
            } => Self::committed(by.into(), &name, commitment.parse()?),
            Source::Live { by, name, parts } => {
                let parts: Result<Vec<_>, Error> =
                    parts.into_iter().map(TryInto::try_into).collect();
                Self::live(by.into(), &name, parts?)
            }
            Source::Drand { name, round } => {
                Self::drand(&name, natural(round, ErrorKind::Ceremony, "$.round")?)
            }
        }
    }
}

/// An earlier commitment whose draw remains valid.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Followed {
    /// Its digest.
    pub commitment: String,
    /// The digest of its record.
    pub record: String,
}

/// An earlier commitment that the new one replaces.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Superseded {
    /// Its digest.
    pub commitment: String,
    /// The reason for the replacement.
    pub reason: String,
    /// The person who approved the replacement.
    pub approved_by: String,
    /// The digest of its record, if it was drawn.
    #[uniffi(default = None)]
    pub record: Option<String>,
    /// The contributions already made to it, if there was no draw.
    #[uniffi(default = None)]
    pub contributions: Option<Arc<PartialContributions>>,
}

impl TryFrom<Superseded> for suiji::ceremony::Superseded {
    type Error = Error;

    fn try_from(earlier: Superseded) -> Result<Self, Error> {
        let mut core = Self::new(
            earlier.commitment.parse()?,
            &earlier.reason,
            &earlier.approved_by,
        );
        if let Some(record) = earlier.record {
            core = core.with_record(record.parse()?);
        }
        if let Some(contributions) = earlier.contributions {
            core = core.with_contributions(contributions.core.clone());
        }
        Ok(core)
    }
}

/// The settings for sealing. Each `with_…` method returns a new ceremony.
#[derive(Debug, uniffi::Object)]
pub struct Ceremony {
    pub(crate) core: suiji::Ceremony,
}

impl Ceremony {
    fn of(core: suiji::Ceremony) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Ceremony {
    /// A ceremony with these sources, in this order.
    #[uniffi::constructor]
    pub fn new(hash: Hash, sources: Vec<Source>) -> Result<Arc<Self>, SuijiError> {
        let sources: Result<Vec<_>, Error> = sources.into_iter().map(TryInto::try_into).collect();
        Ok(Self::of(suiji::Ceremony::new(hash.into(), sources?)))
    }

    /// Reads `ceremony.json`.
    #[uniffi::constructor]
    pub fn from_json(json: Vec<u8>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Ceremony::from_json(&json)?))
    }

    /// Sets the time of sealing, `YYYY-MM-DDThh:mm:ss±hh:mm`. It is required.
    pub fn with_sealed_at(&self, time: &str) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(self.core.clone().with_sealed_at(time.parse()?)))
    }

    /// Blinds the commitment with a secret of 32 random bytes, in hex. Keep it secret until the record is published.
    pub fn with_secret(&self, secret: &str) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(self.core.clone().with_secret(secret.parse()?)))
    }

    /// Sets the digest of the authority's previous commitment, of any plan.
    pub fn with_previous(&self, commitment: &str) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(
            self.core.clone().with_previous(commitment.parse()?),
        ))
    }

    /// Adds an earlier commitment whose draw remains valid.
    pub fn with_followed(&self, earlier: Followed) -> Result<Arc<Self>, SuijiError> {
        let (commitment, record) = (earlier.commitment.parse()?, earlier.record.parse()?);
        let earlier = suiji::ceremony::Followed::new(commitment, record);
        Ok(Self::of(self.core.clone().with_followed(earlier)))
    }

    /// Adds an earlier commitment that this one replaces.
    pub fn with_superseded(&self, earlier: Superseded) -> Result<Arc<Self>, SuijiError> {
        let core = self.core.clone().with_superseded(earlier.try_into()?);
        Ok(Self::of(core))
    }

    /// Sets the earlier commitments that the caller has. Sealing checks against them.
    pub fn with_earlier(&self, commitments: Vec<Arc<Commitment>>) -> Arc<Self> {
        let commitments = commitments.iter().map(|earlier| earlier.core.clone());
        Self::of(self.core.clone().with_earlier(commitments))
    }

    /// Gives a committed source its commitment, if it has none yet. Sources are counted from 0.
    pub fn with_commitment(&self, source: i32, commitment: &str) -> Result<Arc<Self>, SuijiError> {
        let source = source_number(source, self.core.sources().len())? as u64;
        let commitment = commitment.parse()?;
        Ok(Self::of(
            self.core.clone().with_commitment(source, commitment),
        ))
    }

    /// The blinding secret, in hex.
    pub fn secret(&self) -> Option<String> {
        self.core.secret().map(suiji::Secret::reveal)
    }

    /// The ceremony as `ceremony.json`, including the secret.
    pub fn to_json_with_secret(&self) -> String {
        self.core.to_json_with_secret()
    }
}
