//! Hides secrets that are in the place of another value, because a message must not repeat them.

use crate::base::lang::Lang;
use crate::base::texts::{Problem, Text};

/// This many consecutive hex digits may be a secret. It is half the length of a secret, so that parts of one are hidden
/// too.
const SECRET: usize = 32;

/// Replaces hidden text.
const HIDDEN: &str = "…";

/// A text of a document, for a message: shortened, and hidden if it may be a secret.
pub(crate) fn shown(found: &str) -> String {
    if may_be_secret(found) {
        HIDDEN.to_owned()
    } else {
        shorten(found)
    }
}

/// A hostile value must not lead to a message of a megabyte.
pub(crate) fn shorten(value: &str) -> String {
    const KEPT: usize = 80;
    match value.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// The problem without values of the document that may be secrets.
pub(crate) fn hide(mut problem: Problem) -> Problem {
    for (key, value) in &mut problem.details {
        let of_document = matches!(*key, "found" | "field");
        if of_document && may_be_secret(value.text(Lang::En)) {
            *value = Text::of(|_| HIDDEN.to_owned());
        }
    }
    problem
}

/// Whether a text has this many consecutive hex digits. Blanks and signs between groups of them do not count.
fn may_be_secret(text: &str) -> bool {
    let mut digits = 0;
    for character in text.chars() {
        if character.is_ascii_hexdigit() {
            digits += 1;
        } else if !matches!(character, ' ' | '-' | ':' | '_' | '\u{3000}') {
            digits = 0;
        }
        if digits >= SECRET {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::texts::{Localized, codes};

    #[test]
    fn what_may_be_a_secret_is_not_shown() {
        let secret = "4023f322ac7a0e30e78e71cc1e686b2aa43c989d9f55d02412144620ec21a7a2";
        assert_eq!(shown(secret), "…");
        assert_eq!(shown(&secret[..32]), "…");
        assert_eq!(shown(&secret.to_uppercase()), "…");
        assert_eq!(shown(&format!("密钥 {secret}")), "…");
        let groups: Vec<&str> = (0..64).step_by(4).map(|at| &secret[at..at + 4]).collect();
        assert_eq!(shown(&groups.join(" ")), "…");
        for kept in ["91140521MA00000018", "2024-09-01", "三 六 五", "加油站"] {
            assert_eq!(shown(kept), kept);
        }
    }

    #[test]
    fn digests_that_are_public_stay_in_a_message() {
        let digest = "ab".repeat(32);
        let hidden = hide(codes::choice("sha256, sm3", &digest)).text(Lang::En);
        assert!(!hidden.contains(&digest), "{hidden}");
        let kept = hide(codes::earlier_twice(&digest)).text(Lang::En);
        assert!(kept.contains(&digest), "{kept}");
    }
}
