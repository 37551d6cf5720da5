//! Rows that are not part of the list: blank rows, totals, remarks, repeated headers.

use suiji_tables::names::fold;

use crate::base::texts::{REMARKS, TOTALS, UNITS, narrow, plain};
use crate::header::{Column, Use};
use crate::sheet::block::{Cell, Row};
use crate::value::rules::Rule;

/// The reason why a row is not part of the list, if it is not. `heads` has the rows of the header. `id` is the column
/// of the id, if there is one.
pub(super) fn skipped(
    row: Row<'_>,
    (columns, heads): (&[Column], &[Vec<String>]),
    id: Option<usize>,
    first: bool,
) -> Option<Rule> {
    if has_id(row, id) {
        return None;
    }
    let filled = |cell: &Cell<'_>| !plain(cell.text).is_empty();
    let mut numbers = 0;
    let mut kept = 0;
    let mut other = 0;
    let mut lead = None;
    let mut lead_column = 0;
    for (index, cell) in row.cells().enumerate().filter(|(_, cell)| filled(cell)) {
        match columns.get(index).map(|column| &column.used) {
            Some(Use::RowNumber) => numbers += 1,
            Some(Use::Field { .. } | Use::Other { .. } | Use::Extra(_)) => kept += 1,
            _ => other += 1,
        }
        if lead.is_none() {
            lead = Some(cell.text);
            lead_column = index;
        }
    }
    let Some(lead) = lead else {
        return Some(Rule::BlankRow);
    };
    if is_total(lead) {
        return Some(Rule::TotalRow);
    }
    let named = is_header(row, |index| {
        columns.get(index).map(|column| column.name.as_str())
    });
    let repeated = heads
        .iter()
        .any(|head| is_header(row, |index| head.get(index).map(String::as_str)));
    if named || repeated || (first && is_numbering(row)) {
        return Some(Rule::HeaderRow);
    }
    if kept == 0 {
        return Some(match (numbers, other) {
            (1.., 0) if is_number(lead) => Rule::BlankRow,
            _ => Rule::RemarkRow,
        });
    }
    let alone = kept + other + numbers == 1;
    let is_field = |index: usize| {
        let used = columns.get(index).map(|column| &column.used);
        matches!(used, Some(Use::Field { index, by_name }) if *index <= 1 || *by_name)
    };
    // A row with many fields of the list but no id leads to a question.
    let full = kept > REMARK_CELLS && !row.cells().all(|cell| is_signed(&cell));
    let remark = (is_remark(lead) && !full) || (alone && !is_field(lead_column));
    remark.then_some(Rule::RemarkRow)
}

/// The number of fields that a remark may fill by chance.
const REMARK_CELLS: usize = 2;

/// Whether a cell is blank, or a title with a colon, such as `Name:`.
fn is_signed(cell: &Cell<'_>) -> bool {
    cell.text.trim().is_empty() || narrow(cell.text).contains(':')
}

/// The minimum number of digits of an id in the id column.
const ID_DIGITS: usize = 6;

fn has_id(row: Row<'_>, id: Option<usize>) -> bool {
    let text = id.map_or("", |id| row.cell(id).text);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= ID_DIGITS && !text.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

fn is_total(lead: &str) -> bool {
    let lead = fold(lead);
    let total = TOTALS.iter().any(|word| lead == *word);
    // A number and a unit may follow, and a place may precede.
    let unit = UNITS.iter().find_map(|unit| lead.strip_suffix(unit));
    let bare = unit.unwrap_or(&lead);
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let long = || TOTALS.iter().filter(|word| word.chars().count() > 1);
    let with_number = || long().any(|word| bare == *word);
    let of_part = || {
        let short = lead.chars().count() <= PART;
        short && long().any(|word| !word.is_ascii() && bare.ends_with(word))
    };
    total || with_number() || of_part()
}

/// The maximum number of characters in the first cell of a row of subtotals.
const PART: usize = 20;

/// Whether a text begins like a remark: with one of the words, followed by a sign, a blank or nothing. (A name may
/// begin with the same letters.)
fn is_remark(lead: &str) -> bool {
    const LONGEST: usize = 300;
    let lead: String = lead.chars().take(LONGEST).collect();
    let lead = narrow(&lead).to_lowercase();
    let lead = lead.trim_start();
    REMARKS.iter().any(|word| {
        lead.strip_prefix(word).is_some_and(|rest| {
            let next = rest.chars().next();
            let signed = match word.is_ascii() {
                true => next.is_none_or(|c| !c.is_alphanumeric() && !c.is_whitespace()),
                false => next.is_none_or(|c| !c.is_alphabetic()),
            };
            signed || rest.trim_start().starts_with(':') || (!word.is_ascii() && rest.contains(':'))
        })
    })
}

/// Whether a row repeats these names of columns.
fn is_header<'n>(row: Row<'_>, name: impl Fn(usize) -> Option<&'n str>) -> bool {
    let (mut same, mut all) = (0, 0);
    for (index, cell) in row
        .cells()
        .enumerate()
        .filter(|(_, cell)| !cell.text.is_empty())
    {
        all += 1;
        let name = name(index).unwrap_or_default();
        same += usize::from(!name.is_empty() && fold(cell.text) == fold(name));
    }
    same >= 2 && same * 2 >= all
}

/// Whether each cell has the number of its column, as in printed forms below the header.
fn is_numbering(row: Row<'_>) -> bool {
    let mut cells = 0;
    for (index, cell) in (1..)
        .zip(row.cells())
        .filter(|(_, cell)| !cell.text.is_empty())
    {
        let number = narrow(cell.text);
        let number = number.trim_matches(['(', ')', ' ']);
        if number.parse() != Ok(index) {
            return false;
        }
        cells += 1;
    }
    cells >= 3
}

fn is_number(text: &str) -> bool {
    narrow(text.trim())
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::block::{Block, Kind};

    fn rule(cells: &[&str], first: bool) -> Option<Rule> {
        let mut block = Block::default();
        for cell in cells {
            block.push_cell(cell, Kind::Text);
        }
        block.end_row(5);
        let field = |name: &str, index| Column {
            name: name.to_owned(),
            used: Use::Field {
                index,
                by_name: false,
            },
        };
        let columns = [
            Column {
                name: "序号".to_owned(),
                used: Use::RowNumber,
            },
            field("统一社会信用代码", 0),
            field("企业名称", 1),
            field("类别", 3),
            Column {
                name: "电话".to_owned(),
                used: Use::LeftOut,
            },
        ];
        let heads = [
            ["序号", "主体信息", "", "监管信息"]
                .map(str::to_owned)
                .to_vec(),
            vec![String::new(); 4],
        ];
        skipped(block.row(0).unwrap(), (&columns, &heads), Some(1), first)
    }

    #[test]
    fn rows_that_are_not_of_the_list_are_told() {
        for (cells, expected) in [
            (&["", " ", "\u{3000}"][..], Some(Rule::BlankRow)),
            (&["7", "", ""], Some(Rule::BlankRow)),
            (&["合计", "380", "户"], Some(Rule::TotalRow)),
            (&["", "合 计", "380"], Some(Rule::TotalRow)),
            (&["Total", "4"], Some(Rule::TotalRow)),
            (&["共计380户"], Some(Rule::TotalRow)),
            (&["城关镇小计", "2"], Some(Rule::TotalRow)),
            (&["龙港镇小计：1户"], Some(Rule::TotalRow)),
            (&["本页合计", "", "", "3"], Some(Rule::TotalRow)),
            (&["序号", "主体信息", "", "监管信息"], Some(Rule::HeaderRow)),
            (&["备注：以上数据截至9月"], Some(Rule::RemarkRow)),
            (&["注：1.未评级的按一般"], Some(Rule::RemarkRow)),
            (&["填表人：甲", "", "", "审核人：乙"], Some(Rule::RemarkRow)),
            (&["", "", "", "以上共四类"], Some(Rule::RemarkRow)),
            (&["", "以下空白"], Some(Rule::RemarkRow)),
            (&["Note: as of May"], Some(Rule::RemarkRow)),
            (&["remarks:", "x"], Some(Rule::RemarkRow)),
            (&["负责人 甲", "联系人 乙"], Some(Rule::RemarkRow)),
            (
                &["填表人：甲", "审核人：乙", "日期：", "电话："],
                Some(Rule::RemarkRow),
            ),
            (&["", "", "Notebook Ltd", "加油站"], None),
            (&["", "", "Note Books Ltd", "加油站"], None),
            (&["", "", "Remarkable Ltd"], None),
            (&["", "", "负责人力资源公司"], None),
            (&["", "", "联系人才市场", "人力资源"], None),
            (
                &["序号", "统一社会信用代码", "企业名称", "类别"],
                Some(Rule::HeaderRow),
            ),
            (&["1", "91140521MA00MMAM0X", "合计商贸有限公司"], None),
            (&["1", "", "注塑样例有限公司"], None),
            (&["", "", "样例有限公司"], None),
            (&["1", "9.11405E+17", "样例"], None),
        ] {
            assert_eq!(rule(cells, false), expected, "{cells:?}");
        }
        assert_eq!(rule(&["1", "2", "3", "4"], true), Some(Rule::HeaderRow));
        assert_eq!(
            rule(&["（1）", "（2）", "（3）"], true),
            Some(Rule::HeaderRow)
        );
    }
}
