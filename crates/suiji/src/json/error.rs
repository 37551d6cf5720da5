//! An error as a JSON document.

use super::Json;
use crate::base::error::{Error, Fault};
use crate::base::lang::Lang;

impl Error {
    /// The error as a JSON document (`schema/error.schema.json`).
    pub fn to_json(&self) -> String {
        Json::object([
            ("kind", Json::text(self.kind().as_str())),
            ("code", Json::text(self.code())),
            ("count", Json::count(self.fault_count())),
            ("faults", Json::list(self.faults().iter().map(fault))),
        ])
        .to_pretty()
    }
}

fn fault(fault: &Fault) -> Json<'static> {
    let mut place = vec![("document", Json::text(fault.place().document().as_str()))];
    if let Some(row) = fault.place().row() {
        place.push(("row", Json::count(row)));
    }
    if !fault.place().path().is_empty() {
        place.push(("path", Json::text(fault.place().path().to_owned())));
    }
    let mut fields = vec![("code", Json::text(fault.code()))];
    if !fault.rule().is_empty() {
        fields.push(("rule", Json::text(fault.rule())));
    }
    fields.push(("place", Json::object(place)));
    fields.push(("message", in_both(|lang| fault.message(lang))));
    Json::object(fields)
}

/// A text in both languages, as reports and errors write it.
pub(crate) fn in_both(text: impl Fn(Lang) -> String) -> Json<'static> {
    Json::object([
        ("zh", Json::text(text(Lang::Zh))),
        ("en", Json::text(text(Lang::En))),
    ])
}
