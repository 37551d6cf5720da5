//! The format of a file. Its content decides, because its name may be wrong.

use crate::base::problem::Problem;
use crate::base::texts::{self, Text, codes};

/// A format that can be imported.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    /// Office Open XML or Open Document. Both are archives (ZIP).
    Archive,
    /// The old format of Excel, in a compound file (OLE).
    Xls,
    Text,
}

/// The format of a file with these first bytes.
pub(crate) fn of(bytes: &[u8]) -> Result<Format, Problem> {
    if bytes.is_empty() {
        return Err(codes::empty_file());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Format::Archive);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Ok(Format::Xls);
    }
    match other(bytes) {
        Some(found) => Err(codes::format(found)),
        None => Ok(Format::Text),
    }
}

/// A known format that cannot be imported.
fn other(bytes: &[u8]) -> Option<Text> {
    type Known = (&'static [u8], fn() -> Text);
    let binary: [Known; 7] = [
        (b"%PDF", texts::a_pdf),
        (b"{\\rtf", texts::an_rtf),
        (b"\xFF\xD8\xFF", texts::a_picture),
        (b"\x89PNG", texts::a_picture),
        (b"Rar!", texts::an_archive),
        (b"7z\xBC\xAF", texts::an_archive),
        (b"\x1F\x8B", texts::an_archive),
    ];
    let found = binary.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, name)) = found {
        return Some(name());
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    let begins = |word: &[u8]| {
        let start = text.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    if ["<html", "<!doctype", "<table", "<meta", "<head", "<style"]
        .iter()
        .any(|word| begins(word.as_bytes()))
    {
        return Some(texts::an_html_page());
    }
    if begins(b"<?xml") {
        return Some(texts::an_xml_file());
    }
    if is_array(text) {
        return Some(texts::a_json_array());
    }
    if text.starts_with(b"{") {
        return Some(texts::a_json_file());
    }
    None
}

/// Whether the text is a JSON array of objects. Blanks and line ends before the first
/// object are allowed.
fn is_array(text: &[u8]) -> bool {
    let inside = text.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
    inside.is_some_and(|inside| inside.starts_with(b"{"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_the_format() {
        assert_eq!(of(b"PK\x03\x04...").unwrap(), Format::Archive);
        let text = "序号,企业名称\n".as_bytes();
        assert_eq!(of(text).unwrap(), Format::Text);
        assert_eq!(of(b"[a],b\n").unwrap(), Format::Text);
        for (bytes, code) in [
            (&b""[..], "import.empty-file"),
            (b"%PDF-1.7", "import.format"),
            (b"\xEF\xBB\xBF <HTML><table>", "import.format"),
            (b"<?xml version=\"1.0\"?>", "import.format"),
            (b"[\n {\"id\": 1}]", "import.format"),
            (b"{\"id\": 1}", "import.format"),
        ] {
            assert_eq!(of(bytes).unwrap_err().code(), code);
        }
    }
}
