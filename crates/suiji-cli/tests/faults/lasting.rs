//! What a name stands for lasts before the name does, a step before the next begins, and what replaces a
//! file before that goes: so that a power cut leaves what a kill leaves. Read off the calls of an
//! undisturbed run.

use std::collections::BTreeSet;

use crate::calls;
use crate::course::Course;

/// What a power cut would lose: files with content, and folders with names, that were not synced.
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
                assert!(!self.files.iter().any(within), "before its content: {line}");
                assert!(!self.folders.iter().any(within), "before its files: {line}");
                self.named(to);
            }
            ("unlink" | "unlinkat" | "rmdir", [path, ..]) if !is_hidden(path) => {
                assert!(self.folders.is_empty(), "too early: {line}");
            }
            _ => {}
        }
    }

    /// A name in a folder is new. A hidden one may be lost, and begins the next step.
    fn named(&mut self, path: &str) {
        let (folder, _) = path.rsplit_once('/').unwrap();
        if is_hidden(path) {
            assert!(self.folders.is_empty(), "before what came earlier: {path}");
        } else {
            self.folders.insert(folder.to_owned());
        }
    }
}

/// Whether a name, but not its folder, is a hidden one.
fn is_hidden(path: &str) -> bool {
    path.rsplit('/').next().unwrap().starts_with('.')
}

/// The file that a call is given by its number.
fn open(line: &str) -> String {
    let path = line.split_once('<').unwrap().1;
    path.split_once('>').unwrap().0.to_owned()
}

/// The paths that a call is given as texts.
fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

fn lasts(course: &Course) {
    let folder = course.folder();
    let dir = folder.dir();
    let mut unsynced = Unsynced::default();
    for call in calls::of(course, &folder, calls::TOUCHING) {
        if call.line.contains(&dir) && !call.line.contains(") = -1 ") {
            unsynced.take(&call.name, &call.line);
        } else if call.line.starts_with("write(1<") {
            // What has been shown stands.
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
fn what_a_sealing_writes_lasts_before_it_is_shown() {
    lasts(&Course::seal());
}

#[test]
fn what_a_superseding_sets_aside_lasts_before_anything_goes() {
    lasts(&Course::supersede_drawn());
    lasts(&Course::supersede_begun());
    lasts(&Course::finish());
}

#[test]
fn what_was_given_lasts_before_it_is_drawn_from() {
    lasts(&Course::draw());
    lasts(&Course::draw_begun());
}

#[test]
fn what_is_written_for_others_lasts_before_it_is_told() {
    lasts(&Course::publish());
}
