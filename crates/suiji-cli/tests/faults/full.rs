//! No space: limits on the size of a file, and small disks.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::aftermath::Aftermath;
use crate::counted;
use crate::folder::Folder;
use crate::process::{self, text, within};
use crate::scenario::Scenario;

fn scenarios() -> [Scenario; 4] {
    [
        Scenario::seal(),
        Scenario::supersede_drawn(),
        Scenario::supersede_begun(),
        Scenario::draw(),
    ]
}

/// Whether there was too little space. The error must name this reason.
fn no_space(scenario: &Scenario, ran: &Output, reason: &str) -> bool {
    let (code, err) = (ran.status.code(), text(&ran.stderr));
    let reported = err.contains("[case.write]") && err.contains(reason);
    let name = scenario.name;
    assert!(
        code == Some(0) || code == Some(2) && reported,
        "{name}: {code:?} {err}"
    );
    code == Some(2)
}

#[test]
fn a_limit_on_the_file_size_is_reported_and_no_file_is_half_written() {
    for scenario in scenarios() {
        let mut refused = 0;
        let sizes = 0..10;
        for blocks in sizes.clone() {
            let folder = scenario.folder();
            let limit = format!("ulimit -f {blocks}; exec \"$@\"");
            let mut shell = Command::new("sh");
            shell.args(["-c", &limit, "sh"]);
            let ran = process::run(within(shell, &folder, scenario.args), &scenario.answers);
            refused += usize::from(no_space(&scenario, &ran, "File too large"));
            let what = format!("{} with a limit of {blocks} blocks", scenario.name);
            Aftermath::of(&scenario, folder, &ran.stdout, what).continues();
        }
        let all = sizes.len();
        assert!(0 < refused && refused < all, "{}: {refused}", scenario.name);
        counted(all, "faults: limits of the size of a file");
    }
}

const PAGE: u64 = 4096;

/// Mounts a memory disk that no other process sees, runs the command there, and copies the case back.
const ON_A_DISK: &str = "set -e
    size=$1 case=$2 disk=$3; shift 3
    mount -t tmpfs -o size=$size none \"$disk\"
    cp -a \"$case\" \"$disk/case\"
    mount --bind \"$disk/case\" \"$case\"
    code=0; \"$@\" || code=$?
    cp -a \"$disk/case\" \"$disk.after\"
    exit $code";

#[test]
fn a_full_disk_is_reported_and_no_file_is_half_written() {
    for scenario in scenarios() {
        let mut refused = 0;
        let spaces = 0..8;
        for more in spaces.clone() {
            let folder = scenario.folder();
            let size = (pages(&folder.path("")) + more) * PAGE;
            let disk = folder.beside("disk");
            fs::create_dir(&disk).unwrap();
            let Some(mut shell) = process::mounting(ON_A_DISK) else {
                counted(0, "faults: full disks (nothing can be mounted here)");
                return;
            };
            shell.args([&size.to_string(), &folder.dir()]).arg(disk);
            let ran = process::run(within(shell, &folder, scenario.args), &scenario.answers);
            refused += usize::from(no_space(&scenario, &ran, "No space left on device"));
            let what = format!("{} with space for {more} more pages", scenario.name);
            let after = Folder::of(&folder.beside("disk.after"));
            Aftermath::of(&scenario, after, &ran.stdout, what).continues();
        }
        let all = spaces.count();
        assert!(0 < refused && refused < all, "{}: {refused}", scenario.name);
        counted(all, "faults: full disks");
    }
}

/// The number of pages that all files in a folder and its subfolders take.
fn pages(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).unwrap();
    let size = |file: std::io::Result<fs::DirEntry>| {
        let file = file.unwrap();
        match file.file_type().unwrap().is_dir() {
            true => pages(&file.path()),
            false => file.metadata().unwrap().len().div_ceil(PAGE),
        }
    };
    files.map(size).sum()
}
