//! The markup as a document for editing: OOXML, written with quick-xml and zip.
//!
//! docx-rs is not used. Its ids come from counters of the process, so the same draw would give different bytes the
//! second time. It also cannot repeat the head of a table on each page.

mod body;
mod chart;
mod foot;
mod images;
mod package;
mod styles;
mod xml;

use suiji::Lang;
use suiji::values::Time;

use crate::base::problem::Error;
use crate::markup::Markup;
use crate::picture::figure::Picture;

/// A paper as a document, with the pictures that it names. The workbooks of its charts were made at this time.
pub(crate) fn document(
    markup: &Markup,
    pictures: &[&Picture],
    at: &Time,
    lang: Lang,
) -> Result<Vec<u8>, Error> {
    let (body, images) = body::body(markup, pictures, lang)?;
    let (images, charts) = images.used();
    let charts = charts.into_iter().map(|data| chart::chart(data, at, lang));
    package::package(&package::Parts {
        title: &markup.title,
        body,
        foot: foot::foot(markup.foot.as_deref(), lang),
        styles: styles::styles(lang),
        images,
        charts: charts.collect::<Result<_, _>>()?,
    })
}
