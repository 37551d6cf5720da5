//! The status as a page. It is for the office, not for the public, because it shows risk
//! classes.

use std::fmt::Write;

use suiji::results::InspectionStatus;
use suiji::seal::Finding;
use suiji::values::Date;
use suiji::{Inputs, Lang};

use super::deadlines::Overdue;
use crate::base::error;
use crate::show::html::{self, escaped};
use crate::show::status;
use crate::texts::{self, Localized};

/// The contents of the page.
pub(super) struct Shown<'s> {
    pub(super) inputs: &'s Inputs,
    pub(super) status: &'s InspectionStatus<'s>,
    pub(super) overdue: &'s Overdue<'s>,
}

pub(super) fn html(shown: &Shown<'_>, found: &[Finding], today: Date, lang: Lang) -> String {
    let (inputs, of, overdue) = (shown.inputs, shown.status, shown.overdue);
    let plan = inputs.plan();
    let title = texts::status_title(plan.authority(), plan.year(), today).text(lang);
    let mut out = html::begin(&title, lang);
    let tables = [
        (
            texts::status_by_task(),
            overdue.by_task(status::by_task(of, lang), of, lang),
        ),
        (
            texts::status_by_stratum(),
            overdue.by_stratum(status::by_stratum(inputs, of, lang), of, lang),
        ),
        (
            texts::status_by_inspector(),
            overdue.by_inspector(status::by_inspector(inputs, of, lang), of, lang),
        ),
    ];
    for (heading, rows) in tables {
        if rows.len() > 1 {
            let _ = writeln!(out, "<h2>{}</h2>", escaped(&heading.text(lang)));
            html::table(&mut out, &rows);
        }
    }
    let name = |id: &str| inputs.registry().name(id).unwrap_or_default().to_owned();
    let late = overdue.lines(name);
    let heading = texts::status_overdue(late.len());
    let late = late.into_iter().chain(overdue.unknown());
    let late: Vec<String> = late.map(|line| escaped(&line.text(lang))).collect();
    html::section(&mut out, &heading, &late, lang);
    let items: Vec<String> = found
        .iter()
        .map(|of| escaped(error::finding(of).text(lang).trim()))
        .collect();
    html::section(&mut out, &texts::status_findings(items.len()), &items, lang);
    let open = status::open(inputs, of);
    let open: Vec<String> = open.iter().map(|line| escaped(&line.text(lang))).collect();
    html::section(&mut out, &texts::status_open(open.len()), &open, lang);
    html::end(&mut out);
    out
}
