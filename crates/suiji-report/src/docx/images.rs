//! The pictures of a document.

use suiji::Lang;

use super::xml::Xml;
use crate::base::problem::Error;
use crate::base::texts::{self, codes};
use crate::picture::figure::{Format, Picture, find};

/// Units of a drawing in a tenth of a millimetre.
const UNITS: u64 = 3600;
/// The widest picture, in tenths of a millimetre.
const WIDEST: u32 = 1560;

/// The used pictures, each once. The index of a picture is its id.
pub(super) struct Images<'p> {
    all: &'p [&'p Picture],
    used: Vec<&'p Picture>,
    /// The number of drawings. Their ids must be different.
    drawings: usize,
}

/// The names of the parts of a picture: relation, and file.
pub(super) fn relation(place: usize) -> (String, String) {
    (format!("rIdImage{place}"), format!("image{place}"))
}

impl<'p> Images<'p> {
    pub(super) const fn new(all: &'p [&'p Picture]) -> Self {
        Self {
            all,
            used: Vec::new(),
            drawings: 0,
        }
    }

    pub(super) fn used(self) -> Vec<&'p Picture> {
        self.used
    }

    /// Draws a picture as part of a run. Some office programs cannot show SVG. They show its title instead.
    pub(super) fn draw(&mut self, xml: &mut Xml, name: &str, lang: Lang) -> Result<(), Error> {
        let picture = find(self.all, name).ok_or_else(|| codes::unknown_picture(name))?;
        if picture.format == Format::Svg {
            let text = texts::picture_elsewhere(&picture.title);
            xml.text("w:t", &[], text.get(lang));
            return Ok(());
        }
        let known = self.used.iter().position(|of| of.name == name);
        let place = known.unwrap_or_else(|| {
            self.used.push(picture);
            self.used.len() - 1
        });
        self.drawings += 1;
        let id = self.drawings.to_string();
        let (mut width, mut height) = (u64::from(picture.width), u64::from(picture.height));
        if picture.width > WIDEST {
            height = height * u64::from(WIDEST) / width;
            width = u64::from(WIDEST);
        }
        let (width, height) = ((width * UNITS).to_string(), (height * UNITS).to_string());
        let size = [("cx", &*width), ("cy", &*height)];
        let edges = [
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
        ];
        xml.start("w:drawing", &[]);
        xml.start("wp:inline", &edges);
        xml.empty("wp:extent", &size);
        xml.empty(
            "wp:docPr",
            &[
                ("id", &id),
                ("name", &picture.name),
                ("descr", &picture.title),
            ],
        );
        xml.start("a:graphic", &[]);
        let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        xml.start("a:graphicData", &[("uri", uri)]);
        xml.start("pic:pic", &[]);
        xml.start("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &[("id", &id), ("name", &picture.name)]);
        xml.empty("pic:cNvPicPr", &[]);
        xml.end();
        xml.start("pic:blipFill", &[]);
        xml.empty("a:blip", &[("r:embed", &relation(place).0)]);
        xml.start("a:stretch", &[]);
        xml.empty("a:fillRect", &[]);
        (0..2).for_each(|_| xml.end());
        xml.start("pic:spPr", &[]);
        xml.start("a:xfrm", &[]);
        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &size);
        xml.end();
        xml.start("a:prstGeom", &[("prst", "rect")]);
        xml.empty("a:avLst", &[]);
        // Geometry, properties, picture, data, graphic, inline, drawing.
        (0..7).for_each(|_| xml.end());
        Ok(())
    }
}
