//! Columns of the registry with values that many rows share. Finds values, and the rows that have them.

use std::collections::BTreeMap;

use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::inputs::registry::{Registry, Row};

/// Rows that are scanned between two reports.
const CHUNK: usize = 4096;

/// A column whose values are stored once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Column {
    Categories,
    District,
    Industry,
}

impl Column {
    /// Its name in rows.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Categories => "categories",
            Self::District => "district",
            Self::Industry => "industry",
        }
    }

    /// The number of the value of a row in the column, or 0 for none.
    pub(super) const fn number(self, row: &Row) -> u32 {
        match self {
            Self::Categories => row.categories,
            Self::District => row.district,
            Self::Industry => row.industry,
        }
    }

    /// For each number, including 0, whether one of its values is flagged.
    fn flags(self, registry: &Registry, flagged: impl Fn(&str) -> bool) -> Vec<bool> {
        let store = registry.store();
        let single = |value: Option<&str>| value.is_some_and(&flagged);
        match self {
            Self::Categories => store
                .categories
                .map(|values| values.iter().any(|value| flagged(value))),
            Self::District => store.districts.map(single),
            Self::Industry => store.industries.map(single),
        }
    }

    /// The numbers of the rows with a flagged value.
    pub(super) fn rows(
        self,
        registry: &Registry,
        run: &Run,
        flagged: impl Fn(&str) -> bool,
    ) -> Result<Vec<u64>, Cancelled> {
        let flags = self.flags(registry, flagged);
        if !flags.contains(&true) {
            return Ok(Vec::new());
        }
        rows(registry, run, |row| flags[wide(self.number(row))])
    }

    /// The distinct values of the column, each with the number of its rows.
    pub(super) fn values<'r>(
        self,
        registry: &'r Registry,
        run: &Run,
    ) -> Result<BTreeMap<&'r str, u64>, Cancelled> {
        let store = registry.store();
        let mut counts = vec![0_u64; self.flags(registry, |_| false).len()];
        let mut step = run.step(Stage::Compare, registry.rows().len());
        for rows in registry.rows().chunks(CHUNK) {
            for row in rows {
                counts[wide(self.number(row))] += 1;
            }
            step.advance(rows.len())?;
        }
        let mut values = BTreeMap::new();
        for (number, count) in (0..).zip(counts).skip(1) {
            let mut add = |value| *values.entry(value).or_default() += count;
            match self {
                Self::Categories => store.categories.texts(number).for_each(add),
                Self::District => store.districts.value(number).into_iter().for_each(add),
                Self::Industry => store
                    .industries
                    .value(number)
                    .into_iter()
                    .for_each(&mut add),
            }
        }
        values.remove("");
        Ok(values)
    }
}

/// The numbers of the rows for which `found` is true.
pub(super) fn rows(
    registry: &Registry,
    run: &Run,
    mut found: impl FnMut(&Row) -> bool,
) -> Result<Vec<u64>, Cancelled> {
    let mut numbers = Vec::new();
    let mut step = run.step(Stage::Compare, registry.rows().len());
    for rows in registry.rows().chunks(CHUNK) {
        numbers.extend(rows.iter().filter(|row| found(row)).map(Row::number));
        step.advance(rows.len())?;
    }
    Ok(numbers)
}
