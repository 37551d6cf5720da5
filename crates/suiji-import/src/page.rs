//! The log as one page for printing: HTML that needs no other file.

use std::collections::BTreeMap;
use std::fmt::Write;

use suiji::Lang;

use crate::ask::Question;
use crate::base::texts::{self, Localized, Text};
use crate::import::Import;
use crate::log::SheetLog;
use crate::value::rules::Rule;

const STYLE: &str = "@page{size:A4;margin:12mm}\
body{font:10pt/1.45 'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif;color:#000;max-width:186mm;margin:0 auto}\
h1{font-size:15pt;margin:0 0 2mm}h2{font-size:12pt;margin:6mm 0 1mm}h3{font-size:10.5pt;margin:3mm 0 1mm}\
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.5mm 1.5mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#eee}td.n{text-align:right;white-space:nowrap}del{color:#a00}ins{color:#060;text-decoration:none}\
.sign{margin-top:8mm;break-inside:avoid}.sign th{width:12%;white-space:nowrap}.sign td{height:14mm;width:21%}\
ul{margin:0;padding-left:5mm}tr{break-inside:avoid}";

/// The maximum number of different changes that the page shows for one column.
const SHOWN: usize = 60;

/// The page of an import, in one language.
pub fn page(import: &Import, lang: Lang) -> String {
    let mut out = begin(&texts::page_title(), lang);
    paragraph(&mut out, &texts::page_note(), lang);
    summaries(&mut out, import, lang);
    questions(&mut out, import.questions(), lang);
    for sheet in &import.log().sheets {
        changes(&mut out, sheet, lang);
    }
    end(&mut out, lang);
    out
}

/// The start of a page, with its title.
pub(crate) fn begin(title: &Text, lang: Lang) -> String {
    let mut out = String::new();
    let title = escaped(title.get(lang));
    let code = texts::page_language().localized(lang);
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    out
}

/// Space for the signatures of those responsible for the import.
fn signatures(out: &mut String, lang: Lang) {
    let cells = [
        texts::page_prepared(),
        texts::page_checked(),
        texts::page_date(),
    ];
    out.push_str("<table class=\"sign\">\n<tr>");
    for cell in cells {
        let _ = write!(out, "<th>{}</th><td></td>", escaped(cell.get(lang)));
    }
    out.push_str("</tr>\n</table>\n");
}

/// The end of a page, with space for signatures.
pub(crate) fn end(out: &mut String, lang: Lang) {
    signatures(out, lang);
    out.push_str("</body>\n</html>\n");
}

fn summaries(out: &mut String, import: &Import, lang: Lang) {
    heading(out, 2, &texts::page_summary().localized(lang));
    let heads = [
        texts::page_list(),
        texts::page_read(),
        texts::page_taken(),
        texts::page_left_out(),
        texts::page_changed(),
        texts::page_noted(),
    ];
    begin_table(out, &heads, lang);
    for of in import.summaries() {
        let counts = |counts: &[(Rule, u64)]| {
            let items = counts.iter().map(|(rule, count)| {
                format!(
                    "<li>{}: {count}</li>",
                    escaped(&rule.text().localized(lang))
                )
            });
            format!("<ul>{}</ul>", items.collect::<String>())
        };
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(&of.list.name().localized(lang)),
            of.read,
            of.taken,
            counts(&of.left_out),
            counts(&of.changed),
            counts(&of.noted),
        );
    }
    out.push_str("</table>\n");
}

/// The open questions.
pub(crate) fn questions(out: &mut String, questions: &[Question], lang: Lang) {
    if questions.is_empty() {
        return;
    }
    heading(
        out,
        2,
        &texts::page_questions(questions.len()).localized(lang),
    );
    out.push_str("<ul>\n");
    for question in questions {
        let text = escaped(question.text.get(lang));
        let places = escaped(question.places_text().get(lang));
        let _ = writeln!(out, "<li>{text} <small>{places}</small></li>");
    }
    out.push_str("</ul>\n");
}

/// The use of each column.
fn columns_used(out: &mut String, sheet: &SheetLog, lang: Lang) {
    if sheet.used.is_empty() {
        return;
    }
    heading(out, 3, texts::page_columns().get(lang));
    begin_table(out, &[texts::page_column(), texts::page_used_as()], lang);
    for (name, means) in &sheet.used {
        let (name, means) = (escaped(name), escaped(means.get(lang)));
        let _ = writeln!(out, "<tr><td>{name}</td><td>{means}</td></tr>");
    }
    out.push_str("</table>\n");
}

/// The changes of a sheet. Equal ones are grouped.
fn changes(out: &mut String, sheet: &SheetLog, lang: Lang) {
    heading(
        out,
        2,
        &texts::page_file(&sheet.file, &sheet.sheet).localized(lang),
    );
    columns_used(out, sheet, lang);
    heading(out, 3, texts::page_changes().get(lang));
    let counted = sheet.counted();
    let mut columns: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, (change, (count, _))) in sheet.changes.iter().zip(&counted).enumerate() {
        if *count > 0 {
            columns.entry(change.column).or_default().push(index);
        }
    }
    if columns.is_empty() {
        paragraph(out, &texts::page_nothing(), lang);
        return;
    }
    let heads = [
        texts::page_column(),
        texts::page_before(),
        texts::page_after(),
        texts::page_rule(),
        texts::page_count(),
        texts::page_rows(),
    ];
    begin_table(out, &heads, lang);
    // Rows that were left out come first, because they have no column.
    let of_cells = |changes: &[usize]| {
        let first = changes.first().and_then(|index| u32::try_from(*index).ok());
        let entry = first.and_then(|index| sheet.entry(0, index));
        entry.is_some_and(|entry| !entry.column.is_empty())
    };
    let mut columns: Vec<Vec<usize>> = columns.into_values().collect();
    columns.sort_by_key(|changes| of_cells(changes));
    for mut changes in columns {
        changes.sort_by_key(|index| {
            let count = counted.get(*index).map_or(0, |(count, _)| *count);
            (std::cmp::Reverse(count), *index)
        });
        for index in changes.iter().take(SHOWN) {
            let Some((count, rows)) = counted.get(*index) else {
                continue;
            };
            let Some(entry) = sheet.entry(0, u32::try_from(*index).unwrap_or(u32::MAX)) else {
                continue;
            };
            let rows: Vec<String> = rows
                .iter()
                .filter(|row| **row > 0)
                .map(u32::to_string)
                .collect();
            let more = if *count > rows.len() as u64 && !rows.is_empty() {
                " …"
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "<tr><td>{}</td><td><del>{}</del></td><td><ins>{}</ins></td><td>{}</td><td class=\"n\">{count}</td><td>{}{more}</td></tr>",
                escaped(entry.column),
                escaped(&with_edges(entry.before, lang)),
                escaped(&with_edges(entry.after_text().get(lang), lang)),
                escaped(entry.rules.text().get(lang)),
                rows.join(", "),
            );
        }
        if changes.len() > SHOWN {
            let more = texts::page_more(changes.len() - SHOWN).localized(lang);
            let _ = writeln!(out, "<tr><td colspan=\"6\">{}</td></tr>", escaped(&more));
        }
    }
    out.push_str("</table>\n");
}

pub(crate) fn heading(out: &mut String, level: u8, text: &str) {
    let _ = writeln!(out, "<h{level}>{}</h{level}>", escaped(text));
}

pub(crate) fn paragraph(out: &mut String, text: &Text, lang: Lang) {
    let _ = writeln!(out, "<p>{}</p>", escaped(text.get(lang)));
}

pub(crate) fn begin_table(out: &mut String, heads: &[Text], lang: Lang) {
    out.push_str("<table>\n<tr>");
    for head in heads {
        let _ = write!(out, "<th>{}</th>", escaped(head.get(lang)));
    }
    out.push_str("</tr>\n");
}

/// A value with visible tabs and visible blanks at the edges.
fn with_edges(text: &str, lang: Lang) -> String {
    let inner = text.trim_matches(' ');
    let before = text.len() - text.trim_start_matches(' ').len();
    let after = text.len() - before - inner.len();
    let blank = texts::page_blank().localized(lang);
    let inner = inner.replace('\t', texts::page_tab().get(lang));
    format!("{}{inner}{}", blank.repeat(before), blank.repeat(after))
}

/// Text as HTML; invisible characters are shown by their number.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{3000}'
            | '\u{A0}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{0}'..='\u{1F}'
            | '\u{7F}'..='\u{9F}' => {
                let _ = write!(out, "[U+{:04X}]", u32::from(c));
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text_and_what_cannot_be_seen_is_shown() {
        assert_eq!(
            escaped("<b>&\"'\u{3000}\u{200B}"),
            "&lt;b&gt;&amp;&quot;&#39;[U+3000][U+200B]"
        );
    }
}
