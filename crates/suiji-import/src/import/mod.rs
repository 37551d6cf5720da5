//! From files to lists: opens files, finds headers, reads sheet by sheet, then splits the lists that had to wait.

mod deferred;
mod lists;
mod results;
mod sheets;

pub use results::SheetResults;

use std::io::{self, Write};

use crate::ask::{Answers, Question, Questions, unanswered};
use crate::base::list::List;
use crate::base::options::Options;
use crate::base::problem::Error;
use crate::header::Found;
use crate::known::Known;
use crate::log::{Log, SheetLog, Summary};
use crate::rows::Store;
use crate::sheet::File;
use crate::sheet::source::Source;

/// The result of an import: tables, the log, and the open questions.
#[derive(Debug)]
pub struct Import {
    tables: Vec<Table>,
    log: Log,
    questions: Vec<Question>,
    more_questions: u64,
    summaries: Vec<Summary>,
}

/// A list in its written form.
#[derive(Debug)]
pub struct Table {
    list: List,
    store: Store,
}

impl Table {
    /// Which list it is.
    pub const fn list(&self) -> List {
        self.list
    }

    /// The number of rows.
    pub const fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether it has no rows.
    pub const fn is_empty(&self) -> bool {
        self.store.len() == 0
    }

    /// Writes the list as canonical CSV, which `suiji-tables` reads. Rows are in the order of the files.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_csv(&self, out: &mut dyn Write) -> io::Result<()> {
        self.store.write_csv(out)
    }
}

impl Import {
    /// The lists, if no question is open.
    pub fn tables(&self) -> &[Table] {
        match self.questions.is_empty() {
            true => &self.tables,
            false => &[],
        }
    }

    /// A list, if it was imported and no question is open.
    pub fn table(&self, list: List) -> Option<&Table> {
        self.tables().iter().find(|table| table.list == list)
    }

    /// Every change.
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// The open questions: the first 1,000.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The number of further questions.
    pub const fn more_questions(&self) -> u64 {
        self.more_questions
    }

    /// `Ok` if no question is open.
    ///
    /// # Errors
    /// `import.question` for each of the first questions, with its id; `import.questions` for the rest.
    pub fn check_answered(&self) -> Result<(), Error> {
        unanswered(&self.questions, self.more_questions)
    }

    /// The totals of each list.
    pub fn summaries(&self) -> &[Summary] {
        &self.summaries
    }
}

/// Imports files. `known` has the ids of names. `answers` has the answers to earlier questions. The same files and
/// answers always give the same lists, log and questions.
///
/// ```
/// use suiji_import::{Answers, Known, List, Options, Source, import};
///
/// let csv = "企业名录\n统一社会信用代码,企业名称,信用风险等级,类别\n91140521MA00MMAM0X ,样例企业,低,加油站、超市\n";
/// let source = Source::from_bytes("名录.csv", csv);
/// let known = Known::default();
/// let imported = import(vec![source], known, &Answers::default(), &Options::default())?;
/// let mut out = Vec::new();
/// imported.table(List::Registry).unwrap().write_csv(&mut out)?;
/// let row = "91140521MA00MMAM0X,样例企业,low,加油站;超市,,,,,,\n";
/// assert!(String::from_utf8(out)?.ends_with(row));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A file is not a list, or exceeds a limit ([`limits`](crate::base::limits)). A value that is not understood
/// leads to a question, not an error.
pub fn import(
    sources: Vec<Source>,
    known: Known<'_>,
    answers: &Answers,
    options: &Options,
) -> Result<Import, Error> {
    let mut importing = Importing {
        files: Vec::new(),
        sheets: Vec::new(),
        known,
        answers,
        options,
        questions: Questions::default(),
        log: Log::default(),
    };
    importing.open(sources)?;
    let mut tables = Vec::new();
    for list in List::TABLES {
        tables.extend(importing.list(list)?);
    }
    let Importing {
        mut log, questions, ..
    } = importing;
    log.sheets.iter_mut().for_each(SheetLog::finish);
    let summaries = tables
        .iter()
        .map(|table: &Table| log.summary(table.list, table.len()));
    let summaries = summaries.collect();
    Ok(Import {
        tables,
        log,
        more_questions: questions.more,
        questions: questions.into_all(),
        summaries,
    })
}

/// A sheet that is a list.
#[derive(Debug)]
struct Sheet {
    file: usize,
    index: usize,
    name: String,
    found: Found,
}

struct Importing<'i, 'k> {
    files: Vec<File>,
    sheets: Vec<Sheet>,
    known: Known<'k>,
    answers: &'i Answers,
    options: &'i Options,
    questions: Questions,
    log: Log,
}
