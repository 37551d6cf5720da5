//! The import of an office's plan: from its Word document, workbook or text to the [`Plan`](suiji::Plan) that sealing takes.
//!
//! # What is public
//!
//! - [`import_plan`]: files, what is known of the case, and answers → [`PlanImport`].
//! - [`PlanImport`]: the plan, if no question is open; what was understood; the questions; the log.
//! - [`Understood`]: one text of the document, and the value that it became. Every value of the plan has one.
//! - [`plan_page`]: all of this as a page to be printed.
//!
//! # The modules, in the order of the data
//!
//! | module | what it does | in → out |
//! |---|---|---|
//! | `document/` | Files of every format, recognised by content, within limits: DOCX, text, workbooks. | `Source` → `Document` of paragraphs and tables |
//! | `parts/` | Which paragraph is the title, the number, the basis, the period; which table is an annex, and which column is which field. | `Document` → `Parts` |
//! | `cell/` | What a cell means, or its possible readings: quotas, periods, items, modes, classes, seats. | text → `Read` |
//! | `open/` | What the document leaves open, as questions; what was understood, as notes. | `Read` and answers → values |
//! | `build/` | The tasks and the plan, by the library's own builder. | `Parts` → `Plan` |
//! | `page.rs` | Everything that was understood, with its source, as a page. | `PlanImport` → HTML |
//!
//! # Rules
//!
//! - A text with two readings is a question; its readings are the choices. Nothing is guessed.
//! - The document's own words are kept: the text of scope and quota in `extra`, that on risk in `risk_note`.
//! - A question asks for everything that a draw needs and the document does not say: ratios and frequencies by risk class,
//!   teams, the class of unrated entities, which category of the registry a word of the scope means.

mod build;
mod cell;
mod document;
mod imported;
mod open;
mod page;
mod parts;

pub use imported::{PlanImport, import_plan};
pub use open::Understood;
pub use page::plan_page;
