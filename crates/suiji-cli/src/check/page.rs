//! The page of a check, to print for those who decide about the plan.

use std::fmt::Write;

use suiji::Lang;
use suiji::seal::{Finding, Severity};

use super::Checked;
use crate::base::error;
use crate::show::html::{self, escaped};
use crate::show::{outlook, tasks};
use crate::texts::{self, Localized};

/// The page of a case that can be sealed.
pub(super) fn html(checked: &Checked<'_>, lang: Lang) -> String {
    let of = checked.sealed.commitment();
    let title = texts::check_title(of.authority(), of.year()).text(lang);
    let mut out = html::begin(&title, lang);
    let [registry, roster, history] =
        [of.registry(), of.roster(), of.history()].map(|root| root.size());
    let counts = texts::row_counts(registry, roster, history).text(lang);
    let _ = writeln!(out, "<p>{}</p>", escaped(&counts));
    let graded = [
        (Severity::Error, texts::check_errors as fn(usize) -> _),
        (Severity::Warning, texts::check_warnings as fn(usize) -> _),
        (Severity::Note, texts::check_notes as fn(usize) -> _),
    ];
    for (severity, heading) in graded {
        let of_severity = |of: &&Finding| of.severity() == severity;
        let items: Vec<String> = checked
            .findings
            .iter()
            .filter(of_severity)
            .map(|of| item(of, lang))
            .collect();
        if severity != Severity::Error || !items.is_empty() {
            html::section(&mut out, &heading(items.len()), &items, lang);
        }
    }
    for (heading, rows, legend) in tasks::cells(checked.sealed, &checked.summaries, lang) {
        let _ = writeln!(out, "<h2>{}</h2>", escaped(&heading.text(lang)));
        html::table(&mut out, &rows);
        let legend = legend.text(lang);
        if !legend.is_empty() {
            let _ = writeln!(
                out,
                "<p>{}</p>",
                escaped(&texts::in_brackets(legend).text(lang))
            );
        }
    }
    for (heading, lines) in outlook::parts(&checked.outlook, checked.sealed.inputs()) {
        let lines: Vec<String> = lines.iter().map(|line| escaped(&line.text(lang))).collect();
        html::section(&mut out, &heading, &lines, lang);
    }
    if checked.without_ceremony {
        let text = texts::check_without_ceremony().text(lang);
        let _ = writeln!(out, "<p>{}</p>", escaped(&text));
    }
    html::end(&mut out);
    out
}

fn item(finding: &Finding, lang: Lang) -> String {
    escaped(error::finding(finding).text(lang).trim())
}

/// The page of a case that cannot be sealed: its errors, and the findings that may explain them.
pub(super) fn of_errors(text: &str, lang: Lang) -> String {
    let title = texts::check_cannot().text(lang);
    let mut out = html::begin(&title, lang);
    out.push_str("<section>\n<ul>\n");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let _ = writeln!(out, "<li>{}</li>", escaped(line.trim()));
    }
    out.push_str("</ul>\n</section>\n");
    html::end(&mut out);
    out
}
