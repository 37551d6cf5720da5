//! The markup as a document for editing: OOXML, written with quick-xml and zip.
//!
//! docx-rs is not used. Its ids come from counters of the process, so the same draw would give different bytes the
//! second time. It also cannot repeat the head of a table on each page.

mod body;
mod foot;
mod images;
mod package;
mod styles;
mod xml;

use suiji::Lang;

use crate::base::problem::Error;
use crate::markup::Markup;
use crate::picture::figure::Picture;

/// A paper as a document, with the pictures that it names.
pub(crate) fn document(
    markup: &Markup,
    pictures: &[&Picture],
    lang: Lang,
) -> Result<Vec<u8>, Error> {
    let (body, images) = body::body(markup, pictures, lang)?;
    package::package(&package::Parts {
        title: &markup.title,
        body,
        foot: foot::foot(markup.foot.as_deref(), lang),
        styles: styles::styles(lang),
        images: images.used(),
    })
}
