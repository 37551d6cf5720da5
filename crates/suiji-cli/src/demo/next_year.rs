//! The case of the next year: its lists, its plan a year later, and the history with the visits of this draw.

use serde_json::Value;
use suiji::Run;
use suiji::error::ErrorKind;
use suiji::limits;

use crate::base::error::Error;
use crate::case::{CEREMONY, Case, OFFICE, PLAN, history_file};
use crate::disk::files;
use crate::disk::writing::Access;
use crate::new;
use crate::seal::follow;

/// The folder of the next year, inside the folder of this year.
const FOLDER: &str = "next-year";

/// Creates it, and returns how many visits were added to its history.
pub(super) fn make(case: &Case) -> Result<(Case, usize), Error> {
    let read = |name: &str| files::read(&case.path(name), limits::RECORD_BYTES, ErrorKind::File);
    let later = |name: &str| {
        let json: Value = serde_json::from_slice(&read(name)?).unwrap_or_default();
        Ok::<_, Error>(format!("{:#}\n", shifted(json)).into_bytes())
    };
    let files = [
        (OFFICE, read(OFFICE)?, Access::Shared),
        (PLAN, later(PLAN)?, Access::Shared),
        ("registry.csv", read("registry.csv")?, Access::Shared),
        ("roster.csv", read("roster.csv")?, Access::Shared),
        ("history.csv", read("history.csv")?, Access::Shared),
        (CEREMONY, later(CEREMONY)?, Access::Private),
    ];
    let folder = case.path(FOLDER);
    new::make(&folder, &files)?;
    let next = Case::open(&folder)?;
    let visits = follow::missing(case, &Run::default())?;
    history_file::add(&next, &visits)?;
    Ok((next, visits.len()))
}

/// A document with its year and all its days a year later. The document number of the plan is left out, because the
/// next number is not known.
fn shifted(json: Value) -> Value {
    match json {
        Value::Object(map) => map
            .into_iter()
            .filter(|(key, _)| key != "document_number")
            .map(
                |(key, value)| match (&*key, value.as_u64(), value.as_str()) {
                    ("year", Some(year), _) => (key, (year + 1).into()),
                    ("title", _, Some(title)) => {
                        let title = next_title(title).into();
                        (key, title)
                    }
                    _ => (key, shifted(value)),
                },
            )
            .collect(),
        Value::Array(list) => list.into_iter().map(shifted).collect(),
        Value::String(text) => shifted_text(&text).unwrap_or(text).into(),
        other => other,
    }
}

/// A title with the following year.
fn next_title(title: &str) -> String {
    let year: String = title.chars().filter(char::is_ascii_digit).take(4).collect();
    match year.parse::<u64>() {
        Ok(number) => title.replace(&year, &(number + 1).to_string()),
        Err(_) => title.to_owned(),
    }
}

/// A day or a time a year later; none if the text is neither.
fn shifted_text(text: &str) -> Option<String> {
    let (year, rest) = (text.get(..4)?, text.get(4..)?);
    let is_day = rest.starts_with('-') && rest.len() >= 6 && rest.as_bytes().get(3) == Some(&b'-');
    let year: u64 = year.parse().ok()?;
    is_day.then(|| format!("{}{rest}", year + 1))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::shifted;

    #[test]
    fn a_document_is_moved_by_a_year() {
        let plan = json!({"title": "样例局 2024年计划", "year": 2024, "document_number": "样〔2024〕1号",
            "window": {"from": "2024-09-01"}, "limits": [{"visits": 2024, "from": "2023-01-01"}],
            "basis": ["2024年的依据"], "sealed_at": "2024-09-18T10:00:00+08:00"});
        let expected = json!({"title": "样例局 2025年计划", "year": 2025,
            "window": {"from": "2025-09-01"}, "limits": [{"visits": 2024, "from": "2024-01-01"}],
            "basis": ["2024年的依据"], "sealed_at": "2025-09-18T10:00:00+08:00"});
        assert_eq!(shifted(plan), expected);
    }
}
