//! Text [C3].

use unicode_normalization::{IsNormalized, is_nfc, is_nfc_quick};

use crate::base::texts::{Problem, codes};

/// [C3] Checks a text.
pub(crate) fn check(text: &str) -> Result<(), Problem> {
    if text.is_empty() {
        return Err(codes::text_empty());
    }
    if is_plain(text) {
        return Ok(());
    }
    if let Some(found) = text.chars().find(|&c| is_control(c)) {
        return Err(codes::text_control(format!("{:04X}", u32::from(found))));
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

/// Most texts are visible ASCII and unified ideographs, which need no look into Unicode's tables:
/// none of these characters decomposes, combines, is blank or controls.
fn is_plain(text: &str) -> bool {
    let inner = |c: char| matches!(c, ' '..='~' | '\u{4E00}'..='\u{9FA5}');
    text.chars().all(inner) && !text.starts_with(' ') && !text.ends_with(' ')
}

const fn is_control(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}')
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
    use super::check;

    #[test]
    fn text_is_normal_and_neither_blank_edged_nor_controlling() {
        // [C3]
        for right in [
            "a",
            "沁水县 汽车",
            "é",
            "a\u{a0}b",
            "😀",
            "\u{200b}a",
            "ﬀ",
            "（样例）",
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
            '\0', '\t', '\n', '\u{1f}', '\u{7f}', '\u{9f}', '\u{2028}', '\u{2029}', '\u{feff}',
        ] {
            assert_eq!(
                code(&format!("a{control}b")),
                Err("text.control"),
                "{control:?}"
            );
        }
    }
}
