//! How a sheet is sealed: hash suite, sources, earlier sheets.

use std::sync::Arc;

use suiji::Error;

use crate::commitment::Commitment;
use crate::error::{SuijiError, natural};

/// A hash suite.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Hash {
    /// SHA-256.
    Sha256,
    /// SM3 (GB/T 32905).
    Sm3,
}

impl From<Hash> for suiji::Hash {
    fn from(hash: Hash) -> Self {
        match hash {
            Hash::Sha256 => Self::Sha256,
            Hash::Sm3 => Self::Sm3,
        }
    }
}

/// In whose hand a source is.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum By {
    /// The office that draws.
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
    /// A secret that somebody has chosen and committed to.
    Committed {
        /// In whose hand it is.
        by: By,
        /// Who or what exactly.
        name: String,
        /// As `commitment_of` makes it.
        commitment: String,
    },
    /// A value that falls in public after sealing.
    Live {
        /// In whose hand it is.
        by: By,
        /// Who or what exactly.
        name: String,
        /// The characters that can fall, ascending.
        symbols: String,
        /// How many fall.
        length: i64,
        /// How many values can fall, where that is not all of them.
        outcomes: Option<i64>,
    },
    /// A round of the drand chain of SPEC.md, annex A. This version reads such sources and does not seal them.
    Drand {
        /// Who or what exactly.
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
            Source::Live {
                by,
                name,
                symbols,
                length,
                outcomes,
            } => {
                let outcomes = outcomes.map(|number| natural(number, "$.outcomes"));
                let length = natural(length, "$.length")?;
                Self::live(by.into(), &name, &symbols, length, outcomes.transpose()?)
            }
            Source::Drand { name, round } => Self::drand(&name, natural(round, "$.round")?),
        }
    }
}

/// An earlier sheet whose draw stands.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Followed {
    /// The digest of its commitment.
    pub commitment: String,
    /// The digest of its record.
    pub record: String,
}

/// An earlier sheet that is replaced.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Superseded {
    /// The digest of its commitment.
    pub commitment: String,
    /// Why it is replaced.
    pub reason: String,
    /// Who approved that.
    pub approved_by: String,
    /// The digest of its record, where it was drawn.
    #[uniffi(default = None)]
    pub record: Option<String>,
    /// What was already contributed to it, as a JSON document.
    #[uniffi(default = None)]
    pub contributions: Option<Vec<u8>>,
}

impl TryFrom<Superseded> for suiji::ceremony::Superseded {
    type Error = Error;

    fn try_from(sheet: Superseded) -> Result<Self, Error> {
        let mut core = Self::new(sheet.commitment.parse()?, &sheet.reason, &sheet.approved_by);
        if let Some(record) = sheet.record {
            core = core.with_record(record.parse()?);
        }
        if let Some(json) = sheet.contributions {
            core =
                core.with_contributions(suiji::ceremony::PartialContributions::from_json(&json)?);
        }
        Ok(core)
    }
}

/// How a sheet is sealed. Each `with` gives another ceremony.
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
    /// A ceremony with these sources, in order.
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

    /// The time of sealing, `YYYY-MM-DDThh:mm:ss±hh:mm`; a sheet needs one.
    pub fn with_sealed_at(&self, time: &str) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(self.core.clone().with_sealed_at(time.parse()?)))
    }

    /// Blinds the sheet with 32 random bytes, in hex, to be kept secret until the record is published.
    pub fn blinded(&self, secret: &str) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(self.core.clone().with_secret(secret.parse()?)))
    }

    /// The digest of the authority's last sheet of any plan.
    pub fn with_previous(&self, sheet: &str) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(self.core.clone().with_previous(sheet.parse()?)))
    }

    /// Adds an earlier sheet whose draw stands.
    pub fn with_followed(&self, sheet: Followed) -> Result<Arc<Self>, SuijiError> {
        let sheet =
            suiji::ceremony::Followed::new(sheet.commitment.parse()?, sheet.record.parse()?);
        Ok(Self::of(self.core.clone().with_followed(sheet)))
    }

    /// Adds an earlier sheet that this one replaces.
    pub fn with_superseded(&self, sheet: Superseded) -> Result<Arc<Self>, SuijiError> {
        let core = self.core.clone().with_superseded(sheet.try_into()?);
        Ok(Self::of(core))
    }

    /// Earlier sheets that the caller holds, against which sealing checks.
    pub fn with_earlier(&self, sheets: Vec<Arc<Commitment>>) -> Arc<Self> {
        let sheets = sheets.iter().map(|sheet| sheet.core.clone());
        Self::of(self.core.clone().with_earlier(sheets))
    }

    /// The blinding secret, in hex.
    pub fn secret(&self) -> Option<String> {
        self.core.secret().map(suiji::Secret::reveal)
    }

    /// The ceremony as `ceremony.json`, with the secret.
    pub fn to_json_with_secret(&self) -> String {
        self.core.to_json_with_secret()
    }
}
