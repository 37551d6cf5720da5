//! Text [C3].

use unicode_normalization::{IsNormalized, is_nfc, is_nfc_quick};

use crate::base::texts::{Problem, codes, control, harmful, is_common, is_plain, point};
use crate::base::unicode::is_assigned;

/// [C3] Checks a text.
pub(crate) fn check(text: &str) -> Result<(), Problem> {
    if text.is_empty() {
        return Err(codes::text_empty());
    }
    if is_plain(text) {
        return Ok(());
    }
    if let Some(problem) = text.chars().find_map(refused) {
        return Err(problem);
    }
    if text.starts_with(is_blank) || text.ends_with(is_blank) {
        return Err(codes::text_edge(text));
    }
    let normal = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => is_nfc(text),
    };
    if normal {
        Ok(())
    } else {
        Err(codes::text_nfc(text))
    }
}

/// [C3] The reason why text must not contain the character, if there is one.
fn refused(c: char) -> Option<Problem> {
    if is_common(c) {
        return None;
    }
    if let Some(name) = control(c) {
        return Some(codes::text_control(point(c), name));
    }
    if let Some(name) = harmful(c) {
        return Some(codes::text_invisible(point(c), name));
    }
    (!is_assigned(c)).then(|| codes::text_unassigned(point(c)))
}

const fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;
    use crate::base::texts::Localized;

    #[test]
    fn text_is_normal_and_neither_blank_edged_nor_controlling() {
        // [C3]
        for right in [
            "a",
            "沁水县 汽车",
            "é",
            "a\u{a0}b",
            "😀",
            "ﬀ",
            "（样例）",
            "a\u{200c}b\u{200d}",
            "\u{e000}\u{10fffd}",
            "\u{2ebf0}\u{33479}",
        ] {
            assert!(check(right).is_ok(), "{right:?}");
        }
        let code = |text: &str| check(text).map_err(|problem| problem.code.id());
        assert_eq!(code(""), Err("text.empty"));
        assert_eq!(code("e\u{301}"), Err("text.not-nfc"));
        assert_eq!(
            code("\u{f900}"),
            Err("text.not-nfc"),
            "a compatibility ideograph decomposes"
        );
        for blank in [
            '\u{20}', '\u{a0}', '\u{1680}', '\u{2000}', '\u{200a}', '\u{202f}', '\u{205f}',
            '\u{3000}',
        ] {
            assert_eq!(
                code(&format!("{blank}a")),
                Err("text.edge-space"),
                "{blank:?}"
            );
            assert_eq!(
                code(&format!("a{blank}")),
                Err("text.edge-space"),
                "{blank:?}"
            );
        }
        for control in [
            '\0', '\t', '\n', '\u{1f}', '\u{7f}', '\u{9f}', '\u{2028}', '\u{2029}',
        ] {
            assert_eq!(
                code(&format!("a{control}b")),
                Err("text.control"),
                "{control:?}"
            );
        }
    }
    #[test]
    fn invisible_lost_and_unassigned_characters_are_named() {
        // [C3]
        let refused = [
            '\u{ad}', '\u{61c}', '\u{115f}', '\u{1160}', '\u{200b}', '\u{200e}', '\u{200f}',
            '\u{202a}', '\u{202e}', '\u{2060}', '\u{2065}', '\u{206f}', '\u{3164}', '\u{feff}',
            '\u{ffa0}', '\u{fff0}', '\u{fffd}',
        ];
        for invisible in refused {
            for text in [format!("{invisible}a"), format!("样{invisible}例")] {
                let problem = check(&text).unwrap_err();
                assert_eq!(problem.code.id(), "text.invisible", "{invisible:?}");
            }
        }
        let message = |text: &str, lang| check(text).unwrap_err().text(lang);
        assert_eq!(
            message("样\u{200b}例", Lang::En),
            "the text contains a zero width space (U+200B): correct it"
        );
        assert_eq!(
            message("样\u{fffd}", Lang::Zh),
            "文本含有代替乱码的字符（U+FFFD），请更正"
        );
        for unassigned in ['\u{378}', '\u{1c89}', '\u{ffff}', '\u{2fe0}', '\u{3347a}'] {
            let problem = check(&format!("a{unassigned}")).unwrap_err();
            assert_eq!(problem.code.id(), "text.unassigned", "{unassigned:?}");
        }
        assert_eq!(
            message("\u{1c89}", Lang::En),
            "the text contains U+1C89, which is not a character of Unicode 15.0: correct it"
        );
    }

    #[test]
    fn common_characters_pass_every_rule() {
        // [C3]
        let common: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_common(c)).collect();
        assert_eq!(common.len(), 95 + 20_902 + 94 + 4);
        for c in common {
            assert!(
                control(c).is_none() && harmful(c).is_none() && is_assigned(c),
                "{c:?}"
            );
            assert!(c == ' ' || !is_blank(c), "{c:?}");
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
        }
    }
}
