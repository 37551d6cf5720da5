//! The colours of charts, by their meaning.

use plotters::style::RGBColor;

/// The meaning of a mark. The colours also differ in lightness, so that they are distinguishable in grey.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ink {
    /// Text, and axes.
    Text,
    /// A whole, such as a frame.
    Whole,
    /// A part of the whole.
    Part,
    /// A second part.
    Other,
    /// A limit.
    Limit,
}

impl Ink {
    /// The colour.
    pub(super) const fn color(self) -> RGBColor {
        match self {
            Self::Text => RGBColor(0x22, 0x22, 0x22),
            Self::Whole => RGBColor(0xCB, 0xD8, 0xE6),
            Self::Part => RGBColor(0x1F, 0x4E, 0x79),
            Self::Other => RGBColor(0x7F, 0x9F, 0xBF),
            Self::Limit => RGBColor(0xB3, 0x26, 0x1E),
        }
    }

    /// The colour as six hexadecimal digits.
    pub(crate) fn hex(self) -> String {
        let RGBColor(red, green, blue) = self.color();
        format!("{red:02X}{green:02X}{blue:02X}")
    }

    /// Whether text on this colour is white.
    pub(crate) const fn is_dark(self) -> bool {
        matches!(self, Self::Text | Self::Part | Self::Limit)
    }
}
