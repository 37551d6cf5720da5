//! Documents with long lists. An element becomes a tree only when it is written. So a record with a million entities is
//! written or hashed without a second copy, with progress and cancelling.

use std::io::{self, BufWriter, Write};

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::write::{Form, Written};
use super::{Json, utf16_order};
use crate::base::error::Error;
use crate::base::hash::{Digest, Hash};
use crate::base::run::{Cancelled, Run, Stage};

/// Bytes written between two reports.
const CHUNK: usize = 1 << 20;

/// A document as it is written.
#[derive(Debug)]
pub(crate) enum Document<'a> {
    Tree(Json<'a>),
    Object(Vec<(&'static str, Self)>),
    Few(Vec<Self>),
    Many(&'a dyn Elements),
}

/// A list whose elements become trees one by one.
pub(crate) trait Elements: core::fmt::Debug {
    fn count(&self) -> usize;
    fn tree(&self, index: usize) -> Json<'_>;
    fn push_canonical(&self, index: usize, bytes: &mut Vec<u8>);
}

/// An element of a long list.
pub(crate) trait Element: core::fmt::Debug {
    fn tree(&self) -> Json<'_>;

    /// Appends JCS of the tree [C2a]. Elements that occur in millions do this without making the tree.
    fn push_canonical(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.tree().to_canonical());
    }
}

impl<T: Element> Elements for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn tree(&self, index: usize) -> Json<'_> {
        self[index].tree()
    }

    fn push_canonical(&self, index: usize, bytes: &mut Vec<u8>) {
        self[index].push_canonical(bytes);
    }
}

impl<'a> Document<'a> {
    /// A list as a field of an object. It is left out if it is empty [C2c].
    pub(crate) fn many<T: Element>(
        key: &'static str,
        items: &'a Vec<T>,
    ) -> Option<(&'static str, Self)> {
        (!items.is_empty()).then_some((key, Self::Many(items)))
    }

    /// The text of a file: indented, with a line end at the end.
    pub(crate) fn write_pretty(&self, out: impl Write, run: &Run) -> io::Result<()> {
        let mut out = watched(out, run);
        serde_json::to_writer_pretty(&mut out, &Written(self, Form::File))?;
        out.write_all(b"\n")?;
        out.flush()
    }

    /// JCS(x) [C2a].
    pub(crate) fn write_canonical(&self, out: impl Write, run: &Run) -> io::Result<()> {
        let mut out = watched(out, run);
        self.push_canonical(&mut out)?;
        out.flush()
    }

    fn push_canonical(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Tree(tree) => out.write_all(&tree.to_canonical()),
            Self::Few(items) => list(out, items.len(), |out, index| {
                items[index].push_canonical(out)
            }),
            Self::Many(items) => {
                let mut bytes = Vec::new();
                list(out, items.count(), |out, index| {
                    bytes.clear();
                    items.push_canonical(index, &mut bytes);
                    out.write_all(&bytes)
                })
            }
            Self::Object(fields) => {
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by(|(a, _), (b, _)| utf16_order(a, b));
                for (place, (key, value)) in fields.into_iter().enumerate() {
                    out.write_all(if place == 0 { b"{" } else { b"," })?;
                    serde_json::to_writer(&mut *out, key)?;
                    out.write_all(b":")?;
                    value.push_canonical(out)?;
                }
                out.write_all(b"}")
            }
        }
    }

    /// H(JCS(x)).
    pub(crate) fn digest(&self, hash: Hash, run: &Run) -> Result<Digest, Cancelled> {
        let mut hasher = hash.hasher();
        match self.write_canonical(&mut hasher, run) {
            Ok(()) => Ok(hasher.finish()),
            // Writing to a hasher does not fail.
            Err(_) => Err(Cancelled),
        }
    }
}

impl Json<'_> {
    /// JCS(x) of a tree that may be large.
    pub(crate) fn to_canonical_watched(&self, run: &Run) -> Result<Vec<u8>, Cancelled> {
        let mut bytes = Vec::new();
        let mut out = watched(&mut bytes, run);
        let written = serde_json::to_writer(&mut out, &Written(self, Form::Canonical))
            .map_err(io::Error::from)
            .and_then(|()| out.flush());
        drop(out);
        // Writing to memory does not fail.
        written.map(|()| bytes).map_err(|_| Cancelled)
    }
}

/// Writes a list whose elements `write` writes.
fn list<W: Write>(
    out: &mut W,
    count: usize,
    mut write: impl FnMut(&mut W, usize) -> io::Result<()>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    for index in 0..count {
        if index > 0 {
            out.write_all(b",")?;
        }
        write(out, index)?;
    }
    out.write_all(b"]")
}

/// The form for files. [`Document::write_canonical`] writes canonical text.
impl Serialize for Written<'_, Document<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(document, form) = *self;
        match document {
            Document::Tree(tree) => Written(tree, form).serialize(serializer),
            Document::Few(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Written(item, form))?;
                }
                list.end()
            }
            Document::Many(items) => {
                let mut list = serializer.serialize_seq(Some(items.count()))?;
                for index in 0..items.count() {
                    list.serialize_element(&Written(&items.tree(index), form))?;
                }
                list.end()
            }
            Document::Object(fields) => {
                let mut object = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    object.serialize_entry(key, &Written(value, form))?;
                }
                object.end()
            }
        }
    }
}

/// A writer that reports its progress. It writes large pieces.
pub(crate) fn watched<W: Write>(out: W, run: &Run) -> BufWriter<impl Write> {
    let watched = Watched { out, run, done: 0 };
    BufWriter::with_capacity(CHUNK, watched)
}

/// Reports the progress of writing.
struct Watched<'r, W> {
    out: W,
    run: &'r Run,
    done: usize,
}

impl<W: Write> Write for Watched<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.run
            .tell(Stage::Write, self.done, 0)
            .map_err(|cancelled| io::Error::other(Error::from(cancelled)))?;
        let written = self.out.write(bytes)?;
        self.done += written;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
