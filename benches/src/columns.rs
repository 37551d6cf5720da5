//! A column of texts.

use suiji::tables::Column;

use crate::Failure;

/// Texts in the layout of Arrow.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    offsets: Vec<i32>,
    data: Vec<u8>,
}

impl Texts {
    /// Adds a text.
    ///
    /// # Errors
    /// If all texts together have 2^31 bytes or more.
    pub fn push(&mut self, text: &str) -> Result<(), Failure> {
        if self.offsets.is_empty() {
            self.offsets.push(0);
        }
        self.data.extend_from_slice(text.as_bytes());
        self.offsets.push(i32::try_from(self.data.len())?);
        Ok(())
    }

    /// The texts as a column.
    pub fn column(&self) -> Column<'_> {
        Column::utf8(&self.offsets, &self.data)
    }
}
