//! The pictures and charts of a document.

use suiji::Lang;

use super::chart;
use super::xml::{CHART, Xml};
use crate::base::problem::Error;
use crate::base::texts::{self, codes};
use crate::picture::data::Data;
use crate::picture::figure::{Format, Picture, find};

/// Units of a drawing in a tenth of a millimetre.
const UNITS: u64 = 3600;
/// The widest picture, and the width of a chart, in tenths of a millimetre.
const WIDEST: u32 = 1560;

/// The used pictures and charts, each once. The index of a picture is its id.
pub(super) struct Images<'p> {
    all: &'p [&'p Picture],
    used: Vec<&'p Picture>,
    charts: Vec<&'p Data>,
    /// The number of drawings. Their ids must be different.
    drawings: usize,
    lang: Lang,
}

/// The names of the parts of a picture: relation, and file.
pub(super) fn relation(place: usize) -> (String, String) {
    (format!("rIdImage{place}"), format!("image{place}"))
}

/// The names of the parts of a chart: relation, and file.
pub(super) fn chart_relation(place: usize) -> (String, String) {
    (format!("rIdChart{place}"), format!("chart{place}"))
}

impl<'p> Images<'p> {
    pub(super) const fn new(all: &'p [&'p Picture], lang: Lang) -> Self {
        Self {
            all,
            used: Vec::new(),
            charts: Vec::new(),
            drawings: 0,
            lang,
        }
    }

    /// The pictures, and the numbers of the charts.
    pub(super) fn used(self) -> (Vec<&'p Picture>, Vec<&'p Data>) {
        (self.used, self.charts)
    }

    /// Draws a picture as part of a run. A chart is drawn from its numbers.
    pub(super) fn draw(&mut self, xml: &mut Xml, name: &str) -> Result<(), Error> {
        let picture = find(self.all, name).ok_or_else(|| codes::unknown_picture(name))?;
        match (&picture.data, picture.format) {
            (Some(data), _) => self.chart(xml, picture, data),
            (None, Format::Png) => self.picture(xml, picture),
            (None, Format::Svg) => {
                let text = texts::picture_empty(&picture.title);
                xml.text("w:t", &[], text.get(self.lang));
            }
        }
        Ok(())
    }

    fn chart(&mut self, xml: &mut Xml, picture: &Picture, data: &'p Data) {
        let place = self.charts.len();
        self.charts.push(data);
        let size = size(u64::from(WIDEST), chart::height(data));
        self.begin(xml, picture, &size);
        xml.start("a:graphicData", &[("uri", CHART)]);
        xml.empty("c:chart", &[("r:id", &*chart_relation(place).0)]);
        // Data, graphic, inline, drawing.
        (0..4).for_each(|_| xml.end());
    }

    /// Begins a drawing of a size, with its title for readers who cannot see it.
    fn begin(&mut self, xml: &mut Xml, picture: &Picture, size: &[String; 2]) {
        self.drawings += 1;
        let id = self.drawings.to_string();
        let edges = [
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
        ];
        xml.start("w:drawing", &[]);
        xml.start("wp:inline", &edges);
        xml.empty("wp:extent", &[("cx", &*size[0]), ("cy", &size[1])]);
        xml.empty(
            "wp:docPr",
            &[
                ("id", &*id),
                ("name", &picture.name),
                ("descr", &picture.title),
            ],
        );
        xml.start("a:graphic", &[]);
    }

    fn picture(&mut self, xml: &mut Xml, picture: &'p Picture) {
        let known = self.used.iter().position(|of| of.name == picture.name);
        let place = known.unwrap_or_else(|| {
            self.used.push(picture);
            self.used.len() - 1
        });
        let (mut width, mut height) = (u64::from(picture.width), u64::from(picture.height));
        if picture.width > WIDEST {
            height = height * u64::from(WIDEST) / width;
            width = u64::from(WIDEST);
        }
        let size = size(width, height);
        self.begin(xml, picture, &size);
        let id = self.drawings.to_string();
        let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        xml.start("a:graphicData", &[("uri", uri)]);
        xml.start("pic:pic", &[]);
        xml.start("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &[("id", &*id), ("name", &picture.name)]);
        xml.empty("pic:cNvPicPr", &[]);
        xml.end();
        xml.start("pic:blipFill", &[]);
        xml.empty("a:blip", &[("r:embed", &*relation(place).0)]);
        xml.start("a:stretch", &[]);
        xml.empty("a:fillRect", &[]);
        (0..2).for_each(|_| xml.end());
        xml.start("pic:spPr", &[]);
        xml.start("a:xfrm", &[]);
        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &[("cx", &*size[0]), ("cy", &size[1])]);
        xml.end();
        xml.start("a:prstGeom", &[("prst", "rect")]);
        xml.empty("a:avLst", &[]);
        // Geometry, properties, picture, data, graphic, inline, drawing.
        (0..7).for_each(|_| xml.end());
    }
}

/// Width and height in the units of a drawing, from tenths of a millimetre.
fn size(width: u64, height: u64) -> [String; 2] {
    [width * UNITS, height * UNITS].map(|length| length.to_string())
}
