//! Blanks and invisible characters in the text of a paragraph.
//!
//! A line break in the template becomes a blank between Latin words. Beside a Chinese character it is
//! removed.

use super::tree::Inline;

/// The text of a paragraph without the blanks that only indent the template.
pub(super) fn tidy(pieces: Vec<Inline>) -> Vec<Inline> {
    let mut tidied: Vec<Inline> = Vec::with_capacity(pieces.len());
    // The last written character, and the blank that is written only before the next one.
    let mut state = State::default();
    for piece in pieces {
        match piece {
            Inline::Text(text) => push(&mut tidied, Inline::Text(state.text(&text))),
            Inline::Strong(text) => push(&mut tidied, Inline::Strong(state.text(&text))),
            Inline::Break => {
                state = State::default();
                tidied.push(Inline::Break);
            }
            other => {
                if let Some(blank) = state.before('x') {
                    push(&mut tidied, Inline::Text(blank.to_string()));
                }
                state.last = Some('x');
                tidied.push(other);
            }
        }
    }
    tidied
}

fn push(to: &mut Vec<Inline>, piece: Inline) {
    match (to.last_mut(), piece) {
        (_, Inline::Text(text) | Inline::Strong(text)) if text.is_empty() => {}
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, piece) => to.push(piece),
    }
}

#[derive(Default)]
struct State {
    last: Option<char>,
    /// A blank, or a line break.
    pending: Option<char>,
}

impl State {
    fn text(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for character in text.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r') {
                let breaks = character == '\n' || self.pending == Some('\n');
                self.pending = Some(if breaks { '\n' } else { ' ' });
                continue;
            }
            let character = visible(character);
            out.extend(self.before(character));
            out.push(character);
            self.last = Some(character);
        }
        out
    }

    /// The blank before a character, if there is one.
    fn before(&mut self, character: char) -> Option<char> {
        let pending = self.pending.take()?;
        let last = self.last?;
        let joined = pending == '\n' && (is_wide(last) || is_wide(character));
        (!joined).then_some(' ')
    }
}

/// Whether a character is written without blanks around it.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

/// Replaces control characters, and characters that would change the direction of the text around them.
fn visible(character: char) -> char {
    let turns = matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_forbidden = matches!(character, '\u{FFFE}' | '\u{FFFF}');
    match character.is_control() || turns || is_forbidden {
        true => '\u{FFFD}',
        false => character,
    }
}

/// The text of an attribute.
pub(super) fn one_line(text: &str) -> String {
    State::default().text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(pieces: &[Inline]) -> Vec<Inline> {
        tidy(pieces.to_vec())
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn a_line_break_is_a_blank_between_latin_words_only() {
        assert_eq!(tidied(&[text("\n  one\n  two ")]), [text("one two")]);
        assert_eq!(tidied(&[text("一\n  二 三")]), [text("一二 三")]);
        assert_eq!(tidied(&[text("一\n  two")]), [text("一two")]);
        let strong = Inline::Strong("号".to_owned());
        assert_eq!(
            tidied(&[text(" 一\n"), strong.clone(), text("\n二\n")]),
            [text("一"), strong, text("二")]
        );
        assert_eq!(
            tidied(&[
                text("a "),
                Inline::Blank(3),
                text(" b"),
                Inline::Break,
                text(" c")
            ]),
            [
                text("a "),
                Inline::Blank(3),
                text(" b"),
                Inline::Break,
                text("c")
            ]
        );
    }

    #[test]
    fn text_cannot_turn_the_text_after_it() {
        assert_eq!(
            tidied(&[text("a\u{202E}b\u{7}")]),
            [text("a\u{FFFD}b\u{FFFD}")]
        );
    }
}
