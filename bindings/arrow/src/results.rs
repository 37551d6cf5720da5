//! The results of a draw as Arrow tables.

use std::sync::Arc;

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use suiji::record::{DrawnEntity, DrawnTeam};
use suiji_import::Entry;

/// Entities that were drawn: `id`, `stratum`, `ticket`.
///
/// # Errors
/// No error is known, because the columns have the same length.
pub fn entities(rows: &[DrawnEntity]) -> Result<RecordBatch, ArrowError> {
    let tickets = rows.iter().map(|row| row.ticket().to_string());
    let tickets = StringArray::from_iter_values(tickets);
    let ids = StringArray::from_iter_values(rows.iter().map(|row| row.id().as_str()));
    let strata = StringArray::from_iter_values(rows.iter().map(DrawnEntity::stratum));
    RecordBatch::try_from_iter_with_nullable([
        ("id", Arc::new(ids) as Arc<dyn Array>, false),
        ("stratum", Arc::new(strata), false),
        ("ticket", Arc::new(tickets), false),
    ])
}

/// Teams: `entity`, `members`, `lead`, `vacant`, `joins`.
///
/// # Errors
/// No error is known, because the columns have the same length.
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
/// No error is known, because the columns have the same length.
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
