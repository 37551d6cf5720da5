//! The papers of a draw.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{call, read};
use crate::object::Object;

/// Makes the papers of a draw: minutes, task sheets, notices, the announcement, tables, letters, and the page that lists them, as a
/// `SUIJI_PAPERS`. `kinds` is a JSON list of words such as "minutes" and "announcement", `letters` a JSON list of entity
/// ids. Without both, papers of all kinds are made; "outcomes", "proposals" and "summary" need results. Amendments,
/// results, the settings of the office (`office.json`), notices of holidays of more years (`holidays.json`) and templates
/// of the office, a JSON object with their texts by names such as "minutes.zh.html", may be left out. `language` is
/// `SUIJI_ZH` or `SUIJI_EN`. Only "announcement" and "outcomes" are public.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_papers(
    sealed: *const Object,
    record: *const Object,
    amendments: *const c_char,
    amendments_size: usize,
    results: *const c_char,
    results_size: usize,
    office: *const c_char,
    office_size: usize,
    holidays: *const c_char,
    holidays_size: usize,
    templates: *const c_char,
    templates_size: usize,
    kinds: *const c_char,
    kinds_size: usize,
    letters: *const c_char,
    letters_size: usize,
    language: i32,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object sealed, object record, bytes amendments amendments_size, bytes results results_size, bytes office office_size, bytes holidays holidays_size, bytes templates templates_size, bytes kinds kinds_size, bytes letters letters_size);
        let afterwards = calls::Afterwards {
            amendments,
            results,
        };
        let files = calls::OfficeFiles {
            office,
            holidays,
            templates,
        };
        calls::papers(sealed, record, afterwards, files, kinds, letters, language)
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
