//! Copies of a case, each in its own folder.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::{Ran, answering, contents};

/// A case that a test may damage.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// A copy of a case, on a memory disk if there is one, because tests make thousands of copies.
    pub(crate) fn of(original: &Path) -> Self {
        let memory = Path::new("/dev/shm");
        let holder = tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir());
        let folder = Self(holder.unwrap());
        copy(original, &folder.path(""));
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("case").join(name)
    }

    /// The folder, as an argument.
    pub(crate) fn dir(&self) -> String {
        self.0.path().join("case").display().to_string()
    }

    /// A path next to the case, for other files.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        fs::symlink_metadata(self.path(name)).is_ok()
    }

    pub(crate) fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path(name)).ok()
    }

    pub(crate) fn contents(&self) -> Vec<(String, Vec<u8>)> {
        contents(&self.path(""))
    }

    /// The names of files and folders, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let names = fs::read_dir(self.path("")).unwrap().map(name);
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs the command in this process, without faults; `CASE` is replaced by the folder.
    pub(crate) fn run(&self, args: &[&str], answers: &str) -> Ran {
        let args = self.args(args);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        answering(&args, answers)
    }

    pub(crate) fn args(&self, args: &[&str]) -> Vec<String> {
        let dir = self.dir();
        let arg = |arg: &&str| arg.replace("CASE", &dir);
        let lang = ["--lang", "en"].map(String::from);
        args.iter().map(arg).chain(lang).collect()
    }
}

/// Copies a folder with its contents.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let into = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &into);
        } else {
            fs::copy(entry.path(), into).unwrap();
        }
    }
}
