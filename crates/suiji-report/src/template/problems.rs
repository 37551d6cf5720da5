//! What is wrong with a template, and where.

use std::error::Error as _;

use minijinja::{Error, ErrorKind};

use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};
use crate::markup::Wrong;

/// The problem of a template that cannot be rendered. An error in an included template has the place in that one.
pub(super) fn of_template(error: &Error, template: &str) -> Problem {
    let mut innermost = error;
    while let Some(source) = innermost.source().and_then(|of| of.downcast_ref::<Error>()) {
        if source.name().is_none() {
            break;
        }
        innermost = source;
    }
    let detail = innermost.detail().unwrap_or_default();
    let kind = kind(innermost.kind());
    let text = match detail.is_empty() {
        true => kind,
        false => texts::with_detail(kind, detail),
    };
    codes::template(text)
        .in_file(innermost.name().unwrap_or(template))
        .at_line(innermost.line())
}

fn kind(kind: ErrorKind) -> Text {
    match kind {
        ErrorKind::SyntaxError | ErrorKind::InvalidDelimiter => texts::template_syntax(),
        ErrorKind::UndefinedError => texts::template_undefined(),
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownMethod
        | ErrorKind::UnknownBlock => texts::template_unknown(),
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => texts::template_include(),
        ErrorKind::OutOfFuel => texts::template_endless(),
        ErrorKind::WriteFailure => texts::template_too_long(),
        other => Text::of(|_| other.to_string()),
    }
}

/// The problem of markup. The line is that of the template, if the tag at fault stands in it; otherwise the text
/// names the line of the markup.
pub(super) fn of_markup(wrong: Wrong, template: &str, source: Option<&str>) -> Problem {
    let lines = source.unwrap_or_default().lines();
    let mut lines = lines.enumerate();
    let found = match wrong.tag.is_empty() {
        true => None,
        false => lines.find(|(_, line)| line.contains(&wrong.tag)),
    };
    match found {
        Some((line, _)) => codes::markup(wrong.text)
            .in_file(template)
            .at_line(Some(line + 1)),
        None => codes::markup(texts::rendered_line(wrong.line, wrong.text)).in_file(template),
    }
}
