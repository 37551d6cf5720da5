//! `suiji seal`: inputs and ceremony to a sealed sheet.

mod show;

use suiji::limits;
use suiji::{Ceremony, Commitment, Digest, Error, ErrorKind, Run, Time};

use crate::base::clock;
use crate::base::done::Done;
use crate::base::errors::{file_error, together};
use crate::base::failure::Failure;
use crate::case::earlier::{self, Why};
use crate::case::office;
use crate::case::pending::{self, NewSheet};
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::disk::files;
use crate::disk::lock;
use crate::show::session::Session;
use crate::texts::codes;
use show::{Shown, State};

/// Seals a case and shows the sheet.
pub(crate) fn seal(
    session: &mut Session<'_>,
    case: &Case,
    wish: &Wish<'_>,
) -> Result<Done, Failure> {
    if wish.dry_run {
        make_and_show(session, case, wish)?;
        return Ok(Done::Well);
    }
    let lock = lock::exclusive(case.folder())?;
    if lock.is_held() {
        case.sweep();
    }
    let mut wanting = None;
    if pending::finish_pending(case).map_err(|error| case.failure(error))? {
        wanting = show_finished(session, case, wish)?.err();
    } else {
        make_and_show(session, case, wish)?;
    }
    // Whoever could not see the sheet may seal again, and is shown this one.
    session.flush()?;
    pending::close(case)?;
    match wanting {
        Some(error) => Err(case.failure(error)),
        None => Ok(Done::Well),
    }
}

fn make_and_show(session: &mut Session<'_>, case: &Case, wish: &Wish<'_>) -> Result<(), Failure> {
    let shown = make(session, case, wish).map_err(|error| case.failure(error))?;
    show::sheet(session, case, &shown)
}

/// Shows the sheet of a sealing that had been interrupted: it stands, and nothing was sealed anew. What is
/// told after it: that the inputs are no longer those of the sheet, or that it is not what is wished for.
fn show_finished(
    session: &mut Session<'_>,
    case: &Case,
    wish: &Wish<'_>,
) -> Result<Result<(), Error>, Failure> {
    let in_case = |error| case.failure(error);
    let path = case.path(COMMITMENT);
    let sheet = case.commitment().map_err(in_case)?;
    let sheet = sheet.ok_or_else(|| file_error(&path, codes::not_sealed()))?;
    let replaced = earlier::replaced(case, &sheet)?;
    let wished = match wish.is_met(&sheet, replaced.map(|(_, digest)| digest)) {
        true => Ok(()),
        false => Err(file_error(&path, codes::another_sealing())),
    };
    let sealed = match case.reopen(&sheet, &session.run()) {
        Ok(sealed) => sealed,
        Err(error) => {
            show::digest(session, case, &sheet)?;
            return Ok(together::<(), ()>(Err(error), wished).map(drop));
        }
    };
    let shown = Shown {
        sealed,
        // Nobody draws before a sealing has ended.
        known_before: files::is_there(&case.path(CONTRIBUTIONS))?,
        numbered: replaced.map(|(number, _)| number),
        state: State::Finished,
    };
    show::sheet(session, case, &shown)?;
    Ok(wished)
}

/// What the options ask for.
#[derive(Debug, Default)]
pub(crate) struct Wish<'w> {
    pub(crate) at: Option<Time>,
    pub(crate) dry_run: bool,
    pub(crate) why: Option<Why<'w>>,
}

impl Wish<'_> {
    /// Whether a sheet is what is asked for, which came after an earlier one.
    fn is_met(&self, sheet: &Commitment, replaced: Option<Digest>) -> bool {
        match (self.why, replaced) {
            // What was interrupted is finished by `suiji seal` alone, whatever it was.
            (None, _) => true,
            (Some(why), Some(earlier)) => why.is_of(sheet, earlier),
            (Some(_), None) => false,
        }
    }
}

fn make(session: &Session<'_>, case: &Case, wish: &Wish<'_>) -> Result<Shown, Error> {
    let run = session.run();
    let seen = files::read_if_there(
        &case.path(COMMITMENT),
        limits::SHEET_BYTES,
        ErrorKind::Commitment,
    )?;
    let old = match (&seen, wish.why) {
        (Some(_), None) => return Err(file_error(&case.path(COMMITMENT), codes::already_sealed())),
        (None, Some(_)) => return Err(file_error(&case.path(COMMITMENT), codes::not_sealed())),
        (Some(bytes), Some(why)) => Some((Commitment::from_json(bytes)?, why)),
        (None, None) => None,
    };
    let (inputs, ceremony) = together(case.inputs(&run), ceremony(case, old.as_ref(), &run))?;
    let time = match (&wish.at, ceremony.sealed_at()) {
        (Some(time), _) | (None, Some(time)) => time.clone(),
        (None, None) => clock::now()?,
    };
    let mut sheets = earlier::sheets(case)?;
    sheets.extend(old.map(|(sheet, _)| sheet));
    let (ceremony, openings) = office::commit(ceremony.with_sealed_at(time).with_earlier(sheets))?;
    let sealed = suiji::seal(&inputs, &ceremony, &run)?;
    let known_before = seen.is_none() && files::is_there(&case.path(CONTRIBUTIONS))?;
    if wish.dry_run {
        return Ok(Shown {
            sealed,
            known_before,
            numbered: None,
            state: State::Tried,
        });
    }
    let sheet = NewSheet {
        commitment: sealed.commitment().to_json(),
        office_secret: office::to_json(&openings),
    };
    pending::put(case, &sheet, seen.as_deref())?;
    let replaced = earlier::replaced(case, sealed.commitment())?;
    Ok(Shown {
        sealed,
        known_before,
        numbered: replaced.map(|(number, _)| number),
        state: State::Sealed,
    })
}

fn ceremony(
    case: &Case,
    old: Option<&(Commitment, Why<'_>)>,
    run: &Run,
) -> Result<Ceremony, Error> {
    let ceremony = Ceremony::from_json(&case.ceremony_bytes()?)?;
    match old {
        Some((sheet, why)) => earlier::renewed(case, &ceremony, sheet, *why, run),
        None => Ok(ceremony),
    }
}
