//! The one error of the library: faults with a stable code, a place and a text in two languages.

use core::fmt;
use std::borrow::Cow;
use std::sync::Arc;

use crate::codes::{self, Code};
use crate::json::Json;
use crate::limits;

/// The language of a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Lang {
    /// Chinese, for the people at the counter.
    Zh,
    /// English.
    En,
}

/// The stage that refused, which is also the document in which the fault lies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The plan (抽查计划), or what it demands of the other inputs.
    Plan,
    /// The registry (检查对象名录库).
    Registry,
    /// The roster (执法检查人员名录库).
    Roster,
    /// The history of inspections.
    History,
    /// The ceremony: hash suite, sources, earlier sheets.
    Ceremony,
    /// The commitment (封存单).
    Commitment,
    /// The contributions to the seed.
    Contributions,
    /// The record (抽取记录).
    Record,
    /// The public form of a record.
    PublicForm,
    /// A receipt for one entity.
    Receipt,
    /// A verification that does not hold.
    Verification,
    /// A folder or file, for programs that read and write them.
    File,
    /// A single value, outside any document.
    Value,
    /// The caller cancelled.
    Cancelled,
}

impl ErrorKind {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Registry => "registry",
            Self::Roster => "roster",
            Self::History => "history",
            Self::Ceremony => "ceremony",
            Self::Commitment => "commitment",
            Self::Contributions => "contributions",
            Self::Record => "record",
            Self::PublicForm => "public-form",
            Self::Receipt => "receipt",
            Self::Verification => "verification",
            Self::File => "file",
            Self::Value => "value",
            Self::Cancelled => "cancelled",
        }
    }

    const fn in_chinese(self) -> &'static str {
        match self {
            Self::Plan => "抽查计划",
            Self::Registry => "检查对象名录库",
            Self::Roster => "执法检查人员名录库",
            Self::History => "检查历史",
            Self::Ceremony => "抽取仪式",
            Self::Commitment => "封存单",
            Self::Contributions => "随机源取值",
            Self::Record => "抽取记录",
            Self::PublicForm => "公示文本",
            Self::Receipt => "查验单",
            Self::Verification => "核验",
            Self::File => "文件",
            Self::Value => "值",
            Self::Cancelled => "取消",
        }
    }
}

/// Where a fault lies: document, row, and JSON path or field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    document: ErrorKind,
    row: Option<u64>,
    path: Cow<'static, str>,
}

impl Place {
    /// A place in a document; `path` is a JSON path such as `$.tasks[0].quota`, or empty.
    pub fn new(document: ErrorKind, path: impl Into<Cow<'static, str>>) -> Self {
        Self {
            document,
            row: None,
            path: path.into(),
        }
    }

    /// The same in a row of a table, counted from 1.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    pub(crate) const fn value() -> Self {
        Self {
            document: ErrorKind::Value,
            row: None,
            path: Cow::Borrowed(""),
        }
    }

    /// The document.
    pub const fn document(&self) -> ErrorKind {
        self.document
    }

    /// The row of a table, from 1.
    pub const fn row(&self) -> Option<u64> {
        self.row
    }

    /// The JSON path in the document or row, empty where the whole is meant.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn in_words(&self, lang: Lang) -> String {
        let document = match lang {
            Lang::Zh => self.document.in_chinese(),
            Lang::En => self.document.as_str(),
        };
        let row = match (self.row, lang) {
            (Some(row), Lang::Zh) => format!("第{row}行"),
            (Some(row), Lang::En) => format!(" row {row}"),
            (None, _) => String::new(),
        };
        let path = self.path.strip_prefix("$.").unwrap_or(&self.path);
        let blank = if path.is_empty() || path == "$" {
            ""
        } else {
            " "
        };
        let path = if path == "$" { "" } else { path };
        format!("{document}{row}{blank}{path}")
    }
}

/// One fault: a stable code, the rule that it breaks, a place and a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    code: &'static Code,
    place: Place,
    details: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault of that code; `details` fill the `{names}` of its text.
    pub fn new(code: &'static Code, place: Place, details: &[(&'static str, &str)]) -> Self {
        Self {
            code,
            place,
            details: details
                .iter()
                .map(|&(name, value)| (name, shorten(value)))
                .collect(),
        }
    }

    /// The stable code, such as `registry.duplicate-id`.
    pub const fn code(&self) -> &'static str {
        self.code.id()
    }

    /// The id of the rule of SPEC.md, without brackets; empty where no one rule is meant.
    pub const fn rule(&self) -> &'static str {
        self.code.rule()
    }

    /// Where it lies.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What is wrong, and where, in words.
    pub fn message(&self, lang: Lang) -> String {
        let text = self.code.text(lang, &self.details);
        if self.place.document == ErrorKind::Value && self.place.path.is_empty() {
            return text;
        }
        match lang {
            Lang::Zh => format!("{}：{text}", self.place.in_words(lang)),
            Lang::En => format!("{}: {text}", self.place.in_words(lang)),
        }
    }

    pub(crate) fn to_json(&self) -> Json<'static> {
        let mut place = vec![("document", Json::text(self.place.document.as_str()))];
        if let Some(row) = self.place.row {
            place.push(("row", Json::count(row)));
        }
        if !self.place.path.is_empty() {
            place.push(("path", Json::text(self.place.path.to_string())));
        }
        let mut fields = vec![("code", Json::text(self.code()))];
        if !self.rule().is_empty() {
            fields.push(("rule", Json::text(self.rule())));
        }
        fields.push(("place", Json::object(place)));
        fields.push(("message", in_both(|lang| self.message(lang))));
        Json::object(fields)
    }
}

/// A text in both languages, as reports and errors write it.
pub(crate) fn in_both(text: impl Fn(Lang) -> String) -> Json<'static> {
    Json::object([
        ("zh", Json::text(text(Lang::Zh))),
        ("en", Json::text(text(Lang::En))),
    ])
}

/// A hostile value must not make a message of a megabyte.
fn shorten(value: &str) -> String {
    const KEPT: usize = 80;
    match value.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// Why an input was refused: one or more faults, of which the first 20 are kept.
///
/// ```
/// use suiji::{Lang, Ratio};
///
/// let error = "101%".parse::<Ratio>().unwrap_err();
/// assert_eq!(error.code(), "ratio.form");
/// assert!(error.message(Lang::Zh).contains("101%"));
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Error(Arc<Faults>);

impl Error {
    /// An error of one fault.
    pub fn new(fault: Fault) -> Self {
        Self(Arc::new(Faults {
            kept: vec![fault],
            count: 1,
        }))
    }

    pub(crate) fn one(code: &'static Code, place: Place, details: &[(&'static str, &str)]) -> Self {
        Self::new(Fault::new(code, place, details))
    }

    /// The stage that refused, that of the first fault.
    pub fn kind(&self) -> ErrorKind {
        self.first()
            .map_or(ErrorKind::Value, |fault| fault.place.document)
    }

    /// The stable code of the first fault.
    pub fn code(&self) -> &'static str {
        self.first().map_or("", Fault::code)
    }

    /// The faults, 20 at the most.
    pub fn faults(&self) -> &[Fault] {
        &self.0.kept
    }

    /// How many faults there are.
    pub fn fault_count(&self) -> u64 {
        self.0.count
    }

    /// Every fault kept in words, a line each, and how many more there are.
    pub fn message(&self, lang: Lang) -> String {
        self.lines(|fault| fault.message(lang), lang)
    }

    /// The error as a JSON document (`schema/error.schema.json`).
    pub fn to_json(&self) -> String {
        Json::object([
            ("kind", Json::text(self.kind().as_str())),
            ("code", Json::text(self.code())),
            ("count", Json::count(self.0.count)),
            ("faults", Json::list(self.0.kept.iter().map(Fault::to_json))),
        ])
        .to_pretty()
    }

    fn first(&self) -> Option<&Fault> {
        self.0.kept.first()
    }

    fn lines(&self, line: impl Fn(&Fault) -> String, lang: Lang) -> String {
        let mut lines: Vec<String> = self.0.kept.iter().map(line).collect();
        let more = self.0.count.saturating_sub(self.0.kept.len() as u64);
        if more > 0 {
            lines.push(match lang {
                Lang::Zh => format!("另有{more}处错误，共{}处", self.0.count),
                Lang::En => format!("and {more} more faults, {} in all", self.0.count),
            });
        }
        lines.join("\n")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |fault: &Fault| {
            let rule = match fault.rule() {
                "" => String::new(),
                rule => format!(" [{rule}]"),
            };
            format!("{}: {}{rule}", fault.code(), fault.message(Lang::En))
        };
        f.write_str(&self.lines(line, Lang::En))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl core::error::Error for Error {}

/// Collects the faults of an input, so that they are reported together.
///
/// Readers of other forms (spreadsheets, data frames) collect theirs in the same way.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Faults {
    kept: Vec<Fault>,
    count: u64,
}

impl Faults {
    /// Adds a fault.
    pub fn push(&mut self, fault: Fault) {
        self.count += 1;
        if self.kept.len() < limits::FAULTS {
            self.kept.push(fault);
        }
    }

    pub(crate) fn add(
        &mut self,
        code: &'static Code,
        place: Place,
        details: &[(&'static str, &str)],
    ) {
        self.push(Fault::new(code, place, details));
    }

    /// Adds those of an error, or of another collection, after these.
    pub(crate) fn append(&mut self, other: &Self) {
        let room = limits::FAULTS.saturating_sub(self.kept.len());
        self.kept.extend(other.kept.iter().take(room).cloned());
        self.count += other.count;
    }

    /// Adds those of an error.
    pub fn extend(&mut self, error: &Error) {
        self.append(&error.0);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// `value`, where there are no faults.
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

    /// The value of a reader that gave none only where it recorded a fault.
    pub(crate) fn into_option<T>(self, value: Option<T>) -> Result<T, Error> {
        match value {
            Some(value) => self.into_result(value),
            None if self.is_empty() => Err(Error::one(
                codes::MISSING,
                Place::value(),
                &[("field", "$")],
            )),
            None => Err(Error(Arc::new(self))),
        }
    }
}
