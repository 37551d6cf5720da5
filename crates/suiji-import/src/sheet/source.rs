//! The source of a file's bytes.

use std::fmt;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use crate::base::limits;
use crate::base::problem::Problem;
use crate::base::texts::codes;

/// Bytes that can be read again from the start.
pub(crate) trait Bytes: Read + Seek + Send {}

impl<T: Read + Seek + Send> Bytes for T {}

/// A file to import: its name, which the log shows, and its bytes.
pub struct Source {
    pub(crate) name: String,
    pub(crate) bytes: Box<dyn Bytes>,
}

impl Source {
    /// An open file.
    pub fn new(name: impl Into<String>, bytes: impl Read + Seek + Send + 'static) -> Self {
        Self {
            name: name.into(),
            bytes: Box::new(bytes),
        }
    }

    /// Bytes in memory.
    pub fn from_bytes(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, Cursor::new(bytes.into()))
    }

    /// The first bytes, and the size of the file. Refuses a file that is empty or too large.
    pub(crate) fn begin(&mut self, first: usize) -> Result<(Vec<u8>, u64), Problem> {
        let length = self.bytes.seek(SeekFrom::End(0)).map_err(unreadable)?;
        if length > limits::FILE_BYTES {
            return Err(codes::file_size(limits::FILE_BYTES >> 20));
        }
        self.rewind()?;
        let mut bytes = Vec::new();
        let first = u64::try_from(first).unwrap_or(u64::MAX);
        let read = (&mut *self.bytes).take(first).read_to_end(&mut bytes);
        read.map_err(unreadable)?;
        self.rewind()?;
        Ok((bytes, length))
    }

    /// All bytes, at most `most`.
    pub(crate) fn all(&mut self, most: u64) -> Result<Option<Vec<u8>>, Problem> {
        let (_, length) = self.begin(0)?;
        if length > most {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let read = (&mut *self.bytes).take(most).read_to_end(&mut bytes);
        read.map_err(unreadable)?;
        self.rewind()?;
        Ok(Some(bytes))
    }

    pub(crate) fn rewind(&mut self) -> Result<(), Problem> {
        self.bytes.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        Ok(())
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.name).finish()
    }
}

pub(crate) fn unreadable(error: io::Error) -> Problem {
    codes::cannot_read(error)
}
