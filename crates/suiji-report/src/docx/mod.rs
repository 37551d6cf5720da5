//! The markup as a document to be edited: OOXML, written by quick-xml and zip.
//!
//! docx-rs was tried: its ids come from counters of the process, so that the same draw gives other bytes the second
//! time, and it cannot repeat the head of a table on each page.
