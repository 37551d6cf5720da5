//! Finds the header below title rows and remarks. It is recognised only by the names of its columns.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use suiji_tables::names::{ROW_NUMBERS, fold};

use crate::base::fields::Holds;
use crate::base::list::List;
use crate::base::texts::PLAN_COLUMNS;
use crate::sheet::block::{Block, Row};
use crate::value::rules::Rules;
use crate::value::text::tidy;

/// A header.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Found {
    pub(crate) list: List,
    /// The numbers of its first and last row.
    pub(crate) rows: (u32, u32),
    /// The name of each column.
    pub(crate) names: Vec<String>,
    /// The cells of its rows, as in the file.
    pub(crate) heads: Vec<Vec<String>>,
    /// The number of fields of the list that it names.
    pub(crate) fields: usize,
    /// The number of those fields whose names are unambiguous.
    sure: usize,
    /// Whether it names all fields that the list must have.
    pub(crate) complete: bool,
    /// Another list that fits equally well.
    pub(crate) or: Option<List>,
}

impl Found {
    const fn score(&self) -> (usize, bool) {
        (self.fields, self.complete)
    }
}

/// The header among the first rows of a sheet: the row, or the two rows, that name most fields of a list. A row with
/// fewer than two fields is not a header.
pub(crate) fn find(head: &Block, lists: &[List]) -> Option<Found> {
    let mut best: Option<Found> = None;
    for at in 0..head.len() {
        let Some(row) = head.row(at) else {
            continue;
        };
        let single = names(row);
        let next = head
            .row(at + 1)
            .filter(|next| next.number == row.number + 1);
        let next = next.map(|next| (next.number, names(next)));
        let double = next
            .as_ref()
            .map(|(number, lower)| (*number, both(&single, lower, lists)));
        for &list in lists {
            let (fields, sure) = count(&single, list);
            let mut consider = |last: u32, names: &[String], heads: Vec<Vec<String>>| {
                let (fields, sure) = count(names, list);
                let complete = is_complete(names, list);
                let mut or = None;
                match &mut best {
                    Some(best) if best.score() > (fields, complete) => return,
                    Some(best) if best.score() == (fields, complete) => {
                        if best.list != list {
                            if best.rows == (row.number, last) {
                                best.or = best.or.or(Some(list));
                            }
                            return;
                        }
                        if best.sure >= sure {
                            return;
                        }
                        or = best.or;
                    }
                    _ => {}
                }
                best = Some(Found {
                    list,
                    rows: (row.number, last),
                    names: names.to_vec(),
                    heads,
                    fields,
                    sure,
                    complete,
                    or,
                });
            };
            // If the list is known, one of its names is enough among several columns.
            let filled = single.iter().filter(|name| !name.is_empty()).count();
            if fields >= 2 || (lists.len() == 1 && sure == 1 && filled >= ALONE) {
                // The row above the header is repeated with it on every page.
                let above = at.checked_sub(1).and_then(|at| head.row(at)).map(names);
                let heads = above.into_iter().chain([single.clone()]);
                consider(row.number, &single, heads.collect());
            }
            if let Some((last, double)) = &double {
                let of_both = count(double, list);
                let lower = next.as_ref().map(|(_, lower)| lower.clone());
                let lower = lower.unwrap_or_default();
                let more = of_both > (fields, sure).max(count(&lower, list));
                if of_both.0 >= 2 && more {
                    consider(*last, double, vec![single.clone(), lower]);
                }
            }
        }
    }
    best
}

/// The minimum number of columns of a header with only one known name.
const ALONE: usize = 3;

/// Whether a row names the columns of a plan: the task, and a column that only a plan has.
pub(crate) fn is_plan(head: &Block) -> bool {
    const OF_PLANS: [&str; 2] = ["quota", "items"];
    let is = |cell: &str, field: &str| {
        let cell = fold(cell);
        let mut all = PLAN_COLUMNS.iter().filter(|(of, _)| *of == field);
        all.any(|(_, names)| names.iter().any(|name| fold(name) == cell))
    };
    let mut rows = (0..head.len()).filter_map(|at| head.row(at));
    rows.any(|row| {
        let names = names(row);
        let has = |field: &str| names.iter().any(|name| is(name, field));
        has("name") && OF_PLANS.into_iter().any(has)
    })
}

/// The names in a row, without invisible characters.
fn names(row: Row<'_>) -> Vec<String> {
    row.cells().map(|cell| name(cell.text)).collect()
}

/// The maximum number of characters in a column name.
const NAME: usize = 100;

fn name(text: &str) -> String {
    let short = match text.char_indices().nth(2 * NAME) {
        Some((at, _)) => text.get(..at).unwrap_or_default(),
        None => text,
    };
    let name = tidy(short, false, &mut Rules::default());
    name.chars().take(NAME).collect()
}

/// The names of two rows together. A cell of the first row spans the cells of the second row up to the next name.
fn both(upper: &[String], lower: &[String], lists: &[List]) -> Vec<String> {
    let mut over = "";
    let columns = upper.len().max(lower.len());
    let cell = |row: &'_ [String], index: usize| row.get(index).cloned().unwrap_or_default();
    let mut names = Vec::new();
    for index in 0..columns {
        let (own, below) = (cell(upper, index), cell(lower, index));
        if let Some(name) = upper.get(index).filter(|name| !name.is_empty()) {
            over = name;
        }
        let known = |name: &str| lists.iter().any(|list| field(name, *list).is_some());
        let together = format!("{over}{below}");
        names.push(match (below.is_empty(), own == below) {
            (true, _) | (_, true) => own,
            _ if known(&together) => together,
            _ if known(&below) => below,
            _ => together,
        });
    }
    names
}

/// The number of different fields of a list that the names mean, and how many of them have unambiguous names.
fn count(names: &[String], list: List) -> (usize, usize) {
    let of = |weak_too: bool| {
        let means = names.iter().filter_map(|name| field(name, list));
        let fields: BTreeSet<(usize, bool)> = means
            .filter(|of| weak_too || !of.weak)
            .map(|of| (of.index, of.by_name))
            .collect();
        fields.len()
    };
    (of(true), of(false))
}

/// Whether the names mean every field that a list must have.
fn is_complete(names: &[String], list: List) -> bool {
    let has = |index: usize| {
        let mut means = names.iter().filter_map(|name| field(name, list));
        means.any(|of| of.index == index)
    };
    let fields = list.fields().iter().enumerate();
    fields
        // A plan may have only one task.
        .filter(|(_, field)| field.required && field.holds != Holds::Tasks)
        .all(|(index, _)| has(index))
}

/// The field that a name means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Means {
    pub(super) index: usize,
    pub(super) by_name: bool,
    pub(super) weak: bool,
}

/// The names of the columns of a list, folded.
type Folded = HashMap<String, Means>;

/// The field that a name means, by the table of names alone.
pub(super) fn field(name: &str, list: List) -> Option<Means> {
    static FOLDED: LazyLock<[Folded; List::TABLES.len()]> =
        LazyLock::new(|| List::TABLES.map(folded));
    let at = List::TABLES.iter().position(|of| *of == list)?;
    FOLDED.get(at)?.get(&fold(name)).copied()
}

/// All names of a list. A name that two fields share means the first field. A weak name counts only if no other name is
/// the same.
fn folded(list: List) -> Folded {
    let mut all = Folded::new();
    for weak in [false, true] {
        for of in list.names() {
            let Some(index) = list.field(of.field) else {
                continue;
            };
            let means = Means {
                index,
                by_name: of.by_name,
                weak,
            };
            let own = (!weak && !of.by_name).then_some(of.field);
            let names = if weak { of.weak } else { of.names };
            for name in own.iter().chain(names).map(|name| fold(name)) {
                if !name.is_empty() {
                    all.entry(name).or_insert(means);
                }
            }
        }
    }
    all
}

/// Whether a column only numbers the rows.
pub(super) fn is_row_number(name: &str) -> bool {
    let folded = fold(name);
    ROW_NUMBERS
        .iter()
        .any(|of| fold(of) == folded || *of == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(rows: &[&[&str]]) -> Block {
        let mut block = Block::default();
        for (number, row) in (1..).zip(rows) {
            for cell in *row {
                block.push_cell(cell, crate::sheet::block::Kind::Text);
            }
            block.end_row(number);
        }
        block
    }

    #[test]
    fn the_header_stands_below_titles_and_remarks() {
        let head = block(&[
            &["沁水县检查对象名录库", "", ""],
            &["填报单位：县工信局", "", "日期"],
            &["序号", "统一社会信用代码", "企业名称", "信用风险等级"],
            &["1", "91140521MA00MMAM0X", "企业名称", "低"],
        ]);
        let found = find(&head, &List::ALL).unwrap();
        assert_eq!(
            (found.list, found.rows, found.fields),
            (List::Registry, (3, 3), 3)
        );
    }

    #[test]
    fn each_list_is_told_by_its_columns() {
        let roster = block(&[&["姓名", "执法证号", "单位", "是否主办"]]);
        assert_eq!(find(&roster, &List::ALL).unwrap().list, List::Roster);
        let history = block(&[&["企业名称", "统一社会信用代码", "检查任务", "检查时间"]]);
        assert_eq!(find(&history, &List::ALL).unwrap().list, List::History);
        let found = find(&block(&[&["id", "name"]]), &List::ALL).unwrap();
        assert_eq!((found.list, found.or), (List::Registry, None));
        assert!(find(&block(&[&["姓名", "电话"], &["1", "2"]]), &List::ALL).is_none());
    }

    #[test]
    fn names_that_two_fields_share_are_those_of_the_first() {
        for list in List::TABLES {
            for of in list.names() {
                for name in of.names {
                    let found = field(name, list).unwrap();
                    let fields = list.names().iter().filter(|other| {
                        let own = (!other.by_name).then_some(other.field);
                        let mut all = other.names.iter().copied().chain(own);
                        all.any(|of| fold(of) == fold(name))
                    });
                    let first = fields.map(|of| list.field(of.field)).next().unwrap();
                    assert_eq!((Some(found.index), found.weak), (first, false), "{name}");
                }
            }
        }
    }

    #[test]
    fn a_long_text_is_no_name() {
        let long = "甲".repeat(100_000);
        let head = block(&[&[&long, &long], &["id", "name"], &["A", &long]]);
        let found = find(&head, &List::ALL).unwrap();
        assert_eq!(
            (found.rows, found.names),
            ((2, 2), vec!["id".to_owned(), "name".to_owned()])
        );
        assert_eq!(name(&long), "甲".repeat(NAME));
    }

    #[test]
    fn a_header_may_have_two_rows() {
        let head = block(&[
            &["名录", "", "", "", ""],
            &["序号", "企业信息", "", "监管信息", ""],
            &["", "名称", "统一社会信用代码", "信用风险等级", "类别"],
            &["1", "甲", "A", "低", "乙"],
        ]);
        let found = find(&head, &List::ALL).unwrap();
        assert_eq!(found.rows, (3, 3));
        let head = block(&[
            &["序号", "统一社会信用代码", "企业名称", "检查", "", "备注"],
            &["", "", "", "任务", "日期", ""],
            &["1", "A", "甲", "J1", "2024-01-01", ""],
        ]);
        // The name in the upper row alone would be mistaken for the field.
        let merged = block(&[
            &["统一社会信用代码", "企业名称", "风险", "", "类别"],
            &["", "", "等级", "评定日期", ""],
            &["A", "甲", "低", "2024.1.5", "乙"],
        ]);
        let found = find(&merged, &List::ALL).unwrap();
        assert_eq!((found.rows, found.heads.len()), ((1, 2), 2));
        assert_eq!(found.names[2..4], ["风险等级", "风险评定日期"]);
        let found = find(&head, &List::ALL).unwrap();
        assert_eq!((found.list, found.rows), (List::History, (1, 2)));
        let names = [
            "序号",
            "统一社会信用代码",
            "企业名称",
            "检查任务",
            "检查日期",
            "备注",
        ];
        assert_eq!(found.names, names);
    }
}
