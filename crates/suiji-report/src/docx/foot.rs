//! The foot of each page: a text, the page number, and the number of pages.

use suiji::Lang;

use super::xml::{SPACES, Xml};
use crate::base::texts;

/// `word/footer1.xml`.
pub(super) fn foot(text: Option<&str>, lang: Lang) -> Vec<u8> {
    let mut xml = Xml::new("w:ftr", SPACES);
    xml.start("w:p", &[]);
    xml.start("w:pPr", &[]);
    xml.value("w:pStyle", "SuijiNote");
    xml.value("w:jc", "center");
    xml.end();
    if let Some(text) = text {
        run(&mut xml, &format!("{text}　"));
    }
    let [before, between, after] = texts::page_numbers();
    run(&mut xml, before.get(lang));
    field(&mut xml, "PAGE");
    run(&mut xml, between.get(lang));
    field(&mut xml, "NUMPAGES");
    run(&mut xml, after.get(lang));
    xml.finish()
}

fn run(xml: &mut Xml, text: &str) {
    xml.start("w:r", &[]);
    xml.text("w:t", &[("xml:space", "preserve")], text);
    xml.end();
}

fn field(xml: &mut Xml, name: &str) {
    xml.start("w:fldSimple", &[("w:instr", name)]);
    run(xml, "1");
    xml.end();
}
