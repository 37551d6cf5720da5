//! Horizontal bars.

use suiji::Lang;

use super::super::xml::Xml;
use super::numbers::Numbers;
use super::parts;
use crate::base::texts;
use crate::picture::Ink;
use crate::picture::data::{Bars, Series};
use crate::sheet::Cell;

/// A row for each row of the chart: its name, and the number of each series.
pub(super) fn numbers(bars: &Bars, lang: Lang) -> Numbers {
    let mut heads = vec![texts::chart_rows().get(lang).to_owned()];
    heads.extend(bars.series.iter().map(|of| of.name.clone()));
    let row = |(place, name): (usize, &String)| {
        let values = bars.series.iter().map(|of| of.values.get(place));
        let values = values.map(|value| value.map_or(Cell::Blank, |value| Cell::Count(*value)));
        let mut cells = vec![Cell::Text(name.clone())];
        cells.extend(values);
        cells
    };
    Numbers::new(heads, bars.rows.iter().enumerate().map(row).collect(), lang)
}

/// The bars and their axes.
pub(super) fn plot(xml: &mut Xml, bars: &Bars, numbers: &Numbers) {
    xml.start("c:barChart", &[]);
    xml.setting("c:barDir", "bar");
    let grouping = match bars.is_stacked {
        true => "stacked",
        false => "clustered",
    };
    xml.setting("c:grouping", grouping);
    xml.setting("c:varyColors", "0");
    for (number, series) in (0..).zip(&bars.series) {
        one(xml, bars, (number, series), numbers);
    }
    xml.setting("c:gapWidth", "50");
    if bars.is_stacked {
        xml.setting("c:overlap", "100");
    }
    xml.setting("c:axId", "1");
    xml.setting("c:axId", "2");
    xml.end();
    names(xml);
    scale(xml);
}

fn one(xml: &mut Xml, bars: &Bars, (number, series): (u8, &Series), numbers: &Numbers) {
    let column = number + 1;
    xml.start("c:ser", &[]);
    xml.setting("c:idx", &number.to_string());
    xml.setting("c:order", &number.to_string());
    xml.start("c:tx", &[]);
    parts::texts(xml, &numbers.head(column), std::iter::once(&*series.name));
    xml.end();
    parts::filled(xml, series.ink);
    xml.setting("c:invertIfNegative", "0");
    xml.start("c:dLbls", &[]);
    // A zero has no label.
    let form = [("formatCode", "0;;;"), ("sourceLinked", "0")];
    xml.empty("c:numFmt", &form);
    parts::unfilled(xml);
    match bars.is_stacked {
        true => {
            parts::font_on(xml, series.ink);
            parts::label(xml, "ctr");
        }
        false => {
            parts::font(xml);
            parts::label(xml, "outEnd");
        }
    }
    xml.end();
    xml.start("c:cat", &[]);
    let rows = bars.rows.iter().map(|name| &**name);
    parts::texts(xml, &numbers.column(0), rows);
    xml.end();
    xml.start("c:val", &[]);
    parts::numbers(xml, &numbers.column(column), series.values.iter().copied());
    (0..2).for_each(|_| xml.end());
}

/// The names of the rows, from the top.
fn names(xml: &mut Xml) {
    xml.start("c:catAx", &[]);
    xml.setting("c:axId", "1");
    xml.start("c:scaling", &[]);
    xml.setting("c:orientation", "maxMin");
    xml.end();
    xml.setting("c:delete", "0");
    xml.setting("c:axPos", "l");
    xml.setting("c:majorTickMark", "none");
    xml.setting("c:minorTickMark", "none");
    xml.setting("c:tickLblPos", "low");
    parts::line(xml, Ink::Text);
    parts::font(xml);
    xml.setting("c:crossAx", "2");
    xml.setting("c:crosses", "autoZero");
    xml.setting("c:auto", "0");
    xml.setting("c:lblAlgn", "ctr");
    xml.setting("c:lblOffset", "100");
    xml.setting("c:tickLblSkip", "1");
    xml.setting("c:noMultiLvlLbl", "1");
    xml.end();
}

/// The scale of the bars, which is not visible: every bar has its number.
fn scale(xml: &mut Xml) {
    xml.start("c:valAx", &[]);
    xml.setting("c:axId", "2");
    xml.start("c:scaling", &[]);
    xml.setting("c:orientation", "minMax");
    xml.setting("c:min", "0");
    xml.end();
    xml.setting("c:delete", "1");
    xml.setting("c:axPos", "t");
    xml.empty("c:numFmt", &[("formatCode", "0"), ("sourceLinked", "0")]);
    xml.setting("c:majorTickMark", "none");
    xml.setting("c:minorTickMark", "none");
    xml.setting("c:tickLblPos", "nextTo");
    xml.setting("c:crossAx", "1");
    xml.setting("c:crosses", "autoZero");
    xml.setting("c:crossBetween", "between");
    xml.end();
}
