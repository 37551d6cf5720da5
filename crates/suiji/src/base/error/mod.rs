//! The one error of the library: faults with a stable code, a place and a text in two languages.

mod fault;
mod faults;
mod kind;

pub(crate) use fault::shorten;
pub use fault::{Fault, Place};
pub use faults::Faults;
pub use kind::ErrorKind;

use core::fmt;
use std::sync::Arc;

use crate::base::codes::Code;
use crate::base::lang::Lang;

/// Why an input was refused: one or more faults, of which the first 20 of each document are kept.
///
/// ```
/// use suiji::{Lang, Ratio};
///
/// let error = "101%".parse::<Ratio>().unwrap_err();
/// assert_eq!(error.code(), "ratio.form");
/// assert!(error.message(Lang::Zh).contains("101%"));
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Error(Arc<Faults>);

impl Error {
    /// An error of one fault.
    pub fn new(fault: Fault) -> Self {
        Self(Arc::new(Faults {
            kept: vec![fault],
            count: 1,
        }))
    }

    pub(crate) fn one(code: &'static Code, place: Place, details: &[(&'static str, &str)]) -> Self {
        Self::new(Fault::new(code, place, details))
    }

    /// The stage that refused, that of the first fault.
    pub fn kind(&self) -> ErrorKind {
        self.first()
            .map_or(ErrorKind::Value, |fault| fault.place().document())
    }

    /// The stable code of the first fault.
    pub fn code(&self) -> &'static str {
        self.first().map_or("", Fault::code)
    }

    /// The faults, 20 at the most of each document.
    pub fn faults(&self) -> &[Fault] {
        &self.0.kept
    }

    /// How many faults there are.
    pub fn fault_count(&self) -> u64 {
        self.0.count
    }

    /// Every fault kept in words, a line each, and how many more there are.
    pub fn message(&self, lang: Lang) -> String {
        self.lines(|fault| fault.message(lang), lang)
    }

    fn first(&self) -> Option<&Fault> {
        self.0.kept.first()
    }

    fn lines(&self, line: impl Fn(&Fault) -> String, lang: Lang) -> String {
        let mut lines: Vec<String> = self.0.kept.iter().map(line).collect();
        let more = self.0.count.saturating_sub(self.0.kept.len() as u64);
        if more > 0 {
            lines.push(match lang {
                Lang::Zh => format!("另有{more}处错误，共{}处", self.0.count),
                Lang::En => format!("and {more} more faults, {} in all", self.0.count),
            });
        }
        lines.join("\n")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |fault: &Fault| {
            let rule = match fault.rule() {
                "" => String::new(),
                rule => format!(" [{rule}]"),
            };
            format!("{}: {}{rule}", fault.code(), fault.message(Lang::En))
        };
        f.write_str(&self.lines(line, Lang::En))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl core::error::Error for Error {}
