//! QR codes, as PNG and as SVG.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use super::figure::{Format, Picture};
use crate::base::problem::Error;
use crate::base::texts::{Text, codes};

/// The empty margin that readers need, in modules.
const MARGIN: usize = 4;
/// Pixels of a module in a PNG.
const SCALE: usize = 6;
/// The size of a module on paper, in tenths of a millimetre. The code of a digest is
/// about 25 mm wide.
const TENTHS: usize = 6;

/// A QR code of a text, in this format.
pub(crate) fn code(name: &str, title: &str, text: &str, format: Format) -> Result<Picture, Error> {
    let modules = Modules::of(text)?;
    let bytes = match format {
        Format::Png => modules.png()?,
        Format::Svg => modules.svg().into_bytes(),
    };
    let side = u32::try_from(modules.side() * TENTHS).unwrap_or(u32::MAX);
    Ok(Picture {
        name: name.to_owned(),
        title: title.to_owned(),
        format,
        bytes,
        width: side,
        height: side,
        data: None,
    })
}

/// The dark and light squares of a code.
struct Modules {
    width: usize,
    colors: Vec<Color>,
}

fn failed(problem: impl std::fmt::Display) -> Error {
    let problem = problem.to_string();
    codes::document(Text::of(|_| problem.clone())).into()
}

impl Modules {
    fn of(text: &str) -> Result<Self, Error> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(failed)?;
        Ok(Self {
            width: code.width(),
            colors: code.into_colors(),
        })
    }

    /// The number of modules of a side, with both margins.
    const fn side(&self) -> usize {
        self.width + 2 * MARGIN
    }

    /// Whether the module at a position is dark. Positions include the margin.
    fn is_dark(&self, row: usize, column: usize) -> bool {
        let (Some(row), Some(column)) = (row.checked_sub(MARGIN), column.checked_sub(MARGIN))
        else {
            return false;
        };
        let inside = row < self.width && column < self.width;
        inside && self.colors.get(row * self.width + column) == Some(&Color::Dark)
    }

    fn png(&self) -> Result<Vec<u8>, Error> {
        let pixels = self.side() * SCALE;
        let row = |row: usize| {
            // One bit for each pixel, the first pixel in the highest bit. 1 is
            // white.
            (0..pixels.div_ceil(8)).map(move |byte| {
                (0..8).fold(0, |bits, bit| {
                    let column = (byte * 8 + bit) / SCALE;
                    (bits << 1) | u8::from(!self.is_dark(row / SCALE, column))
                })
            })
        };
        let data: Vec<u8> = (0..pixels).flat_map(row).collect();
        let side = u32::try_from(pixels).map_err(failed)?;
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&data).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }

    fn svg(&self) -> String {
        let side = self.side();
        let mut path = String::new();
        for row in 0..side {
            let mut column = 0;
            while column < side {
                let dark = (column..side).take_while(|at| self.is_dark(row, *at));
                let run = dark.count();
                if run > 0 {
                    // Writing to a text cannot fail.
                    let _ = write!(path, "M{column} {row}h{run}v1h-{run}z");
                }
                column += run.max(1);
            }
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>\n"
        )
    }
}
