//! The samples that a new case contains until an office replaces them.

use suiji::error::ErrorKind;
use suiji::limits;

use super::{CEREMONY, Case, PLAN};
use crate::base::error::Error;
use crate::disk::files;

/// A sample: the name of its file, and its text.
const SAMPLES: [(&str, &str); 5] = [
    (PLAN, include_str!("../../skeleton/plan.json")),
    ("registry.csv", include_str!("../../skeleton/registry.csv")),
    ("roster.csv", include_str!("../../skeleton/roster.csv")),
    ("history.csv", include_str!("../../skeleton/history.csv")),
    (CEREMONY, include_str!("../../skeleton/ceremony.json")),
];

/// The marks in a sample that a new case replaces with its own text: a year and
/// a secret.
const MARKS: [&str; 2] = ["@YEAR@", "@SECRET@"];

/// The samples of a new case, with its year and its secret.
pub(crate) fn of_new_case(year: &str, secret: &str) -> [(&'static str, String); 5] {
    let [year_mark, secret_mark] = MARKS;
    SAMPLES.map(|(name, sample)| {
        let text = sample.replace(year_mark, year);
        (name, text.replace(secret_mark, secret))
    })
}

/// Whether a file of a case is still the sample.
pub(crate) fn is_sample(case: &Case, name: &str) -> Result<bool, Error> {
    let path = case.path(name);
    let bytes = files::read_optional(&path, limits::PLAN_BYTES, ErrorKind::File)?;
    let sample = SAMPLES.iter().find(|(of, _)| *of == name);
    let (Some(bytes), Some((_, sample))) = (bytes, sample) else {
        return Ok(false);
    };
    Ok(matches(sample, &bytes))
}

/// Whether a text is a sample with a word in the place of each mark.
fn matches(sample: &str, bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let mut pieces = vec![sample];
    for mark in MARKS {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| piece.split(mark))
            .collect();
    }
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            let word = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
            let word = word.count();
            rest = &rest[word..];
        }
        match rest.strip_prefix(piece.as_bytes()) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_recognised_with_any_year_and_secret_and_no_other_change() {
        for (name, text) in of_new_case("2026", "0f") {
            let (_, sample) = SAMPLES.iter().find(|(of, _)| *of == name).unwrap();
            assert!(matches(sample, text.as_bytes()), "{name}");
            assert!(!matches(sample, format!("{text} ").as_bytes()), "{name}");
            let changed = text.replacen(['样', '1'], "x", 1);
            assert_eq!(
                matches(sample, changed.as_bytes()),
                changed == text,
                "{name}"
            );
        }
    }
}
