//! Verifies a public form [E2, V1].

use std::collections::BTreeSet;

use super::known::{Known, known_all};
use super::report::SecretProvided;
use super::selection::{first_difference, takes};
use super::with_registry::refused;
use super::{
    Evidence, Missing, Outcome, Report, alone, amendments, earlier, with_noted, with_plan,
    with_registry,
};
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::id::EntityId;
use crate::base::run::Run;
use crate::base::texts::{self, checks};
use crate::ceremony::commitment::SealedTask;
use crate::draw::ticket::{Drawing, Keys, ticket};
use crate::frame::{Frame, Stratum};
use crate::record::{Hide, Last, PublicDraw, PublicForm, Record};
use crate::seal::Sealed;

/// Verifies the public form of a record with the evidence that is provided [V1].
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
    public_alone(form, evidence, &mut report);
    report.sheet(commitment);
    with_plan::sheet(commitment, evidence, &mut report);
    let frames = with_registry::sheet(commitment, evidence, &mut report, run)?;
    selections(form, evidence, frames.as_deref(), &mut report, run)?;
    let (path, outcome, record) = again(form, evidence, &report, run)?;
    let drawn_again = outcome == Outcome::Established;
    report.check(checks::PUBLIC_RECORD, None, path, outcome);
    earlier::verify(commitment, evidence, &mut report);
    let of = match record.as_ref().filter(|_| drawn_again) {
        Some(record) => amendments::Of::Record(record),
        None => amendments::Of::Public(form),
    };
    amendments::verify(of, evidence, &mut report, run)?;
    super::trusted(evidence, commitment, &mut report);
    if !drawn_again && !report.all_established(checks::PUBLIC_SELECTION) {
        report.on_trust(checks::TRUST_FRAME);
    }
    Ok(report)
}

/// The checks of a public form that need no input.
pub(crate) fn public_alone(form: &PublicForm, evidence: &Evidence, report: &mut Report) {
    let commitment = &form.commitment;
    if let Some(known) = evidence.record {
        let outcome = Outcome::compare(known, form.record);
        report.check(checks::RECORD_KNOWN, None, "$.record", outcome);
    }
    alone::sheet(commitment, evidence, "$.commitment", report);
    with_noted::verify(evidence, commitment, &form.contributions, report);
    alone::contributions(commitment, &form.contributions, report);
    alone::seed(commitment, &form.contributions, form.seed, report);
    let tasks: Vec<&str> = form.draws.iter().map(|draw| draw.task.as_str()).collect();
    alone::task_list(commitment, &tasks, "$.draws", report);
    for (index, sealed) in commitment.tasks.iter().enumerate() {
        let (place, outcome) = last(form, index, sealed, report);
        let path = format!("$.draws[{index}]{place}");
        report.check(checks::PUBLIC_LAST, Some(sealed.id.as_str()), path, outcome);
    }
}

/// Checks that the published form is the public form of the record [E2]. If the commitment is blinded and its secret is
/// missing, last tickets are not compared.
pub(super) fn agrees(record: &Record, evidence: &Evidence, report: &mut Report) {
    let Some(form) = &evidence.public_form else {
        return;
    };
    let outcome = if form.record != record.digest() {
        Outcome::failed(record.digest(), form.record)
    } else {
        let secret = match record.commitment.blinded {
            true => evidence.secret.as_ref(),
            false => None,
        };
        match PublicForm::of(record, secret) {
            Ok(right) if right == *form => Outcome::Established,
            Ok(_) => Outcome::failed(texts::THE_FORM_OF_THE_RECORD, texts::ANOTHER_LIST),
            Err(_) if report.secret() == SecretProvided::Another => {
                Outcome::want(Missing::SealedSecret)
            }
            Err(_) if secret.is_some() => Outcome::want(Missing::SealedInput),
            Err(_) => Outcome::want(Missing::Secret),
        }
    };
    report.check(checks::PUBLIC_AGREES, None, "$.record", outcome);
}

/// Checks that as many different entities are selected as the commitment says, and that each stratum with a take has a
/// last ticket.
fn last(
    form: &PublicForm,
    index: usize,
    sealed: &SealedTask,
    report: &Report,
) -> (&'static str, Outcome) {
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
    let hidden = |(_, last): &(String, Last)| matches!(last, Last::Commitment(_));
    let (hide, show) = (texts::A_PUBLISHED_COMMITMENT, texts::A_PUBLISHED_TICKET);
    if draw
        .last
        .iter()
        .any(|last| hidden(last) != form.commitment.blinded)
    {
        let (right, found) = if form.commitment.blinded {
            (hide, show)
        } else {
            (show, hide)
        };
        return (".last", Outcome::failed(right, found));
    }
    let found = draw.last.iter().map(|(stratum, _)| &**stratum);
    let text = |names: Vec<&str>| names.join(", ");
    let names = Outcome::compare(text(taken.collect()), text(found.collect()));
    if names != Outcome::Established || form.commitment.blinded {
        return (".last", names);
    }
    let tickets = last_tickets(form, draw, sealed);
    let seed = report.outcome_of(checks::SEED);
    match seed == Some(Outcome::Established) && draw.task == sealed.id {
        true => (".last", tickets),
        false => (".last", Outcome::want(Missing::EarlierCheck)),
    }
}

/// Checks the last tickets of a commitment that is not blinded [E2]. Everybody can compute the tickets of the selected
/// entities. The last tickets must be among these, and no selected ticket may be greater than all last tickets.
fn last_tickets(form: &PublicForm, draw: &PublicDraw, sealed: &SealedTask) -> Outcome {
    let hash = form.commitment.hash;
    let keys = Keys::of_task(hash, &form.seed, sealed);
    let of = |id: &EntityId| ticket(hash, &keys.draw, id.as_str(), None);
    let mut selected: BTreeSet<Digest> = draw.selected.iter().map(of).collect();
    let greatest = selected.last().copied();
    let mut last = None;
    for (_, of_stratum) in draw.last() {
        let (Last::Ticket(ticket) | Last::Commitment(ticket)) = of_stratum;
        if !selected.remove(&ticket) {
            return Outcome::failed(texts::A_SELECTED_TICKET, ticket);
        }
        last = last.max(Some(ticket));
    }
    let text = |ticket: Option<Digest>| ticket.map_or_else(String::new, |of| of.to_string());
    Outcome::compare(text(greatest), text(last))
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
        let known = Known::of(evidence, commitment, report);
        let drawing = known.and_then(|known| {
            let frame = frames
                .and_then(|frames| frames.get(index))
                .ok_or(Missing::EarlierCheck)?;
            Ok(Drawing {
                hash: commitment.hash,
                keys: Keys::of_task(commitment.hash, &form.seed, sealed),
                secret: known.secret,
                registry: known.registry,
                frame,
            })
        });
        let (place, outcome) = match (drawing, form.draws.get(index)) {
            (Err(want), _) => (String::new(), Outcome::want(want)),
            (Ok(_), None) => (String::new(), Outcome::want(Missing::EarlierCheck)),
            (Ok(_), Some(draw)) if draw.task != sealed.id => {
                (String::new(), Outcome::want(Missing::EarlierCheck))
            }
            (Ok(drawing), Some(draw)) => selection(&drawing, sealed, draw, run)?,
        };
        let outcome = outcome.given(report.outcome_of(checks::SEED).as_ref());
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
    let hide = Hide::new(drawing.hash, drawing.secret, sealed.id.as_str());
    let mut right = Vec::new();
    for stratum in &drawing.frame.strata {
        let name = &*stratum.name;
        right.extend(last(stratum).map(|ticket| (name, hide.last(name, ticket))));
    }
    let found = draw.last();
    let text = |(stratum, last): (&str, Last)| match last {
        Last::Ticket(digest) | Last::Commitment(digest) => format!("{stratum} {digest}"),
    };
    let difference = first_difference(".last", right.into_iter(), found, text, run)?;
    Ok(difference.unwrap_or((String::new(), Outcome::Established)))
}

/// Draws again if all inputs are provided, and compares the digest of the record. Returns the record too.
fn again(
    form: &PublicForm,
    evidence: &Evidence,
    report: &Report,
    run: &Run,
) -> Result<(String, Outcome, Option<Record>), Error> {
    let commitment = &form.commitment;
    let ended = |outcome| Ok(("$.record".to_owned(), outcome, None));
    let (known, _) = match known_all(evidence, commitment, report) {
        Ok(known) => known,
        Err(want) => return ended(Outcome::want(want)),
    };
    if let Err(error) = commitment.check_contributions(&form.contributions) {
        return ended(match error.is_limit() {
            true => Outcome::want(Missing::Limit),
            false => Outcome::want(Missing::EarlierCheck),
        });
    }
    let secret = known.secret;
    let inputs = evidence.inputs(run);
    let drawn = inputs
        .and_then(|inputs| Sealed::reopen_with(&inputs, commitment, secret, run))
        .and_then(|sealed| sealed.draw_with(&form.contributions, run));
    match drawn {
        Ok(record) => {
            let right = PublicForm::of_with(&record, secret, run)?;
            let (path, outcome) = compared(&right, form);
            Ok((path, outcome, Some(record)))
        }
        Err(error) if error.kind() == ErrorKind::Cancelled => Err(error),
        Err(error) => ended(refused(texts::DRAW_THAT_CAN_BE_REPEATED, &error)),
    }
}

/// Compares the public form with that of the record that was drawn again.
fn compared(right: &PublicForm, found: &PublicForm) -> (String, Outcome) {
    let place = "$.record".to_owned();
    if right.record != found.record {
        return (place, Outcome::failed(right.record, found.record));
    }
    for (index, (right, found)) in right.draws.iter().zip(&found.draws).enumerate() {
        if right != found {
            let right = texts::list_by_seed(&right.task);
            let outcome = Outcome::failed(right, texts::ANOTHER_LIST);
            return (format!("$.draws[{index}]"), outcome);
        }
    }
    (place, Outcome::compare(right.seed, found.seed))
}
