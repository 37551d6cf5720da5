//! Cleans any text: edges, marks, and invisible characters [C3].

use std::borrow::Cow;

use suiji::Registry;
use suiji::tables::Entity;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::rules::{Rule, Rules};

/// Whether a text needs no cleaning, because it has only common visible characters and no marks of a spreadsheet.
/// This is so for most cells.
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(b' ' | b'\'' | b'='), _) | (_, Some(b' ')) => return false,
        _ => {}
    }
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [b' '..=b'~', rest @ ..] => rest,
            // U+4000–9FFF: ideographs, which do not decompose, all assigned.
            [0xE4..=0xE9, _, _, rest @ ..] => rest,
            // U+FF01–FF3F: full-width forms and punctuation.
            [0xEF, 0xBC, 0x81..=0xBF, rest @ ..] => rest,
            // U+3001 and U+3002.
            [0xE3, 0x80, 0x81..=0x82, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Invisible characters that [C3] refuses, and characters that select a form of the character before.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
    ) || is_control(c)
}

const fn is_control(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}')
}

/// The blanks of [C3].
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether blanks next to the character have no meaning.
pub(crate) const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text without invisible characters and marks, trimmed and composed. Line ends stay if `lines`, for a list.
pub(crate) fn tidy<'t>(text: &'t str, lines: bool, rules: &mut Rules) -> Cow<'t, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut tidy = Cow::Borrowed(text);
    if tidy.contains(is_invisible) {
        rules.add(Rule::Invisible);
        tidy = Cow::Owned(tidy.chars().filter(|c| !is_invisible(*c)).collect());
    }
    let mut inner = trimmed(&tidy, rules);
    while let Some(unmarked) = unmarked(inner) {
        rules.add(Rule::TextMark);
        inner = trimmed(unmarked, rules);
    }
    if inner.len() < tidy.len() {
        tidy = Cow::Owned(inner.to_owned());
    }
    if !lines && tidy.contains(is_line_end) {
        rules.add(Rule::LineEnd);
        tidy = Cow::Owned(without_line_ends(&tidy));
    }
    if !is_nfc(&tidy) {
        rules.add(Rule::Nfc);
        tidy = Cow::Owned(tidy.nfc().collect());
    }
    tidy
}

fn trimmed<'t>(text: &'t str, rules: &mut Rules) -> &'t str {
    let trimmed = text.trim_matches(|c| is_blank(c) || is_line_end(c));
    if trimmed.len() < text.len() {
        rules.add(Rule::Trim);
    }
    trimmed
}

/// The text within `="…"`, or after `'`.
fn unmarked(text: &str) -> Option<&str> {
    if let Some(inner) = text.strip_prefix("=\"") {
        return inner.strip_suffix('"');
    }
    text.strip_prefix('\'')
}

fn without_line_ends(text: &str) -> String {
    let mut out = String::new();
    let mut between = false;
    for c in text.chars() {
        if is_line_end(c) {
            between = true;
            continue;
        }
        let last = out.chars().next_back();
        let joined = last.is_none_or(|last| is_chinese(last) || is_blank(last));
        if between && !joined && !is_chinese(c) && !is_blank(c) {
            out.push(' ');
        }
        between = false;
        out.push(c);
    }
    out
}

/// The text without blanks, if there are any.
pub(crate) fn without_blanks<'t>(text: Cow<'t, str>, rules: &mut Rules) -> Cow<'t, str> {
    if !text.contains(is_blank) {
        return text;
    }
    rules.add(Rule::InnerBlank);
    Cow::Owned(text.chars().filter(|c| !is_blank(*c)).collect())
}

/// The reason why the library refuses a text [C3], if it does.
pub(crate) fn refused(text: &str) -> Option<suiji::Error> {
    if is_plain(text) {
        return None;
    }
    Registry::from_rows([Entity::new("A", text)]).err()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(text: &str) -> (String, String) {
        let mut rules = Rules::NONE;
        let text = tidy(text, false, &mut rules).into_owned();
        (text, rules.words())
    }

    #[test]
    fn a_text_becomes_what_was_meant() {
        for (before, after, rules) in [
            ("沁水样例企业", "沁水样例企业", ""),
            (" 沁水样例\u{3000}", "沁水样例", "trim"),
            ("样例\t\t", "样例", "trim"),
            ("加油站\u{200B}", "加油站", "invisible"),
            ("\u{200E}加油站", "加油站", "invisible"),
            ("加油站\u{FE0F}", "加油站", "invisible"),
            ("\u{FEFF}\u{FEFF}id", "id", "invisible"),
            ("'0123", "0123", "text-mark"),
            ("=\"0123\"", "0123", "text-mark"),
            (" '=\"0123 \" ", "0123", "text-mark+trim"),
            ("加油\n站", "加油站", "line-end"),
            ("gas\r\nstation", "gas station", "line-end"),
            ("e\u{301}", "é", "nfc"),
            ("a\u{7}b", "ab", "invisible"),
        ] {
            assert_eq!(
                tidied(before),
                (after.to_owned(), rules.to_owned()),
                "{before:?}"
            );
        }
    }

    #[test]
    fn what_is_plain_the_library_takes() {
        let mut text = String::new();
        for c in (' '..='\u{FFFF}').filter(|c| *c != '=' && *c != '\'') {
            text.clear();
            text.extend(['a', c, 'a']);
            if is_plain(&text) {
                let read = Registry::from_rows([Entity::new("A", &text)]);
                assert!(read.is_ok(), "{c:?}");
            }
        }
        assert!(is_plain("沁水（样例）企业a-1，、。"));
        assert!(is_plain("丁 Ltd."));
        for text in [" a", "a ", "'a", "=a", "\u{3000}", "a\u{200B}", "\u{FF00}"] {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn blanks_are_those_of_the_library() {
        // [C3] A blank is allowed within a text, but not at its edge.
        let takes = |text: &str| Registry::from_rows([Entity::new("A", text)]).is_ok();
        let mut text = String::new();
        for c in '\u{0}'..='\u{FFFF}' {
            text.clear();
            text.extend(['a', c]);
            let at_edge = takes(&text);
            text.push('a');
            if takes(&text) {
                assert_eq!(is_blank(c), !at_edge, "{c:?}");
            }
        }
    }

    #[test]
    fn very_many_marks_cost_no_more_than_their_length() {
        // Each mark used to copy the rest of the text, which was slow.
        let marks = "'".repeat(4 << 20);
        let text = format!("{marks}0123");
        assert_eq!(tidied(&text), ("0123".to_owned(), "text-mark".to_owned()));
    }

    #[test]
    fn a_lost_character_is_refused() {
        assert!(refused("加油\u{FFFD}").is_some());
        assert!(refused("阿·米尔").is_none());
    }
}
