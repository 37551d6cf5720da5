//! A report as one page to be printed: HTML that needs no other file.

use std::fmt::Write;

use suiji::{Commitment, Digest, Lang, Report};

use super::boxes::{Boxes, Line};
use super::report;
use crate::base::error::printable;
use crate::texts::{self, Localized, Text};

/// What is on the page.
#[derive(Debug)]
pub(crate) struct Page<'p> {
    pub(crate) commitment: &'p Commitment,
    /// The digest of the record.
    pub(crate) record: Digest,
    pub(crate) boxes: &'p Boxes,
    pub(crate) report: &'p Report,
}

const STYLE: &str = "@page{size:A4;margin:14mm}\
body{font:10pt/1.45 'Noto Serif CJK SC','Source Han Serif SC',SimSun,serif;color:#000;max-width:182mm;margin:0 auto}\
h1{font-size:15pt;margin:0 0 3mm}h2{font-size:11pt;margin:0 0 1mm}\
section{border:1px solid #000;padding:2mm 3mm;margin:3mm 0;break-inside:avoid-page}\
table{border-collapse:collapse}td{padding:0 3mm 1mm 0;vertical-align:top}\
code{font:9pt/1.4 monospace;overflow-wrap:anywhere}\
ul{margin:0;padding:0;list-style:none}li{padding-left:1.4em;text-indent:-1.4em}\
li small{display:block;text-indent:0}.verdict{font-weight:bold;font-size:12pt}";

/// The page in one language.
pub(crate) fn html(page: &Page<'_>, lang: Lang) -> String {
    let mut out = String::new();
    let (title, code) = (
        texts::page_title().text(lang),
        texts::page_language().text(lang),
    );
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
        escaped(&title)
    );
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
    section(
        &mut out,
        texts::box_proved(boxes.proved.len()),
        &boxes.proved,
        lang,
    );
    section(
        &mut out,
        texts::box_not_proved(boxes.not_proved.len()),
        &boxes.not_proved,
        lang,
    );
    section(
        &mut out,
        texts::box_on_trust(boxes.on_trust.len()),
        &boxes.on_trust,
        lang,
    );
    notes(&mut out, page, lang);
    let _ = writeln!(
        out,
        "<p>{}</p>",
        escaped(&texts::page_signature().text(lang))
    );
    out.push_str("</body>\n</html>\n");
    out
}

fn row(out: &mut String, name: Text, value: &str, lang: Lang) {
    let name = escaped(&name.text(lang));
    let _ = writeln!(out, "<tr><td>{name}</td><td>{value}</td></tr>");
}

fn section(out: &mut String, heading: Text, lines: &[Line], lang: Lang) {
    let heading = escaped(&heading.text(lang));
    let _ = write!(out, "<section>\n<h2>{heading}</h2>\n<ul>\n");
    if lines.is_empty() {
        let empty = texts::box_empty().text(lang);
        let _ = writeln!(out, "<li>{}</li>", escaped(empty.trim()));
    }
    for line in lines {
        let text = format!("{} {}", line.mark, line.in_words().text(lang));
        let _ = write!(out, "<li>{}", escaped(&text));
        if let Some((path, expected, found)) = &line.failed {
            let values = texts::expected_and_found(path, expected.clone(), found.clone());
            for value in values.text(lang).lines() {
                let _ = write!(out, "<small>{}</small>", escaped(value.trim()));
            }
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

/// Outcomes of the sources, facts and warnings.
fn notes(out: &mut String, page: &Page<'_>, lang: Lang) {
    let mut lines = Vec::new();
    for (source, outcomes) in page.commitment.sources().iter().zip(page.report.outcomes()) {
        if let Some(outcomes) = outcomes {
            lines.push(texts::source_outcomes(source.name(), report::number(outcomes)).text(lang));
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

/// Text as HTML shows it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in printable(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_name_stays_text() {
        assert_eq!(
            escaped("<b onclick='x'>\"A&B\"</b>\u{1b}"),
            "&lt;b onclick=&#39;x&#39;&gt;&quot;A&amp;B&quot;&lt;/b&gt;\u{FFFD}"
        );
    }
}
