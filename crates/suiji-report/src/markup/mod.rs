//! The markup of templates: a small part of HTML, well formed, read into a tree.
//!
//! Page and document are both written from the tree. So a template cannot put anything else on a page: no script, no style,
//! no link to other files. TEMPLATES.md describes the elements.

mod attributes;
mod read;
mod space;
mod tree;

pub(crate) use read::{Wrong, read};
pub(crate) use tree::{Align, Block, Cell, Inline, Layout, Markup, Paragraph, Row, Style, Table};
