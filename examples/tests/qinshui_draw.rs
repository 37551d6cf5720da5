//! The case of `qinshui-2024/` can be drawn, and the statements of its READMEs are true.
#![expect(clippy::unwrap_used, reason = "tests")]

mod qinshui;

use suiji::ceremony::SealedTask;
use suiji::record::{Draw, DrawnTeam};
use suiji::verify::Verdict;
use suiji::{Evidence, Record};

use qinshui::{drawn, read, secret};

const CLASSES: [&str; 4] = ["high", "elevated", "general", "low"];
/// An entity of the highest class, which J1 has visited this year and N1 has not.
const HALF_EXCLUDED: &str = "91140521MALC3E473K";

fn draw<'r>(record: &'r Record, task: &str) -> &'r Draw {
    record.draw(task).expect("the task is drawn")
}

fn team<'r>(record: &'r Record, task: &str, entity: &str) -> Option<&'r DrawnTeam> {
    let mut teams = draw(record, task).teams().iter();
    teams.find(|team| team.entity().as_str() == entity)
}

#[test]
fn the_record_holds() {
    let (inputs, _, record) = drawn("样例");
    let evidence = Evidence::of(&inputs).with_secret(secret());
    let report = suiji::verify(&record, &evidence);
    assert_eq!(report.verdict(), Verdict::Holds, "{}", report.to_json());
}

#[test]
fn the_sources_are_dice_and_two_drums() {
    let (_, sealed, _) = drawn("样例");
    let sources = sealed.commitment().sources();
    // 6 of 33 balls and 1 of 16, which are the outcomes of 双色球.
    assert_eq!(sources[2].outcomes(), Some(1_107_568 * 16));
    assert_eq!(sources[2].parts().len(), 2);
    assert_eq!(sources[1].outcomes(), Some(6_u64.pow(20)));
}

/// The cells of the READMEs about a task, after its name.
fn cells(task: &SealedTask) -> String {
    let size: u64 = task.strata().iter().map(|stratum| stratum.size()).sum();
    let mut cells: Vec<String> = task
        .strata()
        .iter()
        .map(|stratum| format!("{}/{}", stratum.take(), stratum.size()))
        .collect();
    cells.push(format!("{}/{size}", task.take()));
    let reasons = task.reasons().iter();
    let reasons: Vec<String> = reasons
        .map(|of| format!("`{}` {}", of.reason(), of.size()))
        .collect();
    cells.push(reasons.join(", "));
    format!("| {} |", cells.join(" | "))
}

#[test]
fn the_readmes_have_the_sealed_numbers() {
    let (_, sealed, _) = drawn("样例");
    let mut missing = Vec::new();
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = String::from_utf8(read(readme)).unwrap();
        for task in sealed.commitment().tasks() {
            let names: Vec<&str> = task.strata().iter().map(|of| of.stratum()).collect();
            assert_eq!(names, CLASSES, "{}", task.id());
            let cells = cells(task);
            let row = |line: &str| line.ends_with(&cells) && line.contains(task.id().as_str());
            if !text.lines().any(row) {
                missing.push(format!("{readme}: {} {cells}", task.id()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn with_any_seed_there_is_what_the_readmes_say() {
    for number in 0..12 {
        let (inputs, sealed, record) = drawn(&format!("样例{number}"));
        let mut internal = 0;
        let mut shared = 0;
        for (sealed, draw) in sealed.commitment().tasks().iter().zip(record.draws()) {
            assert_eq!(sealed.short(), 0, "{}", draw.task());
            for team in draw.teams() {
                assert!(team.vacant().is_empty(), "{}", draw.task());
                shared += u64::from(team.joins().is_some());
            }
            if draw.task().as_str().starts_with('N') {
                internal += draw.teams().len();
            }
        }
        assert_eq!(internal, 89);
        assert!((87..=88).contains(&shared), "{shared} shared visits");
        // By rotation, the inspectors of its joint visit do not return.
        assert!(team(&record, "J1", HALF_EXCLUDED).is_none());
        let visit = team(&record, "N1", HALF_EXCLUDED).expect("N1 selects it");
        assert_eq!(visit.members().len(), 2);
        let (_, rows) = rows_of(HALF_EXCLUDED);
        for member in visit.members() {
            assert!(!rows.contains(member.as_str()), "{member} comes again");
        }
        // An inspector without a valid certificate, or whose open cases reach the cap, gets no seat.
        for draw in record.draws() {
            for member in draw.teams().iter().flat_map(DrawnTeam::members) {
                assert!(!["04052124011", "04052124023"].contains(&member.as_str()));
            }
        }
        assert_eq!(inputs.plan().tasks().len(), 8);
    }
}

/// The number of rows in the history about an entity, and their text.
fn rows_of(entity: &str) -> (usize, String) {
    let history = String::from_utf8(read("history.jsonl")).unwrap();
    let rows = history.lines().filter(|row| row.contains(entity));
    let rows: Vec<&str> = rows.collect();
    (rows.len(), rows.join("\n"))
}

#[test]
fn exempt_firms_are_excluded_from_their_tasks() {
    let (_, sealed, record) = drawn("样例");
    let registry = String::from_utf8(read("registry.jsonl")).unwrap();
    let exempt: Vec<&str> = registry
        .lines()
        .filter(|row| row.contains("exempt"))
        .collect();
    assert_eq!(exempt.len(), 2);
    let excluded = |task: &str| {
        let task = sealed
            .commitment()
            .tasks()
            .iter()
            .find(|of| of.id().as_str() == task);
        let reasons = task.expect("the task is sealed").reasons();
        let exempt = reasons.iter().find(|of| of.reason() == "exempt");
        exempt.map_or(0, |of| of.size())
    };
    let counts = ["J1", "J2", "J3", "J4", "N1", "N2", "N3", "N4"].map(excluded);
    assert_eq!(counts, [1, 1, 0, 0, 1, 1, 0, 0]);
    assert_eq!(record.draws().len(), 8);
}
