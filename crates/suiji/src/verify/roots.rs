//! The roots of registry, history and roster [S1, S2].

use super::report::SecretProvided;
use super::{Evidence, Missing, Outcome, Report};
use crate::base::error::Error;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{Code, checks};
use crate::ceremony::commitment::Commitment;
use crate::tree::leaf::Sealing;
use crate::tree::{self, Root};

/// Checks the root of each input that the verifier has [S1, S2], and whether the secret of a blinded commitment may be
/// wrong.
pub(super) fn verify(
    commitment: &Commitment,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let mut roots = Roots {
        commitment,
        evidence,
        compared: Vec::new(),
    };
    let registry = evidence.registry.as_deref();
    let registry = roots.compare(
        registry.ok_or(Missing::Registry),
        commitment.registry,
        |sealing, registry| sealing.registry(registry).root(commitment.hash, run),
    )?;
    let history = evidence.history.as_deref();
    let history = roots.compare(
        history.ok_or(Missing::History),
        commitment.history,
        |sealing, history| sealing.history(history).root(commitment.hash, run),
    )?;
    let roster = evidence.roster.as_deref();
    let roster = roots.compare(
        roster.ok_or(Missing::Roster),
        commitment.roster,
        |sealing, roster| sealing.roster(roster).root(commitment.hash, run),
    )?;
    if commitment.blinded && tree::doubts_secret(&roots.compared) {
        report.secret_is(SecretProvided::Doubted);
    }
    let checks: [(&'static Code, &str, Outcome); 3] = [
        (checks::REGISTRY_ROOT, "registry", registry),
        (checks::HISTORY_ROOT, "history", history),
        (checks::ROSTER_ROOT, "roster", roster),
    ];
    for (code, field, outcome) in checks {
        report.check(code, None, format!("$.commitment.{field}"), outcome);
    }
    Ok(())
}

struct Roots<'v> {
    commitment: &'v Commitment,
    evidence: &'v Evidence,
    /// The roots of the tables, and those that were sealed.
    compared: Vec<(Root, Root)>,
}

impl Roots<'_> {
    fn compare<T>(
        &mut self,
        table: Result<&T, Missing>,
        sealed: Root,
        root: impl FnOnce(Sealing<'_>, &T) -> Result<Root, Cancelled>,
    ) -> Result<Outcome, Error> {
        let secret = self.evidence.secret_for(self.commitment);
        let (table, secret) = match (table, secret) {
            (Err(want), _) | (_, Err(want)) => return Ok(Outcome::want(want)),
            (Ok(table), Ok(secret)) => (table, secret),
        };
        let hash = self.commitment.hash;
        let found = root(Sealing { hash, secret }, table)?;
        self.compared.push((found, sealed));
        Ok(compare_roots(found, sealed))
    }
}

pub(super) fn compare_roots(right: Root, found: Root) -> Outcome {
    let text = |root: Root| format!("{} ({})", root.root, root.size);
    Outcome::compare(text(right), text(found))
}
