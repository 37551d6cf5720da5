//! Verifies a public form [E2, V1].

use std::sync::Arc;

use super::keys::keys;
use super::with_registry::{Known, first_difference, refused, takes};
use super::{Evidence, Missing, Outcome, Report, alone, earlier, with_plan, with_registry};
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::run::Run;
use crate::base::texts::{self, checks};
use crate::ceremony::commitment::SealedTask;
use crate::ceremony::contribution;
use crate::draw::ticket::Drawing;
use crate::frame::{Frame, Stratum};
use crate::inputs::Inputs;
use crate::record::{PublicDraw, PublicForm};
use crate::seal::Sealed;

/// Verifies the public form of a record with the evidence that there is [V1].
///
/// With all inputs, the draw is repeated. A fault of the public form is a failed check, never an error.
#[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
pub fn verify_public(form: &PublicForm, evidence: &Evidence) -> Report {
    verify_public_with(form, evidence, &Run::default()).expect("this run is never cancelled")
}

/// [`verify_public`] with a [`Run`]: threads, progress, cancelling.
///
/// # Errors
/// `cancelled`.
pub fn verify_public_with(
    form: &PublicForm,
    evidence: &Evidence,
    run: &Run,
) -> Result<Report, Error> {
    let mut report = Report::default();
    let commitment = &form.commitment;
    alone::sheet(commitment, evidence, "$.commitment", &mut report);
    alone::contributions(commitment, &form.contributions, &mut report);
    alone::seed(commitment, &form.contributions, form.seed, &mut report);
    let tasks: Vec<&str> = form.draws.iter().map(|draw| draw.task.as_str()).collect();
    alone::task_list(commitment, &tasks, "$.draws", &mut report);
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        let (place, outcome) = last(form, index, sealed);
        report.check(
            checks::PUBLIC_LAST,
            Some(sealed.id.as_str()),
            format!("$.draws[{index}]{place}"),
            outcome,
        );
    }
    report.sheet(commitment);
    with_plan::sheet(commitment, evidence, &mut report);
    let frames = with_registry::sheet(commitment, evidence, &mut report, run)?;
    selections(form, evidence, frames.as_deref(), &mut report, run)?;
    let (path, outcome) = again(form, evidence, run)?;
    let drawn_again = outcome == Outcome::Established;
    report.check(checks::PUBLIC_RECORD, None, path, outcome);
    earlier::verify(commitment, evidence, &mut report);
    for code in [
        checks::TRUST_INPUTS,
        checks::TRUST_SHEET,
        checks::TRUST_SOURCES,
    ] {
        report.on_trust(code);
    }
    if !drawn_again && !report.all_established(checks::PUBLIC_SELECTION) {
        report.on_trust(checks::TRUST_FRAME);
    }
    Ok(report)
}

/// As many different entities are selected as were sealed, and each stratum with a take has a last ticket.
fn last(form: &PublicForm, index: usize, sealed: &SealedTask) -> (&'static str, Outcome) {
    let Some(draw) = form.draws.get(index) else {
        return ("", Outcome::want(Missing::EarlierCheck));
    };
    let mut ids: Vec<_> = draw.selected.iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() as u64 != sealed.take() || ids.len() != draw.selected.len() {
        return (".selected", Outcome::failed(sealed.take(), ids.len()));
    }
    let taken = sealed
        .strata
        .iter()
        .filter(|stratum| stratum.take > 0)
        .map(|stratum| &*stratum.stratum);
    let found = draw.last.iter().map(|(stratum, _)| &**stratum);
    let text = |names: Vec<&str>| names.join(", ");
    (
        ".last",
        Outcome::compare(text(taken.collect()), text(found.collect())),
    )
}

/// Selects again from the frames, and compares the selected entities and the last tickets [D3, V1]. This does not
/// need the roster.
fn selections(
    form: &PublicForm,
    evidence: &Evidence,
    frames: Option<&[Frame]>,
    report: &mut Report,
    run: &Run,
) -> Result<(), Error> {
    let commitment = &form.commitment;
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        let known = Known::of(evidence, commitment);
        let drawing = known.and_then(|known| {
            let frame = frames
                .and_then(|frames| frames.get(index))
                .ok_or(Missing::EarlierCheck)?;
            Ok(Drawing {
                hash: commitment.hash,
                keys: keys(commitment, &form.seed, evidence, index, None)?,
                secret: known.secret,
                registry: known.registry,
                frame,
            })
        });
        let (place, outcome) = match (drawing, form.draws.get(index)) {
            (Err(want), _) => (String::new(), Outcome::want(want)),
            (Ok(_), None) => (String::new(), Outcome::want(Missing::EarlierCheck)),
            (Ok(drawing), Some(draw)) => selection(&drawing, sealed, draw, run)?,
        };
        let path = format!("$.draws[{index}]{place}");
        report.check(
            checks::PUBLIC_SELECTION,
            Some(sealed.id.as_str()),
            path,
            outcome,
        );
    }
    Ok(())
}

fn selection(
    drawing: &Drawing<'_>,
    sealed: &SealedTask,
    draw: &PublicDraw,
    run: &Run,
) -> Result<(String, Outcome), Error> {
    let selection = drawing.select(&takes(drawing.frame, sealed), 0, run)?;
    let right = selection.selected.iter().map(|one| drawing.id(one));
    let found = draw.selected.iter().map(|id| id.as_str());
    if let Some(difference) = first_difference(".selected", right, found, str::to_owned, run)? {
        return Ok(difference);
    }
    let last = |stratum: &Stratum| {
        let of_stratum = selection
            .selected
            .iter()
            .filter(|one| drawing.stratum(one) == stratum.name);
        of_stratum.map(|one| one.ticket).max()
    };
    let mut right = Vec::new();
    for stratum in &drawing.frame.strata {
        right.extend(last(stratum).map(|ticket| (&*stratum.name, ticket)));
    }
    let found = draw
        .last
        .iter()
        .map(|(stratum, ticket)| (&**stratum, *ticket));
    let text = |(stratum, ticket): (&str, Digest)| format!("{stratum} {ticket}");
    let difference = first_difference(".last", right.into_iter(), found, text, run)?;
    Ok(difference.unwrap_or((String::new(), Outcome::Established)))
}

/// Draws again if all inputs are there, and compares the digest of the record.
fn again(form: &PublicForm, evidence: &Evidence, run: &Run) -> Result<(String, Outcome), Error> {
    let place = "$.record".to_owned();
    let commitment = &form.commitment;
    let secret = match evidence.secret_for(commitment) {
        Ok(secret) => secret,
        Err(want) => return Ok((place, Outcome::want(want))),
    };
    let (plan, registry, history, roster) = match (
        &evidence.plan,
        &evidence.registry,
        &evidence.history,
        &evidence.roster,
    ) {
        (Some(plan), Some(registry), Some(history), Some(roster)) => {
            (plan, registry, history, roster)
        }
        (None, ..) => return Ok((place, Outcome::want(Missing::Plan))),
        (_, None, ..) => return Ok((place, Outcome::want(Missing::Registry))),
        (_, _, None, _) => return Ok((place, Outcome::want(Missing::History))),
        _ => return Ok((place, Outcome::want(Missing::Roster))),
    };
    if !contribution::check(commitment, &form.contributions).is_empty() {
        return Ok((place, Outcome::want(Missing::EarlierCheck)));
    }
    let drawn = Inputs::new_with(
        Arc::clone(plan),
        Arc::clone(registry),
        Arc::clone(roster),
        Arc::clone(history),
        run,
    )
    .and_then(|inputs| Sealed::reopen_with(&inputs, commitment, secret, run))
    .and_then(|sealed| sealed.draw_with(&form.contributions, run));
    match drawn {
        Ok(record) => {
            let right = PublicForm::of_with(&record, run)?;
            if right.record != form.record {
                return Ok((place, Outcome::failed(right.record, form.record)));
            }
            for (index, (right, found)) in right.draws.iter().zip(&form.draws).enumerate() {
                if right != found {
                    let right = texts::list_by_seed(&right.task);
                    let found = texts::ANOTHER_LIST;
                    return Ok((format!("$.draws[{index}]"), Outcome::failed(right, found)));
                }
            }
            Ok((place, Outcome::compare(right.seed, form.seed)))
        }
        Err(error) if error.kind() == ErrorKind::Cancelled => Err(error),
        Err(error) => Ok((place, refused(texts::DRAW_THAT_CAN_BE_REPEATED, &error))),
    }
}
