//! The loads of inspectors.

use std::collections::BTreeMap;

use suiji::Lang;

use super::canvas::{Align, Canvas, LINE, chart, fitting, scaled};
use super::data::{Bars, Data, Series};
use super::figure::Picture;
use super::ink::Ink;
use crate::base::problem::Error;
use crate::base::texts;
use crate::facts::InspectorFacts;

const LEFT: i32 = 170;
const LENGTH: i32 = 340;
/// The number of inspectors above which the chart counts them by load.
const NAMED: usize = 40;
/// The maximum number of rows of a chart by load. The last row has all greater loads.
const LOADS: u64 = 30;

/// The number of visits of each inspector, from before and from this draw. With many inspectors, the number of
/// inspectors for each number of visits.
pub(crate) fn loads(
    inspectors: &[InspectorFacts],
    name: &str,
    lang: Lang,
) -> Result<Picture, Error> {
    match inspectors.len() <= NAMED {
        true => by_name(inspectors, name, lang),
        false => by_load(inspectors, name, lang),
    }
}

fn height(rows: usize) -> i32 {
    LINE * 2 + LINE * i32::try_from(rows).unwrap_or(0) + 8
}

fn total(inspector: &InspectorFacts) -> u64 {
    inspector.load_before.saturating_add(inspector.visits)
}

fn by_name(inspectors: &[InspectorFacts], name: &str, lang: Lang) -> Result<Picture, Error> {
    let most = inspectors.iter().map(total).max().unwrap_or(0);
    let title = texts::loads_title();
    let marks = [
        (Ink::Other, texts::load_before()),
        (Ink::Part, texts::visits_now()),
    ];
    let [before, now] = marks.each_ref().map(|(ink, text)| (text.get(lang), *ink));
    let data = Data::Bars(Bars {
        is_stacked: true,
        rows: inspectors.iter().map(|of| with_limit(of, lang)).collect(),
        series: vec![
            Series::new(
                before.0,
                before.1,
                inspectors.iter().map(|of| of.load_before),
            ),
            Series::new(now.0, now.1, inspectors.iter().map(|of| of.visits)),
        ],
    });
    let height = height(inspectors.len());
    chart(name, title.get(lang), height, data, |canvas| {
        let legend = LINE / 2 + 4;
        for (at, (ink, text)) in (0..).zip(marks) {
            let left = LEFT + at * 170;
            canvas.bar((left, legend - 7), (14, 14), ink)?;
            canvas.text(text.get(lang), (left + 20, legend), Align::Left)?;
        }
        canvas.line(
            (LEFT + 340, legend - 8),
            (LEFT + 340, legend + 8),
            Ink::Limit,
        )?;
        canvas.text(
            texts::most_visits().get(lang),
            (LEFT + 348, legend),
            Align::Left,
        )?;
        let mut top = LINE + 12;
        for inspector in inspectors {
            row(canvas, inspector, most, top, lang)?;
            top += LINE;
        }
        canvas.line((LEFT, LINE + 12), (LEFT, top), Ink::Text)
    })
}

/// The name of an inspector, cut.
fn named(inspector: &InspectorFacts, lang: Lang) -> String {
    let named = match inspector.name.is_empty() {
        true => &inspector.id,
        false => &inspector.name,
    };
    match inspector.is_away {
        true => texts::named_away(fitting(named, 12)).get(lang).to_owned(),
        false => fitting(named, 18),
    }
}

/// The name of an inspector with the limit, which an editable chart has no line for.
fn with_limit(inspector: &InspectorFacts, lang: Lang) -> String {
    let named = named(inspector, lang);
    match inspector.max_load {
        Some(limit) => texts::named_limit(named, limit).get(lang).to_owned(),
        None => named,
    }
}

fn row(
    canvas: &Canvas<'_>,
    inspector: &InspectorFacts,
    most: u64,
    top: i32,
    lang: Lang,
) -> Result<(), Error> {
    let middle = top + LINE / 2;
    let named = named(inspector, lang);
    canvas.text(&named, (LEFT - 8, middle), Align::Right)?;
    let before = scaled(inspector.load_before, most, LENGTH);
    let visits = scaled(inspector.visits, most, LENGTH);
    canvas.bar((LEFT, top + 4), (before, LINE - 8), Ink::Other)?;
    canvas.bar((LEFT + before, top + 4), (visits, LINE - 8), Ink::Part)?;
    // A limit beyond the end of the chart is not shown.
    if let Some(limit) = inspector
        .max_load
        .filter(|limit| *limit <= most && *limit > 0)
    {
        let at = LEFT + scaled(limit, most, LENGTH);
        canvas.line((at, top + 1), (at, top + LINE - 1), Ink::Limit)?;
    }
    let label = texts::load_label(inspector.load_before, inspector.visits, inspector.leads);
    canvas.text(
        label.get(lang),
        (LEFT + before + visits + 8, middle),
        Align::Left,
    )
}

fn by_load(inspectors: &[InspectorFacts], name: &str, lang: Lang) -> Result<Picture, Error> {
    let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
    for inspector in inspectors {
        *counts.entry(total(inspector).min(LOADS)).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(0);
    let title = texts::loads_title();
    let head = texts::inspectors_by_load(inspectors.len());
    let data = Data::Bars(Bars {
        is_stacked: false,
        rows: counts.keys().map(|load| by_visits(*load, lang)).collect(),
        series: vec![Series::new(
            head.get(lang),
            Ink::Part,
            counts.values().copied(),
        )],
    });
    chart(
        name,
        title.get(lang),
        height(counts.len()),
        data,
        |canvas| {
            canvas.text(head.get(lang), (LEFT, LINE / 2 + 4), Align::Left)?;
            let mut top = LINE + 12;
            for (load, count) in &counts {
                let middle = top + LINE / 2;
                let load = by_visits(*load, lang);
                canvas.text(&load, (LEFT - 8, middle), Align::Right)?;
                let long = scaled(*count, most, LENGTH);
                canvas.bar((LEFT, top + 4), (long, LINE - 8), Ink::Part)?;
                let label = texts::inspectors(count);
                canvas.text(label.get(lang), (LEFT + long + 8, middle), Align::Left)?;
                top += LINE;
            }
            canvas.line((LEFT, LINE + 12), (LEFT, top), Ink::Text)
        },
    )
}

/// A number of visits in words. The last row of the chart has all greater numbers.
fn by_visits(load: u64, lang: Lang) -> String {
    let text = match load == LOADS {
        true => texts::load_or_more(load),
        false => texts::load_of(load),
    };
    text.get(lang).to_owned()
}
