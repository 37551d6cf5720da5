//! `suiji draw`: a sealed case and contributions to the record.
//!
//! The contributions are complete and on disk before anything is computed: a crash or a second start
//! then gives the same draw.

use serde_json::{Value, json};
use suiji::limits;
use suiji::{
    Commitment, Contributions, Error, ErrorKind, Fault, Faults, Place, Record, Run, Sealed, Source,
    SourceKind,
};

use crate::ask;
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case, PARTIAL, RECORD};
use crate::codes;
use crate::drawn::{self, Shown};
use crate::failure::{Failure, file_error};
use crate::files::{self, Access};
use crate::given::{self, Given};
use crate::lock;
use crate::office;
use crate::pending;
use crate::session::Session;
use crate::sheet;
use crate::spec::Done;
use crate::words::{Words, quoted};

pub(crate) fn run(session: &mut Session<'_>, words: &Words) -> Result<Done, Failure> {
    draw(session, &Case::open(words.path(0))?, Shown::Screens)
}

/// Draws, and shows so much of the result.
pub(crate) fn draw(session: &mut Session<'_>, case: &Case, shown: Shown) -> Result<Done, Failure> {
    let _lock = lock::shared(case.folder())?;
    pending::refuse_pending(case)?;
    let in_case = |error| case.failure(error);
    let (sealed, sheet) = reopen(session, case).map_err(in_case)?;
    let contributions = settle(session, case, &sealed, &sheet)?;
    let record = sealed
        .draw(&contributions, &session.run())
        .map_err(in_case)?;
    let already = keep(case, &record, &session.run())?;
    forget_confirmed(case);
    show(session, case, &sealed, &record, (already, shown))?;
    Ok(Done::Well)
}

/// The sealed sheet from the inputs as they are now, and the bytes of the commitment.
fn reopen(session: &Session<'_>, case: &Case) -> Result<(Sealed, Vec<u8>), Error> {
    let bytes = files::read_if_there(
        &case.path(COMMITMENT),
        limits::SHEET_BYTES,
        ErrorKind::Commitment,
    )?;
    let bytes = bytes.ok_or_else(|| file_error(codes::NOT_SEALED, &case.path(COMMITMENT), &[]))?;
    let sheet = Commitment::from_json(&bytes)?;
    Ok((case.reopen(&sheet, &session.run())?, bytes))
}

/// The contributions of all sources, on disk: those that were there, or those that are given now.
fn settle(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    sheet: &[u8],
) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    if let Some(contributions) = case.contributions().map_err(in_case)? {
        sealed
            .check_contributions(&contributions)
            .map_err(in_case)?;
        return Ok(contributions);
    }
    // A record without them has them: nothing is drawn a second time.
    let contributions = match case.record(&session.run()).map_err(in_case)? {
        Some(record) if record.commitment() != sealed.commitment() => {
            return Err(file_error(codes::OTHER_RECORD, &case.path(RECORD), &[]).into());
        }
        Some(record) => record.contributions().clone(),
        None => give(session, case, sealed)?,
    };
    sealed
        .check_contributions(&contributions)
        .map_err(in_case)?;
    put(case, &contributions, sheet)?;
    Ok(contributions)
}

fn give(session: &mut Session<'_>, case: &Case, sealed: &Sealed) -> Result<Contributions, Failure> {
    let in_case = |error| case.failure(error);
    let mut given = Given::read_partial(case)?;
    let sources = sealed.commitment().sources();
    if given.is_beyond(sources) {
        return Err(given::unusable(case).into());
    }
    let kept = office::kept(case)?;
    for (place, source) in (0..).zip(sources) {
        if let Some(one) = given.of(place) {
            let index = usize::try_from(place).unwrap_or(usize::MAX);
            let checked = sealed.check_contribution(index, one);
            checked.map_err(|_| given::unusable(case))?;
        } else if let SourceKind::Committed {
            commitment: Some(commitment),
        } = source.kind()
        {
            let hash = sealed.commitment().hash();
            if let Some(opening) = kept.iter().find(|opening| opening.opens(hash, commitment)) {
                given.open_own(place, opening.contribution()?);
            }
        }
    }
    refuse_drand(sources).map_err(in_case)?;
    ask::ask(session, case, sealed, &mut given).inspect_err(|_| {
        if files::is_there(&case.path(CONTRIBUTIONS)) {
            forget_confirmed(case);
        }
    })?;
    Ok(given.contributions())
}

/// Removes what was confirmed, once the case has its contributions: nothing will ask for it.
fn forget_confirmed(case: &Case) {
    // One that cannot be removed is in nobody's way.
    let _ = std::fs::remove_file(case.path(PARTIAL));
}

/// A drand signature could not be checked, so that no answer to a question would help.
fn refuse_drand(sources: &[Source]) -> Result<(), Error> {
    let mut faults = Faults::default();
    for (place, source) in sources.iter().enumerate() {
        if matches!(source.kind(), SourceKind::Drand { .. }) {
            let at = Place::new(ErrorKind::Contributions, format!("$[{place}]"));
            let details = [("source", source.name())];
            faults.push(Fault::new(suiji::codes::CONTRIBUTION_DRAND, at, &details));
        }
    }
    faults.into_result(())
}

/// Puts the contributions on disk, where the case is still sealed as it was when they were asked for.
fn put(case: &Case, contributions: &Contributions, sheet: &[u8]) -> Result<(), Failure> {
    still_sealed(case, sheet)?;
    let path = case.path(CONTRIBUTIONS);
    match files::create(&path, contributions.to_json().as_bytes(), Access::Shared) {
        Ok(()) => {}
        Err(error) if error.code() == codes::EXISTS.id() => {
            let theirs = case.contributions().map_err(|error| case.failure(error))?;
            if theirs.as_ref() != Some(contributions) {
                forget_confirmed(case);
                return Err(file_error(codes::OTHER_CONTRIBUTIONS, &path, &[]).into());
            }
        }
        Err(error) => return Err(error.into()),
    }
    // A sealing may have begun between the look and the writing: then these are not its contributions.
    still_sealed(case, sheet).inspect_err(|_| {
        let _ = std::fs::remove_file(&path);
    })?;
    Ok(())
}

fn still_sealed(case: &Case, sheet: &[u8]) -> Result<(), Error> {
    pending::refuse_pending(case)?;
    let path = case.path(COMMITMENT);
    let found = files::read_if_there(&path, limits::SHEET_BYTES, ErrorKind::Commitment)?;
    if found.as_deref() == Some(sheet) {
        Ok(())
    } else {
        Err(file_error(codes::CHANGED_MEANWHILE, &path, &[]))
    }
}

/// Keeps the record; true where it was there already. One that differs is never altered.
fn keep(case: &Case, record: &Record, run: &Run) -> Result<bool, Failure> {
    let path = case.path(RECORD);
    match files::create_by(&path, Access::Shared, |out| record.write_json(out, run)) {
        Ok(()) => Ok(false),
        Err(error) if error.code() == codes::EXISTS.id() => {
            let theirs = case.record(run).map_err(|error| case.failure(error))?;
            if theirs.as_ref() == Some(record) {
                Ok(true)
            } else {
                Err(Failure::NotHolding(file_error(
                    codes::NOT_THE_DRAW,
                    &path,
                    &[],
                )))
            }
        }
        Err(error) => Err(error.into()),
    }
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
    record: &Record,
    (already, shown): (bool, Shown),
) -> Result<(), Failure> {
    let path = case.path(RECORD);
    if session.json {
        let vacant = record.draws().iter().flat_map(|draw| {
            let vacant = draw.teams().iter().filter(|team| !team.vacant().is_empty());
            vacant.map(|team| json!({"task": draw.task().as_str(), "entity": team.entity().as_str(), "seats": team.vacant()}))
        });
        let json = json!({
            "record": path.display().to_string(),
            "digest": record.digest().to_string(),
            "already_there": already,
            "vacant": vacant.collect::<Value>(),
        });
        return Ok(session.print_json(&json)?);
    }
    drawn::print(session, sealed.inputs(), record, shown)?;
    if already {
        session.say(
            format_args!(
                "{} 已经存在，与本次算得的完全一致，未作改动。",
                path.display()
            ),
            format_args!(
                "{} was there already and is exactly this; it was not altered.",
                path.display()
            ),
        )?;
    } else {
        session.say(
            format_args!("已写入 {}", path.display()),
            format_args!("Written to {}", path.display()),
        )?;
    }
    let heading = ("抽取记录摘要：", "Record digest:");
    sheet::print_digest(session, heading, &record.digest())?;
    let (record, folder) = (quoted(&path), quoted(case.folder()));
    Ok(session.say(
        format_args!("下一步：suiji verify {record} --case {folder}"),
        format_args!("Next: suiji verify {record} --case {folder}"),
    )?)
}
