//! The files of a case that an import may replace.

use suiji_import::List;

use crate::base::error::Error;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::{COMMITMENT, Case, PLAN, RECORD, samples};
use crate::disk::files;
use crate::show::session::Session;
use crate::show::shell::quoted;
use crate::texts::{self, codes};

/// Refuses to replace a list that the case has in another form, or a file that a draw needs and that has no copy. Also
/// refuses a history before the plan, which defines its tasks.
pub(super) fn check(case: &Case, lists: &[List]) -> Result<(), Error> {
    for list in lists.iter().filter(|list| **list != List::Plan) {
        let name = format!("{list}.jsonl");
        let other = case.path(&name);
        if files::exists(&other)? {
            return Err(file_error(&other, codes::replaced_form(name)));
        }
    }
    check_kept(case, lists)?;
    if lists.contains(&List::History) && samples::is_sample(case, PLAN)? {
        return Err(file_error(&case.path(PLAN), codes::import_sample_plan()));
    }
    Ok(())
}

fn check_kept(case: &Case, lists: &[List]) -> Result<(), Error> {
    let Some(commitment) = case.commitment()? else {
        return Ok(());
    };
    if case.as_sealed(&commitment)?.kept().is_some() {
        return Ok(());
    }
    let is_drawn = files::exists(&case.path(RECORD))?;
    for list in lists {
        let name = match list {
            List::Plan => PLAN.to_owned(),
            _ => format!("{list}.csv"),
        };
        let path = case.path(&name);
        if files::exists(&path)? {
            return Err(file_error(
                &path,
                match is_drawn {
                    true => codes::import_not_kept(name),
                    false => codes::import_sealed(name),
                },
            ));
        }
    }
    Ok(())
}

/// Shows the next step. A sealed case that is not drawn yet must be sealed again, because its inputs have changed.
pub(super) fn next(session: &mut Session<'_>, case: &Case) -> Result<(), Failure> {
    let folder = quoted(case.folder());
    if !files::exists(&case.path(COMMITMENT))? {
        if !session.json {
            session.say(texts::import_next(folder))?;
        }
    } else if !files::exists(&case.path(RECORD))? {
        session.note(texts::import_seal_again(folder))?;
    }
    Ok(())
}
