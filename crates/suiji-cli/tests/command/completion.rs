//! Scripts for shells, and the page for `man`. Both name all commands and options of `--help`.

use std::fs;
use std::process::Command;

use crate::support::suiji;

/// The first words of the overview, without the common options.
fn commands() -> Vec<String> {
    let help = suiji(&["--help", "--lang", "en"]).ends(0).out;
    let rows = help.lines().filter_map(|line| line.strip_prefix("  "));
    let names = rows.map(|row| row.split_whitespace().next().unwrap_or_default().to_owned());
    names
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

/// The options that the help of a command shows.
fn options(command: &str) -> Vec<String> {
    let help = suiji(&[command, "--help", "--lang", "en"]).ends(0).out;
    let rows = help.lines().filter_map(|line| line.strip_prefix("  --"));
    let names = rows.map(|row| row.split([' ', ',']).next().unwrap_or_default().to_owned());
    names.collect()
}

#[test]
fn scripts_and_manual_name_all_commands_and_options() {
    let commands = commands();
    assert!(commands.len() > 20, "{commands:?}");
    let printed = |args: &[&str]| suiji(args).ends(0).out;
    let texts = [
        (printed(&["completion", "bash"]), "--"),
        (printed(&["completion", "zsh", "--lang", "en"]), "--"),
        (printed(&["completion", "fish"]), "-l "),
        (printed(&["completion", "powershell"]), "--"),
        (printed(&["manual"]).replace("\\-", "-"), "--"),
        (
            printed(&["manual", "--lang", "en"]).replace("\\-", "-"),
            "--",
        ),
    ];
    for command in &commands {
        let options = options(command);
        for (text, dashes) in &texts {
            assert!(text.contains(command.as_str()), "{command}: {text}");
            for option in &options {
                assert!(
                    text.contains(&format!("{dashes}{option}")),
                    "{command} {option}: {text}"
                );
            }
        }
    }
    suiji(&["completion", "tcsh"]).refused("usage.value");
}

#[test]
#[cfg(unix)]
fn bash_completes_commands_options_words_and_files() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("名录 一.xlsx"), "").unwrap();
    let script = folder.path().join("suiji.bash");
    fs::write(&script, suiji(&["completion", "bash"]).ends(0).out).unwrap();
    let completed = |line: &[&str]| {
        let run = Command::new("bash")
            .args(["-euc", "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _suiji; printf '%s\\n' \"${COMPREPLY[@]}\""])
            .arg(&script)
            .args(line)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        let lines = String::from_utf8(run.stdout).unwrap();
        lines.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(completed(&["suiji", "cer"]), ["ceremony"]);
    assert_eq!(
        completed(&["suiji", "seal", "case", "--keep"]),
        ["--keep-inputs"]
    );
    assert_eq!(
        completed(&["suiji", "seal", "case", "--keep-inputs", ""]),
        ["yes", "no"]
    );
    assert_eq!(
        completed(&["suiji", "import", "case", "名"]),
        ["名录 一.xlsx"]
    );
}
