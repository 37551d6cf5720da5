//! The reasons why a call has no result: a refused input, a wrong call, or a
//! bug.

use std::fmt;

use serde_json::json;
use suiji::error::{ErrorKind, Fault, Place, codes};
use suiji::{Error, Lang};

use crate::codes::{
    SUIJI_CANCELLED, SUIJI_MISUSE, SUIJI_NOT_HOLDING, SUIJI_PANIC, SUIJI_REFUSED, kind_name,
};
use crate::texts::{self, Text};

/// The reason why a call has no result.
#[derive(Clone, Debug)]
pub struct Failure(Reason);

#[derive(Clone, Debug)]
enum Reason {
    /// An error of the core.
    Core(Box<Error>),
    /// An error of evidence.
    #[cfg(feature = "evidence")]
    Evidence(Box<suiji_evidence::Error>),
    /// An error of an import.
    #[cfg(feature = "import")]
    Import(Box<suiji_import::Error>),
    /// An error of papers.
    #[cfg(feature = "papers")]
    Report(Box<suiji_report::Error>),
    /// A wrong call: a code, the parameter, and the problem.
    Misuse(&'static str, &'static str, Box<Text>),
    /// A bug.
    Panic,
}

impl Failure {
    /// The status that the call returns.
    #[must_use]
    pub fn status(&self) -> i32 {
        match &self.0 {
            Reason::Core(error) => match error.kind() {
                ErrorKind::Cancelled => SUIJI_CANCELLED,
                ErrorKind::Verification => SUIJI_NOT_HOLDING,
                _ => SUIJI_REFUSED,
            },
            #[cfg(feature = "evidence")]
            Reason::Evidence(_) => SUIJI_REFUSED,
            #[cfg(feature = "import")]
            Reason::Import(_) => SUIJI_REFUSED,
            #[cfg(feature = "papers")]
            Reason::Report(_) => SUIJI_REFUSED,
            Reason::Misuse(..) => SUIJI_MISUSE,
            Reason::Panic => SUIJI_PANIC,
        }
    }

    /// The error of the core, if an input was refused.
    pub(crate) fn refusal(&self) -> Option<&Error> {
        match &self.0 {
            Reason::Core(error) if self.status() == SUIJI_REFUSED => Some(error),
            _ => None,
        }
    }

    /// The text for people.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match &self.0 {
            Reason::Core(error) => return error.message(lang),
            #[cfg(feature = "evidence")]
            Reason::Evidence(error) => return error.message(lang),
            #[cfg(feature = "import")]
            Reason::Import(error) => return error.message(lang),
            #[cfg(feature = "papers")]
            Reason::Report(error) => return error.message(lang),
            Reason::Misuse(_, _, text) => (**text).clone(),
            Reason::Panic => texts::panicked(),
        };
        match lang {
            Lang::Zh => text.zh,
            _ => text.en,
        }
    }

    /// The error as a JSON document (`schema/error.schema.json`).
    #[must_use]
    pub fn to_json(&self) -> String {
        let (kind, code, path, text) = match &self.0 {
            Reason::Core(error) => return error.to_json(),
            #[cfg(feature = "evidence")]
            Reason::Evidence(error) => return error.to_json(),
            #[cfg(feature = "import")]
            Reason::Import(error) => return error.to_json(),
            #[cfg(feature = "papers")]
            Reason::Report(error) => return of_papers(error),
            Reason::Misuse(code, path, text) => ("argument", *code, Some(*path), (**text).clone()),
            Reason::Panic => ("bug", "bug.panic", None, texts::panicked()),
        };
        let place = match path {
            Some(path) => json!({"kind": kind, "path": path}),
            None => json!({"kind": kind}),
        };
        let fault = json!({
            "code": code,
            "place": place,
            "message": {"zh": text.zh, "en": text.en},
        });
        let error = json!({"kind": kind, "code": code, "count": 1, "faults": [fault]});
        format!("{error:#}")
    }

    pub(crate) fn null(name: &'static str) -> Self {
        Self::misuse("argument.null", name, texts::null(name))
    }

    /// A handle whose kind is not that of the parameter.
    pub(crate) fn wrong_kind(name: &'static str, expected: &[i32], found: i32) -> Self {
        let expected: Vec<_> = expected.iter().copied().map(kind_name).collect();
        let text = texts::wrong_kind(name, expected.join(" | "), kind_name(found));
        Self::misuse("argument.wrong-kind", name, text)
    }

    /// A number that has no meaning here.
    pub(crate) fn unknown_number(name: &'static str, found: i64) -> Self {
        let text = texts::unknown_number(name, found);
        Self::misuse("argument.unknown-number", name, text)
    }

    pub(crate) fn too_long(name: &'static str) -> Self {
        Self::misuse("argument.too-long", name, texts::too_long(name))
    }

    pub(crate) fn not_utf8(name: &'static str) -> Self {
        Self::misuse("argument.not-utf8", name, texts::not_utf8(name))
    }

    /// JSON from the program itself, not a document of an office.
    pub(crate) fn unreadable(name: &'static str, problem: &serde_json::Error) -> Self {
        let text = texts::unreadable(name, problem);
        Self::misuse("argument.json", name, text)
    }

    pub(crate) fn no_such_task(found: &str) -> Self {
        let text = texts::no_such_task(found);
        Self::misuse("argument.no-such-task", "task", text)
    }

    #[cfg(feature = "papers")]
    pub(crate) fn no_such_paper(found: &str) -> Self {
        let text = texts::no_such_paper(found);
        Self::misuse("argument.no-such-paper", "kinds", text)
    }

    #[cfg(feature = "arrow")]
    pub(crate) fn arrow(name: &'static str, problem: &Text) -> Self {
        let text = Text {
            zh: texts::arrow(&problem.zh).zh,
            en: texts::arrow(&problem.en).en,
        };
        Self::misuse("argument.arrow", name, text)
    }

    pub(crate) const fn panic() -> Self {
        Self(Reason::Panic)
    }

    /// A run that was cancelled before the call began.
    pub(crate) fn cancelled() -> Self {
        let place = Place::new(ErrorKind::Cancelled, "");
        Error::new(Fault::new(codes::CANCELLED, place, &[])).into()
    }

    fn misuse(code: &'static str, name: &'static str, text: Text) -> Self {
        Self(Reason::Misuse(code, name, Box::new(text)))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(Reason::Core(Box::new(error)))
    }
}

#[cfg(feature = "papers")]
impl From<suiji_report::Error> for Failure {
    fn from(error: suiji_report::Error) -> Self {
        Self(Reason::Report(Box::new(error)))
    }
}

/// An error of papers in the form of the core.
#[cfg(feature = "papers")]
fn of_papers(error: &suiji_report::Error) -> String {
    let kind = ErrorKind::File.as_str();
    let fault = |of: &suiji_report::Problem| {
        let mut place = json!({"kind": kind});
        if let Some(file) = of.file() {
            place["path"] = file.into();
        }
        if let Some(line) = of.line() {
            place["row"] = line.into();
        }
        let message = json!({"zh": of.message(Lang::Zh), "en": of.message(Lang::En)});
        json!({"code": of.code(), "place": place, "message": message})
    };
    let faults: Vec<_> = error.problems().iter().map(fault).collect();
    let json = json!({"kind": kind, "code": error.code(), "count": faults.len(), "faults": faults});
    format!("{json:#}")
}

#[cfg(feature = "evidence")]
impl From<suiji_evidence::Error> for Failure {
    fn from(error: suiji_evidence::Error) -> Self {
        Self(Reason::Evidence(Box::new(error)))
    }
}

#[cfg(feature = "import")]
impl From<suiji_import::Error> for Failure {
    fn from(error: suiji_import::Error) -> Self {
        Self(Reason::Import(Box::new(error)))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Core(error) => error.fmt(f),
            #[cfg(feature = "evidence")]
            Reason::Evidence(error) => error.fmt(f),
            #[cfg(feature = "import")]
            Reason::Import(error) => error.fmt(f),
            #[cfg(feature = "papers")]
            Reason::Report(error) => error.fmt(f),
            Reason::Misuse(code, _, text) => write!(f, "{code}: {}", text.en),
            Reason::Panic => f.write_str(&texts::panicked().en),
        }
    }
}

impl std::error::Error for Failure {}
