//! The page that lists the papers of a folder.

use std::fmt::Write as _;

use suiji::Lang;

use super::paper::{Form, Kind, Paper};
use crate::base::texts::{self, Text};
use crate::page::{LIST, escaped};

/// The page: each paper with a link to each of its forms.
pub(super) fn index(papers: &[Paper], title: &Text, note: &Text, lang: Lang) -> Paper {
    let code = texts::language_code();
    let title = title.get(lang);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{1}</title>\n<style>\n{LIST}</style>\n</head>\n<body>\n<h1>{1}</h1>\n<p class=\"note\">{2}</p>\n<p class=\"note\">{3}</p>\n",
        code.get(lang),
        escaped(title),
        escaped(note.get(lang)),
        escaped(texts::index_print().get(lang)),
    );
    let kinds = Kind::ALL.into_iter().chain([Kind::Letter]);
    for kind in kinds {
        let of_kind: Vec<&Paper> = papers.iter().filter(|paper| paper.kind == kind).collect();
        if !of_kind.is_empty() {
            section(&mut out, kind, &of_kind, lang);
        }
    }
    out.push_str("</body>\n</html>\n");
    Paper {
        kind: Kind::Index,
        form: Form::Html,
        name: format!("index.{}", Form::Html.extension()),
        title: title.to_owned(),
        is_public: false,
        bytes: out.into_bytes(),
    }
}

fn section(out: &mut String, kind: Kind, papers: &[&Paper], lang: Lang) {
    let heading = texts::kind(kind.as_str());
    let audience = match papers.iter().all(|paper| paper.is_public) {
        true => texts::index_public(),
        false => texts::index_not_public(),
    };
    let class = if kind.is_public() {
        " class=\"public\""
    } else {
        ""
    };
    let _ = writeln!(
        out,
        "<h2{class}>{}<small>{}</small></h2>",
        escaped(heading.get(lang)),
        escaped(audience.get(lang)),
    );
    if kind == Kind::Table {
        let note = texts::csv_guarded();
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(note.get(lang)));
    }
    out.push_str("<table>\n");
    // Papers with the same title and name are consecutive.
    let mut rows: Vec<(&str, &str, Vec<&Paper>)> = Vec::new();
    for paper in papers {
        let stem = paper.name.rsplit_once('.').map_or("", |(stem, _)| stem);
        match rows.last_mut() {
            Some((_, of, forms)) if *of == stem => forms.push(paper),
            _ => rows.push((&paper.title, stem, vec![paper])),
        }
    }
    for (title, stem, forms) in rows {
        // The number in the name of the file.
        let number = stem.rsplit_once('-').map_or("", |(_, number)| number);
        let number = match stem.contains('/') && number.bytes().all(|byte| byte.is_ascii_digit()) {
            true => format!("{number}　"),
            false => String::new(),
        };
        let _ = write!(
            out,
            "<tr><td>{number}{}</td><td class=\"forms\">",
            escaped(title)
        );
        for paper in forms {
            let _ = write!(
                out,
                "<a href=\"{}\">{}</a>",
                link(&paper.name),
                escaped(texts::form(paper.form.extension()).get(lang)),
            );
        }
        out.push_str("</td></tr>\n");
    }
    out.push_str("</table>\n");
}

/// The name of a file as a link.
fn link(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => {
                out.push(char::from(byte));
            }
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}
