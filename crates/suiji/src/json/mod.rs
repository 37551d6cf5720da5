//! The JSON of documents [C2a]: a strict reader, the tree that it returns, and the canonical writer.

pub(crate) mod reader;

mod document;
mod error;
mod row;
mod tree;
mod write;

pub(crate) use document::{Document, Element, watched};
pub(crate) use error::{fault_fields, in_both};
pub(crate) use row::{RowWriter, push_object};
pub(crate) use tree::{Json, ObjectBuilder};
pub(crate) use write::{push_text, utf16_order};
