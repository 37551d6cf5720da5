//! The header: the columns of a file, and the type of the values in each.

use std::collections::BTreeSet;

use suiji::error::codes;
use suiji::error::{ErrorKind, Fault, Faults};

use crate::guess::guess;
use crate::names::{self, Names};
use crate::records::{Record, Records, text};

/// The columns that a table can have.
#[derive(Debug)]
pub(crate) struct Fields {
    /// The kind of the errors about this table.
    pub(crate) kind: ErrorKind,
    known: &'static [(&'static str, Type)],
    required: &'static [&'static str],
    extra: bool,
    /// Names under which offices keep the fields.
    also: &'static [Names],
}

/// The type of the values in a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Type {
    Text,
    /// Texts separated by `;`.
    List,
    /// `true` or `false`.
    Flag,
    Integer,
}

/// One column of a file.
#[derive(Debug)]
pub(crate) enum Column {
    Field(&'static str, Type),
    /// `extra.NAME`.
    Extra(String),
}

pub(crate) const REGISTRY: Fields = Fields {
    kind: ErrorKind::Registry,
    known: &[
        ("id", Type::Text),
        ("name", Type::Text),
        ("class", Type::Text),
        ("categories", Type::List),
        ("district", Type::Text),
        ("industry", Type::Text),
        ("status", Type::Text),
        ("established", Type::Text),
        ("exempt", Type::Text),
        ("exempt_from", Type::List),
    ],
    required: &["id", "name"],
    extra: true,
    also: names::REGISTRY,
};

pub(crate) const ROSTER: Fields = Fields {
    kind: ErrorKind::Roster,
    known: &[
        ("id", Type::Text),
        ("name", Type::Text),
        ("department", Type::Text),
        ("district", Type::Text),
        ("skills", Type::List),
        ("lead", Type::Flag),
        ("expert", Type::Flag),
        ("max_load", Type::Integer),
        ("load", Type::Integer),
        ("valid_to", Type::Text),
        ("recuse", Type::List),
    ],
    required: &["id", "name", "department"],
    extra: true,
    also: names::ROSTER,
};

pub(crate) const HISTORY: Fields = Fields {
    kind: ErrorKind::History,
    known: &[
        ("entity", Type::Text),
        ("task", Type::Text),
        ("date", Type::Text),
        ("kind", Type::Text),
        ("by", Type::List),
        ("inspectors", Type::List),
    ],
    required: &["entity", "task", "date"],
    extra: false,
    also: names::HISTORY,
};

/// Far more than any office needs.
const MAX_COLUMNS: usize = 1000;

const NO_NAME: (&str, &str) = (
    "has no name: name or remove it",
    "没有列名，请补上或删去该列",
);
const SEPARATOR: (&str, &str) = (
    "is not a field: separate the cells with commas",
    "不是此表的字段：单元格须以半角逗号分隔",
);
const REPEATED: (&str, &str) = ("appears more than once", "重复");
const TOO_MANY: (&str, &str) = (
    "is beyond the 1,000 columns that a table may have",
    "超出一张表最多 1000 列的上限",
);
const MISSING: (&str, &str) = ("is missing", "缺失");

impl Column {
    /// The name of the column in the file, without `extra.`.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Field(name, _) => name,
            Self::Extra(name) => name,
        }
    }
}

impl Fields {
    /// Reads the columns from a header. Each wrong name is one fault.
    pub(crate) fn columns<R: std::io::BufRead>(
        &self,
        header: &Record,
        records: &Records<R>,
        faults: &mut Faults,
    ) -> Option<Vec<Column>> {
        // If the file has another encoding, the names of its columns are not known.
        let place = || records.place(header.line);
        let header: Result<Vec<&str>, Fault> =
            header.cells().map(|name| text(name, place)).collect();
        let header = header.map_err(|fault| faults.push(fault)).ok()?;
        let mut valid = true;
        let mut fault = |field: &str, (problem, problem_zh): (&str, &str)| {
            valid = false;
            let details = [
                ("field", field),
                ("problem", problem),
                ("problem_zh", problem_zh),
            ];
            faults.push(Fault::new(codes::CSV_HEADER, place(), &details));
        };
        // A file with more columns is not a table. It is one fault, because otherwise each cell would be another.
        if let Some(beyond) = header.get(MAX_COLUMNS) {
            fault(beyond, TOO_MANY);
            return None;
        }
        let (mut columns, mut unknown) = (Vec::new(), Vec::new());
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for name in header {
            if !names.insert(name) {
                fault(name, REPEATED);
                continue;
            }
            match self.column(name) {
                Some(column) => columns.push(column),
                None => unknown.push(name),
            }
        }
        for name in unknown {
            let (problem, problem_zh) = self.unknown(name, &names);
            fault(name, (&problem, &problem_zh));
        }
        for required in self.required {
            if !names.contains(required) {
                fault(required, MISSING);
            }
        }
        valid.then_some(columns)
    }

    /// What is wrong with the unknown name of a column, in English and in Chinese. It says which field the column
    /// probably is, or how the office can keep the column.
    fn unknown(&self, name: &str, names: &BTreeSet<&str>) -> (String, String) {
        let both = |(en, zh): (&str, &str)| (en.to_owned(), zh.to_owned());
        if name.is_empty() {
            return both(NO_NAME);
        }
        if name.contains([';', '；', '，', '\t', '|']) {
            return both(SEPARATOR);
        }
        if let Some(field) = guess(name, self.also, names) {
            return (
                format!("is not a field, probably “{field}”: rename it, or use suiji import"),
                format!("不是此表的字段，可能是“{field}”：请改名，或用 suiji import 导入"),
            );
        }
        if self.extra && !name.starts_with("extra") {
            return (
                format!("is not a field: name it extra.{name}, or use suiji import"),
                format!("不是此表的字段：要保留请改名为 extra.{name}，或用 suiji import 导入"),
            );
        }
        (
            "is not a field: remove it, or use suiji import".to_owned(),
            "不是此表的字段：请删去，或用 suiji import 导入".to_owned(),
        )
    }

    /// The names of its fields.
    #[cfg(test)]
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.known.iter().map(|(name, _)| *name)
    }

    fn column(&self, name: &str) -> Option<Column> {
        if let Some(&(known, of_type)) = self.known.iter().find(|(known, _)| *known == name) {
            return Some(Column::Field(known, of_type));
        }
        let extra = name
            .strip_prefix("extra.")
            .filter(|extra| self.extra && !extra.is_empty())?;
        Some(Column::Extra(extra.to_owned()))
    }
}
