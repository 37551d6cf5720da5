//! The totals of an import.

use std::collections::BTreeMap;

use super::Log;
use crate::base::list::List;
use crate::value::rules::Rule;

/// The totals of one list.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// The list.
    pub list: List,
    /// Rows below the headers, including blank ones.
    pub read: u64,
    /// Rows of the written list.
    pub taken: u64,
    /// The number of rows left out or merged, by rule.
    pub left_out: Vec<(Rule, u64)>,
    /// The number of cells changed, by rule.
    pub changed: Vec<(Rule, u64)>,
    /// The number of rows or cells noted without a change, by rule.
    pub noted: Vec<(Rule, u64)>,
    /// The columns that are not fields and were left out.
    pub columns_left_out: Vec<String>,
}

impl Rule {
    /// Whether the rule leaves a row out.
    pub const fn is_of_row(self) -> bool {
        matches!(
            self,
            Self::Duplicate
                | Self::Merged
                | Self::BlankRow
                | Self::TotalRow
                | Self::RemarkRow
                | Self::HeaderRow
                | Self::LeftOut
                | Self::HiddenRow
        )
    }

    /// Whether the rule only notes something, without changing it.
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::HiddenTaken | Self::IndustryName)
    }

    const fn is_of_cell(self) -> bool {
        !self.is_of_row()
            && !self.is_notice()
            && !matches!(
                self,
                Self::TitleRow
                    | Self::ColumnLeftOut
                    | Self::ColumnKept
                    | Self::SheetLeftOut
                    | Self::SheetHidden
            )
    }
}

impl Log {
    /// The totals of a list with `taken` imported rows.
    pub(crate) fn summary(&self, list: List, taken: usize) -> Summary {
        let mut rules: BTreeMap<Rule, u64> = BTreeMap::new();
        let mut columns_left_out = Vec::new();
        let mut read = 0;
        for sheet in self.sheets.iter().filter(|sheet| sheet.list == Some(list)) {
            read += sheet.read;
            for (change, (count, _)) in sheet.changes.iter().zip(sheet.counted()) {
                for rule in change.rules.iter() {
                    *rules.entry(rule).or_default() += count;
                }
                if change.rules.has(Rule::ColumnLeftOut)
                    && let Some(name) = sheet.columns.get(change.column as usize)
                    && !columns_left_out.contains(name)
                {
                    columns_left_out.push(name.clone());
                }
            }
        }
        let of = |is: fn(Rule) -> bool| {
            let all = rules
                .iter()
                .filter(|(rule, count)| is(**rule) && **count > 0);
            all.map(|(rule, count)| (*rule, *count)).collect()
        };
        Summary {
            list,
            read,
            taken: u64::try_from(taken).unwrap_or(u64::MAX),
            left_out: of(Rule::is_of_row),
            changed: of(Rule::is_of_cell),
            noted: of(Rule::is_notice),
            columns_left_out,
        }
    }
}
