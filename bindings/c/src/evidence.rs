//! The evidence of a verifier in addition to the record.

use suiji::ceremony::PartialContributions;
use suiji::{Amendments, Commitment, Contributions, Digest, Evidence, Plan, Secret};

use crate::codes::{
    SUIJI_AMENDMENTS, SUIJI_COMMITMENT, SUIJI_CONTRIBUTIONS, SUIJI_DIGEST,
    SUIJI_PARTIAL_CONTRIBUTIONS, SUIJI_PLAN, SUIJI_RECORD, SUIJI_SECRET,
};
use crate::failure::Failure;
use crate::values::text;

/// Evidence to which items are added. A later item replaces an earlier one of the same kind, except
/// commitments and the values of some sources.
#[derive(Clone, Debug, Default)]
pub struct Noted {
    evidence: Evidence,
    earlier: Vec<Commitment>,
}

impl Noted {
    pub(crate) fn add_document(&mut self, kind: i32, data: &[u8]) -> Result<(), Failure> {
        if kind == SUIJI_COMMITMENT {
            self.earlier.push(Commitment::from_json(data)?);
            return Ok(());
        }
        self.set(|evidence| {
            Ok(match kind {
                SUIJI_PLAN => evidence.with_plan(Plan::from_json(data)?),
                SUIJI_CONTRIBUTIONS => evidence.with_contributions(Contributions::from_json(data)?),
                SUIJI_PARTIAL_CONTRIBUTIONS => {
                    let noted = PartialContributions::from_json(data)?;
                    let noted = noted.iter().map(|(source, of)| (source, of.clone().into()));
                    evidence.with_noted(noted)
                }
                SUIJI_AMENDMENTS => evidence.with_amendments(Amendments::from_json(data)?),
                SUIJI_SECRET => evidence.with_secret(text("data", data)?.parse::<Secret>()?),
                SUIJI_DIGEST => evidence.with_commitment(noted(data)?),
                SUIJI_RECORD => evidence.with_record(noted(data)?),
                _ => return Err(Failure::unknown_number("kind", kind.into())),
            })
        })
    }

    /// All of it, for one verification.
    pub(crate) fn all(&self) -> Evidence {
        self.evidence.clone().with_earlier(self.earlier.clone())
    }

    /// Replaces the evidence by the result of `with`.
    pub(crate) fn set(
        &mut self,
        with: impl FnOnce(Evidence) -> Result<Evidence, Failure>,
    ) -> Result<(), Failure> {
        self.evidence = with(self.evidence.clone())?;
        Ok(())
    }
}

/// A noted digest. It may be written in groups.
fn noted(data: &[u8]) -> Result<Digest, Failure> {
    let digits: String = text("data", data)?.split_whitespace().collect();
    Ok(digits.parse()?)
}
