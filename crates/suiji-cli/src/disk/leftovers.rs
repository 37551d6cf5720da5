//! What killed runs left in a case: files and folders under hidden names (`writing.rs`), which nobody
//! finishes.

use std::fs;
use std::path::Path;

use super::writing;

/// Removes what is left of files that sealings and draws write. Nobody may be sealing, or writing in a draw.
///
/// What other commands were writing stays, be it in a case: they hold no lock by which it could be told from
/// what they write now.
pub(crate) fn sweep(folder: &Path, ours: fn(&str) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_str().and_then(meant).is_some_and(ours) {
            // One that stays is in nobody's way, and is tried again the next time.
            let _ = writing::remove(&entry.path());
        }
    }
}

/// The name that a hidden one was to become.
fn meant(hidden: &str) -> Option<&str> {
    let marked = hidden.strip_prefix('.')?.strip_suffix(".tmp")?;
    let (name, mark) = marked.rsplit_once('.')?;
    let random = mark.len() == 8 && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
    random.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_mark_are_hidden_ones() {
        assert_eq!(meant(".record.json.01ab45ef.tmp"), Some("record.json"));
        assert_eq!(meant(".sealing.01234567.tmp"), Some("sealing"));
        for other in [
            "record.json.01ab45ef.tmp",
            ".record.json.01ab45ef",
            ".record.json.01ab45eg.tmp",
            ".record.json.1ab45ef.tmp",
            ".record.json.tmp",
        ] {
            assert_eq!(meant(other), None, "{other}");
        }
        let made = writing::beside(Path::new("a/record.json")).unwrap();
        let name = made.file_name().unwrap().to_str().unwrap();
        assert_eq!(meant(name), Some("record.json"));
    }
}
