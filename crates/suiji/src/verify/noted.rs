//! The value of a source that somebody noted during the draw [R1].

use core::fmt;

use super::Outcome;
use crate::base::texts;
use crate::ceremony::contribution::{Contribution, ContributionKind};

/// The value of a source that somebody noted when it was read out or fell.
///
/// ```
/// use suiji::{Contribution, Evidence};
/// use suiji::verify::Noted;
///
/// let dice = Contribution::live([[3, 5, 6, 2, 4]])?;
/// let evidence = Evidence::default().with_noted([(0, Noted::Value("松树 42".into())), (1, dice.into())]);
/// # drop(evidence);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum Noted {
    /// The value of a committed source. Its nonce is not compared.
    Value(String),
    /// The whole contribution.
    Contribution(Contribution),
}

impl From<Contribution> for Noted {
    fn from(contribution: Contribution) -> Self {
        Self::Contribution(contribution)
    }
}

/// The value is not shown. Other types with a value do not show it either.
impl fmt::Debug for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(_) => f.write_str("Value(…)"),
            Self::Contribution(contribution) => write!(f, "{contribution:?}"),
        }
    }
}

impl Noted {
    pub(super) fn compare(&self, found: Option<&Contribution>) -> Outcome {
        let Some(found) = found else {
            return Outcome::failed(self.text(), texts::NOTHING);
        };
        match (self, found.kind()) {
            (Self::Value(noted), ContributionKind::Committed { value, .. }) => {
                Outcome::compare(noted, value)
            }
            (Self::Value(noted), _) => Outcome::failed(noted, found.text()),
            (Self::Contribution(noted), _) if noted == found => Outcome::Established,
            (Self::Contribution(noted), _) => match noted.text() == found.text() {
                false => Outcome::failed(noted.text(), found.text()),
                true => Outcome::failed(with_nonce(noted), with_nonce(found)),
            },
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Value(value) => value.clone(),
            Self::Contribution(contribution) => contribution.text(),
        }
    }
}

/// The value with its nonce, for contributions that differ only in the nonce.
fn with_nonce(contribution: &Contribution) -> String {
    match contribution.kind() {
        ContributionKind::Committed { nonce, value } => {
            format!("{value}, nonce {}", nonce.reveal())
        }
        _ => contribution.text(),
    }
}
