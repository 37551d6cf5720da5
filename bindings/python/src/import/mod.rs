//! Imports of lists and plans: from files and frames to tables, a plan and the log.

mod log;
mod source;

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use suiji_import::{Answers, Error, Extra, Known, List, Options, Source};

use crate::errors::{of_import, raised_with};
use crate::json::{Document, dumps};
use crate::plan::Plan;
use crate::run::attempt;
use crate::tables::{self, Registry, Roster};
use crate::texts;

pub(crate) use log::ImportLog;

/// Imports a list of an office: finds its header, cleans its values, and logs every change.
///
/// `source` is the path of a workbook (XLSX, XLS, ODS) or text file (CSV, TXT in any usual encoding), its bytes, or a
/// data frame that supports Arrow. The column names of a frame are its first row. Its format is recognised by its
/// content. `name` is its name in the log. `as_` is `registry`, `roster` or `history`; without it, the list is
/// recognised by its columns. `extra` has the names of other columns to keep, or is `"all"`. `plan`, `registry` and
/// `roster` are those of the case. With them, words are recognised and names are replaced by ids.
///
/// Returns the table and the `ImportLog`. A value that is not understood is never guessed: `OpenQuestions` is raised,
/// and its `questions` have ids. `answers` maps these ids to answers, or is the JSON document that the command keeps
/// as `import-map.json`. The same source and answers always give the same table and log.
///
/// Raises `InputError` if the source is not a list or exceeds a limit.
///
///     >>> csv = "统一社会信用代码,企业名称,登记状态\nA-1 ,样例企业,停业\n".encode()
///     >>> table, log = import_table(csv, answers={"registry:value:status:停业": "inactive"})
///     >>> table.entity("A-1")["status"]
///     'inactive'
#[pyfunction]
#[pyo3(signature = (source, *, as_=None, name=None, answers=None, extra=None, plan=None, registry=None, roster=None))]
#[expect(clippy::too_many_arguments, reason = "keywords of Python")]
pub(crate) fn import_table<'py>(
    source: &Bound<'py, PyAny>,
    as_: Option<&str>,
    name: Option<String>,
    answers: Option<&Bound<'py, PyAny>>,
    extra: Option<Columns>,
    plan: Option<&Plan>,
    registry: Option<&Registry>,
    roster: Option<&Roster>,
) -> PyResult<(Bound<'py, PyAny>, ImportLog)> {
    let py = source.py();
    let source = source::source(source, name)?;
    let options = options(as_, extra)?;
    let answers = read_answers(py, answers)?;
    let (plan, known) = (plan.map(|plan| plan.0.clone()), Case::of(registry, roster));
    let imported = done(py, || {
        let known = plan.iter().fold(known.known(), |known, plan| {
            known.with_plan((**plan).clone())
        });
        suiji_import::import(vec![source], known, &answers, &options)
    })?;
    let log = ImportLog::of_lists(&imported);
    if let Err(error) = imported.check_answered() {
        return Err(open(py, &error, log));
    }
    let [table] = imported.tables() else {
        let lists = imported.tables().iter().map(|table| table.list().as_str());
        let lists = lists.collect::<Vec<_>>().join(", ");
        return Err(PyValueError::new_err(texts::several_lists(lists).in_both()));
    };
    let mut csv = Vec::new();
    table.write_csv(&mut csv)?;
    let list = table.list();
    drop(imported);
    let table = tables::of_csv(py, list, &csv)?;
    Ok((table, log))
}

/// Imports the plan of an office: its document (DOCX, TXT, XLSX), and the files of its annexes, if any.
///
/// Each source is a path or the bytes of a file. Returns the `Plan` and the `ImportLog`, whose `understood` shows every
/// text with its value. Open points are asked about as by `import_table`. A plan always has some, such as teams.
/// Questions offer the categories and departments of `registry` and `roster`.
///
/// Raises `OpenQuestions`, and `InputError` if the source is not a plan or exceeds a limit.
#[pyfunction]
#[pyo3(signature = (*sources, answers=None, registry=None, roster=None))]
pub(crate) fn import_plan<'py>(
    sources: &Bound<'py, PyTuple>,
    answers: Option<&Bound<'py, PyAny>>,
    registry: Option<&Registry>,
    roster: Option<&Roster>,
) -> PyResult<(Plan, ImportLog)> {
    let py = sources.py();
    let sources = sources.iter().map(|of| source::source(&of, None));
    let sources: Vec<Source> = sources.collect::<PyResult<_>>()?;
    let (answers, known) = (read_answers(py, answers)?, Case::of(registry, roster));
    let imported = done(py, || {
        suiji_import::import_plan(sources, known.known(), &answers)
    })?;
    let log = ImportLog::of_plan(&imported);
    match (imported.check_answered(), imported.plan()) {
        (Ok(()), Some(plan)) => Ok((Plan::of(plan.clone()), log)),
        (Err(error), _) => Err(open(py, &error, log)),
        // If there are no questions, there is a plan.
        (Ok(()), None) => Err(PyValueError::new_err(texts::bug().in_both())),
    }
}

/// The columns to keep: `"all"`, or names.
#[derive(FromPyObject)]
pub(crate) enum Columns {
    #[pyo3(annotation = "str")]
    Word(String),
    #[pyo3(annotation = "sequence of str")]
    Names(Vec<String>),
}

fn options(list: Option<&str>, extra: Option<Columns>) -> PyResult<Options> {
    let options = Options::default().with_extra(match extra {
        None => Extra::Nothing,
        Some(Columns::Word(word)) if word == "all" => Extra::All,
        Some(Columns::Word(name)) => Extra::Named(vec![name]),
        Some(Columns::Names(names)) => Extra::Named(names),
    });
    let Some(word) = list else {
        return Ok(options);
    };
    match List::from_word(word).filter(|list| List::ALL.contains(list)) {
        Some(list) => Ok(options.with_list(list)),
        None => Err(PyValueError::new_err(texts::not_a_list(word).in_both())),
    }
}

/// The tables of a case.
struct Case {
    registry: Option<Arc<suiji::Registry>>,
    roster: Option<Arc<suiji::Roster>>,
}

impl Case {
    fn of(registry: Option<&Registry>, roster: Option<&Roster>) -> Self {
        Self {
            registry: registry.map(|of| Arc::clone(&of.0)),
            roster: roster.map(|of| Arc::clone(&of.0)),
        }
    }

    /// The tables are copied only if names must be replaced by ids.
    fn known(&self) -> Known<'_> {
        Known::default()
            .with_registry(|| self.registry.as_deref().cloned())
            .with_roster(|| self.roster.as_deref().cloned())
    }
}

/// Answers as a JSON document, as a mapping from ids, or as the mapping in such a document.
fn read_answers(py: Python<'_>, answers: Option<&Bound<'_, PyAny>>) -> PyResult<Answers> {
    let Some(answers) = answers else {
        return Ok(Answers::default());
    };
    let document = match answers.extract::<Document>() {
        Ok(document) => document,
        // The id of a question has a colon, so a mapping of ids is never mistaken for the whole document.
        Err(_) if answers.contains("answers")? => dumps(answers)?,
        Err(_) => {
            let of_ids = py.import("builtins")?.getattr("dict")?.call1((answers,))?;
            let document = PyDict::new(py);
            document.set_item("answers", of_ids)?;
            dumps(&document)?
        }
    };
    Answers::from_json(document.as_bytes()).map_err(|error| of_import(py, &error))
}

/// Does the import without the GIL.
fn done<T: Send>(py: Python<'_>, import: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    attempt(py, || Ok(import()))?.map_err(|error| of_import(py, &error))
}

fn open(py: Python<'_>, error: &Error, log: ImportLog) -> PyErr {
    raised_with(py, "OpenQuestions", error, log).unwrap_or_else(|error| error)
}
