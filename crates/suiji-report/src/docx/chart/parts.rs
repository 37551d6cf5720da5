//! The parts that all charts have: frame, legend, fonts, colours, and cached values.

use super::super::xml::{CHART, Xml};
use crate::picture::Ink;

/// The name spaces of a chart.
pub(super) const SPACES: &[(&str, &str)] = &[
    ("xmlns:c", CHART),
    (
        "xmlns:a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];
/// The relation from a chart to its workbook.
pub(in super::super) const WORKBOOK: &str = "rIdWorkbook";
/// Hundredths of a point.
const SIZE: &str = "900";
const WHITE: &str = "FFFFFF";
/// What a label does not show.
const HIDDEN: [&str; 4] = [
    "c:showCatName",
    "c:showSerName",
    "c:showPercent",
    "c:showBubbleSize",
];

/// Begins the area in which bars or marks are.
pub(super) fn begin(xml: &mut Xml) {
    xml.setting("c:date1904", "0");
    xml.setting("c:roundedCorners", "0");
    xml.start("c:chart", &[]);
    xml.setting("c:autoTitleDeleted", "1");
    xml.start("c:plotArea", &[]);
    xml.empty("c:layout", &[]);
}

/// Ends the area, and adds the legend. It does not show the series with the number `hidden`.
pub(super) fn end(xml: &mut Xml, hidden: Option<usize>) {
    xml.start("c:spPr", &[]);
    xml.empty("a:noFill", &[]);
    xml.end();
    xml.end();
    xml.start("c:legend", &[]);
    xml.setting("c:legendPos", "t");
    if let Some(hidden) = hidden {
        xml.start("c:legendEntry", &[]);
        xml.setting("c:idx", &hidden.to_string());
        xml.setting("c:delete", "1");
        xml.end();
    }
    xml.setting("c:overlay", "0");
    font(xml);
    xml.end();
    xml.setting("c:plotVisOnly", "1");
    xml.setting("c:dispBlanksAs", "gap");
    xml.end();
    xml.start("c:spPr", &[]);
    color(xml, WHITE);
    no_line(xml);
    xml.end();
    font(xml);
    xml.start("c:externalData", &[("r:id", WORKBOOK)]);
    xml.setting("c:autoUpdate", "0");
    xml.end();
}

/// The font of a part.
pub(super) fn font(xml: &mut Xml) {
    font_in(xml, &Ink::Text.hex());
}

/// The font of a label inside a shape. On a dark shape it is white.
pub(super) fn font_on(xml: &mut Xml, ground: Ink) {
    match ground.is_dark() {
        true => font_in(xml, WHITE),
        false => font(xml),
    }
}

fn font_in(xml: &mut Xml, hex: &str) {
    xml.start("c:txPr", &[]);
    xml.empty("a:bodyPr", &[]);
    xml.start("a:p", &[]);
    xml.start("a:pPr", &[]);
    letters(xml, hex);
    xml.end();
    xml.empty("a:endParaRPr", &[("lang", "zh-CN")]);
    (0..2).for_each(|_| xml.end());
}

fn letters(xml: &mut Xml, ink: &str) {
    xml.start("a:defRPr", &[("sz", SIZE), ("b", "0")]);
    color(xml, ink);
    xml.empty("a:latin", &[("typeface", "Times New Roman")]);
    xml.empty("a:ea", &[("typeface", "宋体")]);
    xml.end();
}

/// A text of its own: a title, or the label of one mark.
pub(super) fn rich(xml: &mut Xml, text: &str) {
    xml.start("c:tx", &[]);
    xml.start("c:rich", &[]);
    xml.empty("a:bodyPr", &[("wrap", "none")]);
    xml.start("a:p", &[]);
    xml.start("a:pPr", &[]);
    letters(xml, &Ink::Text.hex());
    xml.end();
    xml.start("a:r", &[]);
    xml.empty("a:rPr", &[("lang", "zh-CN"), ("sz", SIZE), ("b", "0")]);
    xml.text("a:t", &[], text);
    (0..4).for_each(|_| xml.end());
}

/// The place and the contents of a label: its value, or its own text.
pub(super) fn label(xml: &mut Xml, place: &str) {
    xml.setting("c:dLblPos", place);
    xml.setting("c:showLegendKey", "0");
    xml.setting("c:showVal", "1");
    for hidden in HIDDEN {
        xml.setting(hidden, "0");
    }
}

/// The properties of a shape with this colour and without an edge.
pub(super) fn filled(xml: &mut Xml, ink: Ink) {
    xml.start("c:spPr", &[]);
    color(xml, &ink.hex());
    no_line(xml);
    xml.end();
}

/// The properties of a shape that is not visible.
pub(super) fn unfilled(xml: &mut Xml) {
    xml.start("c:spPr", &[]);
    xml.empty("a:noFill", &[]);
    no_line(xml);
    xml.end();
}

/// The properties of a line.
pub(super) fn line(xml: &mut Xml, ink: Ink) {
    xml.start("c:spPr", &[]);
    edge(xml, ink);
    xml.end();
}

/// An edge of 0.75 pt.
pub(super) fn edge(xml: &mut Xml, ink: Ink) {
    xml.start("a:ln", &[("w", "9525")]);
    color(xml, &ink.hex());
    xml.end();
}

pub(super) fn no_line(xml: &mut Xml) {
    xml.start("a:ln", &[]);
    xml.empty("a:noFill", &[]);
    xml.end();
}

pub(super) fn color(xml: &mut Xml, hex: &str) {
    xml.start("a:solidFill", &[]);
    xml.setting("a:srgbClr", hex);
    xml.end();
}

/// Texts in the workbook, with a copy.
pub(super) fn texts<'t>(
    xml: &mut Xml,
    formula: &str,
    texts: impl ExactSizeIterator<Item = &'t str>,
) {
    xml.start("c:strRef", &[]);
    xml.text("c:f", &[], formula);
    xml.start("c:strCache", &[]);
    points(xml, texts.map(str::to_owned));
    (0..2).for_each(|_| xml.end());
}

/// Numbers in the workbook, with a copy.
pub(super) fn numbers(xml: &mut Xml, formula: &str, numbers: impl ExactSizeIterator<Item = u64>) {
    xml.start("c:numRef", &[]);
    xml.text("c:f", &[], formula);
    xml.start("c:numCache", &[]);
    xml.text("c:formatCode", &[], "General");
    points(xml, numbers.map(|number| number.to_string()));
    (0..2).for_each(|_| xml.end());
}

fn points(xml: &mut Xml, values: impl ExactSizeIterator<Item = String>) {
    xml.setting("c:ptCount", &values.len().to_string());
    for (place, value) in values.enumerate() {
        xml.start("c:pt", &[("idx", &*place.to_string())]);
        xml.text("c:v", &[], &value);
        xml.end();
    }
}
