//! Tables in the form of another platform, by a mapping file.

use crate::base::problem::Error;

/// The form of an exported table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Format {
    /// Text with commas, in UTF-8 with a byte order mark.
    Csv,
    /// A workbook.
    Xlsx,
    /// A list of objects.
    Json,
}

/// Which columns a platform wants, under which names and in which words.
#[derive(Clone, Debug)]
pub struct Profile {}

impl Profile {
    /// A profile from its mapping file.
    ///
    /// # Errors
    /// If the file is not a mapping file.
    pub fn from_json(_bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self {})
    }
}
