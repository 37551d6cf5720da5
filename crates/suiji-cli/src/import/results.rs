//! Lists of results of inspections, read with the sealed inputs and the draw.

use std::path::Path;

use suiji::Inputs;
use suiji_import::{Import, Known, List};

use super::answers::Kept;
use super::{Written, ask, in_pieces, log_files, open, show, sources};
use crate::base::failure::Failure;
use crate::case::Case;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;

/// Lists of results that have no open questions, and the answers that were used.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) imported: Import,
    kept: Kept,
}

/// Reads lists of results. Names are replaced by ids from the inputs of the draw, which may be older than the lists
/// of the case.
pub(crate) fn results(
    session: &mut Session<'_>,
    case: &Case,
    (files, map): (&[&Path], Option<&Path>),
    inputs: &Inputs,
) -> Result<Lists, Failure> {
    let mut kept = Kept::read(case, map)?;
    let mut asking = ask::Asking::default();
    let how = suiji_import::Options::default().with_list(List::Results);
    loop {
        let known = Known::default()
            .with_plan(inputs.plan().clone())
            .with_registry(|| Some(inputs.registry().clone()))
            .with_roster(|| Some(inputs.roster().clone()));
        let imported = suiji_import::import(sources(files)?, known, kept.answers(), &how)?;
        if imported.questions().is_empty() {
            return Ok(Lists { imported, kept });
        }
        let asked = session.terminal.input && !session.json;
        if !asked || !asking.ask(session, imported.questions(), &mut kept)? {
            open(session, &imported, &mut kept)?;
        }
    }
}

impl Lists {
    /// Saves the answers, and writes the log beside the case.
    pub(crate) fn write_log(&mut self, session: &Session<'_>, case: &Case) -> Result<(), Failure> {
        self.kept.save()?;
        let [log, page] = log_files(&[List::Results]);
        let lang = session.lang;
        in_pieces(&case.path(&log), |out| {
            self.imported.log().write_csv_in(lang, out)
        })?;
        let html = suiji_import::page(&self.imported, lang);
        writing::replace(&case.path(&page), html.as_bytes(), Access::Shared)?;
        Ok(())
    }

    /// Removes the questions that are answered, and shows the totals of the lists; `file` has the results now.
    pub(crate) fn done(self, session: &mut Session<'_>, file: &str) -> Result<(), Failure> {
        let [log, page] = log_files(&[List::Results]);
        let written = Written {
            files: vec![file.to_owned(), log, page],
            replaced: Vec::new(),
        };
        let map = self.kept.finish()?;
        match session.json {
            // The totals are part of the output of the command.
            true => Ok(()),
            false => show::done(session, &self.imported, &written, map.as_deref()),
        }
    }

    /// The totals of the lists, for programs.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        show::summaries_to_json(&self.imported)
    }
}
