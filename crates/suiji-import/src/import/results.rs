//! Results of inspections, from the rows of their lists [O1].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use suiji::error::Fault;
use suiji::{Hash, Lang, Record, Results};

use super::Import;
use crate::ask::Place;
use crate::base::list::List;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{Text, codes};
use crate::log::Log;
use crate::rows::Store;
use crate::value::OWN;

/// The results of one sheet, each with its row.
#[derive(Clone, Debug)]
pub struct SheetResults {
    file: String,
    sheet: String,
    results: Results,
    rows: Vec<u64>,
}

impl SheetResults {
    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The name of the sheet; empty in a text file.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The results, in the order of the rows. A row that names several tasks has one result for each task.
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// The row of each result, as a spreadsheet counts: for
    /// [`Known::with_rows`](suiji::results::Known::with_rows).
    pub fn rows(&self) -> &[u64] {
        &self.rows
    }

    /// The results, in the order of the rows.
    pub fn into_results(self) -> Results {
        self.results
    }
}

impl Import {
    /// The results, sheet by sheet, as [`Results`] of a record; none if a question is open. They are not compared with
    /// the record.
    ///
    /// If an answer says that a word is the office's own, the code is computed from the word. So the same word has the same
    /// code in every list.
    ///
    /// # Errors
    /// `import.result-twice` if an entity has two results for a task; `import.result-published` if one was published
    /// before its day; `import.result-refused` for any other fault.
    pub fn results(&self, record: &Record) -> Result<Vec<SheetResults>, Error> {
        let Some(table) = self.table(List::Results) else {
            return Ok(Vec::new());
        };
        let mut reading = Reading {
            store: &table.store,
            log: &self.log,
            sheets: BTreeMap::new(),
            first: BTreeMap::new(),
            problems: Vec::new(),
        };
        (0..table.store.len()).for_each(|row| reading.row(row));
        let Reading {
            sheets,
            mut problems,
            ..
        } = reading;
        let mut all = Vec::new();
        for rows in sheets.into_values() {
            match rows.finish(record) {
                Ok(results) => all.push(results),
                Err(refused) => problems.extend(refused),
            }
        }
        Error::unless_none(problems)?;
        Ok(all)
    }
}

/// The results of a sheet, before they are read.
#[derive(Debug)]
struct Rows {
    file: String,
    sheet: String,
    outcomes: BTreeMap<String, Own>,
    measures: BTreeMap<String, Own>,
    results: Vec<Value>,
    rows: Vec<u64>,
}

/// An outcome or a measure of the office's own, and the first row that has it.
#[derive(Debug)]
struct Own {
    value: Value,
    row: u32,
}

struct Reading<'i> {
    store: &'i Store,
    log: &'i Log,
    sheets: BTreeMap<u32, Rows>,
    /// The place of the first result, by task and entity.
    first: BTreeMap<(String, String), Place>,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn row(&mut self, row: usize) {
        let (cells, origin) = (self.store.cells(row), self.store.origin(row));
        let of_sheet = self.log.sheets.get(origin.sheet as usize);
        let (file, sheet) = of_sheet.map_or(("", ""), |of| (&*of.file, &*of.sheet));
        let place = Place {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            row: origin.row,
            column: String::new(),
        };
        let at = |problem: Problem| problem.at_row(origin.row).in_sheet(sheet).in_file(file);
        let cell = |index: usize| cells.get(index).map(String::as_str).unwrap_or_default();
        let members = |index: usize| cell(index).split(';').filter(|of| !of.is_empty());
        let rows = self.sheets.entry(origin.sheet).or_insert_with(|| Rows {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            outcomes: BTreeMap::new(),
            measures: BTreeMap::new(),
            results: Vec::new(),
            rows: Vec::new(),
        });
        let (entity, date, published) = (cell(0), cell(2), cell(7));
        if !published.is_empty() && published < date {
            self.problems
                .push(at(codes::result_published(published, date)));
            return;
        }
        let inspectors: BTreeSet<&str> = members(3).collect();
        let outcomes: BTreeSet<String> =
            members(4).map(|of| rows.outcome(of, origin.row)).collect();
        let measures: BTreeSet<String> =
            members(5).map(|of| rows.measure(of, origin.row)).collect();
        for task in members(1) {
            let key = (task.to_owned(), entity.to_owned());
            if let Some(other) = self.first.get(&key) {
                let problem = codes::result_twice(entity, task, other.text());
                self.problems.push(at(problem));
                continue;
            }
            self.first.insert(key, place.clone());
            let mut result = json!({
                "task": task, "entity": entity, "date": date, "inspectors": inspectors,
                "outcomes": outcomes, "measures": measures,
            });
            for (name, text) in [("note", cell(6)), ("published", published)] {
                if !text.is_empty() {
                    result[name] = text.into();
                }
            }
            rows.results.push(result);
            rows.rows.push(u64::from(origin.row));
        }
    }
}

impl Rows {
    /// The code of an outcome. It may be the office's own.
    fn outcome(&mut self, of: &str, row: u32) -> String {
        let own = of.strip_prefix(OWN).and_then(|rest| rest.strip_prefix(':'));
        let Some((group, name)) = own.and_then(|rest| rest.split_once(':')) else {
            return of.to_owned();
        };
        let code = own_code(name);
        let value = json!({"code": code, "name": name, "group": group});
        let own = Own { value, row };
        self.outcomes.entry(code.clone()).or_insert(own);
        code
    }

    /// The code of a measure. It may be the office's own.
    fn measure(&mut self, of: &str, row: u32) -> String {
        let own = of.strip_prefix(OWN).and_then(|rest| rest.strip_prefix(':'));
        let Some(name) = own else {
            return of.to_owned();
        };
        let code = own_code(name);
        let value = json!({"code": code, "name": name});
        let own = Own { value, row };
        self.measures.entry(code.clone()).or_insert(own);
        code
    }

    fn finish(self, record: &Record) -> Result<SheetResults, Vec<Problem>> {
        let values = |of: &BTreeMap<String, Own>| -> Vec<Value> {
            of.values().map(|of| of.value.clone()).collect()
        };
        let document = json!({
            "spec": "suiji-v1",
            "record": record.digest().to_string(),
            "own_outcomes": values(&self.outcomes),
            "own_measures": values(&self.measures),
            "results": self.results,
        });
        let read = Results::from_json(document.to_string().as_bytes());
        let results = read.map_err(|error| {
            let faults = error.faults().iter();
            faults.map(|fault| self.refused(fault)).collect::<Vec<_>>()
        })?;
        Ok(SheetResults {
            file: self.file,
            sheet: self.sheet,
            results,
            rows: self.rows,
        })
    }

    /// A fault of the document, at its row in the list.
    fn refused(&self, fault: &Fault) -> Problem {
        let problem = Text::of(|lang: Lang| fault.problem(lang));
        let problem = codes::result_refused(problem)
            .in_sheet(&self.sheet)
            .in_file(&self.file);
        match self.row_at(fault.place().path()) {
            Some(row) => problem.at_row(row),
            None => problem,
        }
    }

    /// The row of a place in the document, such as `$.results[2].note`.
    fn row_at(&self, path: &str) -> Option<u32> {
        let (list, rest) = path.strip_prefix("$.")?.split_once('[')?;
        let (index, _) = rest.split_once(']')?;
        let index: usize = index.parse().ok()?;
        let own = |of: &BTreeMap<String, Own>| of.values().nth(index).map(|of| of.row);
        match list {
            "results" => u32::try_from(*self.rows.get(index)?).ok(),
            "own_outcomes" => own(&self.outcomes),
            "own_measures" => own(&self.measures),
            _ => None,
        }
    }
}

/// The number of digits of a word's hash in its code.
const DIGITS: usize = 12;

/// The code of a word of the office's own.
fn own_code(name: &str) -> String {
    let digest = Hash::Sha256.digest(name.as_bytes()).to_string();
    let hex = digest.rsplit(':').next().unwrap_or_default();
    format!("own-{}", hex.get(..DIGITS).unwrap_or(hex))
}
