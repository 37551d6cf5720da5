//! Values of risk classes, in the form of answers: `high=100%; general=20%`,
//! 高风险100%、一般风险20%.

use suiji::values::{ClassId, Ratio};

use super::numeral::{count, number, per_cent};
use crate::base::texts::{
    ANSWER_SEPARATORS, CLASS_SYNONYMS, EVERY, TIMES, YEAR_MARK, fold, narrow,
};

/// The default classes of a plan, the highest risk first.
const IDS: [&str; 4] = ["high", "elevated", "general", "low"];

/// The id and the name of each class.
pub(crate) fn all() -> impl Iterator<Item = (ClassId, &'static str)> {
    let names = CLASS_SYNONYMS.iter().map(|(name, _)| *name);
    let ids = IDS.iter().filter_map(|id| id.parse::<ClassId>().ok());
    ids.zip(names)
}

/// The class of an id or a name.
pub(crate) fn class(word: &str) -> Option<ClassId> {
    let word = fold(word);
    let mut all = all().zip(CLASS_SYNONYMS);
    let is = |(id, name): &(ClassId, &str), others: &[&str]| {
        id.as_str() == word || fold(name) == word || others.iter().any(|of| fold(of) == word)
    };
    let ((id, _), _) = all.find(|(of, (_, others))| is(of, others))?;
    Some(id)
}

/// The ratio of each class that an answer names. No class may be named twice.
pub(crate) fn ratios(text: &str) -> Option<Vec<(ClassId, Ratio)>> {
    let of = |value: &str| match value.strip_suffix('%') {
        Some(number) => per_cent(number),
        // A whole number without `%`. A 1 alone could mean 1% or all entities.
        None => per_cent(value).filter(|_| count(value).is_some_and(|number| number > 1)),
    };
    values(text, of)
}

/// The maximum number of visits to an entity of a class, in one year or in several
/// (`low=1/2`).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Often {
    pub(crate) visits: u64,
    pub(crate) years: u64,
}

pub(crate) fn limits(text: &str) -> Option<Vec<(ClassId, Often)>> {
    let of = |value: &str| {
        if let Some(often) = in_years(value) {
            return Some(often);
        }
        let value = value.trim_end_matches(YEAR_MARK);
        let (visits, years) = value.split_once('/').unwrap_or((value, "1"));
        let visits = count(visits.trim_end_matches(TIMES))?;
        let years = if years.is_empty() {
            Some(1)
        } else {
            count(years)
        };
        let years = years.filter(|years| *years <= 10)?;
        Some(Often { visits, years })
    };
    values(text, of)
}

/// 两年一次: the years, then the visits.
fn in_years(value: &str) -> Option<Often> {
    const MOST: u64 = 10;
    let value = value.strip_prefix(EVERY).unwrap_or(value);
    let (years, rest) = match value.strip_prefix(YEAR_MARK) {
        Some(rest) => (1, rest),
        None => {
            let (years, rest) = number(value)?;
            (count(&years)?, rest.strip_prefix(YEAR_MARK)?)
        }
    };
    let (visits, rest) = number(rest)?;
    let visits = count(&visits)?;
    (rest == TIMES && years <= MOST).then_some(Often { visits, years })
}

/// The class before a value, and the value. The longest word that is a class
/// counts.
fn of_class(piece: &str) -> Option<(ClassId, &str)> {
    /// Bytes of the longest word of a class, with signs.
    const LONGEST: usize = 60;
    let ends = piece.char_indices().map(|(at, _)| at);
    let ends: Vec<usize> = ends.take_while(|at| *at <= LONGEST).collect();
    let mut ends = ends.into_iter().rev();
    ends.find_map(|at| {
        let (word, value) = piece.split_at_checked(at)?;
        Some((class(word)?, value))
    })
}

fn values<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<(ClassId, T)>> {
    let mut text = narrow(text);
    // Splits values that are separated by blanks.
    for end in ["%", TIMES] {
        text = text.replace(&format!("{end} "), &format!("{end};"));
    }
    let pieces = text.split(|c| ANSWER_SEPARATORS.contains(&c) || c == ',');
    let mut values: Vec<(ClassId, T)> = Vec::new();
    for piece in pieces.map(str::trim).filter(|piece| !piece.is_empty()) {
        let (class, value) = of_class(piece)?;
        if values.iter().any(|(of, _)| *of == class) {
            return None;
        }
        values.push((class, read(value.trim())?));
    }
    // Sorted in the order of the classes.
    let order = |id: &ClassId| IDS.iter().position(|of| *of == id.as_str());
    values.sort_by_key(|(id, _)| order(id));
    (!values.is_empty()).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<T: std::fmt::Debug>(values: Option<Vec<(ClassId, T)>>) -> String {
        let values = values.unwrap_or_default();
        let all: Vec<String> = values
            .iter()
            .map(|(id, value)| format!("{id}={value:?}"))
            .collect();
        all.join(" ")
    }

    #[test]
    fn answers_name_each_class_once() {
        let of = |text| {
            let all = ratios(text).unwrap_or_default();
            let all: Vec<String> = all
                .iter()
                .map(|(id, ratio)| format!("{id}={ratio}"))
                .collect();
            all.join(" ")
        };
        assert_eq!(of("low=5%; high=100%"), "high=100% low=5%");
        assert_eq!(
            of("高风险100%、较高风险：40%，一般20%，低5.0%"),
            "high=100% elevated=40% general=20% low=5%"
        );
        assert_eq!(
            of("高 100％ 较高 60%　一般=20；低：5%"),
            "high=100% elevated=60% general=20% low=5%"
        );
        for text in [
            "",
            "high",
            "high=1",
            "high=101",
            "A=100%",
            "high=100%;高=50%",
            "high=0%",
            "中=1%;一般=2%",
        ] {
            assert_eq!(of(text), "", "{text}");
        }
    }

    #[test]
    fn limits_may_be_of_several_years() {
        let of = |text| shown(limits(text));
        assert_eq!(
            of("low=1/2; 高风险=3次/年"),
            "high=Often { visits: 3, years: 1 } low=Often { visits: 1, years: 2 }"
        );
        assert_eq!(
            of("高风险3次，一般风险每年2次，低风险两年一次"),
            "high=Often { visits: 3, years: 1 } general=Often { visits: 2, years: 1 } \
             low=Often { visits: 1, years: 2 }"
        );
        assert_eq!(of("low=0"), "");
        assert_eq!(of("low=1/99"), "");
    }
}
