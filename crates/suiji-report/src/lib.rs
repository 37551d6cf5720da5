//! The papers of a draw, which an office prints, signs, hands out, publishes and files.
//!
//! [`Papers`] takes a draw of the library `suiji`, and makes minutes, task sheets, notices, letters, tables and pictures
//! from it. It reads no file and no clock: the same draw, settings and templates give the same bytes.
//!
//! - **One text, two forms.** A template gives one markup. The page (HTML, which a browser prints, also as PDF) and the
//!   document (DOCX, for editing) are both made from it.
//! - **Templates of an office** replace ours one by one: [`Templates::with`].
//! - **A public paper cannot show secret data.** The context of the announcement has no class, no column of the
//!   registry, no salt and no secret.

#![forbid(unsafe_code)]

// The rooms, in the order in which data flows. A room imports only from the rooms above it. A test checks this.

// Texts in two languages, and problems.
mod base;

// Holidays and deadlines in working days.
mod days;

// The settings of the office: names, places, columns, numbers.
mod office;

// The facts in the papers, as values.
mod facts;

// Charts as SVG with their numbers, and codes as PNG.
mod picture;

// Tables as XLSX and CSV.
mod sheet;

// The markup: a small part of HTML, checked.
mod markup;

// From facts to markup, by templates.
mod template;

// The markup as a page for printing.
mod page;

// The markup as a document for editing, with charts and their workbooks.
mod docx;

// Tables in the form of another platform.
mod export;

// All of this for one draw, and the page that lists it.
mod papers;

#[cfg(test)]
mod trial;

pub use base::problem::{Error, Problem};
pub use base::texts::{Text, codes};
pub use days::{Calendar, Span};
pub use export::{Format, Profile};
pub use office::Office;
pub use papers::{Form, Kind, Paper, Papers};
pub use template::Templates;
