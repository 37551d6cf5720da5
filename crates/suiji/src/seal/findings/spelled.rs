//! Values as a finding shows them. Invisible blanks and signs are shown by their numbers.

use crate::base::texts::{self, Localized, Text};

/// A text in which blanks, signs of width and variation selectors are replaced with their numbers, so that they can be
/// seen.
pub(super) fn spelled(text: &str) -> Text {
    let shown = |c: char| c.is_alphanumeric() || (' '..='~').contains(&c) || is_sign(c);
    if text.chars().all(shown) {
        return Text::of(|_| text.to_owned());
    }
    Text::of(|lang| {
        let mut spelled = String::new();
        for c in text.chars() {
            if shown(c) {
                spelled.push(c);
            } else {
                let point = format!("{:04X}", u32::from(c));
                spelled.push_str(&Localized::text(&texts::a_character(point), lang));
            }
        }
        spelled
    })
}

/// Signs of Chinese texts that are visible.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF5E}' | '\u{2010}'..='\u{2027}' | '·')
}
