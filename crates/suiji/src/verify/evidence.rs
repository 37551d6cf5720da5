//! What a verifier has in addition to the document [V1].

use std::sync::Arc;

use super::{Missing, Noted};
use crate::amend::Amendments;
use crate::base::error::Error;
use crate::base::hash::{Digest, Secret};
use crate::base::run::Run;
use crate::base::texts::codes;
use crate::ceremony::commitment::Commitment;
use crate::ceremony::contributions::Contributions;
use crate::inputs::Inputs;
use crate::inputs::history::History;
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Registry;
use crate::inputs::roster::Roster;
use crate::record::PublicForm;

/// What a verifier has in addition to the record. With more evidence, more is checked [V1].
///
/// ```
/// use suiji::{Digest, Evidence};
///
/// // The digest that was read out and written down before the dice were thrown.
/// let heard: Digest = "0f".repeat(32).parse()?;
/// let evidence = Evidence::default().with_commitment(heard);
/// # drop(evidence);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    pub(crate) commitments: Vec<Digest>,
    pub(crate) record: Option<Digest>,
    pub(crate) contributions: Option<Contributions>,
    pub(crate) noted: Vec<(u64, Noted)>,
    pub(crate) amendments: Option<Amendments>,
    pub(crate) public_form: Option<PublicForm>,
    pub(crate) plan: Option<Arc<Plan>>,
    pub(crate) registry: Option<Arc<Registry>>,
    pub(crate) history: Option<Arc<History>>,
    pub(crate) roster: Option<Arc<Roster>>,
    pub(crate) secret: Option<Secret>,
    pub(crate) earlier: Vec<Commitment>,
}

impl Evidence {
    /// Evidence with all four inputs. They are shared, not copied.
    pub fn of(inputs: &Inputs) -> Self {
        Self::default()
            .with_plan(Arc::clone(&inputs.plan))
            .with_registry(Arc::clone(&inputs.registry))
            .with_history(Arc::clone(&inputs.history))
            .with_roster(Arc::clone(&inputs.roster))
    }

    /// Adds a commitment digest that was published before the seed was known [S3b]. Each of these digests is compared.
    #[must_use]
    pub fn with_commitment(mut self, digest: Digest) -> Self {
        self.commitments.push(digest);
        self
    }

    /// Sets the record digest that somebody noted when it was read out [E1].
    #[must_use]
    pub fn with_record(self, digest: Digest) -> Self {
        Self {
            record: Some(digest),
            ..self
        }
    }

    /// Sets the contributions that somebody noted when they were made [R1].
    #[must_use]
    pub fn with_contributions(self, noted: Contributions) -> Self {
        Self {
            contributions: Some(noted),
            ..self
        }
    }

    /// Adds values that somebody noted, each with the number of its source from 0 [R1]. Values of other sources can be
    /// missing. They are on trust.
    #[must_use]
    pub fn with_noted(mut self, noted: impl IntoIterator<Item = (u64, Noted)>) -> Self {
        self.noted.extend(noted);
        self
    }

    /// Sets the amendments to the record. Each of them is checked [M6].
    #[must_use]
    pub fn with_amendments(self, amendments: Amendments) -> Self {
        Self {
            amendments: Some(amendments),
            ..self
        }
    }

    /// Sets the public form that was published. It is compared with the record [E2].
    #[must_use]
    pub fn with_public_form(self, form: PublicForm) -> Self {
        Self {
            public_form: Some(form),
            ..self
        }
    }

    /// Sets the plan.
    #[must_use]
    pub fn with_plan(self, plan: impl Into<Arc<Plan>>) -> Self {
        Self {
            plan: Some(plan.into()),
            ..self
        }
    }

    /// Sets the registry.
    #[must_use]
    pub fn with_registry(self, registry: impl Into<Arc<Registry>>) -> Self {
        Self {
            registry: Some(registry.into()),
            ..self
        }
    }

    /// Sets the history.
    #[must_use]
    pub fn with_history(self, history: impl Into<Arc<History>>) -> Self {
        Self {
            history: Some(history.into()),
            ..self
        }
    }

    /// Sets the roster.
    #[must_use]
    pub fn with_roster(self, roster: impl Into<Arc<Roster>>) -> Self {
        Self {
            roster: Some(roster.into()),
            ..self
        }
    }

    /// Sets the secret of a blinded commitment.
    #[must_use]
    pub fn with_secret(self, secret: Secret) -> Self {
        Self {
            secret: Some(secret),
            ..self
        }
    }

    /// Sets the earlier commitments of the authority. With them, [S3c] and [S4c] are checked.
    #[must_use]
    pub fn with_earlier(self, commitments: Vec<Commitment>) -> Self {
        Self {
            earlier: commitments,
            ..self
        }
    }

    /// All four inputs together. The plan must have been provided.
    pub(super) fn inputs(&self, run: &Run) -> Result<Inputs, Error> {
        let Some(plan) = self.plan.clone() else {
            return Err(Error::of_value(codes::missing_field("plan")));
        };
        let registry = self.registry.clone().unwrap_or_default();
        let roster = self.roster.clone().unwrap_or_default();
        let history = self.history.clone().unwrap_or_default();
        Inputs::new_with(plan, registry, roster, history, run)
    }

    /// The secret. It is missing only if the commitment is blinded.
    pub(super) fn secret_for(&self, commitment: &Commitment) -> Result<Option<&Secret>, Missing> {
        match (commitment.blinded, &self.secret) {
            (true, None) => Err(Missing::Secret),
            (true, Some(secret)) => Ok(Some(secret)),
            (false, _) => Ok(None),
        }
    }

    /// The task of that number in the plan, if the commitment has the same task there.
    pub(super) fn task(&self, commitment: &Commitment, index: usize) -> Option<&Task> {
        let task = self.plan.as_ref()?.tasks.get(index)?;
        (task.id == commitment.tasks.get(index)?.id).then_some(task)
    }
}
