//! Problems of templates, with their places.

use std::error::Error as _;

use minijinja::{Error, ErrorKind};

use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};
use crate::markup::Wrong;

/// The problem of a template that cannot be rendered. If the error is in an included template, that template is named.
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

/// The problem of markup. If only one line of the template has the wrong tag, the place is that line. Otherwise the
/// text names the line of the rendered markup.
pub(super) fn of_markup(wrong: Wrong, template: &str, source: &str) -> Problem {
    let name = wrong.tag.split_whitespace().next().unwrap_or_default();
    let found = only_line(source, &wrong.tag).or_else(|| only_line(source, name));
    match found {
        Some(line) => codes::markup(wrong.text)
            .in_file(template)
            .at_line(Some(line)),
        None => codes::markup(texts::rendered_line(wrong.line, wrong.text)).in_file(template),
    }
}

/// The line with this tag, if the tag occurs once.
fn only_line(source: &str, tag: &str) -> Option<usize> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    // A longer tag with the same beginning is another tag.
    let ends = |after: &str| !tag.ends_with(in_name) || !after.starts_with(in_name);
    let mut found = source
        .match_indices(tag)
        .map(|(place, _)| place)
        .filter(|place| ends(&source[place + tag.len()..]));
    let place = found.next().filter(|_| !tag.is_empty())?;
    match found.next() {
        Some(_) => None,
        None => Some(1 + source[..place].matches('\n').count()),
    }
}
