//! Reads the sheets of a list in turn.

use std::collections::BTreeSet;
use std::sync::{Arc, mpsc};
use std::thread;

use super::{Importing, Sheet, Table};
use crate::ask::{About, Answers, Key, LEAVE_OUT, Place, TAKE};
use crate::base::fields::{Holds, Members};
use crate::base::list::List;
use crate::base::problem::{Error, Problem};
use crate::base::texts::{self, Text, codes};
use crate::header::{self, Column, Use};
use crate::known::{Directory, Known};
use crate::log::SheetLog;
use crate::rows::{Basis, Context, Deferred, Reader, Store};
use crate::sheet::File;
use crate::sheet::block::{Block, Kind};
use crate::value::rules::{Rule, Rules};
use crate::value::{Classes, Letters, Meaning, Order};

impl Importing<'_, '_> {
    /// Reads all sheets of a list.
    pub(super) fn list(&mut self, list: List) -> Result<Option<Table>, Error> {
        let sheets: Vec<Sheet> = {
            let all = std::mem::take(&mut self.sheets);
            let (of_list, others) = all.into_iter().partition(|sheet| sheet.found.list == list);
            self.sheets = others;
            of_list
        };
        if sheets.is_empty() {
            return Ok(None);
        }
        self.known.load(list);
        let classes = Arc::new(Classes::of(self.known.plan.as_ref()));
        let mut store = Store::new(list);
        let mut members = self.vocabularies(list);
        let mut deferred = Vec::new();
        let mut problems = Vec::new();
        for sheet in &sheets {
            let read = self.sheet(sheet, &classes, (&mut store, &mut members, &mut deferred));
            problems.extend(read.err());
        }
        Error::unless_none(problems)?;
        self.split_deferred(list, &mut store, &members, deferred);
        self.remember(list, &store);
        Ok(Some(Table { list, store }))
    }

    /// The members that the plan names, for each field.
    fn vocabularies(&self, list: List) -> Vec<BTreeSet<String>> {
        let fields = list.fields().iter();
        let of_field = fields.map(|field| match field.holds {
            Holds::List(Members::Categories) => self.known.categories(),
            Holds::List(Members::Skills) => self.known.skills(),
            Holds::List(Members::Departments) => self.known.departments(),
            _ => BTreeSet::new(),
        });
        of_field.collect()
    }

    fn sheet(
        &mut self,
        sheet: &Sheet,
        classes: &Arc<Classes>,
        (store, members, deferred): (&mut Store, &mut Vec<BTreeSet<String>>, &mut Vec<Deferred>),
    ) -> Result<(), Problem> {
        let Some(file) = self.files.get_mut(sheet.file) else {
            return Ok(());
        };
        let list = sheet.found.list;
        let place = Place {
            file: file.name.clone(),
            sheet: sheet.name.clone(),
            row: sheet.found.rows.1,
            column: String::new(),
        };
        let needed = self.known.needed(list);
        // Without such a column, a question asks for the department. It may be the same for all rows.
        let mut given = vec!["department"];
        given.extend(self.known.only_task().map(|_| "task"));
        let given: &[&str] = match list {
            List::Results => &given,
            _ => &given[..1],
        };
        let columns = header::decide(
            &sheet.found,
            (&self.options.extra, &needed, given),
            self.answers,
            &mut self.questions,
            &place,
        );
        header::check_required(&sheet.found, given, &columns)
            .map_err(|problem| problem.in_sheet(&sheet.name).in_file(&file.name))?;
        let layout = header::layout(&sheet.found.names);
        let mut log = SheetLog::new(&file.name, &sheet.name, Some(list));
        note_columns(&mut log, list, &columns.all, sheet.found.rows.1);
        let sheets: Vec<String> = self.log.sheets.iter().map(SheetLog::label).collect();
        let id_length = match list {
            List::Roster => id_length(file, sheet, &columns.all)?,
            _ => None,
        };
        let meaning = Meaning {
            exported: file.is_text(),
            ..meaning(list, &layout, classes, &self.known, self.answers)
        };
        let tasks = self.known.tasks();
        let basis = Basis {
            classes: Arc::clone(classes),
            letters: meaning.letters,
            order: meaning.order,
            industry_letters: meaning.industry_letters,
            industries: meaning.industries,
            tasks: tasks
                .map(|(id, name)| (id.to_owned(), name.to_owned()))
                .collect(),
            id_length,
        };
        let context = Context {
            list,
            known: &self.known,
            answers: self.answers,
            meaning,
            basis: Arc::new(basis),
            columns: &columns.all,
            asked: &columns.asked,
            heads: &sheet.found.heads,
            hidden: hidden(list, &layout, self.answers),
            sheets: &sheets,
            layout: &layout,
            id_length,
            header: sheet.found.rows,
            sheet: u32::try_from(self.log.sheets.len()).unwrap_or(u32::MAX),
        };
        let mut reader = Reader::new(
            &context,
            &mut log,
            &mut self.questions,
            store,
            members,
            deferred,
        );
        let read = read(file, sheet.index, &mut |block| reader.read(block));
        self.log.sheets.push(log);
        read
    }

    /// Adds the names and ids of a list for the lists after it.
    fn remember(&mut self, list: List, store: &Store) {
        if self.sheets.is_empty() || matches!(list, List::History | List::Results) {
            return;
        }
        let mut all = Directory::default();
        for row in 0..store.len() {
            match store.cells(row).as_slice() {
                [id, name, ..] if id.is_empty() => all.wait(name),
                [id, name, department, ..] if list == List::Roster => all.add(id, name, department),
                [id, name, ..] => all.add(id, name, ""),
                _ => {}
            }
        }
        self.known.remember(list, all);
    }
}

/// Blocks that wait to be read.
const WAITING: usize = 4;

/// Reads a sheet: another thread decodes and splits rows, this thread cleans them.
fn read(
    file: &mut File,
    sheet: usize,
    each: &mut dyn FnMut(&Block) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let (name, place) = (file.name.clone(), file.sheet_name(sheet));
    thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel(WAITING);
        let reading = scope.spawn(move || file.read(sheet, &mut |block| send.send(block).is_ok()));
        let taken = receive.iter().try_for_each(|block| each(&block));
        // Further blocks are not sent.
        drop(receive);
        match reading.join() {
            Ok(read) => {
                taken.map_err(|problem| problem.in_sheet(&place).in_file(&name))?;
                read
            }
            Err(_) => Err(codes::workbook(texts::records_damaged())),
        }
    })
}

/// Whether hidden rows are imported, by the answer for a file.
fn hidden(list: List, layout: &str, answers: &Answers) -> Option<bool> {
    match answers.get(&Key::new(list, About::Hidden, "", "", layout))? {
        TAKE => Some(true),
        LEAVE_OUT => Some(false),
        _ => None,
    }
}

/// The use of a column, in words.
fn used(list: List, column: &Column) -> Text {
    let name = |index: usize| {
        let field = list.fields().get(index);
        field.map_or_else(Text::default, |field| list.field_name(field.name))
    };
    match &column.used {
        Use::Field {
            index,
            by_name: false,
        }
        | Use::Other { index } => name(*index),
        Use::Field { index, .. } => texts::page_by_name(name(*index)),
        Use::Extra(name) => texts::page_extra(name),
        Use::RowNumber => texts::page_row_number(),
        Use::LeftOut | Use::Asked => texts::page_left_out_column(),
    }
}

fn note_columns(log: &mut SheetLog, list: List, columns: &[Column], row: u32) {
    let named = columns.iter().filter(|column| !column.name.is_empty());
    let all = named.map(|column| (column.name.clone(), used(list, column)));
    log.used = all.collect();
    for column in columns.iter().filter(|column| !column.name.is_empty()) {
        match &column.used {
            Use::LeftOut => {
                log.note_cell(
                    row,
                    &column.name,
                    (&column.name, ""),
                    Rules::of(Rule::ColumnLeftOut),
                );
            }
            Use::Extra(name) if !column.name.starts_with("extra.") => {
                let after = format!("extra.{name}");
                log.note_cell(
                    row,
                    &column.name,
                    (&column.name, &after),
                    Rules::of(Rule::ColumnKept),
                );
            }
            _ => {}
        }
    }
}

/// The answers for a file.
fn meaning<'m>(
    list: List,
    layout: &str,
    classes: &'m Classes,
    known: &Known<'_>,
    answers: &Answers,
) -> Meaning<'m> {
    let answer = |about, field: &str| answers.get(&Key::new(list, about, field, "", layout));
    let letters = [Letters::FromHigh, Letters::FromLow];
    let orders = [Order::DayFirst, Order::MonthFirst];
    let dates = list
        .fields()
        .iter()
        .filter(|field| matches!(field.holds, Holds::Date | Holds::LastDay));
    let order = dates
        .filter_map(|field| answer(About::DateOrder, field.name))
        .next();
    Meaning {
        classes,
        letters: answer(About::Letters, "class")
            .and_then(|word| letters.into_iter().find(|of| of.as_str() == word)),
        order: order.and_then(|word| orders.into_iter().find(|of| of.as_str() == word)),
        industry_letters: known.has_industry_letters(),
        industries: known.has_industries(),
        exported: false,
    }
}

/// The length of the ids of a roster that begin with zero, if they all have the same length.
fn id_length(file: &mut File, sheet: &Sheet, columns: &[Column]) -> Result<Option<usize>, Problem> {
    let is_id = |column: &Column| {
        matches!(
            column.used,
            Use::Field {
                index: 0,
                by_name: false
            }
        )
    };
    let Some(column) = columns.iter().position(is_id) else {
        return Ok(None);
    };
    let mut lengths = BTreeSet::new();
    let mut numbers = false;
    file.read(sheet.index, &mut |block| {
        for row in block.rows().filter(|row| row.number > sheet.found.rows.1) {
            let cell = row.cell(column);
            let text = cell.text.trim();
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            match (digits, text.starts_with('0')) {
                (true, true) if cell.kind == Kind::Text => _ = lengths.insert(text.len()),
                (digits, _) => numbers |= digits,
            }
        }
        true
    })?;
    let only = (lengths.len() == 1)
        .then(|| lengths.first().copied())
        .flatten();
    Ok(only.filter(|_| numbers))
}
