//! A picture: its bytes and its size on paper.

use super::data::Data;

/// The format of a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    Svg,
    Png,
}

/// A picture for a paper, or for a file of its own.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// The name by which a template refers to it, in ASCII.
    pub(crate) name: String,
    /// The contents in words, for readers who cannot see the picture.
    pub(crate) title: String,
    pub(crate) format: Format,
    pub(crate) bytes: Vec<u8>,
    /// The size on paper, in tenths of a millimetre.
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The numbers that a chart shows. None for a code, and for a chart without rows.
    pub(crate) data: Option<Data>,
}

/// The picture with this name.
pub(crate) fn find<'p>(pictures: &[&'p Picture], name: &str) -> Option<&'p Picture> {
    let mut pictures = pictures.iter();
    pictures.find(|picture| picture.name == name).copied()
}
