//! Contributions to the seed [R1].

mod check;
mod read;

use core::fmt;

use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::{Digest, Hash, Secret};
use crate::base::limits;
use crate::json::reader::{self, Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

pub(crate) use check::{check, check_one};
pub(crate) use read::{read, read_placed};

/// What a source gives [R1]. `Debug` prints neither nonce nor value.
#[derive(Clone, Eq, PartialEq)]
pub struct Contribution(pub(crate) ContributionKind);

/// The kind of a contribution, and what it holds [R1]. `Debug` prints neither nonce nor value.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum ContributionKind {
    /// The opening of a commitment.
    Committed {
        /// The nonce.
        nonce: Secret,
        /// The value that was chosen.
        value: String,
    },
    /// What fell in public.
    Live {
        /// The value.
        value: String,
    },
    /// The signature of a drand round.
    Drand {
        /// The signature, compressed.
        signature: [u8; 48],
    },
}

impl ContributionKind {
    /// Its name in JSON.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Committed { .. } => "committed",
            Self::Live { .. } => "live",
            Self::Drand { .. } => "drand",
        }
    }
}

impl fmt::Debug for ContributionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} …", self.as_str())
    }
}

impl Contribution {
    /// The opening of a committed source.
    ///
    /// # Errors
    /// `text.*` where the value is no text [C3].
    pub fn committed(nonce: Secret, value: &str) -> Result<Self, Error> {
        Self::checked(ContributionKind::Committed {
            nonce,
            value: value.to_owned(),
        })
    }

    /// A value that fell.
    ///
    /// # Errors
    /// `text.*` where it is no text [C3].
    pub fn live(value: &str) -> Result<Self, Error> {
        Self::checked(ContributionKind::Live {
            value: value.to_owned(),
        })
    }

    /// Constructing runs the checks of reading.
    fn checked(given: ContributionKind) -> Result<Self, Error> {
        let mut faults = Faults::default();
        let contribution = Self(given);
        if let ContributionKind::Committed { value, .. } | ContributionKind::Live { value } =
            &contribution.0
        {
            Reader::new(ErrorKind::Contributions, Policy::Refuse, &mut faults)
                .check_secret_text(value, &Path::Root);
        }
        faults.into_result(contribution)
    }

    /// [S4a] The commitment to a value: `derive("commit", nonce, value)`.
    ///
    /// ```
    /// use suiji::{Contribution, Hash, Secret, Source};
    /// use suiji::ceremony::By;
    ///
    /// let nonce = Secret::from_bytes([7; 32]); // 32 random bytes of the one who chooses
    /// let commitment = Contribution::commitment(Hash::Sm3, &nonce, "三六五");
    /// let source = Source::committed(By::Witness, "企业代表", commitment)?;
    /// # Ok::<(), suiji::Error>(())
    /// ```
    pub fn commitment(hash: Hash, nonce: &Secret, value: &str) -> Digest {
        hash.derive("commit", &[nonce.as_bytes(), value.as_bytes()])
    }

    /// The kind, with what it holds.
    pub const fn kind(&self) -> &ContributionKind {
        &self.0
    }
}

impl fmt::Debug for Contribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Contribution({:?})", self.0)
    }
}

/// The contributions of all sources, in their order [R1].
///
/// ```
/// use suiji::{Contribution, Contributions};
///
/// let contributions = Contributions::new([Contribution::live("35624")?]);
/// assert_eq!(Contributions::from_json(contributions.to_json().as_bytes())?, contributions);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Contributions(pub(crate) Vec<Contribution>);

impl Contributions {
    /// These contributions, in the order of the sources.
    pub fn new(contributions: impl IntoIterator<Item = Contribution>) -> Self {
        Self(contributions.into_iter().collect())
    }

    /// Reads `contributions.json`, form only: whether they match the sources, a sealed sheet says.
    ///
    /// # Errors
    /// Every fault of the document: `json.*`, `text.*`, `hex.form`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let list = FORM.read(bytes, |reader, tree, path| {
            reader.full_elements(tree, path, read)
        });
        list.map(Self)
    }

    /// The contributions as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    /// JCS(contributions), as the seed takes them [R2].
    pub fn canonical(&self) -> Vec<u8> {
        self.tree().to_canonical()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Each of them, in the order of the sources.
    pub fn iter(&self) -> impl Iterator<Item = &Contribution> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        Json::list(
            self.0
                .iter()
                .map(|contribution| to_json(contribution, None)),
        )
    }
}

/// Contributions of some sources, each with its place among them from 0, in the form of [S3c]: what had
/// been given before a sheet was superseded, or before a draw was interrupted.
///
/// ```
/// use suiji::Contribution;
/// use suiji::ceremony::PartialContributions;
///
/// let some = PartialContributions::new([(1, Contribution::live("35624")?)]);
/// assert_eq!(PartialContributions::from_json(some.to_json().as_bytes())?, some);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PartialContributions(pub(crate) Vec<(u64, Contribution)>);

impl PartialContributions {
    /// These contributions with their places.
    pub fn new(contributions: impl IntoIterator<Item = (u64, Contribution)>) -> Self {
        Self(contributions.into_iter().collect())
    }

    /// Reads them, form only.
    ///
    /// # Errors
    /// Every fault of the document: `json.*`, `text.*`, `hex.form`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let list = FORM.read(bytes, |reader, tree, path| {
            reader.full_elements(tree, path, read_placed)
        });
        list.map(Self)
    }

    /// The contributions as an indented JSON document.
    pub fn to_json(&self) -> String {
        let placed = self.0.iter();
        Json::list(placed.map(|(source, given)| to_json(given, Some(*source)))).to_pretty()
    }

    /// Each of them with its place.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &Contribution)> {
        self.0.iter().map(|(source, given)| (*source, given))
    }
}

const FORM: reader::Form = reader::Form {
    kind: ErrorKind::Contributions,
    limit: limits::PLAN_BYTES,
    policy: Policy::Refuse,
};

/// The form of [R1], with its place among the sources where a superseding sheet lists it [S3c].
pub(crate) fn to_json(contribution: &Contribution, source: Option<u64>) -> Json<'_> {
    let object = ObjectBuilder::default()
        .maybe("source", source.map(Json::count))
        .with("kind", Json::text(contribution.kind().as_str()));
    match &contribution.0 {
        ContributionKind::Committed { nonce, value } => object
            .with("nonce", Json::text(nonce.reveal()))
            .with("value", Json::text(value)),
        ContributionKind::Live { value } => object.with("value", Json::text(value)),
        ContributionKind::Drand { signature } => {
            let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
            object.with("signature", Json::text(hex))
        }
    }
    .build()
}
