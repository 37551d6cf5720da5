//! The header: field names to what the cells under them hold.

use std::collections::BTreeSet;

use suiji::error::codes;
use suiji::error::{ErrorKind, Fault, Faults};

use crate::records::{Record, Records, text};

/// The columns that a table may have.
#[derive(Debug)]
pub(crate) struct Fields {
    pub(crate) stage: ErrorKind,
    known: &'static [(&'static str, Form)],
    required: &'static [&'static str],
    extra: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    Text,
    /// Texts joined by `;`.
    List,
    /// `true` or `false`.
    Flag,
    Integer,
}

/// One column of a file.
#[derive(Debug)]
pub(crate) enum Column {
    Field(&'static str, Form),
    /// `extra.NAME`.
    Extra(String),
}

pub(crate) const REGISTRY: Fields = Fields {
    stage: ErrorKind::Registry,
    known: &[
        ("id", Form::Text),
        ("name", Form::Text),
        ("class", Form::Text),
        ("categories", Form::List),
        ("district", Form::Text),
        ("industry", Form::Text),
        ("status", Form::Text),
        ("established", Form::Text),
    ],
    required: &["id", "name"],
    extra: true,
};

pub(crate) const ROSTER: Fields = Fields {
    stage: ErrorKind::Roster,
    known: &[
        ("id", Form::Text),
        ("name", Form::Text),
        ("department", Form::Text),
        ("district", Form::Text),
        ("skills", Form::List),
        ("lead", Form::Flag),
        ("expert", Form::Flag),
        ("max_load", Form::Integer),
        ("valid_to", Form::Text),
        ("recuse", Form::List),
    ],
    required: &["id", "name", "department"],
    extra: true,
};

pub(crate) const HISTORY: Fields = Fields {
    stage: ErrorKind::History,
    known: &[
        ("entity", Form::Text),
        ("task", Form::Text),
        ("date", Form::Text),
        ("kind", Form::Text),
    ],
    required: &["entity", "task", "date"],
    extra: false,
};

/// Far more than any office keeps.
const MOST_COLUMNS: usize = 1000;

const UNKNOWN: (&str, &str) = (
    "that no such table has (cells are separated by commas)",
    "不是此表的字段（单元格以半角逗号分隔）",
);
const REPEATED: (&str, &str) = ("more than once", "重复");
const TOO_MANY: (&str, &str) = (
    "beyond the 1,000 columns that a table may have",
    "之前已有 1000 列，这是一张表最多的列数",
);
const MISSING: (&str, &str) = ("nowhere", "缺少");

impl Column {
    /// Its name in the file, but for `extra.`.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Field(name, _) => name,
            Self::Extra(name) => name,
        }
    }
}

impl Fields {
    /// The columns that a header names, or its faults: one for each wrong name, not for each row.
    pub(crate) fn columns<R: std::io::BufRead>(
        &self,
        header: &Record,
        records: &Records<R>,
        faults: &mut Faults,
    ) -> Option<Vec<Column>> {
        // A file of another encoding: what its columns are called is not known.
        let place = || records.place(header.line);
        let header: Result<Vec<&str>, Fault> =
            header.cells().map(|name| text(name, place)).collect();
        let header = header.map_err(|fault| faults.push(fault)).ok()?;
        let mut sound = true;
        let mut fault = |field: &str, (problem, problem_zh): (&str, &str)| {
            sound = false;
            let details = [
                ("field", field),
                ("problem", problem),
                ("problem_zh", problem_zh),
            ];
            faults.push(Fault::new(codes::CSV_HEADER, place(), &details));
        };
        // More are no table but something else, of which each cell would be a fault.
        if let Some(beyond) = header.get(MOST_COLUMNS) {
            fault(beyond, TOO_MANY);
            return None;
        }
        let mut columns = Vec::new();
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for name in header {
            if !names.insert(name) {
                fault(name, REPEATED);
                continue;
            }
            match self.column(name) {
                Some(column) => columns.push(column),
                None => fault(name, UNKNOWN),
            }
        }
        for required in self.required {
            if !names.contains(required) {
                fault(required, MISSING);
            }
        }
        sound.then_some(columns)
    }

    fn column(&self, name: &str) -> Option<Column> {
        if let Some(&(known, form)) = self.known.iter().find(|(known, _)| *known == name) {
            return Some(Column::Field(known, form));
        }
        let extra = name
            .strip_prefix("extra.")
            .filter(|extra| self.extra && !extra.is_empty())?;
        Some(Column::Extra(extra.to_owned()))
    }
}
