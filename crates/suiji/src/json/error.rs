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
    Json::object(fault_fields(fault))
}

/// The fields of a fault.
pub(crate) fn fault_fields(fault: &Fault) -> Vec<(&'static str, Json<'static>)> {
    let mut place = vec![("kind", Json::text(fault.place().kind().as_str()))];
    if let Some(row) = fault.place().row() {
        place.push(("row", Json::count(row)));
    }
    if let Some(id) = fault.place().id() {
        place.push(("id", Json::text(id.to_owned())));
    }
    if !fault.place().path().is_empty() {
        place.push(("path", Json::text(fault.place().path().to_owned())));
    }
    let mut fields = vec![("code", Json::text(fault.code()))];
    if !fault.rule().is_empty() {
        fields.push(("rule", Json::text(fault.rule())));
    }
    fields.push(("place", Json::object(place)));
    if fault.count() > 1 {
        fields.push(("count", Json::count(fault.count())));
        fields.push((
            "rows",
            Json::list(fault.rows().iter().map(|row| Json::count(*row))),
        ));
        if fault.ids().iter().any(|id| !id.is_empty()) {
            let ids = fault.ids().iter().map(|id| Json::text(id.clone()));
            fields.push(("ids", Json::list(ids)));
        }
    }
    let details: Vec<_> = fault
        .details()
        .map(|(key, value)| (key, Json::text(value.to_owned())))
        .collect();
    if !details.is_empty() {
        fields.push(("details", Json::object(details)));
    }
    fields.push(("message", in_both(|lang| fault.message(lang))));
    fields
}

/// A text in both languages, as reports and errors write it.
pub(crate) fn in_both(text: impl Fn(Lang) -> String) -> Json<'static> {
    Json::object([
        ("zh", Json::text(text(Lang::Zh))),
        ("en", Json::text(text(Lang::En))),
    ])
}
