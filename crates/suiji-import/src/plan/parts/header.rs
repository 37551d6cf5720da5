//! Finds the header of an annex. It is recognised only by the names of its columns.

use super::columns::{Column, Field, Header};
use crate::plan::document::{Cell, Row};
use crate::value::rules::Rules;
use crate::value::text::tidy;

/// The minimum number of different fields of a header.
const FIELDS: usize = 3;

/// The header that begins at a row, and its number of rows.
pub(super) fn find(rows: &[Row]) -> Option<(Header, usize)> {
    let first = rows.first()?;
    let single = header(names(first), first.number);
    let double = rows
        .get(1)
        .filter(|second| goes_on(first, second))
        .map(|second| header(both(first, second), second.number));
    if let Some(double) = double.filter(is_header) {
        return Some((double, 2));
    }
    is_header(&single).then_some((single, 1))
}

fn header(names: Vec<String>, row: u32) -> Header {
    let columns = names.into_iter().map(|name| Column {
        field: Field::of_name(&name),
        name,
    });
    Header {
        columns: columns.collect(),
        row,
    }
}

fn is_header(header: &Header) -> bool {
    let mut fields: Vec<Field> = header.columns.iter().filter_map(|of| of.field).collect();
    fields.sort_unstable();
    fields.dedup();
    let names = fields.contains(&Field::Name) || fields.contains(&Field::Items);
    names && fields.len() >= FIELDS
}

fn names(row: &Row) -> Vec<String> {
    row.cells.iter().map(name).collect()
}

fn name(cell: &Cell) -> String {
    tidy(&cell.text, false, &mut Rules::default()).into_owned()
}

/// Whether the second row is the lower half of a header: a name of the first row extends into it, and it has names of its
/// own.
fn goes_on(first: &Row, second: &Row) -> bool {
    let pairs = || second.cells.iter().enumerate();
    let reaches = |index: usize, cell: &Cell| {
        let above = first.cells.get(index).map(name).unwrap_or_default();
        cell.is_filled && !above.is_empty() && above == name(cell)
    };
    let reaching = pairs()
        .filter(|(index, cell)| reaches(*index, cell))
        .count();
    let own = pairs().any(|(index, cell)| !reaches(index, cell) && !cell.is_blank());
    reaching > 0 && own
}

/// The names of two rows together. A name of the first row spans the columns up to the next name.
fn both(first: &Row, second: &Row) -> Vec<String> {
    let (upper, lower) = (names(first), names(second));
    let mut over = String::new();
    let columns = upper.len().max(lower.len());
    let all = (0..columns).map(|index| {
        let own = upper.get(index).cloned().unwrap_or_default();
        let below = lower.get(index).cloned().unwrap_or_default();
        if !own.is_empty() {
            over.clone_from(&own);
        }
        let together = format!("{over}{below}");
        match below.is_empty() || below == over {
            true => own,
            false if Field::of_name(&together).is_none() && Field::of_name(&below).is_some() => {
                below
            }
            false => together,
        }
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        let cell = |text: &&str| Cell {
            is_filled: text.starts_with('^'),
            ..Cell::of(text.trim_start_matches('^'))
        };
        Row {
            number: 1,
            cells: cells.iter().map(cell).collect(),
        }
    }

    fn fields(rows: &[Row]) -> Option<(Vec<Option<Field>>, usize)> {
        let (header, count) = find(rows)?;
        Some((header.columns.iter().map(|of| of.field).collect(), count))
    }

    #[test]
    fn names_of_columns_tell_the_header() {
        let annex = [
            "序号",
            "抽查任务名称",
            "抽查事项",
            "抽查对象范围",
            "抽查比例及频次",
            "智慧监管(信用风险分类)要求",
            "抽查检查起止时间",
        ];
        let expected = [
            Field::Number,
            Field::Name,
            Field::Items,
            Field::Scope,
            Field::Quota,
            Field::RiskNote,
            Field::Window,
        ];
        let found = fields(&[row(&annex)]);
        assert_eq!(found, Some((expected.map(Some).to_vec(), 1)));
        assert_eq!(fields(&[row(&["序号", "单位", "比例", "备注"])]), None);
        assert_eq!(
            fields(&[row(&["抽查比例/数量", "任务名称", "责任科室"])]),
            None
        );
    }

    #[test]
    fn a_header_may_have_two_rows() {
        let upper = row(&["序号", "任务名称", "抽查", "^抽查", "检查时间"]);
        let lower = row(&["^序号", "^任务名称", "比例", "频次", "^检查时间"]);
        let expected = [
            Field::Number,
            Field::Name,
            Field::Quota,
            Field::Frequency,
            Field::Window,
        ];
        assert_eq!(
            fields(&[upper.clone(), lower]),
            Some((expected.map(Some).to_vec(), 2))
        );
        let task = row(&["1", "甲", "10%", "1次/年", "9月"]);
        assert_eq!(fields(&[upper, task]).map(|(_, count)| count), Some(1));
    }
}
