//! `suiji import`: turns the files of an office into the lists and the plan of a case, with a log of every change.

mod answers;
mod ask;
mod known;
mod plan;
mod replace;
mod results;
mod show;

pub(crate) use results::{Lists, results};

use std::io::{BufWriter, Write};
use std::path::Path;

use suiji_import::{Answers, Extra, Import, List, Source};

use crate::base::error::Error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::Case;
use crate::disk::files;
use crate::disk::lock;
use crate::disk::writing::{self, Access};
use crate::show::session::Session;
use crate::texts::{self, Text, codes};

/// The files of the log: row by row, and as a page. Their names contain what was imported, so that no import
/// replaces the log of another list.
fn log_files(lists: &[List]) -> [String; 2] {
    let mut stem = "import-log".to_owned();
    for (at, list) in lists.iter().enumerate() {
        if !lists[..at].contains(list) {
            stem.extend(["-", list.as_str()]);
        }
    }
    ["csv", "html"].map(|end| format!("{stem}.{end}"))
}

/// The options of the command.
#[derive(Debug)]
pub(crate) struct Options<'o> {
    pub(crate) files: Vec<&'o Path>,
    pub(crate) list: Option<List>,
    /// The file of answers.
    pub(crate) map: Option<&'o Path>,
    pub(crate) extra: Extra,
}

/// Imports files into a case. Questions are asked at a terminal. Without a terminal they are written to a file.
pub(crate) fn import(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Exit, Failure> {
    let lock = lock::exclusive(case.folder())?;
    let mut kept = answers::Kept::read(case, options.map)?;
    let mut asking = ask::Asking::default();
    if options.list == Some(List::Plan) {
        return plan::import(session, case, &options.files, kept);
    }
    let imported = loop {
        let imported = run(session, case, options, kept.answers())?;
        let lists: Vec<List> = imported.summaries().iter().map(|of| of.list).collect();
        replace::check(case, &lists)?;
        if imported.questions().is_empty() {
            break imported;
        }
        let asked = session.terminal.input && !session.json;
        if !asked || !asking.ask(session, imported.questions(), &mut kept)? {
            return open(session, &imported, &mut kept);
        }
    };
    // Answers are written first, because a person would have to repeat them. The lists come last.
    kept.save()?;
    let written = write(session, case, &imported)?;
    let map = kept.finish()?;
    drop(lock);
    show::done(session, &imported, &written, map.as_deref())?;
    replace::next(session, case)?;
    Ok(Exit::Success)
}

/// Some questions are open: only these are written.
fn open(
    session: &mut Session<'_>,
    imported: &Import,
    kept: &mut answers::Kept,
) -> Result<Exit, Failure> {
    let path = kept.write_open(imported.questions(), session.lang)?;
    show::open(session, imported)?;
    let count = imported.questions().len() as u64 + imported.more_questions();
    let lists = imported.summaries().iter();
    let names = lists.map(|of| Text::of(|lang| of.list.name().get(lang).to_owned()));
    let names: Vec<Text> = names.collect();
    let what = Text::joined(&names, &texts::list_separator());
    let problem = codes::import_questions(count, what, path.display());
    Err(Error::new(problem).into())
}

fn run(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
    answers: &Answers,
) -> Result<Import, Failure> {
    let sources = sources(&options.files)?;
    let mut how = suiji_import::Options::default().with_extra(options.extra.clone());
    if let Some(list) = options.list {
        how = how.with_list(list);
    }
    let run = session.run();
    let unread = known::Unread::default();
    let known = known::of_case(case, &run, &unread)?;
    let imported = suiji_import::import(sources, known, answers, &how)?;
    for list in unread.lists() {
        let name = Text::of(|lang| list.name().get(lang).to_owned());
        session.note(texts::import_unread(name))?;
    }
    Ok(imported)
}

fn sources(files: &[&Path]) -> Result<Vec<Source>, Error> {
    let sources = files.iter().map(|path| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        Ok(Source::new(name.to_string_lossy(), files::open(path)?))
    });
    sources.collect()
}

/// The files that were written, and which of them existed before.
#[derive(Debug, Default)]
struct Written {
    files: Vec<String>,
    replaced: Vec<String>,
}

fn write(session: &Session<'_>, case: &Case, imported: &Import) -> Result<Written, Failure> {
    let mut written = Written::default();
    let lists: Vec<List> = imported.tables().iter().map(|of| of.list()).collect();
    let [log, log_page] = log_files(&lists);
    let lang = session.lang;
    in_pieces(&case.path(&log), |out| {
        imported.log().write_csv_in(lang, out)
    })?;
    let page = suiji_import::page(imported, session.lang);
    writing::replace(&case.path(&log_page), page.as_bytes(), Access::Shared)?;
    for table in imported.tables() {
        let name = format!("{}.csv", table.list());
        if files::exists(&case.path(&name))? {
            written.replaced.push(name.clone());
        }
        in_pieces(&case.path(&name), |out| table.write_csv(out))?;
        written.files.push(name);
    }
    written.files.extend([log, log_page]);
    Ok(written)
}

fn in_pieces(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), Error> {
    writing::replace_by(path, Access::Shared, |file| {
        let mut out = BufWriter::with_capacity(1 << 20, file);
        write(&mut out)?;
        out.flush()
    })
}
