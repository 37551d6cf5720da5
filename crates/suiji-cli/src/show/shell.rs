//! Command lines to copy into a shell.

use std::path::Path;

/// A path as one word of a command line. It is quoted if a shell would split or
/// change it.
pub(crate) fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:+,@%".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text
    } else if cfg!(windows) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_if_a_shell_would_split_or_change_it() {
        for (path, word) in [
            ("/a/案件-1.json", "/a/案件-1.json"),
            ("我的 案件", "'我的 案件'"),
            ("it's", r"'it'\''s'"),
            ("$HOME;x", "'$HOME;x'"),
        ] {
            assert_eq!(quoted(Path::new(path)), word);
        }
    }
}
