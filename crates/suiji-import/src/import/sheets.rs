//! Opens files, and finds which of their sheets are lists.

use super::{Importing, Sheet};
use crate::base::limits;
use crate::base::list::List;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{Text, codes};
use crate::header::{self, Found};
use crate::log::SheetLog;
use crate::sheet::File;
use crate::sheet::source::Source;
use crate::sheet::text::SEPARATORS;
use crate::value::rules::Rule;

impl Importing<'_, '_> {
    /// Opens all files and finds the header of each sheet. All problems are reported together.
    pub(super) fn open(&mut self, sources: Vec<Source>) -> Result<(), Error> {
        let mut problems = Vec::new();
        for source in sources {
            match File::open(source) {
                Ok(file) => {
                    self.files.push(file);
                    if let Err(problem) = self.find_sheets(self.files.len() - 1) {
                        problems.push(problem);
                    }
                }
                Err(problem) => problems.push(problem),
            }
        }
        Error::unless_none(problems)
    }

    fn find_sheets(&mut self, at: usize) -> Result<(), Problem> {
        let only: Vec<List> = self.options.list.into_iter().collect();
        let lists: &[List] = if only.is_empty() { &List::ALL } else { &only };
        let Some(file) = self.files.get_mut(at) else {
            return Ok(());
        };
        let mut left_out = Vec::new();
        // Sheets of another kind. They are left out if one sheet is of the named kind.
        let mut others = Vec::new();
        let mut any = false;
        for (index, (name, hidden)) in file.sheets().into_iter().enumerate() {
            let found = match hidden {
                true => None,
                false => find(file, index, lists)?,
            };
            let complete = found.as_ref().is_some_and(|found| found.complete);
            if !hidden && !complete && is_plan(file, index)? {
                let problem = codes::is_plan().in_sheet(&name).in_file(&file.name);
                if self.options.list.is_none() {
                    return Err(problem);
                }
                others.push(problem);
                left_out.push((name, hidden));
                continue;
            }
            let fields = match &found {
                Some(found) if found.complete => found.fields,
                _ => 0,
            };
            let is_sure = self.options.list == Some(List::Results) && complete;
            if let Some(wanted) = self.options.list
                && !hidden
                && !is_sure
                && let Some(other) = other_list(file, index, (wanted, fields))?
            {
                let problem = codes::is_list(other.name(), wanted.name(), other);
                others.push(problem.in_sheet(&name).in_file(&file.name));
                left_out.push((name, hidden));
                continue;
            }
            let Some(found) = found else {
                left_out.push((name, hidden));
                continue;
            };
            if let Some(or) = found.or {
                let problem = codes::which_list(found.list.name(), or.name());
                return Err(problem
                    .at_row(found.rows.1)
                    .in_sheet(&name)
                    .in_file(&file.name));
            }
            any = true;
            self.sheets.push(Sheet {
                file: at,
                index,
                name,
                found,
            });
        }
        self.leave_out_incomplete(at, &mut left_out);
        let Some(file) = self.files.get(at) else {
            return Ok(());
        };
        if let (false, Some(problem)) = (any, others.into_iter().next()) {
            return Err(problem);
        }
        if !any {
            let names: Vec<Text> = lists.iter().map(|list| list.name()).collect();
            let problem = codes::no_header(limits::HEADER_ROWS, Text::list(&names));
            return Err(problem.in_file(&file.name));
        }
        for (name, hidden) in left_out {
            let mut log = SheetLog::new(&file.name, &name, None);
            let rule = if hidden {
                Rule::SheetHidden
            } else {
                Rule::SheetLeftOut
            };
            log.note_row(0, &name, rule);
            self.log.sheets.push(log);
        }
        Ok(())
    }
}

impl Importing<'_, '_> {
    /// If a sheet has all columns of results, leaves out the sheets that do not. Such a file is a form for results,
    /// and its other sheets are not lists of results.
    fn leave_out_incomplete(&mut self, file: usize, left_out: &mut Vec<(String, bool)>) {
        let mut of_file = self.sheets.iter().filter(|sheet| sheet.file == file);
        let any = of_file.any(|sheet| sheet.found.complete);
        if self.options.list != Some(List::Results) || !any {
            return;
        }
        let is_out = |sheet: &Sheet| sheet.file == file && !sheet.found.complete;
        let (out, kept) = std::mem::take(&mut self.sheets)
            .into_iter()
            .partition(is_out);
        self.sheets = kept;
        let out: Vec<Sheet> = out;
        left_out.extend(out.into_iter().map(|sheet| (sheet.name, false)));
    }
}

/// The list that a sheet probably contains instead of the named one: it has all required fields of that list, and more
/// fields of it.
fn other_list(
    file: &mut File,
    sheet: usize,
    (wanted, fields): (List, usize),
) -> Result<Option<List>, Problem> {
    let of_list = file.text_mut().map(|text| text.separator);
    let found = find(file, sheet, &List::ALL)?;
    if let (Some(text), Some(separator)) = (file.text_mut(), of_list) {
        text.separator = separator;
    }
    let found = found.filter(|found| found.complete && found.fields > fields);
    let list = found.map(|found| found.list);
    // Results without outcomes have the columns of a history.
    let is_results = wanted == List::Results && list == Some(List::History);
    Ok(list.filter(|list| *list != wanted && !is_results))
}

/// Whether a sheet that is not a list has the columns of a plan.
fn is_plan(file: &mut File, sheet: usize) -> Result<bool, Problem> {
    let Some(of_list) = file.text_mut().map(|text| text.separator) else {
        return Ok(header::is_plan(&file.head(sheet, limits::HEADER_ROWS)?));
    };
    let mut found = false;
    for separator in SEPARATORS {
        if let Some(text) = file.text_mut() {
            text.separator = separator;
        }
        // If the file cannot be read with a separator, the separator is wrong.
        let head = file.head(sheet, limits::HEADER_ROWS);
        found |= head.is_ok_and(|head| header::is_plan(&head));
    }
    if let Some(text) = file.text_mut() {
        text.separator = of_list;
    }
    Ok(found)
}

/// The header of a sheet. For a text file, the separator with which most fields are found is used.
fn find(file: &mut File, sheet: usize, lists: &[List]) -> Result<Option<Found>, Problem> {
    let rows = limits::HEADER_ROWS;
    let Some(text) = file.text_mut() else {
        let head = file.head(sheet, rows)?;
        return Ok(header::find(&head, lists));
    };
    text.separator = SEPARATORS[0];
    let mut best: Option<(Found, u8)> = None;
    let mut refused = None;
    for separator in SEPARATORS {
        if let Some(text) = file.text_mut() {
            text.separator = separator;
        }
        let head = match file.head(sheet, rows) {
            Ok(head) => head,
            Err(problem) => {
                refused = refused.or(Some(problem));
                continue;
            }
        };
        let found = header::find(&head, lists);
        let fields =
            |best: &Option<(Found, u8)>| best.as_ref().map_or(0, |(found, _)| found.fields);
        if let Some(found) = found.filter(|found| found.fields > fields(&best)) {
            best = Some((found, separator));
        }
    }
    match (best, refused) {
        (Some((found, separator)), _) => {
            if let Some(text) = file.text_mut() {
                text.separator = separator;
            }
            Ok(Some(found))
        }
        (None, Some(problem)) => Err(problem),
        (None, None) => Ok(None),
    }
}
