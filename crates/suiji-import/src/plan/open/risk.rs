//! Asks for numbers that a note on risk classes does not state: ratios, frequencies, the class of
//! unrated entities.

use std::collections::BTreeMap;

use suiji::plan::{Limit, Risk};
use suiji::values::{ClassId, Date, Ratio};

use super::asking::{Asking, Open};
use crate::ask::{BLANK, Choice, Place};
use crate::base::texts::{self, FREQUENCY_MARKS, NO_RISK, Text, is_one_of, plain};
use crate::plan::cell::classes::{self, Often};

/// Whether a note says that risk classes make a difference.
pub(crate) fn matters(note: &str) -> bool {
    let word = plain(note);
    !word.is_empty() && !is_one_of(word.trim_end_matches(texts::FULL_STOP), NO_RISK)
}

/// Whether a note says that frequencies differ by class.
pub(crate) fn has_frequencies(note: &str) -> bool {
    matters(note) && FREQUENCY_MARKS.iter().any(|mark| note.contains(mark))
}

/// The minimum ratio of each class, if the quota is only described in words.
pub(crate) fn minimum(
    asking: &mut Asking<'_>,
    (place, task, name): (&Place, &str, &str),
    (quota, in_words, note): (&str, &Text, &str),
) -> Option<Vec<(ClassId, Ratio)>> {
    let why = texts::why_plan_minimum(note);
    let open = Open::value("risk.minimum", quota, Text::default(), Text::default());
    let open = open.asking(texts::ask_field_of(
        texts::plan_minimum(),
        why,
        in_words.clone(),
    ));
    let none = Choice::new(BLANK, texts::plan_no_numbers());
    let minimum =
        asking.settle(
            place,
            open.with(vec![none]).or_of_task(name),
            |answer| match answer {
                BLANK => Some(Vec::new()),
                _ => classes::ratios(answer),
            },
        )?;
    let words = minimum.iter().map(|(id, ratio)| (id, ratio.to_string()));
    let after = by_class(words.collect());
    asking.note((place, task), texts::plan_minimum(), (note, after), true);
    Some(minimum)
}

/// The maximum number of visits to entities of each class, as limits of the plan.
pub(crate) fn limits(
    asking: &mut Asking<'_>,
    place: &Place,
    note: &str,
    year: u64,
) -> Option<Vec<Limit>> {
    let open = Open::once(
        "limits",
        texts::plan_class_limits(),
        texts::why_plan_limits(note),
    );
    let none = Choice::new(BLANK, texts::plan_no_numbers());
    let often = asking.settle(place, open.with(vec![none]), |answer| match answer {
        BLANK => Some(Vec::new()),
        _ => classes::limits(answer),
    })?;
    let words = often.iter().map(|(id, of)| match of.years {
        1 => (id, of.visits.to_string()),
        years => (id, format!("{}/{years}", of.visits)),
    });
    let after = by_class(words.collect());
    asking.note((place, ""), texts::plan_class_limits(), (note, after), true);
    Some(as_limits(&often, year))
}

/// Values of classes, in the form of an answer and with the names of the classes.
fn by_class(values: Vec<(&ClassId, String)>) -> (String, Text) {
    if values.is_empty() {
        return (BLANK.to_owned(), texts::plan_no_numbers());
    }
    let words: Vec<String> = values
        .iter()
        .map(|(id, value)| format!("{id}={value}"))
        .collect();
    let means = values
        .iter()
        .map(|(id, value)| texts::plan_of_class(class_text(id), value));
    let means: Vec<Text> = means.collect();
    (words.join("; "), Text::list(&means))
}

fn class_text(class: &ClassId) -> Text {
    let name = classes::all().find(|(id, _)| id == class);
    name.map_or_else(
        || Text::same(class),
        |(_, name)| {
            Text::of(|lang| match lang {
                suiji::Lang::En => class.to_string(),
                _ => name.to_owned(),
            })
        },
    )
}

/// One limit for all classes that may be visited equally often.
fn as_limits(often: &[(ClassId, Often)], year: u64) -> Vec<Limit> {
    let mut groups: BTreeMap<(u64, u64), Vec<ClassId>> = BTreeMap::new();
    for (class, of) in often {
        groups
            .entry((of.visits, of.years))
            .or_default()
            .push(class.clone());
    }
    let limits = groups.into_iter().filter_map(|((visits, years), classes)| {
        let names: Vec<&str> = classes.iter().map(ClassId::as_str).collect();
        let id = format!("risk-{}", names.join("-")).parse().ok()?;
        let limit = Limit::new(id, visits).with_classes(&classes);
        if years == 1 {
            return Some(limit);
        }
        let from = format!("{:04}-01-01", (year + 1).saturating_sub(years));
        Some(limit.with_from(from.parse::<Date>().ok()?))
    });
    limits.collect()
}

/// The class that unrated entities get; `Some(None)` if there is none.
pub(crate) fn unrated(asking: &mut Asking<'_>, place: &Place) -> Option<Option<ClassId>> {
    let all = classes::all().map(|(id, name)| Choice::new(id.as_str(), Text::same(name)));
    let mut choices: Vec<Choice> = all.collect();
    choices.push(Choice::new(BLANK, texts::plan_all_rated()));
    let open = Open::once(
        "unrated_as",
        texts::plan_unrated(),
        texts::why_plan_unrated(),
    );
    let class = asking.settle(place, open.with(choices).closed(), |answer| match answer {
        BLANK => Some(None),
        _ => classes::class(answer).map(Some),
    })?;
    let after = match &class {
        Some(class) => (class.to_string(), class_text(class)),
        None => (BLANK.to_owned(), texts::plan_all_rated()),
    };
    asking.note((place, ""), texts::plan_unrated(), ("", after), true);
    Some(class)
}

/// The settings of a task.
pub(crate) fn settings(minimum: Vec<(ClassId, Ratio)>, unrated: Option<&ClassId>) -> Risk {
    let mut risk = Risk::default();
    if !minimum.is_empty() {
        risk.minimum = minimum;
        risk.unrated_as = unrated.cloned();
    }
    risk
}
