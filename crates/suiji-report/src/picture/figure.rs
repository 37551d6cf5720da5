//! A picture: its bytes and its size on paper.

/// The format of a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    Svg,
    Png,
}

/// A picture to be put into a paper, or written beside it.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// The name by which a template refers to it, in ASCII.
    pub(crate) name: String,
    /// What it shows, in words, for readers who cannot see it.
    pub(crate) title: String,
    pub(crate) format: Format,
    pub(crate) bytes: Vec<u8>,
    /// The size on paper, in tenths of a millimetre.
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// The picture of this name.
pub(crate) fn find<'p>(pictures: &[&'p Picture], name: &str) -> Option<&'p Picture> {
    let mut pictures = pictures.iter();
    pictures.find(|picture| picture.name == name).copied()
}
