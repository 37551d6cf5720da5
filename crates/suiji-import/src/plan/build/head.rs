//! Title, number, authority and year. If several values were found, or none, a
//! question asks.

use suiji::plan::Window;

use crate::ask::{BLANK, Choice, Place};
use crate::base::texts::{self, Text};
use crate::plan::cell::period;
use crate::plan::open::{Asking, Open};
use crate::plan::parts::{Body, Found, Head};

/// The title and other names of the plan, as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) title: Option<String>,
    pub(super) number: Option<String>,
    pub(super) authority: Option<String>,
    pub(super) year: Option<u64>,
}

impl Names {
    pub(super) fn settle(asking: &mut Asking<'_>, head: &Head, file: &str) -> Self {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let title = one(
            asking,
            (head.title.as_slice(), file),
            ("title", texts::plan_title()),
            text,
        );
        let number = match head.number.as_slice() {
            [] => None,
            found => one(
                asking,
                (found, file),
                ("document_number", texts::plan_number()),
                text,
            ),
        };
        let authority = one(
            asking,
            (head.authority.as_slice(), file),
            ("authority", texts::plan_authority()),
            text,
        );
        let year = one(
            asking,
            (head.year.as_slice(), file),
            ("year", texts::plan_year()),
            |text| {
                text.parse()
                    .ok()
                    .filter(|year| (1000..=9999).contains(year))
            },
        );
        Self {
            title,
            number,
            authority,
            year,
        }
    }
}

/// The value, if only one was found; otherwise the answer to a question.
fn one<T: Clone + ToString>(
    asking: &mut Asking<'_>,
    (found, file): (&[Found<T>], &str),
    (field, name): (&'static str, Text),
    read: impl Fn(&str) -> Option<T> + Send + Sync + 'static,
) -> Option<T> {
    if let [only] = found {
        let after = only.value.to_string();
        asking.note((&only.place, ""), name, (&only.before, after), false);
        return Some(only.value.clone());
    }
    let why = match found.is_empty() {
        true => texts::why_plan_none(),
        false => texts::why_plan_several(),
    };
    let choices = found.iter().map(|of| {
        let text = of.value.to_string();
        Choice::new(&text, Text::same(&text))
    });
    let place = found
        .first()
        .map(|of| of.place.clone())
        .unwrap_or_else(|| of_file(file));
    let open = Open::once(field, name.clone(), why).with(choices.collect());
    let value = asking.settle(&place, open, read)?;
    let before: Vec<&str> = found.iter().map(|of| &*of.before).collect();
    asking.note(
        (&place, ""),
        name,
        (&before.join(" | "), value.to_string()),
        true,
    );
    Some(value)
}

fn of_file(file: &str) -> Place {
    Place {
        file: file.to_owned(),
        sheet: String::new(),
        row: 0,
        column: String::new(),
    }
}

/// The period of the whole plan, which is optional.
pub(super) fn period(asking: &mut Asking<'_>, body: &Body, year: Option<u64>) -> Option<Window> {
    let (found, year) = (body.period.as_ref()?, year?);
    let read = period::read(&found.value, year);
    let window = match read {
        Some(window) => Some(window),
        None => {
            let open = Open::value(
                "window",
                &found.value,
                texts::plan_period(),
                texts::why_plan_window(),
            );
            let none = Choice::new(BLANK, texts::leave_blank());
            let open = open.of(&year.to_string()).with(vec![none]);
            asking.settle(&found.place, open, move |answer| match answer {
                BLANK => Some(None),
                _ => period::answer(answer, year).map(Some),
            })?
        }
    };
    let after = match window {
        Some(window) => (
            period::words(window),
            texts::plan_days(window.from(), window.to()),
        ),
        None => (BLANK.to_owned(), texts::leave_blank()),
    };
    asking.note(
        (&found.place, ""),
        texts::plan_period(),
        (&found.before, after),
        read.is_none(),
    );
    window
}

/// The document names of the basis were cut out of a sentence, so a note shows
/// them.
pub(super) fn note_basis(asking: &mut Asking<'_>, body: &Body) {
    for found in &body.basis {
        asking.note(
            (&found.place, ""),
            texts::plan_basis(),
            (&found.before, found.value.clone()),
            false,
        );
    }
}
