//! Imports an office's plan from its Word document, workbook or text. The result is the [`Plan`](suiji::Plan) that is
//! sealed.
//!
//! # What is public
//!
//! - [`import_plan`]: files, the known data of the case, and answers → [`PlanImport`].
//! - [`PlanImport`]: the plan, if no question is open; how each text was understood; the questions; the log.
//! - [`Understood`]: one text of the document and its value. Every value of the plan has such a source.
//! - [`plan_page`]: all of this as a page for printing.
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
//! - A text with two readings leads to a question with the readings as choices. Nothing is guessed.
//! - The document's own words are kept: the texts of scope and quota in `extra`, the text on risk in `risk_note`.
//! - Questions ask for everything that a draw needs but the document does not say: ratios and frequencies by risk
//!   class, teams, the class of unrated entities, which category of the registry a word of the scope means.

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
