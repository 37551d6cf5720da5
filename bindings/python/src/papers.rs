//! The papers of a draw, as values of `suiji._papers`.

use std::collections::BTreeMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyTuple};
use suiji::Lang;
use suiji::error::ErrorKind;
use suiji::values::EntityId;
use suiji_report::{Calendar, Error, Kind, Office, Papers, Problem, Templates};

use crate::errors::{Found, of_problems, parse, raised};
use crate::json::{Document, dumps};
use crate::texts;
use crate::values::all;

/// The data for papers.
pub(crate) struct Material<'m> {
    pub(crate) sealed: &'m suiji::Sealed,
    pub(crate) record: &'m suiji::Record,
    pub(crate) amendments: Option<&'m suiji::Amendments>,
    pub(crate) results: Option<&'m suiji::Results>,
}

/// The requested papers.
pub(crate) struct Request<'r> {
    pub(crate) kinds: Option<Vec<String>>,
    pub(crate) letters_to: Vec<String>,
    pub(crate) office: Option<Document>,
    pub(crate) holidays: Option<Document>,
    pub(crate) templates: BTreeMap<String, String>,
    pub(crate) lang: &'r str,
}

/// Makes the papers, and the page that lists them.
pub(crate) fn papers<'py>(
    py: Python<'py>,
    of: &Material<'_>,
    request: &Request<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    let kinds = match (&request.kinds, &*request.letters_to) {
        (None, []) => Kind::ALL.to_vec(),
        (kinds, _) => self::kinds(kinds.as_deref().unwrap_or_default())?,
    };
    let entities = request.letters_to.iter().map(|id| parse(py, id));
    let entities: Vec<EntityId> = entities.collect::<PyResult<_>>()?;
    let lang = match request.lang {
        "zh" => Lang::Zh,
        "en" => Lang::En,
        other => {
            return Err(PyValueError::new_err(
                texts::not_a_language(other).in_both(),
            ));
        }
    };
    let papers = py.detach(|| -> Result<_, Error> {
        let mut papers = Papers::new(of.sealed, of.record)?.in_language(lang);
        if let Some(office) = &request.office {
            papers = papers.with_office(Office::from_json(office.as_bytes())?);
        }
        if let Some(holidays) = &request.holidays {
            let calendar = Calendar::published().with_json(holidays.as_bytes())?;
            papers = papers.with_calendar(calendar);
        }
        let own = request
            .templates
            .iter()
            .map(|(name, text)| (&**name, &**text));
        papers = papers.with_templates(Templates::default().with_all(own)?);
        if let Some(amendments) = of.amendments {
            papers = papers.with_amendments(amendments)?;
        }
        if let Some(results) = of.results {
            papers = papers.with_results(results)?;
        }
        let mut made = match kinds.is_empty() {
            true => Vec::new(),
            false => papers.make(&kinds)?,
        };
        for entity in &entities {
            made.extend(papers.letter(entity)?);
        }
        made.push(papers.index(&made));
        Ok(made)
    });
    let papers = papers.map_err(|error| refused(py, &error))?;
    let module = py.import("suiji._papers")?;
    let paper = module.getattr("Paper")?;
    let papers = all(py, &papers, |of| {
        let (kind, form) = (of.kind().as_str(), of.form().extension());
        let content = PyBytes::new(py, of.bytes());
        paper.call1((kind, form, of.name(), of.title(), of.is_public(), content))
    })?;
    module.getattr("Papers")?.call1((papers,))
}

/// The texts of templates by their names, from a mapping or from the files of a folder.
pub(crate) fn templates(given: &Bound<'_, PyAny>) -> PyResult<BTreeMap<String, String>> {
    let module = given.py().import("suiji._papers")?;
    module.call_method1("templates", (given,))?.extract()
}

fn kinds(words: &[String]) -> PyResult<Vec<Kind>> {
    let kind = |word: &String| {
        let words = Kind::ALL.map(Kind::as_str).join(", ");
        let unknown = || PyValueError::new_err(texts::not_a_paper(word, words).in_both());
        Kind::from_word(word).ok_or_else(unknown)
    };
    words.iter().map(kind).collect()
}

/// The exception of an error of papers.
fn refused(py: Python<'_>, error: &Error) -> PyErr {
    arguments(py, error)
        .and_then(|arguments| raised(py, "InputError", &arguments))
        .unwrap_or_else(|error| error)
}

fn arguments<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyTuple>> {
    let problems = error.problems();
    let kind = ErrorKind::File.as_str();
    let document = PyDict::new(py);
    document.set_item("kind", kind)?;
    document.set_item("code", error.code())?;
    document.set_item("count", problems.len())?;
    let faults: Vec<Bound<'_, PyDict>> = problems
        .iter()
        .map(|of| {
            let (fault, place) = (PyDict::new(py), PyDict::new(py));
            let message = PyDict::new(py);
            place.set_item("kind", kind)?;
            if let Some(file) = of.file() {
                place.set_item("path", file)?;
            }
            if let Some(line) = of.line() {
                place.set_item("row", line)?;
            }
            message.set_item("zh", of.message(Lang::Zh))?;
            message.set_item("en", of.message(Lang::En))?;
            fault.set_item("code", of.code())?;
            fault.set_item("place", place)?;
            fault.set_item("message", message)?;
            Ok(fault)
        })
        .collect::<PyResult<_>>()?;
    document.set_item("faults", faults)?;
    let json = dumps(document.as_any())?;
    let json = String::from_utf8_lossy(json.as_bytes());
    of_problems(py, problems, &json)
}

impl Found for Problem {
    fn code(&self) -> &'static str {
        self.code()
    }

    fn place(&self) -> (Option<&str>, Option<usize>) {
        (self.file(), self.line())
    }

    fn problem(&self, lang: Lang) -> &str {
        self.problem(lang)
    }

    fn message(&self, lang: Lang) -> String {
        self.message(lang)
    }
}
