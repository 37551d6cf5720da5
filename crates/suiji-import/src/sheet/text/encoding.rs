//! Decodes the bytes of a text file to UTF-8, piece by piece.

use encoding_rs::{CoderResult, Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::super::source::{Source, unreadable};
use crate::base::problem::Problem;

/// The number of bytes that decide the encoding. They begin at the start, or at the first byte that is not ASCII.
const SAMPLE: usize = 1 << 20;
/// The number of bytes read at once.
const PIECE: usize = 1 << 16;

/// The encoding of a text. A mark decides. Without a mark it is UTF-8 if valid, UTF-16 if every second byte is zero,
/// otherwise GB18030 (which includes GBK and GB 2312).
pub(super) fn of(source: &mut Source) -> Result<(&'static Encoding, usize), Problem> {
    let (mut bytes, length) = source.begin(SAMPLE)?;
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Ok((encoding, mark));
    }
    let mut read = bytes.len();
    if bytes.is_ascii() && !bytes.contains(&0) {
        (bytes, read) = first_others(source)?;
    }
    let whole = u64::try_from(read).unwrap_or(u64::MAX) >= length;
    Ok((without_mark(&bytes, whole), 0))
}

/// A sample of the bytes, from the first byte that is not ASCII, and the number of bytes up to its end.
fn first_others(source: &mut Source) -> Result<(Vec<u8>, usize), Problem> {
    let mut piece = vec![0; PIECE];
    let mut sample = Vec::new();
    let mut total = 0;
    while sample.len() < SAMPLE {
        let read = source.bytes.read(&mut piece).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        total += read;
        let new = piece.get(..read).unwrap_or_default();
        let from = match sample.is_empty() {
            true => new.iter().position(|byte| !byte.is_ascii() || *byte == 0),
            false => Some(0),
        };
        sample.extend_from_slice(from.and_then(|from| new.get(from..)).unwrap_or_default());
    }
    source.rewind()?;
    Ok((sample, total))
}

fn without_mark(bytes: &[u8], whole: bool) -> &'static Encoding {
    if let Some(encoding) = utf_16(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // The sample may end in the middle of a character.
        Err(error) if !whole && error.error_len().is_none() => UTF_8,
        // No text in GB18030 begins with that many valid UTF-8 characters. So this is UTF-8 with a few broken ones.
        Err(error) if characters(bytes, error.valid_up_to()) >= SURELY => UTF_8,
        Err(_) => GB18030,
    }
}

/// The number of valid multi-byte characters at the start of a text that can only be UTF-8.
const SURELY: usize = 100;

/// The number of multi-byte characters in the first bytes that are valid UTF-8.
fn characters(bytes: &[u8], length: usize) -> usize {
    let first = bytes.get(..length).unwrap_or_default();
    first.iter().filter(|byte| **byte >= 0xC0).count()
}

/// The minimum ratio of zero bytes between the two bytes of each pair in UTF-16. The other byte is zero only in a few
/// Chinese characters.
const ZEROS: usize = 2;

/// Text of a spreadsheet has commas, tabs, digits or line ends. In UTF-16 their other byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| {
        let of_pairs = bytes.iter().skip(first).step_by(2);
        of_pairs.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let some = bytes.len() / 64;
    match (even, odd) {
        (even, odd) if odd > some && odd > even * ZEROS => Some(UTF_16LE),
        (even, odd) if even > some && even > odd * ZEROS => Some(UTF_16BE),
        _ => None,
    }
}

/// A text file that is read as UTF-8.
pub(super) struct Utf8<'s> {
    source: &'s mut Source,
    /// None if the file is UTF-8 already.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    raw_at: usize,
    /// The piece in UTF-8. Invalid bytes in a UTF-8 file are not changed.
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<'s> Utf8<'s> {
    /// Reading begins after the mark.
    pub(super) fn new(
        source: &'s mut Source,
        encoding: &'static Encoding,
        mark: usize,
    ) -> Result<Self, Problem> {
        source.rewind()?;
        let mut text = Self {
            source,
            decoder: (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling()),
            raw: Vec::new(),
            raw_at: mark,
            text: Vec::new(),
            at: 0,
            ended: false,
        };
        text.read()?;
        Ok(text)
    }

    /// The next bytes; none at the end.
    pub(super) fn next(&mut self) -> Result<&[u8], Problem> {
        while self.at == self.text.len() && !self.ended {
            self.read()?;
        }
        Ok(self.text.get(self.at..).unwrap_or_default())
    }

    pub(super) fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }

    fn read(&mut self) -> Result<(), Problem> {
        let skip = std::mem::take(&mut self.raw_at);
        self.raw.resize(PIECE, 0);
        let mut read = 0;
        while read <= skip {
            let into = self.raw.get_mut(read..).unwrap_or_default();
            match self.source.bytes.read(into).map_err(unreadable)? {
                0 => {
                    self.ended = true;
                    break;
                }
                more => read += more,
            }
        }
        let raw = self.raw.get(skip.min(read)..read).unwrap_or_default();
        self.text.clear();
        self.at = 0;
        match &mut self.decoder {
            None => self.text.extend_from_slice(raw),
            Some(decoder) => decode(decoder, raw, &mut self.text, self.ended),
        }
        Ok(())
    }
}

/// Decodes all of `raw`. Invalid bytes become U+FFFD, which leads to a question if the column is used.
fn decode(decoder: &mut Decoder, mut raw: &[u8], text: &mut Vec<u8>, last: bool) {
    let mut part = String::with_capacity(PIECE);
    loop {
        let (result, read, _) = decoder.decode_to_string(raw, &mut part, last);
        raw = raw.get(read..).unwrap_or_default();
        text.extend_from_slice(part.as_bytes());
        part.clear();
        if result == CoderResult::InputEmpty {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (&'static str, String) {
        let mut source = Source::from_bytes("a", bytes);
        let (encoding, mark) = of(&mut source).unwrap();
        let mut utf8 = Utf8::new(&mut source, encoding, mark).unwrap();
        let mut all = Vec::new();
        loop {
            let piece = utf8.next().unwrap();
            let length = piece.len();
            if length == 0 {
                break;
            }
            all.extend_from_slice(piece);
            utf8.consume(length);
        }
        (encoding.name(), String::from_utf8(all).unwrap())
    }

    #[test]
    fn each_encoding_is_recognised_and_read() {
        let text = "序号,企业名称\r\n1,沁水样例企业㐀𠀀\r\n".repeat(3000);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let (gb, _, _) = GB18030.encode(&text);
        let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (bytes, name) in [
            (text.clone().into_bytes(), "UTF-8"),
            (with(b"\xEF\xBB\xBF", text.as_bytes()), "UTF-8"),
            (gb.into_owned(), "gb18030"),
            (little.clone(), "UTF-16LE"),
            (with(b"\xFF\xFE", &little), "UTF-16LE"),
            (big.clone(), "UTF-16BE"),
            (with(b"\xFE\xFF", &big), "UTF-16BE"),
        ] {
            let (found, read) = read(&bytes);
            assert_eq!(found, name);
            assert!(read == text, "{name}");
        }
    }

    #[test]
    fn the_first_character_that_is_not_ascii_tells_even_late() {
        let text = format!("{}甲\n", "a,b\n".repeat(SAMPLE / 2));
        let (gb, _, _) = GB18030.encode(&text);
        assert_eq!(read(&gb), ("gb18030", text));
    }
}
