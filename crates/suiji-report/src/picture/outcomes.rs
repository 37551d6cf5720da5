//! The outcomes: one bar for each task or class.

use suiji::Lang;

use super::canvas::{Align, LINE, WIDTH, chart, fitting, scaled};
use super::data::{Bars, Data, Series};
use super::figure::Picture;
use super::ink::Ink;
use crate::base::problem::Error;
use crate::base::texts::{self, Text};
use crate::facts::CountFacts;

const LEFT: i32 = 132;
const LENGTH: i32 = 340;
const ROW: i32 = 34;
/// The maximum number of rows of the chart.
const MOST: usize = 60;

/// The counts of each row: entities without a problem, with a problem, not inspected, and with a result still expected.
pub(crate) fn outcomes(
    rows: &[(&str, &CountFacts)],
    title: &Text,
    name: &str,
    lang: Lang,
) -> Result<Picture, Error> {
    let shown = rows.len().min(MOST);
    let height = LINE * 2 + ROW * i32::try_from(shown).unwrap_or(0) + 16;
    let most = rows.iter().map(|(_, of)| of.due).max().unwrap_or(0);
    let marks = [
        (Ink::Part, texts::found_clear()),
        (Ink::Limit, texts::found_violation()),
        (Ink::Other, texts::found_nobody()),
        (Ink::Whole, texts::found_open()),
    ];
    let series = (0..).zip(&marks).map(|(place, (ink, text))| {
        let values = rows.iter().take(MOST).map(|(_, of)| parts(of)[place]);
        Series::new(text.get(lang), *ink, values)
    });
    let data = Bars {
        is_stacked: true,
        rows: rows.iter().take(MOST).map(|of| fitting(of.0, 14)).collect(),
        series: series.collect(),
    };
    let data = Data::Bars(data.with_more(rows.len() > MOST));
    chart(name, title.get(lang), height, data, |canvas| {
        let legend = LINE / 2 + 4;
        for (at, (ink, text)) in (0..).zip(&marks) {
            let left = 20 + at * 155;
            canvas.bar((left, legend - 7), (14, 14), *ink)?;
            canvas.text(text.get(lang), (left + 20, legend), Align::Left)?;
        }
        let mut top = LINE + 12;
        for (label, of) in rows.iter().take(MOST) {
            let middle = top + ROW / 2;
            canvas.text(&fitting(label, 14), (LEFT - 8, middle), Align::Right)?;
            let mut left = LEFT;
            for ((ink, _), part) in marks.iter().zip(parts(of)) {
                let long = scaled(part, most, LENGTH);
                canvas.bar((left, top + 6), (long, ROW - 12), *ink)?;
                left += long;
            }
            let done = of.done_share.as_deref().unwrap_or("—");
            let label = texts::done_of(of.with_result, of.due, done);
            canvas.text(label.get(lang), (left + 8, middle), Align::Left)?;
            top += ROW;
        }
        canvas.line((LEFT, LINE + 12), (LEFT, top), Ink::Text)?;
        match rows.len() > MOST {
            true => canvas.text("…", (WIDTH / 2, top + 8), Align::Centre),
            false => Ok(()),
        }
    })
}

/// The parts of a bar, in the order of the legend.
const fn parts(of: &CountFacts) -> [u64; 4] {
    [of.clear, of.violation, of.not_inspected(), of.open]
}
