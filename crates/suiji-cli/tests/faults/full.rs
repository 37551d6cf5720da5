//! No room: files that may not grow beyond some size, and disks of some size.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::aftermath::Aftermath;
use crate::course::Course;
use crate::folder::Folder;
use crate::process::{self, text, within};

fn courses() -> [Course; 4] {
    [
        Course::seal(),
        Course::supersede_drawn(),
        Course::supersede_begun(),
        Course::draw(),
    ]
}

/// Whether there was too little room, which is then told with its reason.
fn is_told(course: &Course, ran: &Output, reason: &str) -> bool {
    let (code, err) = (ran.status.code(), text(&ran.stderr));
    let told = err.contains("[case.write]") && err.contains(reason);
    let name = course.name;
    assert!(
        code == Some(0) || code == Some(2) && told,
        "{name}: {code:?} {err}"
    );
    code == Some(2)
}

#[test]
fn a_file_that_may_not_grow_is_told_and_nothing_is_half_written() {
    for course in courses() {
        let mut refused = 0;
        let sizes = 0..10;
        for blocks in sizes.clone() {
            let folder = course.folder();
            let limit = format!("ulimit -f {blocks}; exec \"$@\"");
            let mut shell = Command::new("sh");
            shell.args(["-c", &limit, "sh"]);
            let ran = process::run(within(shell, &folder, course.words), &course.answers);
            refused += usize::from(is_told(&course, &ran, "File too large"));
            let what = format!("{} with files of {blocks} blocks", course.name);
            Aftermath::of(&course, folder, &ran.stdout, what).goes_on();
        }
        let all = sizes.len();
        assert!(0 < refused && refused < all, "{}: {refused}", course.name);
        println!(
            "{}: {refused} of {all} sizes of a file are too small",
            course.name
        );
    }
}

const PAGE: u64 = 4096;

/// Mounts a disk in memory that nobody else sees, with the case on it; copies what is left of it.
const ON_A_DISK: &str = "set -e
    size=$1 case=$2 disk=$3; shift 3
    mount -t tmpfs -o size=$size none \"$disk\"
    cp -a \"$case\" \"$disk/case\"
    mount --bind \"$disk/case\" \"$case\"
    code=0; \"$@\" || code=$?
    cp -a \"$disk/case\" \"$disk.after\"
    exit $code";

#[test]
fn a_full_disk_is_told_and_nothing_is_half_written() {
    for course in courses() {
        let mut refused = 0;
        let rooms = 0..8;
        for more in rooms.clone() {
            let folder = course.folder();
            let size = (pages(&folder.path("")) + more) * PAGE;
            let disk = folder.beside("disk");
            fs::create_dir(&disk).unwrap();
            let Some(mut shell) = process::mounting(ON_A_DISK) else {
                println!("no disk may be mounted here: sizes of files alone are tried");
                return;
            };
            shell.args([&size.to_string(), &folder.dir()]).arg(disk);
            let ran = process::run(within(shell, &folder, course.words), &course.answers);
            refused += usize::from(is_told(&course, &ran, "No space left on device"));
            let what = format!("{} with room for {more} pages", course.name);
            let after = Folder::of(&folder.beside("disk.after"));
            Aftermath::of(&course, after, &ran.stdout, what).goes_on();
        }
        let all = rooms.count();
        assert!(0 < refused && refused < all, "{}: {refused}", course.name);
        println!("{}: {refused} of {all} disks are too small", course.name);
    }
}

/// How many pages the files of a folder take.
fn pages(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).unwrap();
    let size = |file: std::io::Result<fs::DirEntry>| file.unwrap().metadata().unwrap().len();
    files.map(|file| size(file).div_ceil(PAGE)).sum()
}
