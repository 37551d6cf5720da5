//! The tickets of one task, and the cutoff.

use suiji::Lang;

use super::canvas::{Align, Canvas, LINE, WIDTH, chart, fitting, scaled};
use super::data::{Data, Mark, MarkSeries, Marks};
use super::figure::Picture;
use super::ink::Ink;
use crate::base::problem::Error;
use crate::base::texts::{self, Text};
use crate::facts::TaskFacts;

const LEFT: i32 = 132;
const LENGTH: i32 = 480;
const ROW: i32 = 62;
const MOST: usize = 60;

/// For each stratum, the tickets of its selected entities and reserves on one line, from the smallest. The cutoff is
/// marked: entities with a ticket up to it are selected. It shows classes, so it is only for papers of the office.
pub(crate) fn tickets(task: &TaskFacts, name: &str, lang: Lang) -> Result<Picture, Error> {
    let title = texts::tickets_title(&task.id, &task.name);
    let rows = task.strata.len().min(MOST);
    let height = LINE * 2 + ROW * i32::try_from(rows).unwrap_or(0) + 8;
    let strata = task.strata.iter().take(MOST);
    let strips = strata.map(|of| Strip::of(task, &of.class, of.cutoff.as_deref()));
    let strips: Vec<Strip<'_>> = strips.collect();
    let legend_marks = [
        (Ink::Part, texts::selected()),
        (Ink::Other, texts::reserve()),
        (Ink::Limit, texts::cutoff()),
    ];
    let data = Data::Marks(marks(task, &strips, &legend_marks, lang));
    chart(name, title.get(lang), height, data, |canvas| {
        let legend = LINE / 2 + 4;
        for (at, (ink, text)) in (0..).zip(&legend_marks) {
            let left = LEFT + at * 130;
            canvas.bar((left, legend - 8), (3, 16), *ink)?;
            canvas.text(text.get(lang), (left + 10, legend), Align::Left)?;
        }
        let mut top = LINE + 12;
        for (stratum, strip) in task.strata.iter().zip(&strips) {
            canvas.text(
                &fitting(&stratum.name, 14),
                (LEFT - 8, top + 18),
                Align::Right,
            )?;
            strip.draw(canvas, top, lang)?;
            top += ROW;
        }
        match task.strata.len() > MOST {
            true => canvas.text("…", (WIDTH / 2, top), Align::Centre),
            false => Ok(()),
        }
    })
}

/// The same marks as numbers, in the order of the legend, on one scale for all strata.
fn marks(task: &TaskFacts, strips: &[Strip<'_>], legend: &[(Ink, Text); 3], lang: Lang) -> Marks {
    let end = strips.iter().map(Strip::end).max().unwrap_or(u64::MAX);
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    for (row, strip) in strips.iter().enumerate() {
        let mark = |ticket: u64, label: Option<String>| {
            let at = u128::from(ticket.min(end)) * u128::from(Marks::END) / u128::from(end.max(1));
            let at = u64::try_from(at).unwrap_or(Marks::END);
            Mark { row, at, label }
        };
        let [selected, reserves, cutoffs] = &mut all;
        selected.extend(strip.selected.iter().map(|of| mark(*of, None)));
        reserves.extend(strip.reserves.iter().map(|of| mark(*of, None)));
        cutoffs.extend(
            strip
                .cutoff
                .map(|(of, digits)| mark(of, Some(short(digits)))),
        );
    }
    let series = legend
        .iter()
        .zip(all)
        .map(|((ink, text), marks)| MarkSeries {
            name: text.get(lang).to_owned(),
            ink: *ink,
            marks,
        });
    let rows = task.strata.iter().zip(strips).map(|(of, strip)| {
        let name = fitting(&of.name, 14);
        match strip.cutoff {
            Some(_) => name,
            None => texts::stratum_none_selected(name).get(lang).to_owned(),
        }
    });
    Marks {
        scale: texts::tickets_scale(last(end)).get(lang).to_owned(),
        rows: rows.collect(),
        series: series.collect(),
    }
}

/// The first digits of a cutoff.
fn short(digits: &str) -> String {
    format!("{}…", digits.get(..8).unwrap_or(digits))
}

/// The first digits of the end of a scale.
fn last(end: u64) -> String {
    match end {
        u64::MAX => "ffff…".to_owned(),
        end => format!("{:.4}…", format!("{end:016x}")),
    }
}

/// The tickets of a stratum by their first 16 digits, which are more than enough for a chart.
struct Strip<'t> {
    selected: Vec<u64>,
    reserves: Vec<u64>,
    cutoff: Option<(u64, &'t str)>,
}

/// The first 16 digits of a ticket.
fn leading(ticket: &str) -> u64 {
    let digits = ticket.get(..16).unwrap_or_default();
    u64::from_str_radix(digits, 16).unwrap_or(0)
}

impl<'t> Strip<'t> {
    fn of(task: &TaskFacts, class: &str, cutoff: Option<&'t str>) -> Self {
        let of_class = |drawn: &[crate::facts::DrawnFacts]| {
            let of_class = drawn.iter().filter(|of| of.class == class);
            of_class.map(|of| leading(&of.ticket)).collect()
        };
        Self {
            selected: of_class(&task.selected),
            reserves: of_class(&task.reserves),
            cutoff: cutoff.map(|cutoff| (leading(cutoff), cutoff)),
        }
    }

    fn draw(&self, canvas: &Canvas<'_>, top: i32, lang: Lang) -> Result<(), Error> {
        let axis = top + 30;
        let end = self.end();
        let at = |ticket: u64| LEFT + scaled(ticket, end, LENGTH);
        for (tickets, ink) in [(&self.reserves, Ink::Other), (&self.selected, Ink::Part)] {
            for ticket in tickets {
                canvas.bar((at(*ticket) - 1, axis - 20), (2, 20), ink)?;
            }
        }
        canvas.line((LEFT, axis), (LEFT + LENGTH, axis), Ink::Text)?;
        canvas.text("0", (LEFT, axis + 14), Align::Left)?;
        canvas.text(&last(end), (LEFT + LENGTH, axis + 14), Align::Right)?;
        let Some((cutoff, digits)) = self.cutoff else {
            return canvas.text(
                texts::none_selected().get(lang),
                (LEFT + 30, axis + 14),
                Align::Left,
            );
        };
        let place = at(cutoff);
        canvas.line((place, axis - 26), (place, axis + 4), Ink::Limit)?;
        let digits = short(digits);
        let label = place.clamp(LEFT + 70, LEFT + LENGTH - 110);
        canvas.text(&digits, (label, axis + 14), Align::Centre)
    }

    /// The end of the axis: the greatest possible ticket, or less if all shown tickets are far below it.
    fn end(&self) -> u64 {
        let shown = self.selected.iter().chain(&self.reserves).copied();
        let greatest = shown.chain(self.cutoff.map(|(cutoff, _)| cutoff)).max();
        let greatest = greatest.unwrap_or(u64::MAX);
        match greatest < u64::MAX / 4 {
            true => greatest.saturating_add(greatest / 8).max(1),
            false => u64::MAX,
        }
    }
}
