//! Importing the lists and the plan of an office.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// An empty list of files for an import.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_files_new(out: *mut *mut Object, error: *mut *mut Object) -> i32 {
    call!(out, error, |_| { Ok(calls::files_new()) })
}

/// Adds a file of an office: XLSX, XLS, ODS, CSV, text, or DOCX for a plan. The format is recognised by the content.
/// `name` is the name in the log. The bytes are copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_files_add(
    files: *const Object,
    name: *const c_char,
    name_size: usize,
    data: *const c_char,
    size: usize,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object files, bytes name name_size, bytes data size);
        calls::files_add(files, name, data)
    })
}

/// Imports the lists in the files: finds headers, cleans values, logs every change. `kind` is `SUIJI_REGISTRY`,
/// `ROSTER` or `HISTORY` if all files are of that list. With 0, each list is recognised by its columns. `extra` is a
/// JSON list of other columns to keep, or `"all"`. `answers` are JSON documents, one after another: `{"answers": {"ID":
/// "ANSWER"}}`, or the file import-map.json of the command. `plan`, `registry` and `roster` are those of the case, and
/// can be NULL. With them, words are recognised and names are replaced by ids. A value that is not understood leads to
/// a question, not an error: see `suiji_import_check`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_import_lists(
    files: *const Object,
    kind: i32,
    extra: *const c_char,
    extra_size: usize,
    answers: *const c_char,
    answers_size: usize,
    plan: *const c_char,
    plan_size: usize,
    registry: *const Object,
    roster: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object files, bytes extra extra_size, bytes answers answers_size, bytes plan plan_size, maybe registry, maybe roster);
        calls::import_lists(files, kind, extra, answers, plan, registry, roster)
    })
}

/// Imports a plan from its document and the files of its annexes. `registry` and `roster` can be NULL. Questions offer
/// their categories and departments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_import_plan(
    files: *const Object,
    answers: *const c_char,
    answers_size: usize,
    registry: *const Object,
    roster: *const Object,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object files, bytes answers answers_size, maybe registry, maybe roster);
        calls::import_plan(files, answers, registry, roster)
    })
}

/// `SUIJI_OK` if no question is open. Otherwise the error names the first questions, with their ids and the possible
/// answers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_import_check(import: *const Object, error: *mut *mut Object) -> i32 {
    call!(error, |call: &Call| {
        read!(call: object import);
        calls::import_check(import)
    })
}

/// A part of an import, as `SUIJI_BYTES`. `out` is NULL if it has no such list, or questions are open:
///
///   SUIJI_SUMMARY                     SUIJI_JSON: totals, questions, and what was understood of a plan
///   SUIJI_LOG                         SUIJI_CSV for a spreadsheet, JSON_LINES, HTML and HTML_EN for a page to be signed
///   SUIJI_REGISTRY, ROSTER, HISTORY   SUIJI_CSV in the order of the files, JSON_LINES
///   SUIJI_PLAN                        SUIJI_JSON
///
/// Summary and log exist even if questions are open.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_import_part(
    import: *const Object,
    part: i32,
    form: i32,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: object import);
        calls::import_part(import, part, form)
    })
}
