//! Writes the canonical JSON of a row field by field, because a registry has millions of rows [C2a, S1].

use super::{push_text, utf16_order};

/// Writes one JSON object into a buffer. The caller must write the fields in the order of their keys.
pub(crate) struct RowWriter<'b> {
    bytes: &'b mut Vec<u8>,
    last: Option<&'static str>,
}

impl<'b> RowWriter<'b> {
    pub(crate) fn new(bytes: &'b mut Vec<u8>) -> Self {
        bytes.push(b'{');
        Self { bytes, last: None }
    }

    /// A field of text.
    pub(crate) fn text(&mut self, key: &'static str, value: &str) {
        self.key(key);
        push_text(self.bytes, value);
    }

    /// An optional field of text.
    pub(crate) fn maybe(&mut self, key: &'static str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.text(key, value.as_ref());
        }
    }

    /// A field whose value is already canonical JSON.
    pub(crate) fn raw(&mut self, key: &'static str, value: &[u8]) {
        self.key(key);
        self.bytes.extend_from_slice(value);
    }

    /// A flag whose default, false, is left out [C2c].
    pub(crate) fn flag(&mut self, key: &'static str, flag: bool) {
        if flag {
            self.raw(key, b"true");
        }
    }

    /// A list of texts, left out if it is empty [C2c].
    pub(crate) fn texts<T: AsRef<str>>(
        &mut self,
        key: &'static str,
        values: impl IntoIterator<Item = T>,
    ) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_some() {
            self.key(key);
            push_texts(self.bytes, values);
        }
    }

    /// An object of texts whose keys are in canonical order, left out if it is empty [C2c].
    pub(crate) fn object(&mut self, key: &'static str, entries: &[(String, String)]) {
        if !entries.is_empty() {
            self.key(key);
            push_object(self.bytes, entries);
        }
    }

    pub(crate) fn end(self) {
        self.bytes.push(b'}');
    }

    fn key(&mut self, key: &'static str) {
        debug_assert!(
            self.last.is_none_or(|last| last < key),
            "{key} is out of order"
        );
        if self.last.is_some() {
            self.bytes.push(b',');
        }
        self.last = Some(key);
        // Our own keys need no escapes.
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(key.as_bytes());
        self.bytes.extend_from_slice(b"\":");
    }
}

/// Appends an array of texts.
fn push_texts<T: AsRef<str>>(bytes: &mut Vec<u8>, texts: impl Iterator<Item = T>) {
    bytes.push(b'[');
    for (index, text) in texts.enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        push_text(bytes, text.as_ref());
    }
    bytes.push(b']');
}

/// Appends an object of texts. Its keys are in the order of their UTF-16 code units [C2a].
pub(crate) fn push_object(bytes: &mut Vec<u8>, entries: &[(String, String)]) {
    let mut sorted: Vec<&(String, String)> = entries.iter().collect();
    sorted.sort_by(|(a, _), (b, _)| utf16_order(a, b));
    bytes.push(b'{');
    for (index, (key, value)) in sorted.into_iter().enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        push_text(bytes, key);
        bytes.push(b':');
        push_text(bytes, value);
    }
    bytes.push(b'}');
}
