//! Papers of a draw: what an office prints, signs, hands out, publishes and files.
//!
//! [`Papers`] takes a draw of the library `suiji`, and makes minutes, task sheets, notices, letters, tables and pictures
//! from it. It reads no file and no clock: the same draw, settings and templates give the same bytes.
//!
//! - **One text, two forms.** A template gives one markup. The page (HTML, to be printed by a browser, also as PDF) and
//!   the document (DOCX, to be edited) are both made from it.
//! - **Templates of an office** replace ours one by one: [`Templates::with`].
//! - **A public paper cannot show what is not public.** The template of the announcement gets no class, no column of the
//!   registry, no salt and no secret: they are not in its context.

#![forbid(unsafe_code)]

// The rooms, in the order in which data flows. A room imports from those above it only; a test checks this.

// Texts in two languages, and problems.
mod base;

// Holidays and deadlines in working days.
mod days;

// What the office settles itself: names, places, columns, numbers.
mod office;

// What the papers say, as values.
mod facts;

// Charts as SVG and codes as PNG.
mod picture;

// The markup: a small part of HTML, checked.
mod markup;

// From facts to markup, by templates.
mod template;

// The markup as a page to be printed.
mod page;

// The markup as a document to be edited.
mod docx;

// Tables as XLSX and CSV.
mod sheet;

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
