//! The rows in which two tables differ.

use core::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Table, row_tree};
use crate::base::error::{Fault, Place};
use crate::base::texts::codes;
use crate::json::Json;

/// What happened to a row in a later table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RowChangeKind {
    /// The row is new.
    Added,
    /// The row is missing.
    Removed,
    /// Some columns of the row have other values.
    Changed,
}

impl RowChangeKind {
    /// Its name in other languages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// A row in which a later table differs.
///
/// ```
/// use suiji::Registry;
/// use suiji::tables::{Entity, RowChangeKind};
///
/// let sealed = Registry::from_rows([Entity::new("A-1", "甲"), Entity::new("A-2", "乙")])?;
/// let now = Registry::from_rows([Entity::new("A-1", "甲").with_class("low")])?;
/// let changes: Vec<_> = sealed.changes(&now).collect();
/// assert_eq!(changes[0].columns(), ["class"]);
/// assert_eq!((changes[1].kind(), changes[1].id()), (RowChangeKind::Removed, "A-2"));
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowChange {
    kind: RowChangeKind,
    id: String,
    key: String,
    row: Option<u64>,
    columns: Vec<String>,
}

impl RowChange {
    /// What happened to the row.
    pub const fn kind(&self) -> RowChangeKind {
        self.kind
    }

    /// The id of the entity or inspector.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What identifies the row: its id, or for an inspection its entity, date, task and kind [I5].
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The number of the row in the input of the later table, `None` if the row is missing there.
    pub const fn row(&self) -> Option<u64> {
        self.row
    }

    /// The columns whose values differ, if the row has changed; `extra.NAME` for a column of `extra`.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The change as a fault of the table that was given instead of the sealed one [S1].
    pub(crate) fn fault<T: Table>(&self) -> Fault {
        let problem = match self.kind {
            RowChangeKind::Added => codes::row_added(),
            RowChangeKind::Removed => codes::row_removed(&self.key),
            RowChangeKind::Changed => codes::row_changed(self.columns.join(", ")),
        };
        let place = Place::new(T::KIND, "").with_id(&self.id);
        problem.at(match self.row {
            Some(row) => place.at_row(row),
            None => place,
        })
    }
}

/// Goes through two sorted tables at once.
pub(crate) struct Changes<'t, T> {
    table: &'t T,
    later: &'t T,
    at: usize,
    at_later: usize,
    /// The two rows that are compared.
    lines: (Vec<u8>, Vec<u8>),
}

impl<'t, T: Table> Changes<'t, T> {
    pub(crate) const fn new(table: &'t T, later: &'t T) -> Self {
        Self {
            table,
            later,
            at: 0,
            at_later: 0,
            lines: (Vec::new(), Vec::new()),
        }
    }

    /// How many rows of both tables have been compared.
    pub(crate) const fn done(&self) -> usize {
        self.at + self.at_later
    }

    /// Moves on by one row, or by one row of each table if their keys are equal. None after the last row.
    pub(crate) fn step(&mut self) -> Option<Step> {
        let (at, at_later) = (self.at, self.at_later);
        let order = match (at < self.table.size(), at_later < self.later.size()) {
            (true, true) => self.table.order_of(at, self.later, at_later),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => return None,
        };
        self.at += usize::from(order != Ordering::Greater);
        self.at_later += usize::from(order != Ordering::Less);
        Some(match order {
            Ordering::Less => {
                let removed = self.change(RowChangeKind::Removed, self.table, at);
                Step::Differs(removed)
            }
            Ordering::Greater => {
                let added = self.change(RowChangeKind::Added, self.later, at_later);
                Step::Differs(added)
            }
            Ordering::Equal if self.is_same(at, at_later) => Step::Same,
            Ordering::Equal => {
                let (row, later) = (row_tree(self.table, at), row_tree(self.later, at_later));
                Step::Differs(RowChange {
                    columns: columns::<T>(&row, &later),
                    ..self.change(RowChangeKind::Changed, self.later, at_later)
                })
            }
        })
    }

    fn change(&self, kind: RowChangeKind, table: &T, at: usize) -> RowChange {
        let kept = kind != RowChangeKind::Removed;
        RowChange {
            kind,
            id: table.row_id(at).to_owned(),
            key: table.row_key(at),
            row: kept.then(|| table.row_number(at)),
            columns: Vec::new(),
        }
    }

    fn is_same(&mut self, at: usize, at_later: usize) -> bool {
        let (row, later) = &mut self.lines;
        row.clear();
        later.clear();
        self.table.push_row(at, None, row);
        self.later.push_row(at_later, None, later);
        row == later
    }
}

/// What was found at a row.
pub(crate) enum Step {
    Same,
    Differs(RowChange),
}

impl<T: Table> Iterator for Changes<'_, T> {
    type Item = RowChange;

    fn next(&mut self) -> Option<RowChange> {
        loop {
            if let Step::Differs(change) = self.step()? {
                return Some(change);
            }
        }
    }
}

/// The fields in which two rows differ, in the order of files. Each column of `extra` counts as a field.
fn columns<T: Table>(row: &Json<'_>, later: &Json<'_>) -> Vec<String> {
    let mut columns = Vec::new();
    for &key in T::FIELDS {
        match (value(row, key), value(later, key)) {
            (one, other) if one == other => {}
            (one, other) if key == "extra" => {
                let differs = |name: &&str| {
                    one.and_then(|one| value(one, name))
                        != other.and_then(|other| value(other, name))
                };
                let both = [one, other].into_iter().flatten();
                let names: BTreeSet<&str> = both.flat_map(keys).collect();
                let names = names.into_iter().filter(differs);
                columns.extend(names.map(|name| format!("{key}.{name}")));
            }
            _ => columns.push(key.to_owned()),
        }
    }
    columns
}

fn value<'j>(object: &'j Json<'_>, key: &str) -> Option<&'j Json<'j>> {
    let Json::Object(fields) = object else {
        return None;
    };
    let field = fields.iter().find(|(of, _)| of == key);
    field.map(|(_, value)| value)
}

fn keys<'j>(object: &'j Json<'_>) -> impl Iterator<Item = &'j str> {
    let fields = match object {
        Json::Object(fields) => fields.as_slice(),
        _ => &[],
    };
    fields.iter().map(|(key, _)| &**key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::history::{History, Visit};
    use crate::inputs::registry::Registry;
    use crate::inputs::roster::Roster;

    fn found<T: Table>(
        table: &T,
        later: &T,
    ) -> Vec<(&'static str, String, Option<u64>, Vec<String>)> {
        let changes = Changes::new(table, later);
        let of = |change: RowChange| (change.kind.as_str(), change.key, change.row, change.columns);
        changes.map(of).collect()
    }

    fn row(
        kind: &'static str,
        key: &str,
        row: Option<u64>,
        columns: &[&str],
    ) -> (&'static str, String, Option<u64>, Vec<String>) {
        let columns = columns.iter().map(|&column| column.to_owned());
        (kind, key.to_owned(), row, columns.collect())
    }

    #[test]
    fn rows_are_compared_by_key_and_column() {
        let registry =
            |lines: &[&str]| Registry::from_json_lines(lines.join("\n").as_bytes()).unwrap();
        let sealed = registry(&[
            r#"{"id":"B","name":"乙","class":"low","extra":{"甲":"1","乙":"2"}}"#,
            r#"{"id":"A","name":"甲"}"#,
            r#"{"id":"D","name":"丁"}"#,
        ]);
        let now = registry(&[
            r#"{"id":"C","name":"丙"}"#,
            r#"{"id":"B","name":"乙","district":"14","extra":{"甲":"1","乙":"3","丙":"4"}}"#,
            r#"{"id":"A","name":"甲","status":"active"}"#,
        ]);
        assert_eq!(
            found(&sealed, &now),
            [
                row(
                    "changed",
                    "B",
                    Some(2),
                    &["class", "district", "extra.丙", "extra.乙"]
                ),
                row("added", "C", Some(1), &[]),
                row("removed", "D", None, &[]),
            ]
        );
        assert_eq!(found(&now, &now), []);
        assert_eq!(found(&Registry::default(), &now).len(), 3);
    }

    #[test]
    fn inspectors_have_ids_and_inspections_keys_of_four_parts() {
        let roster = |load: u64| {
            let line = format!(r#"{{"id":"Z-1","name":"赵","department":"样例局","load":{load}}}"#);
            Roster::from_json_lines(line.as_bytes()).unwrap()
        };
        let changed = row("changed", "Z-1", Some(1), &["load"]);
        assert_eq!(found(&roster(1), &roster(2)), [changed]);
        let history = |visits: &[(&'static str, &'static str)]| {
            let visits = visits.iter();
            let visits =
                visits.map(|&(task, by)| Visit::new("A", task, "2024-03-05").with_by([by]));
            History::from_rows(visits).unwrap()
        };
        assert_eq!(
            found(
                &history(&[("J1", "县局"), ("J3", "县局")]),
                &history(&[("J2", "县局"), ("J1", "市局")])
            ),
            [
                row("changed", "A, 2024-03-05, J1, planned", Some(2), &["by"]),
                row("added", "A, 2024-03-05, J2, planned", Some(1), &[]),
                row("removed", "A, 2024-03-05, J3, planned", None, &[]),
            ]
        );
    }
}
