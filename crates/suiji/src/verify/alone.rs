//! The checks of a record that need no input [V1].

use std::collections::BTreeSet;

use super::one_draw::OneDraw;
use super::{Evidence, Outcome, Report, with_noted};
use crate::base::error::Fault;
use crate::base::hash::Digest;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{self, Code, Text, checks};
use crate::ceremony::chain::opened;
use crate::ceremony::commitment::{Commitment, SealedTask};
use crate::ceremony::contribution;
use crate::ceremony::contributions::Contributions;
use crate::ceremony::drand;
use crate::ceremony::source::{Source, SourceKind};
use crate::draw;
use crate::record::Record;

pub(super) fn verify(
    record: &Record,
    evidence: &Evidence,
    report: &mut Report,
    run: &Run,
) -> Result<(), Cancelled> {
    let commitment = &record.commitment;
    if let Some(known) = evidence.record {
        let outcome = Outcome::compare(known, record.digest());
        report.check(checks::RECORD_KNOWN, None, "$", outcome);
    }
    sheet(commitment, evidence, "$.commitment", report);
    with_noted::verify(evidence, commitment, &record.contributions, report);
    contributions(commitment, &record.contributions, report);
    seed(commitment, &record.contributions, record.seed, report);
    let tasks: Vec<&str> = record.draws.iter().map(|draw| draw.task.as_str()).collect();
    task_list(commitment, &tasks, "$.draws", report);
    let plan = evidence.plan.as_deref();
    let sealed_plan = plan.filter(|plan| plan.digest(commitment.hash) == commitment.plan);
    let sealed_plan = sealed_plan.filter(|plan| {
        let tasks = commitment.tasks.iter().map(|task| &task.id);
        plan.tasks.iter().map(|task| &task.id).eq(tasks)
    });
    for (index, (sealed, draw)) in commitment.tasks.iter().zip(&record.draws).enumerate() {
        if sealed.id == draw.task {
            OneDraw {
                record,
                sealed_plan,
                index,
                sealed,
                draw,
            }
            .verify(report, run)?;
        }
    }
    report.sheet(commitment);
    Ok(())
}

/// The commitment by itself.
pub(super) fn sheet(commitment: &Commitment, evidence: &Evidence, path: &str, report: &mut Report) {
    for known in &evidence.commitments {
        let outcome = Outcome::compare(known, commitment.digest());
        report.check(checks::SHEET_KNOWN, None, path, outcome);
    }
    for (index, task) in commitment.tasks.iter().enumerate() {
        let path = format!("{path}.tasks[{index}]");
        report.check(
            checks::SHEET_SIZES,
            Some(task.id.as_str()),
            path,
            sizes(commitment, task),
        );
    }
    let again = opened(commitment.hash, &commitment.terms);
    let (place, outcome) = match again.first() {
        Some(index) => (
            format!("{path}.sources[{index}]"),
            Outcome::failed(texts::AN_UNUSED_COMMITMENT, texts::AN_OPENED_COMMITMENT),
        ),
        None => (format!("{path}.sources"), Outcome::Established),
    };
    report.check(checks::SHEET_SOURCES, None, place, outcome);
    for (index, source) in commitment.sources().iter().enumerate() {
        if let SourceKind::Drand { round } = source.kind {
            let path = format!("{path}.sources[{index}].round");
            report.check(
                checks::SHEET_DRAND,
                None,
                path,
                drand_time(commitment, round),
            );
        }
    }
}

/// Checks that the strata add up to the frame, and that no part is greater than the whole [S3a, F3, F4].
fn sizes(commitment: &Commitment, task: &SealedTask) -> Outcome {
    let strata = task.strata.iter().map(|stratum| stratum.size);
    let total = strata.fold(0, u64::saturating_add);
    if total != task.frame.size {
        return Outcome::failed(format!("Σ {}", task.frame.size), format!("Σ {total}"));
    }
    let whole = task.frame.size.saturating_add(task.excluded.size);
    if whole > commitment.registry.size {
        return Outcome::failed(format!("≤ {}", commitment.registry.size), whole);
    }
    let reasons = task.reasons.iter().map(|reason| reason.size);
    let excluded = reasons.fold(0, u64::saturating_add);
    if excluded != task.excluded.size {
        return Outcome::failed(format!("Σ {}", task.excluded.size), format!("Σ {excluded}"));
    }
    if let Some(stratum) = task
        .strata
        .iter()
        .find(|stratum| stratum.take > stratum.size)
    {
        return Outcome::failed(
            format!("{} ≤ {}", stratum.stratum, stratum.size),
            stratum.take,
        );
    }
    let names: BTreeSet<&str> = task
        .strata
        .iter()
        .map(|stratum| &*stratum.stratum)
        .collect();
    if names.len() != task.strata.len() {
        return Outcome::failed(texts::EACH_STRATUM_ONCE, texts::A_DUPLICATE_STRATUM);
    }
    if task.short > task.frame.size {
        return Outcome::failed(format!("≤ {}", task.frame.size), task.short);
    }
    Outcome::Established
}

/// Checks that a drand round is later than the sealing [S4a].
fn drand_time(commitment: &Commitment, round: u64) -> Outcome {
    let time = drand::time_of(round);
    let sealed = commitment.sealed_at.unix_seconds();
    if time > sealed {
        Outcome::Established
    } else {
        Outcome::failed(format!("> {sealed}"), time)
    }
}

/// Checks that there is a contribution for each source [R3] and that it matches its source [R1].
pub(crate) fn contributions(
    commitment: &Commitment,
    contributions: &Contributions,
    report: &mut Report,
) {
    let (sources, given) = (commitment.sources(), contributions.all());
    let count = Outcome::compare(sources.len(), given.len());
    report.check(checks::CONTRIBUTION_COUNT, None, "$.contributions", count);
    for (index, (source, contribution)) in sources.iter().zip(given).enumerate() {
        let path = format!("$.contributions[{index}]");
        let faults = contribution::check_one(commitment.hash, index, source, contribution);
        let fault = faults.into_iter().next();
        let (check, outcome) = judge(source, fault);
        report.check_source(check, Some(source.name()), path, outcome);
    }
}

fn judge(source: &Source, fault: Option<Fault>) -> (&'static Code, Outcome) {
    let check = match source.kind {
        SourceKind::Drand { .. } => checks::DRAND,
        _ => checks::CONTRIBUTION,
    };
    let outcome = match fault {
        None => Outcome::Established,
        Some(fault) => Outcome::failed(source.name(), Text::of(|lang| fault.message(lang))),
    };
    (check, outcome)
}

/// Computes the seed again [R2].
pub(crate) fn seed(
    commitment: &Commitment,
    contributions: &Contributions,
    seed: Digest,
    report: &mut Report,
) {
    let right = draw::seed(commitment.hash, &commitment.digest(), contributions);
    report.check(checks::SEED, None, "$.seed", Outcome::compare(right, seed));
}

/// Checks that the draws of a record, or the tasks of a receipt, are the tasks of the commitment [E1].
pub(crate) fn task_list(commitment: &Commitment, found: &[&str], place: &str, report: &mut Report) {
    let sealed: Vec<&str> = commitment
        .tasks
        .iter()
        .map(|task| task.id.as_str())
        .collect();
    report.check(
        checks::TASKS,
        None,
        place,
        Outcome::compare(sealed.join(", "), found.join(", ")),
    );
}
