//! The inputs that a verifier has, after the check that they are those that were sealed [V1].

use super::{Evidence, Missing, Report};
use crate::base::hash::Secret;
use crate::base::texts::checks;
use crate::ceremony::commitment::Commitment;
use crate::inputs::history::History;
use crate::inputs::plan::Plan;
use crate::inputs::registry::Registry;
use crate::inputs::roster::Roster;

/// Plan, registry, history and the secret of a blinded commitment.
pub(super) struct Known<'v> {
    pub(super) plan: &'v Plan,
    pub(super) registry: &'v Registry,
    pub(super) history: &'v History,
    pub(super) secret: Option<&'v Secret>,
}

impl<'v> Known<'v> {
    /// All of them, if they are provided and are those that were sealed. Nothing follows from other inputs.
    pub(super) fn of(
        evidence: &'v Evidence,
        commitment: &Commitment,
        report: &Report,
    ) -> Result<Self, Missing> {
        let known = Self {
            plan: report.plan_of(evidence)?,
            registry: evidence.registry.as_ref().ok_or(Missing::Registry)?,
            history: evidence.history.as_ref().ok_or(Missing::History)?,
            secret: evidence.secret_for(commitment)?,
        };
        report.sealed(checks::REGISTRY_ROOT)?;
        report.sealed(checks::HISTORY_ROOT)?;
        Ok(known)
    }
}

/// All four inputs and the secret, if they are provided and are those that were sealed.
pub(super) fn known_all<'v>(
    evidence: &'v Evidence,
    commitment: &Commitment,
    report: &Report,
) -> Result<(Known<'v>, &'v Roster), Missing> {
    let known = Known::of(evidence, commitment, report)?;
    let roster = evidence.roster.as_deref().ok_or(Missing::Roster)?;
    report.sealed(checks::ROSTER_ROOT)?;
    Ok((known, roster))
}
