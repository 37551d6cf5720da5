//! Contributions to the seed [R1].

mod arrange;
mod beacon;
mod fits;
mod partial;
mod read;

use core::fmt;

use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::{Digest, Hash, Secret};
use crate::json::reader::{Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

pub(crate) use fits::check_one;
pub use partial::PartialContributions;
pub(crate) use read::{read, read_placed};

/// The contribution of a source [R1]. `Debug` prints no nonce and no value.
#[derive(Clone, Eq, PartialEq)]
pub struct Contribution(pub(crate) ContributionKind);

/// The kind of a contribution, and its data [R1]. `Debug` prints none of it.
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
    /// Numbers that fell in public.
    Live {
        /// The numbers of each part, in the canonical form of [S4b].
        numbers: Vec<Vec<u64>>,
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
    /// `text.*` if the value is not valid text [C3].
    pub fn committed(nonce: Secret, value: &str) -> Result<Self, Error> {
        let mut faults = Faults::default();
        Reader::new(ErrorKind::Contributions, Policy::Refuse, &mut faults)
            .check_secret_text(value, &Path::Root);
        let value = value.to_owned();
        faults.into_result(Self(ContributionKind::Committed { nonce, value }))
    }

    /// The numbers that fell, for each part of the source. [`crate::Source::arrange`] makes this from numbers in the
    /// order in which people enter them.
    ///
    /// # Errors
    /// `json.empty` if there is no part, or a part has no numbers; `json.range` for a number above 9999.
    pub fn live<T: IntoIterator<Item = u64>>(
        numbers: impl IntoIterator<Item = T>,
    ) -> Result<Self, Error> {
        let numbers = numbers.into_iter().map(|part| part.into_iter().collect());
        let made = Self(ContributionKind::Live {
            numbers: numbers.collect(),
        });
        // The constructor runs the same checks as reading.
        let mut faults = Faults::default();
        let mut reader = Reader::new(ErrorKind::Contributions, Policy::Refuse, &mut faults);
        let read = read(&mut reader, &made.to_json().sorted(), &Path::Root);
        faults.into_option(read)
    }

    /// The signature of a drand round. [`crate::Source::beacon`] makes it from what a server has published.
    pub const fn drand(signature: [u8; 48]) -> Self {
        Self(ContributionKind::Drand { signature })
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

    /// The kind, with its data.
    pub const fn kind(&self) -> &ContributionKind {
        &self.0
    }

    /// The value as people read it out: the chosen value, or the numbers that fell with ` + ` between the parts.
    pub fn text(&self) -> String {
        match &self.0 {
            ContributionKind::Committed { value, .. } => value.clone(),
            ContributionKind::Live { numbers } => {
                let part = |part: &Vec<u64>| {
                    let numbers: Vec<String> = part.iter().map(u64::to_string).collect();
                    numbers.join(" ")
                };
                let parts: Vec<String> = numbers.iter().map(part).collect();
                parts.join(" + ")
            }
            ContributionKind::Drand { signature } => {
                signature.iter().map(|byte| format!("{byte:02x}")).collect()
            }
        }
    }

    /// [R1] The contribution as JSON.
    fn to_json(&self) -> Json<'_> {
        to_json(self, None)
    }
}

impl fmt::Debug for Contribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Contribution({:?})", self.0)
    }
}

/// The form of [R1]. If a superseding commitment lists the contribution, its number among the sources is included
/// [S3c].
pub(crate) fn to_json(contribution: &Contribution, source: Option<u64>) -> Json<'_> {
    let object = ObjectBuilder::default()
        .maybe("source", source.map(Json::count))
        .with("kind", Json::text(contribution.kind().as_str()));
    match &contribution.0 {
        ContributionKind::Committed { nonce, value } => object
            .with("nonce", Json::text(nonce.reveal()))
            .with("value", Json::text(value)),
        ContributionKind::Live { numbers } => {
            let part = |part: &Vec<u64>| Json::list(part.iter().copied().map(Json::count));
            object.with("numbers", Json::list(numbers.iter().map(part)))
        }
        ContributionKind::Drand { .. } => object.with("signature", Json::text(contribution.text())),
    }
    .build()
}
