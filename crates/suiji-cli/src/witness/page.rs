//! The sheet of a witness: what to write down, and when.

use std::fmt::Write;

use suiji::{Commitment, Lang};
use suiji_evidence::Ledger;

use crate::show::html::{self, escaped};
use crate::show::values;
use crate::texts::{self, Localized, Text};

/// Space for a digest: groups of four digits.
const DIGEST: &str =
    "____ ____ ____ ____ ____ ____ ____ ____<br>____ ____ ____ ____ ____ ____ ____ ____";

/// The page.
pub(super) fn html(commitment: &Commitment, ledger: Option<&Ledger>, lang: Lang) -> String {
    let title = texts::sheet_title(commitment.authority(), commitment.year()).text(lang);
    let mut out = html::begin(&title, lang);
    let _ = writeln!(out, "<p>{}</p>", text(&texts::sheet_about(), lang));
    let mut before = vec![
        text(&texts::sheet_before(), lang),
        code(&commitment.digest().to_groups()),
        text(&texts::sheet_same(), lang),
    ];
    if let Some(ledger) = ledger {
        before.push(text(&texts::sheet_head(ledger.entries().len()), lang));
        before.push(code(&ledger.root().to_groups()));
    }
    html::section(&mut out, &texts::sheet_first(), &before, lang);
    let mut fallen = vec![text(&texts::sheet_values(), lang)];
    for (number, source) in (1..).zip(commitment.sources()) {
        let source = values::source(source).text(lang);
        fallen.push(format!(
            "{number}. {}<br>____________________",
            escaped(&source)
        ));
    }
    html::section(&mut out, &texts::sheet_second(), &fallen, lang);
    let mut after = vec![
        text(&texts::sheet_record(), lang),
        format!("<code>{DIGEST}</code>"),
    ];
    if ledger.is_some() {
        after.push(text(&texts::sheet_head_after(), lang));
        after.push(format!("<code>{DIGEST}</code>"));
    }
    html::section(&mut out, &texts::sheet_third(), &after, lang);
    let later = [
        text(&texts::sheet_check(), lang),
        format!("<pre>{}</pre>", text(&texts::sheet_example(), lang)),
    ];
    html::section(&mut out, &texts::sheet_later(), &later, lang);
    let _ = writeln!(out, "<p>{}</p>", text(&texts::sheet_signed(), lang));
    html::end(&mut out);
    out
}

fn text(of: &Text, lang: Lang) -> String {
    escaped(&of.text(lang))
}

fn code(digits: &str) -> String {
    format!("<code>{}</code>", escaped(digits))
}
