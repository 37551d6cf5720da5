//! The markup that templates give: a small part of HTML, well formed, read into a tree.
//!
//! Page and document are both written from the tree. A template can thus put nothing on a page that is not here: no
//! script, no style, no reference to the outside. TEMPLATES.md describes the elements.

mod attributes;
mod read;
mod space;
mod tree;

pub(crate) use read::{Wrong, read};
pub(crate) use tree::{Align, Block, Cell, Inline, Layout, Markup, Paragraph, Row, Style, Table};
