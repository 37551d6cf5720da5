//! Messages in one buffer, one after another. Each is padded to whole blocks, so that no kernel needs to copy it.

/// The bytes of a block.
pub(crate) const BLOCK: usize = 64;

/// A message in the buffer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Message {
    /// Its first block.
    pub(crate) first: usize,
    /// How many blocks it has, at least one.
    pub(crate) blocks: usize,
    /// How many bytes it has without padding.
    length: usize,
}

/// Padded messages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Blocks {
    bytes: Vec<u8>,
    messages: Vec<Message>,
}

impl Blocks {
    /// Adds the message that `write` appends.
    pub(crate) fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        write(&mut self.bytes);
        assert!(self.bytes.len() >= start, "a message is only appended to");
        let length = self.bytes.len() - start;
        // The byte 0x80, zeros, and the number of bits in eight bytes: FIPS 180-4, 5.1.1; GB/T 32905, 5.2.
        let padded = (length + 9).next_multiple_of(BLOCK);
        self.bytes.push(0x80);
        self.bytes.resize(start + padded - 8, 0);
        self.bytes.extend((length as u64 * 8).to_be_bytes());
        self.messages.push(Message {
            first: start / BLOCK,
            blocks: padded / BLOCK,
            length,
        });
    }

    /// How many bytes the buffer has.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// All blocks.
    pub(crate) fn blocks(&self) -> &[[u8; BLOCK]] {
        self.bytes.as_chunks().0
    }

    pub(crate) fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The bytes of a message without its padding.
    pub(crate) fn bytes(&self, message: &Message) -> &[u8] {
        &self.bytes[message.first * BLOCK..][..message.length]
    }

    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.messages.clear();
    }
}
