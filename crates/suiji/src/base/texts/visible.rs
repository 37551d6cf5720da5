//! Invisible characters, by name [C3].

use std::borrow::Cow;

use super::Words;
use crate::base::lang::Lang;
use crate::base::texts;

/// The text as a message shows it: invisible characters are named.
pub(crate) fn visible(text: &str, lang: Lang) -> Cow<'_, str> {
    let name = |c| control(c).or(harmful(c));
    if is_plain(text) || !text.chars().any(|c| name(c).is_some()) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match name(c) {
            Some(name) => shown.push_str(texts::character(name, point(c)).text(lang)),
            None => shown.push(c),
        }
    }
    shown.into()
}

/// Most texts are visible ASCII, unified ideographs and Chinese punctuation, which need no lookup in Unicode's tables.
pub(crate) fn is_plain(text: &str) -> bool {
    text.chars().all(is_common) && !text.starts_with(' ') && !text.ends_with(' ')
}

/// All of these characters are assigned. None is a control, invisible, combining or decomposing character, and only the
/// space is blank.
pub(crate) const fn is_common(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{4E00}'..='\u{9FA5}'
            | '\u{FF01}'..='\u{FF5E}'
            | '\u{3001}'
            | '\u{3002}'
            | '\u{201C}'
            | '\u{201D}'
    )
}

/// The number of a character, as Unicode writes it after `U+`.
pub(crate) fn point(c: char) -> String {
    format!("{:04X}", u32::from(c))
}

/// [C3] The name of a control character.
pub(crate) const fn control(c: char) -> Option<Words> {
    Some(match c {
        '\t' => texts::TAB,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => texts::LINE_BREAK,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => texts::CONTROL,
        _ => return None,
    })
}

/// [C3] The name of an invisible character that has no use in a text, or of the character that replaces a lost one.
pub(crate) const fn harmful(c: char) -> Option<Words> {
    Some(match c {
        '\u{AD}' => texts::SOFT_HYPHEN,
        '\u{200B}' => texts::ZERO_WIDTH_SPACE,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            texts::WRITING_DIRECTION
        }
        '\u{FEFF}' => texts::BYTE_ORDER_MARK,
        '\u{FFFC}' | '\u{FFFD}' => texts::LOST_CHARACTER,
        '\u{115F}'
        | '\u{1160}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' => texts::INVISIBLE_CHARACTER,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::texts::{Localized, codes};

    #[test]
    fn messages_name_what_cannot_be_seen() {
        assert_eq!(visible("样例 a\u{3000}", Lang::En), "样例 a\u{3000}");
        assert_eq!(visible("A-1\t", Lang::Zh), "A-1〔制表符 U+0009〕");
        assert_eq!(
            visible("\u{feff}id", Lang::En),
            "[a byte order mark U+FEFF]id"
        );
        let problem = codes::id_form("A\u{200b}1");
        assert!(
            problem
                .text(Lang::Zh)
                .starts_with("“A〔零宽空格 U+200B〕1”"),
            "{problem:?}"
        );
    }
}
