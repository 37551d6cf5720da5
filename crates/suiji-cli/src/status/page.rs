//! The status as a page: for the office, not for the public, since it shows risk classes.

use std::fmt::Write;

use suiji::results::InspectionStatus;
use suiji::seal::Finding;
use suiji::values::Date;
use suiji::{Inputs, Lang};

use crate::base::error;
use crate::show::html::{self, escaped};
use crate::show::status;
use crate::texts::{self, Localized};

pub(super) fn html(
    inputs: &Inputs,
    of: &InspectionStatus<'_>,
    found: &[Finding],
    today: Date,
    lang: Lang,
) -> String {
    let plan = inputs.plan();
    let title = texts::status_title(plan.authority(), plan.year(), today).text(lang);
    let mut out = html::begin(&title, lang);
    let tables = [
        (texts::status_by_task(), status::by_task(of, lang)),
        (
            texts::status_by_stratum(),
            status::by_stratum(inputs, of, lang),
        ),
        (
            texts::status_by_inspector(),
            status::by_inspector(inputs, of, lang),
        ),
    ];
    for (heading, rows) in tables {
        if rows.len() > 1 {
            let _ = writeln!(out, "<h2>{}</h2>", escaped(&heading.text(lang)));
            html::table(&mut out, &rows);
        }
    }
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
