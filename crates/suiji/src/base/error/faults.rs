//! Collects faults. It counts all of them, and keeps those of one kind and column as a group.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Error, ErrorKind, Fault, Place};
use crate::base::limits;
use crate::base::texts::{Code, codes};

/// Faults of one or several documents.
///
/// Rows with the same fault in the same column form one [`Fault`] with a count and the numbers of the first rows. For
/// each code, document and column, the first 20 different faults are kept. The others are only counted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Faults {
    pub(super) kept: Vec<Fault>,
    pub(super) count: u64,
    /// How many different faults of a code and column are kept.
    different: BTreeMap<Column, usize>,
    /// The index in `kept` of the group of a fault.
    groups: BTreeMap<(Column, Vec<String>), usize>,
}

/// A code in a column of a kind of document. The column is empty if the document has no rows.
type Column = (ErrorKind, &'static str, String);

impl Faults {
    /// Adds a fault.
    pub fn push(&mut self, fault: Fault) {
        let column = column(fault.code(), fault.place());
        let kept = self.different.get(&column).copied().unwrap_or_default();
        let full = kept >= limits::FAULTS;
        if fault.place().row().is_none() {
            self.count += fault.count();
            if !full {
                self.keep(fault, column);
            }
            return;
        }
        let details = fault.details().map(|(_, value)| value.to_owned());
        let group = (column.clone(), details.collect::<Vec<_>>());
        if let Some(&at) = self.groups.get(&group) {
            self.count += self.kept[at].join(&fault);
            return;
        }
        self.count += fault.count();
        if !full {
            self.groups.insert(group, self.kept.len());
            self.keep(fault, column);
        }
    }

    fn keep(&mut self, fault: Fault, column: Column) {
        *self.different.entry(column).or_default() += 1;
        self.kept.push(fault);
    }

    /// For a document without rows: counts a fault, if enough faults of its code are kept already. Otherwise the caller
    /// makes the fault and adds it.
    pub(crate) fn is_full(&mut self, kind: ErrorKind, code: &Code) -> bool {
        let column = (kind, code.id(), String::new());
        let full = self.different.get(&column) >= Some(&limits::FAULTS);
        self.count += u64::from(full);
        full
    }

    /// Adds the faults of another collection after these.
    pub(crate) fn append(&mut self, other: &Self) {
        let kept: u64 = other.kept.iter().map(Fault::count).sum();
        for fault in &other.kept {
            self.push(fault.clone());
        }
        self.count += other.count - kept;
    }

    /// Adds the faults of an error.
    pub fn extend(&mut self, error: &Error) {
        self.append(&error.0);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns `value` if there are no faults.
    ///
    /// # Errors
    /// All faults collected.
    pub fn into_result<T>(self, value: T) -> Result<T, Error> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(Error(Arc::new(self)))
        }
    }

    /// Returns the value of a reader. A reader returns none only after it recorded a fault.
    pub(crate) fn into_option<T>(self, value: Option<T>) -> Result<T, Error> {
        match value {
            Some(value) => self.into_result(value),
            None if self.is_empty() => Err(Error::of_value(codes::missing_field("$"))),
            None => Err(Error(Arc::new(self))),
        }
    }

    /// At most 20 faults of each kind of document, in the order in which they were found. They have as many different
    /// codes and columns as possible.
    pub(super) fn shown(&self) -> Vec<&Fault> {
        let mut turns: BTreeMap<Column, usize> = BTreeMap::new();
        let mut ranked: Vec<(ErrorKind, usize, usize)> = Vec::with_capacity(self.kept.len());
        for (at, fault) in self.kept.iter().enumerate() {
            let turn = turns
                .entry(column(fault.code(), fault.place()))
                .or_default();
            ranked.push((fault.place().kind(), *turn, at));
            *turn += 1;
        }
        ranked.sort_unstable();
        let mut shown: Vec<usize> = ranked
            .chunk_by(|a, b| a.0 == b.0)
            .flat_map(|of_kind| {
                of_kind
                    .iter()
                    .take(limits::FAULTS_SHOWN)
                    .map(|(_, _, at)| *at)
            })
            .collect();
        shown.sort_unstable();
        shown.into_iter().map(|at| &self.kept[at]).collect()
    }
}

/// A document without rows has no columns.
fn column(code: &'static str, place: &Place) -> Column {
    let column = place.row().map(|_| place.column()).unwrap_or_default();
    (place.kind(), code, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;

    fn fault(code: &'static Code, row: u64, path: &'static str, found: &str) -> Fault {
        let place = Place::new(ErrorKind::Registry, path).at_row(row);
        Fault::new(code, place, &[("found", found)])
    }

    fn error(faults: impl IntoIterator<Item = Fault>) -> Error {
        let mut all = Faults::default();
        faults.into_iter().for_each(|fault| all.push(fault));
        all.into_result(()).unwrap_err()
    }

    #[test]
    fn rows_with_the_same_fault_form_one_fault_with_a_count_and_the_first_rows() {
        let rows = (4..=385).map(|row| fault(codes::DATE_FORM, row, "established", "2024.9.1"));
        let error = error(rows);
        assert_eq!((error.faults().len(), error.fault_count()), (1, 382));
        assert_eq!(error.faults()[0].rows()[..3], [4, 5, 6]);
        let message = error.message(Lang::Zh);
        assert!(message.contains("（382 行，如第 4、5、6 行）"), "{message}");
        assert!(!message.contains('\n'));
    }

    #[test]
    fn elements_of_one_column_are_one_group_and_other_columns_another() {
        let paths = ["skills[0]", "skills[4]", "recuse[4]"];
        let error = error(
            (1..)
                .zip(paths)
                .map(|(row, path)| fault(codes::ID_FORM, row, path, "甲")),
        );
        let counts: Vec<u64> = error.faults().iter().map(Fault::count).collect();
        assert_eq!(counts, [2, 1]);
    }

    #[test]
    fn a_fault_that_is_found_again_in_the_same_row_counts_once() {
        let rows = (1..=40).flat_map(|row| [row, row]);
        let error = error(rows.map(|row| fault(codes::DATE_FORM, row, "skills[1]", "甲")));
        assert_eq!((error.faults().len(), error.fault_count()), (1, 40));
        assert_eq!(error.faults()[0].rows()[..3], [1, 2, 3]);
    }

    #[test]
    fn different_kinds_are_shown_before_more_of_one_kind() {
        let dates =
            (1..=100).map(|row| fault(codes::DATE_FORM, row, "established", &row.to_string()));
        let last = fault(codes::ID_FORM, 200, "id", "甲");
        let error = error(dates.chain([last]));
        assert_eq!((error.faults().len(), error.fault_count()), (21, 101));
        let message = error.message(Lang::En);
        assert_eq!(message.lines().count(), 21);
        assert!(message.contains("row 200 column “id”"), "{message}");
        assert!(
            message.ends_with("and 81 more faults, 101 in all"),
            "{message}"
        );
    }

    #[test]
    fn collections_of_several_threads_add_up() {
        let mut all = Faults::default();
        for part in 0..3 {
            let mut of_part = Faults::default();
            for row in 0..50 {
                of_part.push(fault(
                    codes::DATE_FORM,
                    50 * part + row,
                    "established",
                    &row.to_string(),
                ));
            }
            all.append(&of_part);
        }
        assert_eq!((all.kept.len(), all.count), (20, 150));
        assert_eq!(all.kept[3].rows(), [3, 53, 103]);
    }
}
