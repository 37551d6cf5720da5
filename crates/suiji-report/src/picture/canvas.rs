//! Draws SVG with plotters, on a sheet of whole pixels. The viewer chooses the fonts.

use std::fmt;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use quick_xml::escape::escape;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::data::Data;
use super::figure::{Format, Picture};
use super::ink::Ink;
use crate::base::problem::Error;
use crate::base::texts::{Text, codes};

/// The width of every chart. On paper it is 160 mm.
pub(super) const WIDTH: i32 = 640;
/// The height of a line of text.
pub(super) const LINE: i32 = 24;
/// Tenths of a millimetre on paper for two pixels.
const TENTHS_FOR_TWO: u32 = 5;
const SIZE: i32 = 17;

/// The side of its point on which a text is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// A sheet for drawing.
pub(super) struct Canvas<'s> {
    area: DrawingArea<SVGBackend<'s>, Shift>,
}

impl fmt::Debug for Canvas<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Canvas")
    }
}

/// Plotters does not fail when it writes to memory. If it failed, the picture could not be made.
fn failed(problem: impl fmt::Display) -> Error {
    let problem = problem.to_string();
    codes::document(Text::of(|_| problem.clone())).into()
}

impl Canvas<'_> {
    /// A filled rectangle, from its left upper corner.
    pub(super) fn bar(&self, at: (i32, i32), size: (i32, i32), ink: Ink) -> Result<(), Error> {
        let corners = [at, (at.0 + size.0, at.1 + size.1)];
        let bar = Rectangle::new(corners, ink.color().filled());
        self.area.draw(&bar).map_err(failed)
    }

    /// A straight line.
    pub(super) fn line(&self, from: (i32, i32), to: (i32, i32), ink: Ink) -> Result<(), Error> {
        let width = match ink {
            Ink::Limit => 2,
            _ => 1,
        };
        let line = PathElement::new([from, to], ink.color().stroke_width(width));
        self.area.draw(&line).map_err(failed)
    }

    /// One line of text. Its point is at half its height.
    pub(super) fn text(&self, text: &str, at: (i32, i32), align: Align) -> Result<(), Error> {
        let anchor = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let style = ("sans-serif", SIZE).into_font().color(&Ink::Text.color());
        let style = style.pos(Pos::new(anchor, VPos::Center));
        self.area.draw_text(text, &style, at).map_err(failed)
    }
}

/// A chart of this height in pixels, drawn by a function, with the numbers that it shows.
pub(super) fn chart(
    name: &str,
    title: &str,
    height: i32,
    data: Data,
    draw: impl FnOnce(&Canvas<'_>) -> Result<(), Error>,
) -> Result<Picture, Error> {
    let mut svg = String::new();
    let (width, pixels) = (WIDTH.unsigned_abs(), height.unsigned_abs());
    {
        let area = SVGBackend::with_string(&mut svg, (width, pixels)).into_drawing_area();
        area.fill(&WHITE).map_err(failed)?;
        let canvas = Canvas { area };
        draw(&canvas)?;
        canvas.area.present().map_err(failed)?;
    }
    // Screen readers read the title, and viewers show it.
    let svg = match svg.split_once(">\n") {
        Some((open, rest)) => format!("{open}>\n<title>{}</title>\n{rest}", escape(title)),
        None => svg,
    };
    Ok(Picture {
        name: name.to_owned(),
        title: title.to_owned(),
        format: Format::Svg,
        bytes: svg.into_bytes(),
        width: width * TENTHS_FOR_TWO / 2,
        height: pixels * TENTHS_FOR_TWO / 2,
        data: Some(data).filter(|of| !of.rows().is_empty()),
    })
}

/// A text, cut to a width that is measured in halves of a Chinese character.
pub(super) fn fitting(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut width = 1;
    let fits = |of: &char| {
        width += of.width().unwrap_or(0);
        width <= most
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.push('…');
    short
}

/// The length of the bar of `part`, if the bar of `whole` has this `length`. A part above zero is always
/// visible.
pub(super) fn scaled(part: u64, whole: u64, length: i32) -> i32 {
    if part == 0 || whole == 0 {
        return 0;
    }
    let long = u128::from(part.min(whole)) * u128::from(length.unsigned_abs()) / u128::from(whole);
    i32::try_from(long).unwrap_or(length).max(1)
}
