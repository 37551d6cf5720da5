//! A power failure has the same effect as a kill, because everything is synced in the right order: contents before
//! their name, each step before the next, and a replacement before the old file is removed. The test checks the
//! system calls of a run without faults.

use std::collections::BTreeSet;

use crate::calls;
use crate::scenario::Scenario;

/// The data that a power failure would lose: files with unsynced contents, and folders with unsynced names.
#[derive(Default)]
struct Unsynced {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    syncs: usize,
}

impl Unsynced {
    fn take(&mut self, call: &str, line: &str) {
        let paths = quoted(line);
        match (call, paths.as_slice()) {
            ("openat", [path, ..]) if line.contains("O_CREAT") => self.named(path),
            ("mkdir" | "mkdirat", [path, ..]) => self.named(path),
            ("write", _) => drop(self.files.insert(open(line))),
            ("fsync", _) => {
                self.files.remove(&open(line));
                self.folders.remove(&open(line));
                self.syncs += 1;
            }
            ("link" | "linkat" | "rename" | "renameat" | "renameat2", [from, to]) => {
                let within = |of: &String| of.starts_with(*from);
                assert!(
                    !self.files.iter().any(within),
                    "contents not synced: {line}"
                );
                assert!(!self.folders.iter().any(within), "files not synced: {line}");
                self.named(to);
            }
            ("unlink" | "unlinkat" | "rmdir", [path, ..]) if !is_temporary(path) => {
                assert!(self.folders.is_empty(), "names not synced: {line}");
            }
            _ => {}
        }
    }

    /// Adds a new name in a folder. A temporary name may be lost. It begins the next step.
    fn named(&mut self, path: &str) {
        let (folder, _) = path.rsplit_once('/').unwrap();
        if is_temporary(path) {
            assert!(self.folders.is_empty(), "names not synced: {path}");
        } else {
            self.folders.insert(folder.to_owned());
        }
    }
}

/// Whether a name is temporary; its folder does not count.
fn is_temporary(path: &str) -> bool {
    path.rsplit('/').next().unwrap().starts_with('.')
}

/// The file that a call names by its descriptor.
fn open(line: &str) -> String {
    let path = line.split_once('<').unwrap().1;
    path.split_once('>').unwrap().0.to_owned()
}

/// The paths that a call names as text.
fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

fn is_synced(scenario: &Scenario) {
    let folder = scenario.folder();
    let dir = folder.dir();
    let mut unsynced = Unsynced::default();
    for call in calls::of(scenario, &folder, calls::TOUCHING) {
        if call.line.contains(&dir) && !call.line.contains(") = -1 ") {
            unsynced.take(&call.name, &call.line);
        } else if call.line.starts_with("write(1<") {
            // Whatever is shown must already be synced.
            assert!(unsynced.folders.is_empty(), "{}", call.line);
        }
    }
    let (files, folders) = (&unsynced.files, &unsynced.folders);
    assert!(
        files.is_empty() && folders.is_empty(),
        "{files:?} {folders:?}"
    );
    assert!(unsynced.syncs >= 2, "{} syncs", unsynced.syncs);
}

#[test]
fn a_sealing_is_synced_before_it_is_shown() {
    is_synced(&Scenario::seal());
}

#[test]
fn archived_files_are_synced_before_anything_is_removed() {
    is_synced(&Scenario::supersede_drawn());
    is_synced(&Scenario::supersede_begun());
    is_synced(&Scenario::finish());
}

#[test]
fn contributions_are_synced_before_the_draw() {
    is_synced(&Scenario::draw());
    is_synced(&Scenario::draw_begun());
}

#[test]
fn a_public_form_is_synced_before_it_is_reported() {
    is_synced(&Scenario::publish());
}
