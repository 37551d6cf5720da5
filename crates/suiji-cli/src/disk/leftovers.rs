//! Temporary files and folders of interrupted runs (`writing.rs` makes their names).

use std::fs;
use std::path::Path;

use super::writing;

/// Removes the temporary files in a folder whose final name is one of `ours`. The caller holds a lock, so
/// no running command is writing them.
///
/// Other temporary files stay: they may belong to a command that holds no lock and is still running.
pub(crate) fn sweep(folder: &Path, ours: fn(&str) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().and_then(final_name).is_some_and(ours) {
            // A file that cannot be removed does no harm. The next run tries again.
            let _ = writing::remove(&entry.path());
        }
    }
}

/// The final name of a temporary file.
fn final_name(temporary: &str) -> Option<&str> {
    let marked = temporary.strip_prefix('.')?.strip_suffix(".tmp")?;
    let (name, mark) = marked.rsplit_once('.')?;
    let random = mark.len() == 8 && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
    random.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_name_has_a_random_mark() {
        assert_eq!(final_name(".record.json.01ab45ef.tmp"), Some("record.json"));
        assert_eq!(final_name(".sealing.01234567.tmp"), Some("sealing"));
        for other in [
            "record.json.01ab45ef.tmp",
            ".record.json.01ab45ef",
            ".record.json.01ab45eg.tmp",
            ".record.json.1ab45ef.tmp",
            ".record.json.tmp",
        ] {
            assert_eq!(final_name(other), None, "{other}");
        }
        let made = writing::temporary_name(Path::new("a/record.json")).unwrap();
        let made = made.file_name().unwrap().to_str().unwrap();
        assert_eq!(final_name(made), Some("record.json"));
    }
}
