//! The QR code in a picture of the minutes.

use rqrr::PreparedImage;

use crate::memory;

/// The beginning of each text that suiji puts into a code.
const BEGINNING: &str = "suiji-v1 ";

/// The maximum width and height of a picture, in pixels.
const SIDE: usize = 4096;

/// Looks for a code of suiji in a grey picture. Its pixels are the first bytes of a piece of memory, row by row: 0 is
/// black, 255 is white.
///
/// Returns the address of another piece: the size of the text in 8 bytes, and the text. 0 if there is no such code.
#[unsafe(no_mangle)]
pub extern "C" fn suiji_web_code(address: usize, width: usize, height: usize) -> usize {
    let allowed = 1..=SIDE;
    if !allowed.contains(&width) || !allowed.contains(&height) {
        return 0;
    }
    let pixels = memory::bytes(address, width * height);
    let text = pixels.and_then(|pixels| text(width, height, &pixels));
    text.map_or(0, |text| memory::keep(words(&text)))
}

/// The text of the first code that begins as a text of suiji.
fn text(width: usize, height: usize, pixels: &[u8]) -> Option<String> {
    let pixel = |x, y| pixels[y * width + x];
    let mut image = PreparedImage::prepare_from_greyscale(width, height, pixel);
    let grids = image.detect_grids().into_iter();
    let texts = grids.filter_map(|grid| grid.decode().ok());
    let mut texts = texts.map(|(_, text)| text);
    texts.find(|text| text.starts_with(BEGINNING))
}

/// The size of a text and its bytes, in words.
fn words(text: &str) -> Vec<u64> {
    let bytes = text.as_bytes().chunks(size_of::<u64>()).map(|chunk| {
        let mut word = [0; size_of::<u64>()];
        word[..chunk.len()].copy_from_slice(chunk);
        u64::from_le_bytes(word)
    });
    std::iter::once(text.len() as u64).chain(bytes).collect()
}

#[cfg(test)]
mod tests {
    use qrcode::{Color, QrCode};

    use super::*;

    const MARGIN: usize = 4;
    const SCALE: usize = 5;

    /// A picture of a code: its side, and its pixels.
    fn picture(text: &str) -> (usize, Vec<u8>) {
        let code = QrCode::new(text).unwrap();
        let (modules, colors) = (code.width(), code.into_colors());
        let side = (modules + 2 * MARGIN) * SCALE;
        let pixel = |at: usize| {
            let module = |at: usize| (at / SCALE).checked_sub(MARGIN).filter(|at| *at < modules);
            match (module(at / side), module(at % side)) {
                (Some(row), Some(column)) if colors[row * modules + column] == Color::Dark => 30,
                _ => 220,
            }
        };
        (side, (0..side * side).map(pixel).collect())
    }

    #[test]
    fn the_code_of_minutes_is_read_and_another_is_not() {
        let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let minutes = format!("suiji-v1 record sha256:{digest}");
        let (side, pixels) = picture(&minutes);
        assert_eq!(text(side, side, &pixels), Some(minutes));
        let (side, pixels) = picture("other");
        assert_eq!(text(side, side, &pixels), None);
        assert_eq!(text(2, 1, &[0, 255]), None);
    }

    #[test]
    fn a_text_comes_with_its_size() {
        assert_eq!(words(""), [0]);
        let expected = [9, u64::from_le_bytes(*b"suiji-v1"), u64::from(b' ')];
        assert_eq!(words("suiji-v1 "), expected);
        let address = memory::keep(words("suiji-v1 "));
        assert_eq!(memory::bytes(address, 17).unwrap()[8..], *b"suiji-v1 ");
    }

    #[test]
    fn a_picture_of_a_wrong_size_has_no_code() {
        let address = memory::suiji_web_reserve(100);
        for (width, height) in [(0, 10), (10, 0), (SIDE + 1, 1), (20, 20), (10, 10)] {
            assert_eq!(suiji_web_code(address, width, height), 0);
        }
        assert_eq!(suiji_web_code(1, 1, 1), 0);
    }
}
