//! The papers of a draw.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Makes the papers of a draw: minutes, task sheets, notices, the announcement, tables, letters, and the page that lists them, as a
/// `SUIJI_PAPERS`. Amendments, the settings of the office (`office.json`), kinds and letters may be left out. `kinds`
/// is a JSON list of words such as "minutes" and "announcement", `letters` a JSON list of entity ids. Without both,
/// papers of all kinds are made. `language` is `SUIJI_ZH` or `SUIJI_EN`. Only the announcement is public.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_papers(
    sealed: *const Object,
    record: *const Object,
    amendments: *const c_char,
    amendments_size: usize,
    office: *const c_char,
    office_size: usize,
    kinds: *const c_char,
    kinds_size: usize,
    letters: *const c_char,
    letters_size: usize,
    language: i32,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, object record, bytes amendments amendments_size, bytes office office_size, bytes kinds kinds_size, bytes letters letters_size);
        calls::papers(sealed, record, amendments, office, kinds, letters, language)
    })
}

/// The papers, as a JSON list of objects: `kind`, `form` (html, docx, xlsx, csv, svg, json), `name` (of the file, with
/// `/` after a subfolder), `title`, `public`, `size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_papers_list(
    papers: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object papers);
        calls::papers_list(papers)
    })
}

/// The file of a paper, by its position in the list, counted from 0. `out` is NULL after the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_paper(
    papers: *const Object,
    at: i32,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object papers);
        calls::paper(papers, at)
    })
}
