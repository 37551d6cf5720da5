//! A chart of a document, and the workbook with its numbers.
//!
//! Word, WPS and LibreOffice draw the chart from the numbers. So it needs no fonts of ours, and an office can edit it.

mod bars;
mod marks;
mod numbers;
mod parts;

pub(super) use parts::WORKBOOK;

use suiji::Lang;
use suiji::values::Time;

use super::xml::Xml;
use crate::base::problem::Error;
use crate::picture::data::Data;

/// The height of a chart without rows, and its maximum: a page. In tenths of a millimetre.
const FRAME: u64 = 250;
const PAGE: u64 = 2200;
/// The height of a bar, of the space between two rows, and of a line with marks.
const BAR: u64 = 45;
const SPACE: u64 = 30;
const LINE: u64 = 140;

/// The files of a chart.
pub(super) struct Chart {
    pub(super) chart: Vec<u8>,
    pub(super) workbook: Vec<u8>,
}

/// The height of a chart on paper.
pub(super) fn height(data: &Data) -> u64 {
    let rows = data.rows().len() as u64;
    let row = match data {
        Data::Bars(bars) if bars.is_stacked => BAR + SPACE,
        Data::Bars(bars) => BAR * bars.series.len() as u64 + SPACE,
        Data::Marks(_) => LINE,
    };
    rows.saturating_mul(row).saturating_add(FRAME).min(PAGE)
}

/// The files of a chart. The workbook was made at this time.
pub(super) fn chart(data: &Data, at: &Time, lang: Lang) -> Result<Chart, Error> {
    let mut xml = Xml::new("c:chartSpace", parts::SPACES);
    let (numbers, hidden) = match data {
        Data::Bars(bars) => (bars::numbers(bars, lang), None),
        Data::Marks(marks) => (marks::numbers(marks, lang), Some(marks::hidden(marks))),
    };
    parts::begin(&mut xml);
    match data {
        Data::Bars(bars) => bars::plot(&mut xml, bars, &numbers),
        Data::Marks(marks) => marks::plot(&mut xml, marks, &numbers),
    }
    parts::end(&mut xml, hidden);
    Ok(Chart {
        chart: xml.finish(),
        workbook: numbers.workbook(at)?,
    })
}
