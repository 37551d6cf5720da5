//! `suiji` without arguments, at a terminal.

use std::fs;

use suiji_cli::Terminal;

use crate::support::{DICE, Ran, suiji};

/// Runs the guide with a line for each answer.
fn guided(args: &[&str], answers: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal::default();
    terminal.input = true;
    let code = suiji_cli::run(
        args.iter().map(Into::into),
        &mut (answers.join("\n") + "\n").as_bytes(),
        &mut out,
        &mut err,
        terminal,
    );
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran {
        code,
        out: text(out),
        err: text(err),
    }
}

#[test]
fn it_leads_from_a_new_case_to_a_verified_draw_and_goes_on_where_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("本年 抽查");
    let typed = case.to_str().unwrap();
    // The draw is refused before the sealing.
    let left = guided(&[], &[typed, "6", "5", "n", "５", "是", "q"]).ends(0);
    assert!(
        left.err.contains("这一步要等第 5 步“封存”办完"),
        "{}",
        left.err
    );
    assert!(case.join("commitment.json").exists() && !case.join("record.json").exists());
    // The samples do not count as the plan and the lists of the office.
    assert!(
        left.err.contains("✓ 5. 封存") && left.err.contains("  1. 导入工作计划"),
        "{}",
        left.err
    );

    let drawn = guided(&[], &[typed, "6", DICE, "y", "y", "7"]).ends(0);
    assert!(
        drawn.err.contains(&format!("→ suiji draw '{typed}'")),
        "{}",
        drawn.err
    );
    assert!(drawn.out.contains("核验"), "{}", drawn.out);
    // A person who goes back is told what the sealing means for the lists, and that the draw would no longer count.
    let back = guided(&[], &[typed, "2", "", "5", "名录有误", "科长", "n", "q"]).ends(0);
    assert!(
        back.err.contains("本案已经封存。这里的改动不影响"),
        "{}",
        back.err
    );
    assert!(
        back.err.contains("本案已经抽取，有抽取记录"),
        "{}",
        back.err
    );
    assert!(!case.join("commitment.1.json").exists());
    let record = case.join("record.json");
    let record = record.to_str().unwrap();
    suiji(&["verify", record, "--case", typed]).ends(0);
}

#[test]
fn files_are_named_by_number_or_path_and_what_goes_wrong_does_not_end_it() {
    let folder = tempfile::tempdir().unwrap();
    let (case, list) = (
        folder.path().join("case"),
        folder.path().join("企业 一.csv"),
    );
    fs::write(
        &list,
        "统一社会信用代码,企业名称\n91140521MA0TEST01X,某企业\n",
    )
    .unwrap();
    let (case, quoted) = (case.to_str().unwrap(), format!("'{}'", list.display()));
    let answers = [case, "2", "没有.csv", &quoted, "", "99", "q"];
    let ran = guided(&["--lang", "en"], &answers).ends(0);
    assert!(!ran.err.contains("this case is sealed"), "{}", ran.err);
    assert!(ran.err.contains("no such file: 没有.csv"), "{}", ran.err);
    assert!(
        ran.err.contains(&format!("→ suiji import {case} {quoted}")),
        "{}",
        ran.err
    );
    let registry = fs::read_to_string(folder.path().join("case/registry.csv")).unwrap();
    assert!(registry.contains("91140521MA0TEST01X"), "{registry}");
    // The inspectors are still samples.
    assert!(!ran.err.contains("✓ 2."), "{}", ran.err);
    assert!(ran.err.contains("You have left the guide"), "{}", ran.err);
}

#[test]
fn without_a_terminal_a_command_is_missing() {
    suiji(&[]).refused("usage.missing");
    suiji(&["--lang", "en"]).refused("usage.missing");
}
