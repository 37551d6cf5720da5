//! The results of a draw as tables of Arrow.

use std::sync::Arc;

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use suiji::Record;
use suiji::record::{Draw, DrawnEntity, DrawnTeam};
use suiji_import::Entry;

/// Entities that were drawn: `id`, `stratum`, `ticket`.
///
/// # Errors
/// None that is known: the columns have the same length.
pub fn entities(rows: &[DrawnEntity]) -> Result<RecordBatch, ArrowError> {
    let tickets = rows.iter().map(|row| row.ticket().to_string());
    let tickets = StringArray::from_iter_values(tickets);
    RecordBatch::try_from_iter_with_nullable([
        ("id", ids(rows), false),
        ("stratum", strata(rows), false),
        ("ticket", Arc::new(tickets), false),
    ])
}

fn ids(rows: &[DrawnEntity]) -> Arc<dyn Array> {
    Arc::new(StringArray::from_iter_values(
        rows.iter().map(|row| row.id().as_str()),
    ))
}

fn strata(rows: &[DrawnEntity]) -> Arc<dyn Array> {
    Arc::new(StringArray::from_iter_values(
        rows.iter().map(DrawnEntity::stratum),
    ))
}

/// The selected entities of a task with their inclusion probability `take` / `size`, exact and not reduced: `id`, `stratum`, `take`,
/// `size`.
///
/// # Errors
/// None that is known: the columns have the same length.
pub fn sample(record: &Record, draw: &Draw) -> Result<RecordBatch, ArrowError> {
    let rows = draw.selected();
    let mut tasks = record.commitment().tasks().iter();
    let strata_of = tasks
        .find(|task| task.id() == draw.task())
        .map_or(&[][..], |task| task.strata());
    let number = |row: &DrawnEntity, of: fn(suiji::values::Fraction) -> u64| {
        let stratum = strata_of.iter().find(|of| of.stratum() == row.stratum())?;
        i64::try_from(of(stratum.probability())).ok()
    };
    let column = |of: fn(suiji::values::Fraction) -> u64| -> Int64Array {
        rows.iter().map(|row| number(row, of)).collect()
    };
    let take = column(suiji::values::Fraction::numer);
    let size = column(suiji::values::Fraction::denom);
    // A record that was not verified may name a stratum that is not in its commitment: its numbers are then null.
    RecordBatch::try_from_iter_with_nullable([
        ("id", ids(rows), false),
        ("stratum", strata(rows), false),
        ("take", Arc::new(take) as Arc<dyn Array>, true),
        ("size", Arc::new(size), true),
    ])
}

/// Teams: `entity`, `members`, `lead`, `vacant`, `joins`.
///
/// # Errors
/// None that is known: the columns have the same length.
pub fn teams(rows: &[DrawnTeam]) -> Result<RecordBatch, ArrowError> {
    let entities = StringArray::from_iter_values(rows.iter().map(|row| row.entity().as_str()));
    let leads = rows.iter().map(|row| row.lead().map(|lead| lead.as_str()));
    let leads: StringArray = leads.collect();
    let joins = rows.iter().map(|row| row.joins().map(|task| task.as_str()));
    let joins: StringArray = joins.collect();
    let mut members = ListBuilder::new(StringBuilder::new());
    let mut vacant = ListBuilder::new(Int64Builder::new());
    for row in rows {
        members.append_value(row.members().iter().map(|member| Some(member.as_str())));
        // A team has at most 20 seats.
        let seats = row.vacant().iter().map(|&seat| i64::try_from(seat).ok());
        vacant.append_value(seats);
    }
    RecordBatch::try_from_iter_with_nullable([
        ("entity", Arc::new(entities) as Arc<dyn Array>, false),
        ("members", Arc::new(members.finish()), false),
        ("lead", Arc::new(leads), true),
        ("vacant", Arc::new(vacant.finish()), false),
        ("joins", Arc::new(joins), true),
    ])
}

/// The changes of an import: `file`, `sheet`, `row`, `rows`, `column`, `before`, `after`, `rules`.
///
/// # Errors
/// None that is known: the columns have the same length.
pub fn changes<'l>(
    entries: impl IntoIterator<Item = Entry<'l>>,
) -> Result<RecordBatch, ArrowError> {
    let mut texts: [StringBuilder; 5] = Default::default();
    let mut numbers: [Int64Builder; 2] = Default::default();
    let mut rules = ListBuilder::new(StringBuilder::new());
    for of in entries {
        let cells = [of.file, of.sheet, of.column, of.before, of.after];
        texts
            .iter_mut()
            .zip(cells)
            .for_each(|(to, cell)| to.append_value(cell));
        let counts = [of.row, of.rows];
        numbers
            .iter_mut()
            .zip(counts)
            .for_each(|(to, count)| to.append_value(count.into()));
        rules.append_value(of.rules.iter().map(|rule| Some(rule.as_str())));
    }
    let [file, sheet, column, before, after] =
        texts.map(|mut of| Arc::new(of.finish()) as Arc<dyn Array>);
    let [row, rows] = numbers.map(|mut of| Arc::new(of.finish()) as Arc<dyn Array>);
    RecordBatch::try_from_iter_with_nullable([
        ("file", file, false),
        ("sheet", sheet, false),
        ("row", row, false),
        ("rows", rows, false),
        ("column", column, false),
        ("before", before, false),
        ("after", after, false),
        ("rules", Arc::new(rules.finish()), false),
    ])
}
