//! Imports the lists and the plan of an office. The files of a clerk become tables and a plan that `suiji` can seal.
//!
//! [`import`] reads workbooks (XLSX, XLS, ODS) and text files (CSV, TXT), finds the header, and brings every value into
//! the form that sealing accepts. Sealing never changes its inputs, so every change is made here. The [`Log`] lists all
//! changes.
//!
//! [`import_plan`] reads the plan of an office from its Word document, workbook or text.
//!
//! - **Nothing is guessed.** A value that is not understood, or has two readings, leads to a [`Question`]. The answer
//!   is saved ([`Answers`]), so that it is not asked again for the list of another year.
//! - **Running it again** with the same files and answers gives the same bytes.
//! - **No file is trusted**: [`limits`] has the limits. An archive is decompressed once, within these limits, before it
//!   is read.

#![forbid(unsafe_code)]

// The rooms, in the order in which data flows. A room imports only from the rooms above it. A test checks this.

// Texts, limits, problems, the lists and their fields.
mod base;

// Questions, and the saved answers.
mod ask;

// From files to rows of cells.
mod sheet;

// From a cell to a value, and the rules that change it.
mod value;

// The header and the columns.
mod header;

// The log of changes.
mod log;

// The data that a case already has.
mod known;

// From rows of cells to rows of a list.
mod rows;

// The import of an office's files.
mod import;

// The log as a page for printing.
mod page;

// The plan of an office, with the same questions and answers.
mod plan;

// The result of an import as JSON, for programs.
mod json;

pub use ask::{About, Answers, BLANK, Choice, EXTRA, Key, LEAVE_OUT, Place, Question, TAKE};
pub use base::limits;
pub use base::list::List;
pub use base::options::{Extra, Options};
pub use base::problem::{Error, Problem};
pub use base::texts::{Text, codes};
pub use import::{Import, SheetResults, Table, import};
pub use known::Known;
pub use log::{Entry, Log, Summary};
pub use page::page;
pub use plan::{PlanImport, Understood, import_plan, plan_page};
pub use sheet::source::Source;
pub use value::rules::{Rule, Rules};
