//! The parts of a document in their archive.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::chart::{Chart, WORKBOOK};
use super::images::{chart_relation, relation};
use super::xml::Xml;
use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::picture::figure::Picture;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts of a document.
pub(super) struct Parts<'p> {
    pub(super) title: &'p str,
    pub(super) body: Vec<u8>,
    pub(super) foot: Vec<u8>,
    pub(super) styles: Vec<u8>,
    pub(super) images: Vec<&'p Picture>,
    pub(super) charts: Vec<Chart>,
}

/// The archive. All its files have the same fixed time.
pub(super) fn package(parts: &Parts<'_>) -> Result<Vec<u8>, Error> {
    write(parts).map_err(|problem| codes::document(problem).into())
}

fn write(parts: &Parts<'_>) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut file = |name: &str, bytes: &[u8]| -> zip::result::ZipResult<()> {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
        Ok(())
    };
    file("[Content_Types].xml", &types(parts))?;
    file("_rels/.rels", &root_relations())?;
    file("docProps/core.xml", &core(parts.title))?;
    file("word/_rels/document.xml.rels", &relations(parts))?;
    file("word/document.xml", &parts.body)?;
    file("word/styles.xml", &parts.styles)?;
    file("word/footer1.xml", &parts.foot)?;
    for (place, picture) in parts.images.iter().enumerate() {
        file(&format!("word/media/{}", file_name(place)), &picture.bytes)?;
    }
    for (place, of) in parts.charts.iter().enumerate() {
        let name = chart_relation(place).1;
        let relations = format!("word/charts/_rels/{name}.xml.rels");
        file(&relations, &chart_relations(&name))?;
        file(&format!("word/charts/{name}.xml"), &of.chart)?;
        file(&format!("word/embeddings/{name}.xlsx"), &of.workbook)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn file_name(place: usize) -> String {
    format!("{}.png", relation(place).1)
}

fn types(parts: &Parts<'_>) -> Vec<u8> {
    let mut xml = Xml::new("Types", &[("xmlns", TYPES)]);
    for (extension, media) in [
        (
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ),
        ("xml", "application/xml"),
        ("png", "image/png"),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ] {
        xml.empty(
            "Default",
            &[("Extension", extension), ("ContentType", media)],
        );
    }
    let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
    for (part, media) in [
        ("/word/document.xml", format!("{MAIN}.document.main+xml")),
        ("/word/styles.xml", format!("{MAIN}.styles+xml")),
        ("/word/footer1.xml", format!("{MAIN}.footer+xml")),
        ("/docProps/core.xml", core),
    ] {
        xml.empty("Override", &[("PartName", part), ("ContentType", &*media)]);
    }
    let media = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    for place in 0..parts.charts.len() {
        let part = format!("/word/charts/{}.xml", chart_relation(place).1);
        xml.empty("Override", &[("PartName", &*part), ("ContentType", media)]);
    }
    xml.finish()
}

fn root_relations() -> Vec<u8> {
    let mut xml = Xml::new("Relationships", &[("xmlns", RELATIONS)]);
    let document = format!("{OFFICE}/officeDocument");
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relate(&mut xml, "rIdDocument", &document, "word/document.xml");
    relate(&mut xml, "rIdCore", core, "docProps/core.xml");
    xml.finish()
}

fn relations(parts: &Parts<'_>) -> Vec<u8> {
    let mut xml = Xml::new("Relationships", &[("xmlns", RELATIONS)]);
    relate(
        &mut xml,
        "rIdStyles",
        &format!("{OFFICE}/styles"),
        "styles.xml",
    );
    relate(
        &mut xml,
        "rIdFoot",
        &format!("{OFFICE}/footer"),
        "footer1.xml",
    );
    let image = format!("{OFFICE}/image");
    for place in 0..parts.images.len() {
        let file = format!("media/{}", file_name(place));
        relate(&mut xml, &relation(place).0, &image, &file);
    }
    let chart = format!("{OFFICE}/chart");
    for place in 0..parts.charts.len() {
        let (id, name) = chart_relation(place);
        relate(&mut xml, &id, &chart, &format!("charts/{name}.xml"));
    }
    xml.finish()
}

/// The relation from a chart to its workbook.
fn chart_relations(name: &str) -> Vec<u8> {
    let mut xml = Xml::new("Relationships", &[("xmlns", RELATIONS)]);
    let workbook = format!("../embeddings/{name}.xlsx");
    let package = format!("{OFFICE}/package");
    relate(&mut xml, WORKBOOK, &package, &workbook);
    xml.finish()
}

fn relate(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty(
        "Relationship",
        &[("Id", id), ("Type", kind), ("Target", target)],
    );
}

fn core(title: &str) -> Vec<u8> {
    let spaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let mut xml = Xml::new("cp:coreProperties", &spaces);
    xml.text("dc:title", &[], title);
    xml.finish()
}
