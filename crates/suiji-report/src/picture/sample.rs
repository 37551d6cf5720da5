//! The sample compared with the frame, by class.

use suiji::Lang;

use super::canvas::{Align, LINE, WIDTH, chart, fitting, scaled};
use super::data::{Bars, Data, Series};
use super::figure::Picture;
use super::ink::Ink;
use crate::base::problem::Error;
use crate::base::share::percent;
use crate::base::texts;
use crate::facts::TaskFacts;

const LEFT: i32 = 132;
const LENGTH: i32 = 320;
const ROW: i32 = 34;
/// The maximum number of strata of the chart. In practice no plan has more classes.
const MOST: usize = 60;

/// The size of the frame and the number of selected entities, for each stratum of a task. It shows classes, so it is
/// only for papers of the office.
pub(crate) fn sample(task: &TaskFacts, name: &str, lang: Lang) -> Result<Picture, Error> {
    let title = texts::sample_title(&task.id, &task.name);
    let rows = task.strata.len().min(MOST);
    let height = LINE * 2 + ROW * i32::try_from(rows).unwrap_or(0) + 16;
    let most = task.strata.iter().map(|of| of.size).max().unwrap_or(0);
    let strata = task.strata.iter().take(MOST);
    let data = Bars {
        is_stacked: false,
        rows: strata.clone().map(|of| fitting(&of.name, 14)).collect(),
        series: vec![
            Series::new(
                texts::selected().get(lang),
                Ink::Part,
                strata.clone().map(|of| of.take),
            ),
            Series::new(
                texts::in_frame().get(lang),
                Ink::Whole,
                strata.clone().map(|of| of.size),
            ),
        ],
    };
    let data = Data::Bars(data.with_more(task.strata.len() > MOST));
    chart(name, title.get(lang), height, data, |canvas| {
        let legend = LINE / 2 + 4;
        canvas.bar((LEFT, legend - 7), (14, 14), Ink::Part)?;
        canvas.text(
            texts::selected().get(lang),
            (LEFT + 20, legend),
            Align::Left,
        )?;
        canvas.bar((LEFT + 120, legend - 7), (14, 14), Ink::Whole)?;
        canvas.text(
            texts::in_frame().get(lang),
            (LEFT + 140, legend),
            Align::Left,
        )?;
        let mut top = LINE + 12;
        for stratum in strata {
            let middle = top + ROW / 2;
            canvas.text(
                &fitting(&stratum.name, 14),
                (LEFT - 8, middle),
                Align::Right,
            )?;
            let frame = scaled(stratum.size, most, LENGTH);
            let part = scaled(stratum.take, most, LENGTH);
            canvas.bar((LEFT, top + 6), (frame, ROW - 12), Ink::Whole)?;
            canvas.bar((LEFT, top + 6), (part, ROW - 12), Ink::Part)?;
            let label = texts::taken_of(
                stratum.take,
                stratum.size,
                percent(stratum.take, stratum.size),
            );
            canvas.text(label.get(lang), (LEFT + frame + 8, middle), Align::Left)?;
            top += ROW;
        }
        canvas.line((LEFT, LINE + 12), (LEFT, top), Ink::Text)?;
        match task.strata.len() > MOST {
            true => canvas.text("…", (WIDTH / 2, top + 8), Align::Centre),
            false => Ok(()),
        }
    })
}
