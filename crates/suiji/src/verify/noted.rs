//! What somebody noted when the draw was made, compared with the document: the value of each source [R1].

use core::fmt;
use std::collections::BTreeMap;

use super::{Evidence, Outcome, Report};
use crate::base::texts::{self, checks};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contribution::{Contribution, ContributionKind};
use crate::ceremony::contributions::Contributions;
use crate::ceremony::source::Source;

/// The value of a source, as somebody noted it when it was read out or fell.
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

/// The value is not shown, as in other types that hold one.
impl fmt::Debug for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(_) => f.write_str("Value(…)"),
            Self::Contribution(contribution) => write!(f, "{contribution:?}"),
        }
    }
}

impl Noted {
    fn compare(&self, found: Option<&Contribution>) -> Outcome {
        let Some(found) = found else {
            return Outcome::failed(self.text(), texts::NOTHING);
        };
        match (self, found.kind()) {
            (Self::Value(noted), ContributionKind::Committed { value, .. }) => {
                Outcome::compare(noted, value)
            }
            (Self::Value(noted), _) => Outcome::failed(noted, text(found)),
            (Self::Contribution(noted), _) if noted == found => Outcome::Established,
            (Self::Contribution(noted), _) => match text(noted) == text(found) {
                false => Outcome::failed(text(noted), text(found)),
                true => Outcome::failed(with_nonce(noted), with_nonce(found)),
            },
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Value(value) => value.clone(),
            Self::Contribution(contribution) => text(contribution),
        }
    }
}

/// Compares the contributions with those that were noted: one check for each source. The value of a source that
/// nobody noted is on trust, if others were noted.
pub(super) fn verify(
    evidence: &Evidence,
    commitment: &Commitment,
    found: &Contributions,
    report: &mut Report,
) {
    let document = evidence.contributions.as_ref();
    if let Some(document) = document
        && document.commitment() != found.commitment()
    {
        let outcome = Outcome::compare(document.commitment(), found.commitment());
        report.check(checks::CONTRIBUTIONS_KNOWN, None, "$.commitment", outcome);
        return;
    }
    if document.is_none() && evidence.noted.is_empty() {
        return;
    }
    let places = 0..commitment.sources().len() as u64;
    let mut all: BTreeMap<u64, Vec<Noted>> = places.map(|source| (source, Vec::new())).collect();
    let of_document = document.into_iter().flat_map(Contributions::all).cloned();
    let of_document = (0..).zip(of_document.map(Noted::from));
    for (source, noted) in of_document.chain(evidence.noted.iter().cloned()) {
        all.entry(source).or_default().push(noted);
    }
    for (source, noted) in all {
        let at = usize::try_from(source).unwrap_or(usize::MAX);
        let name = commitment.sources().get(at).map(Source::name);
        let found = found.all().get(at);
        let outcomes = match (&*noted, document, found) {
            ([], Some(_), Some(found)) => vec![Outcome::failed(texts::NOTHING, text(found))],
            ([], ..) => vec![Outcome::OnTrust],
            (noted, ..) => noted.iter().map(|noted| noted.compare(found)).collect(),
        };
        for outcome in outcomes {
            let path = format!("$.contributions[{source}]");
            report.check_source(checks::CONTRIBUTIONS_KNOWN, name, path, outcome);
        }
    }
}

/// The value of a contribution, as it is read out: with ` + ` between the parts of a live source.
fn text(contribution: &Contribution) -> String {
    match contribution.kind() {
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

/// The value with its nonce, for contributions that differ in the nonce only.
fn with_nonce(contribution: &Contribution) -> String {
    match contribution.kind() {
        ContributionKind::Committed { nonce, value } => {
            format!("{value}, nonce {}", nonce.reveal())
        }
        _ => text(contribution),
    }
}
