//! What a verifier has in addition to the record.

use std::sync::Arc;

use suiji::{Amendments, Commitment, Contributions, Digest, Evidence, Plan, Secret};

use crate::codes::{
    SUIJI_AMENDMENTS, SUIJI_COMMITMENT, SUIJI_CONTRIBUTIONS, SUIJI_DIGEST, SUIJI_HISTORY,
    SUIJI_INPUTS, SUIJI_PLAN, SUIJI_PUBLIC_FORM, SUIJI_RECORD, SUIJI_REGISTRY, SUIJI_ROSTER,
    SUIJI_SECRET,
};
use crate::failure::Failure;
use crate::object::Object;
use crate::values::text;

/// Evidence that grows. Later evidence replaces earlier evidence of the same kind, except earlier commitments.
#[derive(Clone, Debug, Default)]
pub struct Noted {
    evidence: Evidence,
    earlier: Vec<Commitment>,
}

impl Noted {
    pub(crate) fn add(&mut self, item: &Object) -> Result<(), Failure> {
        self.set(|evidence| match item {
            Object::Inputs(inputs) => Ok(inputs.to(evidence)),
            Object::Registry(table) => Ok(evidence.with_registry(Arc::clone(table))),
            Object::Roster(table) => Ok(evidence.with_roster(Arc::clone(table))),
            Object::History(table) => Ok(evidence.with_history(Arc::clone(table))),
            Object::PublicForm(form) => Ok(evidence.with_public_form((**form).clone())),
            _ => Err(Failure::wrong_kind("item", &ITEMS, item.kind())),
        })
    }

    pub(crate) fn add_document(&mut self, kind: i32, data: &[u8]) -> Result<(), Failure> {
        if kind == SUIJI_COMMITMENT {
            self.earlier.push(Commitment::from_json(data)?);
            return Ok(());
        }
        self.set(|evidence| {
            Ok(match kind {
                SUIJI_PLAN => evidence.with_plan(Plan::from_json(data)?),
                SUIJI_CONTRIBUTIONS => evidence.with_contributions(Contributions::from_json(data)?),
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

    fn set(
        &mut self,
        with: impl FnOnce(Evidence) -> Result<Evidence, Failure>,
    ) -> Result<(), Failure> {
        self.evidence = with(self.evidence.clone())?;
        Ok(())
    }
}

const ITEMS: [i32; 5] = [
    SUIJI_INPUTS,
    SUIJI_REGISTRY,
    SUIJI_ROSTER,
    SUIJI_HISTORY,
    SUIJI_PUBLIC_FORM,
];

/// A digest that somebody noted, which may be written in groups.
fn noted(data: &[u8]) -> Result<Digest, Failure> {
    let digits: String = text("data", data)?.split_whitespace().collect();
    Ok(digits.parse()?)
}
