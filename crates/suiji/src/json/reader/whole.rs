//! Reads a whole document: from bytes to a tree, and from the tree to a value.

use super::count::{Count, Stop};
use super::parse::parse_counted;
use super::{Path, Policy, Reader};
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::run::{Cancelled, Run, Stage};
use crate::json::Json;

/// How a document is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) kind: ErrorKind,
    /// The maximum number of bytes.
    pub(crate) limit: usize,
    /// How defaults that are written out are treated [C2c].
    pub(crate) policy: Policy,
}

impl Form {
    /// Reads a document, and reports all faults of form together.
    pub(crate) fn read<'b, T>(
        self,
        bytes: &'b [u8],
        read: impl FnOnce(&mut Reader<'_>, &Json<'b>, &Path<'_>) -> Option<T>,
    ) -> Result<T, Error> {
        self.read_long(bytes, &Run::default(), read)
    }

    /// The same for a document that may be large.
    pub(crate) fn read_long<'b, T>(
        self,
        bytes: &'b [u8],
        run: &Run,
        read: impl FnOnce(&mut Reader<'_>, &Json<'b>, &Path<'_>) -> Option<T>,
    ) -> Result<T, Error> {
        run.tell(Stage::Read, 0, 0)?;
        let count = Count::of(run);
        let tree = parse_counted(bytes, self.limit, self.kind, None, &count).map_err(Error::new)?;
        let mut faults = Faults::default();
        let mut reader = Reader {
            count: Some(&count),
            ..Reader::new(self.kind, self.policy, &mut faults)
        };
        let value = read(&mut reader, &tree, &Path::Root);
        if count.stop() == Some(Stop::Cancelled) {
            return Err(Cancelled.into());
        }
        faults.into_option(value)
    }
}
