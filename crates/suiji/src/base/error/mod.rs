//! The error of the library: faults with a stable code, a place and a text in two languages.

mod fault;
mod faults;
mod kind;
mod place;

pub use fault::Fault;
pub use faults::Faults;
pub use kind::ErrorKind;
pub use place::Place;

use core::fmt;
use std::sync::Arc;

use super::lang::Lang;
use super::texts::{self, Problem};

/// Why an input was refused: one or more faults, grouped where they repeat ([`Faults`]).
///
/// ```
/// use suiji::Lang;
/// use suiji::values::Ratio;
///
/// let error = "101%".parse::<Ratio>().unwrap_err();
/// assert_eq!(error.code(), "ratio.form");
/// assert_eq!(error.faults()[0].detail("found"), Some("101%"));
/// assert!(error.message(Lang::Zh).contains("101%"));
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("{}", self.lines(Fault::to_line, Lang::En))]
pub struct Error(Arc<Faults>);

impl Error {
    /// An error of one fault.
    pub fn new(fault: Fault) -> Self {
        let mut faults = Faults::default();
        faults.push(fault);
        Self(Arc::new(faults))
    }

    /// An error of a value outside any document.
    pub(crate) fn of_value(problem: Problem) -> Self {
        Self::new(problem.at(Place::value()))
    }

    /// The kind of the first fault.
    pub fn kind(&self) -> ErrorKind {
        self.first()
            .map_or(ErrorKind::Value, |fault| fault.place().kind())
    }

    /// The stable code of the first fault.
    pub fn code(&self) -> &'static str {
        self.first().map_or("", Fault::code)
    }

    /// Whether the only fault is that the input is too large.
    pub(crate) fn is_limit(&self) -> bool {
        let mut faults = self.0.kept.iter();
        faults.all(|fault| fault.code().starts_with("limit."))
    }

    /// The faults that are kept. [`Fault::count`] says how often each was found.
    pub fn faults(&self) -> &[Fault] {
        &self.0.kept
    }

    /// The faults that a message shows: at most 20 of each document. They have as many different codes and columns as
    /// possible.
    pub fn shown(&self) -> Vec<&Fault> {
        self.0.shown()
    }

    /// How many faults there are, including those that are not kept.
    pub fn fault_count(&self) -> u64 {
        self.0.count
    }

    /// The faults in words, one on each line: at most 20 of each document, then the number of the others.
    pub fn message(&self, lang: Lang) -> String {
        self.lines(|fault| fault.message(lang), lang)
    }

    fn first(&self) -> Option<&Fault> {
        self.0.kept.first()
    }

    fn lines(&self, line: impl Fn(&Fault) -> String, lang: Lang) -> String {
        let shown = self.0.shown();
        let told: u64 = shown.iter().map(|fault| fault.count()).sum();
        let mut lines: Vec<String> = shown.into_iter().map(line).collect();
        let more = self.0.count.saturating_sub(told);
        if more > 0 {
            let more = texts::more_faults(more, self.0.count);
            lines.push(more.text(lang).to_owned());
        }
        lines.join("\n")
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}
