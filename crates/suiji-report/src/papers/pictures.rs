//! The pictures of a draw.

use std::collections::BTreeMap;

use serde::Serialize;
use suiji::Lang;

use crate::base::problem::Error;
use crate::base::texts::{self, codes};
use crate::facts::Facts;
use crate::picture::figure::{Format, Picture};

/// The code of the record, and that of a letter.
const RECORD: &str = "code-record";
const LETTER: &str = "code-letter";

/// The names of the charts in the annex.
#[derive(Debug, Serialize)]
pub(super) struct AnnexCharts<'f> {
    /// By task.
    tasks: BTreeMap<&'f str, Vec<String>>,
    loads: Vec<String>,
}

/// All pictures that papers may show.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pub(super) all: Vec<Picture>,
}

impl Pictures {
    /// The charts of a draw, and the code of its record.
    pub(super) fn of(facts: &Facts, lang: Lang) -> Result<Self, Error> {
        let text = texts::code_record(facts.record.hash, &facts.record.digest.hex);
        let all = vec![code(RECORD, text.get(lang))?];
        Ok(Self { all })
    }

    /// The codes of a letter.
    pub(super) fn of_letter(facts: &Facts, entity: &str, lang: Lang) -> Result<Self, Error> {
        let mut pictures = Self::of(facts, lang)?;
        let digest = &facts.record.digest.hex;
        let text = texts::code_letter(facts.record.hash, digest, entity);
        pictures.all.push(code(LETTER, text.get(lang))?);
        Ok(pictures)
    }

    /// The charts of the minutes: those that do not show who is in which class.
    pub(super) fn of_minutes(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The charts of the annex: those of each task, and the loads.
    pub(super) fn of_annex<'f>(&self, facts: &'f Facts) -> AnnexCharts<'f> {
        let tasks = facts.tasks.iter().map(|task| (&*task.id, Vec::new()));
        AnnexCharts {
            tasks: tasks.collect(),
            loads: Vec::new(),
        }
    }
}

fn code(name: &str, text: &str) -> Result<Picture, Error> {
    let code = qrcode::QrCode::new(text).map_err(codes::document)?;
    let side = code.width();
    let colors = code.to_colors();
    let (scale, edge) = (8, 4);
    let full = (side + 2 * edge) * scale;
    let mut pixels = Vec::with_capacity(full * full);
    for y in 0..full {
        for x in 0..full {
            let (x, y) = (x / scale, y / scale);
            let inside = (edge..edge + side).contains(&x) && (edge..edge + side).contains(&y);
            let dark = inside && colors[(y - edge) * side + x - edge] == qrcode::Color::Dark;
            pixels.push(if dark { 0 } else { 255 });
        }
    }
    let mut bytes = Vec::new();
    let size = u32::try_from(full).unwrap_or(0);
    let mut encoder = png::Encoder::new(&mut bytes, size, size);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(codes::document)?;
    writer.write_image_data(&pixels).map_err(codes::document)?;
    writer.finish().map_err(codes::document)?;
    Ok(Picture {
        name: name.to_owned(),
        title: text.to_owned(),
        format: Format::Png,
        bytes,
        width: 260,
        height: 260,
    })
}
