//! A report as one page for printing.

use std::fmt::Write;

use suiji::{Commitment, Digest, Lang, Report};

use super::boxes::{Boxes, Line};
use super::html::{self, escaped};
use super::report;
use crate::base::error::printable;
use crate::texts::{self, Localized, Text};

/// The contents of the page.
#[derive(Debug)]
pub(crate) struct Page<'p> {
    pub(crate) commitment: &'p Commitment,
    /// The digest of the record.
    pub(crate) record: Digest,
    pub(crate) boxes: &'p Boxes,
    pub(crate) report: &'p Report,
}

/// The page in one language.
pub(crate) fn html(page: &Page<'_>, lang: Lang) -> String {
    let title = texts::page_title().text(lang);
    let mut out = html::begin(&title, lang);
    let of = page.commitment;
    out.push_str("<table>\n");
    let sealed = texts::sealed_at(of.authority(), of.year(), of.sealed_at().as_str());
    row(
        &mut out,
        texts::page_draw(),
        &escaped(&sealed.text(lang)),
        lang,
    );
    let digest = |digest: Digest| format!("<code>{}</code>", digest.to_groups());
    row(
        &mut out,
        texts::page_commitment(),
        &digest(of.digest()),
        lang,
    );
    row(&mut out, texts::page_record(), &digest(page.record), lang);
    out.push_str("</table>\n");
    let verdict = texts::verdict(page.report.message(lang)).text(lang);
    let _ = writeln!(out, "<p class=\"verdict\">{}</p>", escaped(&verdict));
    let boxes = page.boxes;
    for (heading, of) in [
        (texts::box_proved(boxes.proved.len()), &boxes.proved),
        (
            texts::box_not_proved(boxes.not_proved.len()),
            &boxes.not_proved,
        ),
        (texts::box_on_trust(boxes.on_trust.len()), &boxes.on_trust),
    ] {
        html::section(&mut out, &heading, &lines(of, lang), lang);
    }
    notes(&mut out, page, lang);
    let _ = writeln!(
        out,
        "<p>{}</p>",
        escaped(&texts::page_signature().text(lang))
    );
    html::end(&mut out);
    out
}

fn row(out: &mut String, name: Text, value: &str, lang: Lang) {
    let name = escaped(&name.text(lang));
    let _ = writeln!(out, "<tr><td>{name}</td><td>{value}</td></tr>");
}

/// The lines of a box.
fn lines(lines: &[Line], lang: Lang) -> Vec<String> {
    let item = |line: &Line| {
        let text = format!("{} {}", line.mark, line.in_words().text(lang));
        let mut item = escaped(&text);
        if let Some((path, expected, found)) = &line.failed {
            let values = texts::expected_and_found(path, expected.clone(), found.clone());
            for value in values.text(lang).lines() {
                let _ = write!(item, "<small>{}</small>", escaped(value.trim()));
            }
        }
        item
    };
    lines.iter().map(item).collect()
}

/// Outcomes of the sources, facts and warnings.
fn notes(out: &mut String, page: &Page<'_>, lang: Lang) {
    let mut lines = Vec::new();
    for (source, outcomes) in page.commitment.sources().iter().zip(page.report.outcomes()) {
        if let Some(outcomes) = outcomes {
            lines.push(texts::source_outcomes(source.name(), report::number(outcomes)).text(lang));
        }
    }
    for (source, margin) in page.commitment.sources().iter().zip(page.report.margins()) {
        if let Some(margin) = margin {
            lines.push(texts::source_margin(source.name(), report::clock(*margin)).text(lang));
        }
    }
    lines.extend(page.report.facts().iter().map(|fact| fact.message(lang)));
    let warnings = page.report.warnings().iter();
    lines.extend(warnings.map(|of| texts::warning(of.message(lang), of.code()).text(lang)));
    if lines.is_empty() {
        return;
    }
    out.push_str("<ul>\n");
    for line in lines {
        let _ = writeln!(out, "<li>{}</li>", escaped(printable(&line).trim()));
    }
    out.push_str("</ul>\n");
}
