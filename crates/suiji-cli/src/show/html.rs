//! Pages for printing: HTML that needs no other file.

use std::fmt::Write;

use suiji::Lang;

use crate::base::error::printable;
use crate::texts::{self, Localized, Text};

const STYLE: &str = "@page{size:A4;margin:14mm}\
body{font:10pt/1.45 'Noto Serif CJK SC','Source Han Serif SC',SimSun,serif;color:#000;max-width:182mm;margin:0 auto}\
h1{font-size:15pt;margin:0 0 3mm}h2{font-size:11pt;margin:0 0 1mm}\
section{border:1px solid #000;padding:2mm 3mm;margin:3mm 0;break-inside:avoid-page}\
table{border-collapse:collapse}td{padding:0 3mm 1mm 0;vertical-align:top}\
.grid{margin:2mm 0;font-size:9pt}.grid td,.grid th{border:1px solid #000;padding:.5mm 2mm;text-align:right;font-weight:normal}\
.grid td:first-child,.grid th:first-child{text-align:left}\
code{font:9pt/1.4 monospace;overflow-wrap:anywhere}\
ul{margin:0;padding:0;list-style:none}li{padding-left:1.4em;text-indent:-1.4em}\
li small{display:block;text-indent:0}.verdict{font-weight:bold;font-size:12pt}";

/// The beginning of a page, up to its title.
pub(crate) fn begin(title: &str, lang: Lang) -> String {
    let code = texts::page_language().text(lang);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
        escaped(title)
    )
}

/// The end of a page.
pub(crate) fn end(out: &mut String) {
    out.push_str("</body>\n</html>\n");
}

/// A box with a heading and a list. A text replaces an empty list.
pub(crate) fn section(out: &mut String, heading: &Text, items: &[String], lang: Lang) {
    let heading = escaped(&heading.text(lang));
    let _ = write!(out, "<section>\n<h2>{heading}</h2>\n<ul>\n");
    if items.is_empty() {
        let empty = texts::box_empty().text(lang);
        let _ = writeln!(out, "<li>{}</li>", escaped(empty.trim()));
    }
    for item in items {
        let _ = writeln!(out, "<li>{item}</li>");
    }
    out.push_str("</ul>\n</section>\n");
}

/// A table. Its first row has the column heads.
pub(crate) fn table(out: &mut String, rows: &[Vec<String>]) {
    out.push_str("<table class=\"grid\">\n");
    for (number, row) in rows.iter().enumerate() {
        let tag = if number == 0 { "th" } else { "td" };
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<{tag}>{}</{tag}>", escaped(cell));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// Escapes a text for HTML.
pub(crate) fn escaped(text: &str) -> String {
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
