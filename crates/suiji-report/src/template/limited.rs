//! A text with a limited size.

use std::io::{self, Write};

/// The maximum number of bytes of markup from a template.
const MOST: usize = 32 << 20;

#[derive(Debug, Default)]
pub(super) struct Limited(pub(super) Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > MOST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
