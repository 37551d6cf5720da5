//! One finding: code, severity, place, text and remedy.

use core::fmt;

use crate::base::error::{Error, ErrorKind, Fault, Place};
use crate::base::lang::Lang;
use crate::base::texts::{Notice, Severity, Text};
use crate::json::{Json, fault_fields, in_both};

/// A fact about the inputs that somebody should look at before the digest is published.
///
/// Rows with the same finding form one finding, with a count and the numbers of the first rows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    fault: Fault,
    severity: Severity,
    remedy: Option<Text>,
}

impl Finding {
    /// About a document as a whole.
    pub(crate) fn new(kind: ErrorKind, notice: Notice) -> Self {
        Self::of(notice.problem.clone().at(Place::new(kind, "")), notice)
    }

    /// About rows of a column.
    pub(crate) fn in_rows(
        kind: ErrorKind,
        column: &'static str,
        notice: Notice,
        rows: Vec<u64>,
    ) -> Self {
        let fault = Fault::in_rows(notice.problem.clone(), kind, column, rows);
        Self::of(fault, notice)
    }

    /// Adds the ids of the rows; `id_of` gives the id of a row by its number.
    pub(super) fn name_rows<'t>(&mut self, id_of: impl Fn(u64) -> Option<&'t str>) {
        self.fault.name_rows(id_of);
    }

    fn of(fault: Fault, notice: Notice) -> Self {
        let remedy = Some(notice.remedy).filter(|remedy| !remedy.text(Lang::En).is_empty());
        Self {
            fault,
            severity: notice.severity,
            remedy,
        }
    }

    /// The faults of an error as findings, so that one list has everything that is wrong.
    pub fn of_error(error: &Error) -> Vec<Self> {
        let finding = |fault: &Fault| Self {
            fault: fault.clone(),
            severity: Severity::Error,
            remedy: None,
        };
        error.faults().iter().map(finding).collect()
    }

    /// The stable code, such as `allocation.stratum-not-taken`.
    pub const fn code(&self) -> &'static str {
        self.fault.code()
    }

    /// The id of the rule of SPEC.md that it is about, without brackets.
    pub const fn rule(&self) -> &'static str {
        self.fault.rule()
    }

    /// How serious it is.
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// The document that it is about. If it is about rows, also the column and the first row.
    pub const fn place(&self) -> &Place {
        self.fault.place()
    }

    /// How often it was found. If it is about rows, in how many rows.
    pub const fn count(&self) -> u64 {
        self.fault.count()
    }

    /// The numbers of the first rows in which it was found, ascending, at most 1,000.
    pub fn rows(&self) -> &[u64] {
        self.fault.rows()
    }

    /// A detail by its key, such as `task`. The keys are the `{names}` in the text of the code.
    pub fn detail(&self, key: &str) -> Option<&str> {
        self.fault.detail(key)
    }

    /// All details: keys and values.
    pub fn details(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.fault.details()
    }

    /// The text for people: what was found, and in which rows.
    pub fn message(&self, lang: Lang) -> String {
        match self.severity {
            Severity::Error => self.fault.message(lang),
            _ if self.fault.rows().is_empty() => self.fault.problem(lang),
            // Most of these texts name ids themselves.
            _ => self.fault.without_ids().named_message(lang),
        }
    }

    /// A remedy, if something can be done.
    pub fn remedy(&self, lang: Lang) -> Option<&str> {
        self.remedy.as_ref().map(|remedy| remedy.text(lang))
    }

    /// The finding as a JSON document (`schema/finding.schema.json`).
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    pub(crate) fn tree(&self) -> Json<'static> {
        let mut fields = vec![("severity", Json::text(self.severity.as_str()))];
        fields.extend(
            fault_fields(&self.fault)
                .into_iter()
                .map(|field| match field {
                    ("message", _) => ("message", in_both(|lang| self.message(lang))),
                    field => field,
                }),
        );
        if let Some(remedy) = &self.remedy {
            fields.push(("remedy", in_both(|lang| remedy.text(lang).to_owned())));
        }
        Json::object(fields)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code(), self.message(Lang::En))
    }
}
