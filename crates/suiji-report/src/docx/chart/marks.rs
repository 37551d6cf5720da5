//! Marks on lines: a scatter chart. The scale goes to the right, and the lines have heights of their own.

use std::ops::Range;

use suiji::Lang;

use super::super::xml::Xml;
use super::numbers::Numbers;
use super::parts;
use crate::base::texts;
use crate::picture::Ink;
use crate::picture::data::{MarkSeries, Marks};
use crate::sheet::Cell;

/// The height from one line to the next, and of a name above its line.
const LINE: u64 = 100;
const NAME: u64 = 50;
/// The columns of the workbook.
const AT: u8 = 2;
const HEIGHT: u8 = 3;

/// The number of the series that only has the names of the lines. The legend does not show it.
pub(super) fn hidden(marks: &Marks) -> usize {
    shown(marks).count()
}

/// The series with marks. A reference cannot be to no cells.
fn shown(marks: &Marks) -> impl Iterator<Item = &MarkSeries> {
    marks.series.iter().filter(|of| !of.marks.is_empty())
}

fn height(row: usize) -> u64 {
    (row as u64 + 1).saturating_mul(LINE)
}

/// A row for each mark, series by series, then one for the name of each line.
pub(super) fn numbers(marks: &Marks, lang: Lang) -> Numbers {
    let heads = [
        texts::chart_rows(),
        texts::chart_series(),
        texts::chart_at(),
        texts::chart_line(),
    ];
    let mut rows = Vec::new();
    for series in shown(marks) {
        for mark in &series.marks {
            let name = marks.rows.get(mark.row).cloned().unwrap_or_default();
            let series = Cell::Text(series.name.clone());
            let (at, height) = (Cell::Count(mark.at), Cell::Count(height(mark.row)));
            rows.push(vec![Cell::Text(name), series, at, height]);
        }
    }
    for (row, name) in marks.rows.iter().enumerate() {
        let height = Cell::Count(height(row) - NAME);
        let name = Cell::Text(name.clone());
        rows.push(vec![name, Cell::Blank, Cell::Count(0), height]);
    }
    let heads = heads.iter().map(|head| head.get(lang).to_owned());
    Numbers::new(heads.collect(), rows, lang)
}

/// A point: its place on the scale, its height, and its text.
type Point<'p> = (u64, u64, Option<&'p str>);

/// The marks and their axes.
pub(super) fn plot(xml: &mut Xml, marks: &Marks, numbers: &Numbers) {
    xml.start("c:scatterChart", &[]);
    xml.setting("c:scatterStyle", "lineMarker");
    xml.setting("c:varyColors", "0");
    let (mut number, mut first) = (0, 0);
    for series in shown(marks) {
        let points = series.marks.iter();
        let points = points.map(|of| (of.at, height(of.row), of.label.as_deref()));
        let points: Vec<Point<'_>> = points.collect();
        let rows = first..first + points.len();
        one(xml, (number, Some(series)), &points, (numbers, &rows));
        (number, first) = (number + 1, rows.end);
    }
    let names = marks.rows.iter().enumerate();
    let names: Vec<Point<'_>> = names
        .map(|(row, name)| (0, height(row) - NAME, Some(&**name)))
        .collect();
    let rows = first..first + names.len();
    one(xml, (number, None), &names, (numbers, &rows));
    xml.setting("c:axId", "1");
    xml.setting("c:axId", "2");
    xml.end();
    scale(xml, marks);
    lines(xml, marks.rows.len());
}

/// One series; none for the names of the lines.
fn one(
    xml: &mut Xml,
    (number, series): (usize, Option<&MarkSeries>),
    points: &[Point<'_>],
    (numbers, rows): (&Numbers, &Range<usize>),
) {
    xml.start("c:ser", &[]);
    xml.setting("c:idx", &number.to_string());
    xml.setting("c:order", &number.to_string());
    xml.start("c:tx", &[]);
    xml.text("c:v", &[], series.map_or("", |of| &of.name));
    xml.end();
    xml.start("c:spPr", &[]);
    parts::no_line(xml);
    xml.end();
    xml.start("c:marker", &[]);
    match series {
        Some(series) => marker(xml, series.ink),
        None => xml.setting("c:symbol", "none"),
    }
    xml.end();
    if points.iter().any(|(_, _, label)| label.is_some()) {
        let place = if series.is_some() { "t" } else { "r" };
        labels(xml, points, place);
    }
    xml.start("c:xVal", &[]);
    let at = points.iter().map(|of| of.0);
    parts::numbers(xml, &numbers.cells(AT, rows), at);
    xml.end();
    xml.start("c:yVal", &[]);
    let heights = points.iter().map(|of| of.1);
    parts::numbers(xml, &numbers.cells(HEIGHT, rows), heights);
    xml.end();
    xml.setting("c:smooth", "0");
    xml.end();
}

/// A shape for each meaning, so that marks also differ in grey.
fn marker(xml: &mut Xml, ink: Ink) {
    let (symbol, size) = match ink {
        Ink::Limit => ("x", "8"),
        Ink::Other => ("diamond", "6"),
        _ => ("circle", "5"),
    };
    xml.setting("c:symbol", symbol);
    xml.setting("c:size", size);
    match ink {
        Ink::Limit => {
            xml.start("c:spPr", &[]);
            parts::color(xml, &ink.hex());
            parts::edge(xml, ink);
            xml.end();
        }
        _ => parts::filled(xml, ink),
    }
}

fn labels(xml: &mut Xml, points: &[Point<'_>], place: &str) {
    xml.start("c:dLbls", &[]);
    for (number, (_, _, label)) in points.iter().enumerate() {
        xml.start("c:dLbl", &[]);
        xml.setting("c:idx", &number.to_string());
        match label {
            Some(label) => {
                parts::rich(xml, label);
                parts::label(xml, place);
            }
            None => xml.setting("c:delete", "1"),
        }
        xml.end();
    }
    parts::unfilled(xml);
    parts::font(xml);
    parts::label(xml, place);
    xml.end();
}

/// The scale, at the bottom. Its numbers are not visible: its title says what its ends are.
fn scale(xml: &mut Xml, marks: &Marks) {
    let end = Marks::END.to_string();
    axis(xml, ("1", "2"), ("minMax", "b"), &end, |xml| {
        xml.start("c:title", &[]);
        parts::rich(xml, &marks.scale);
        xml.setting("c:overlay", "0");
        xml.end();
    });
    xml.setting("c:crosses", "max");
    xml.setting("c:crossBetween", "midCat");
    xml.end();
}

/// The lines, from the top.
fn lines(xml: &mut Xml, count: usize) {
    let end = (height(count.saturating_sub(1)) + NAME).to_string();
    axis(xml, ("2", "1"), ("maxMin", "l"), &end, |xml| {
        xml.start("c:majorGridlines", &[]);
        parts::line(xml, Ink::Whole);
        xml.end();
    });
    xml.setting("c:crosses", "autoZero");
    xml.setting("c:crossBetween", "midCat");
    xml.setting("c:majorUnit", &LINE.to_string());
    xml.end();
}

/// Begins an axis without numbers, from 0 to an end.
fn axis(
    xml: &mut Xml,
    (id, other): (&str, &str),
    (direction, side): (&str, &str),
    end: &str,
    more: impl FnOnce(&mut Xml),
) {
    xml.start("c:valAx", &[]);
    xml.setting("c:axId", id);
    xml.start("c:scaling", &[]);
    xml.setting("c:orientation", direction);
    xml.setting("c:max", end);
    xml.setting("c:min", "0");
    xml.end();
    xml.setting("c:delete", "0");
    xml.setting("c:axPos", side);
    more(xml);
    xml.empty("c:numFmt", &[("formatCode", "0"), ("sourceLinked", "0")]);
    xml.setting("c:majorTickMark", "none");
    xml.setting("c:minorTickMark", "none");
    xml.setting("c:tickLblPos", "none");
    parts::line(xml, Ink::Text);
    xml.setting("c:crossAx", other);
}
