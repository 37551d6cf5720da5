//! Mapping files, and the tables made with them.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use suiji::Lang;
use suiji::values::Time;

use super::*;
use crate::papers::Papers;
use crate::trial::Trial;

/// A mapping file with these columns.
fn file(rows: &str, format: &str, columns: &Json) -> String {
    json!({
        "profile": "样例平台", "follows": "样例说明", "missing": [], "public": false,
        "rows": rows, "format": format, "date": "YYYY年M月D日", "separator": "、", "columns": columns,
    })
    .to_string()
}

fn exported(trial: &Trial, file: &str) -> Result<Vec<u8>, crate::Error> {
    let profile = Profile::from_json(file.as_bytes())?;
    let papers = Papers::new(&trial.sealed, &trial.record)?;
    match &trial.amendments {
        Some(amendments) => papers.with_amendments(amendments)?.export(&profile),
        None => papers.export(&profile),
    }
}

fn rows(trial: &Trial, rows: &str, columns: &Json) -> Vec<Json> {
    let bytes = exported(trial, &file(rows, "json", columns)).unwrap();
    let table: Json = serde_json::from_slice(&bytes).unwrap();
    table.as_array().unwrap().clone()
}

#[test]
fn our_profiles_can_be_read_and_say_what_was_not_to_be_had() {
    let trial = Trial::new().amended();
    let at: Time = "2024-09-18T09:00:00+08:00".parse().unwrap();
    for name in Profile::known() {
        let profile = Profile::named(name).unwrap();
        assert!(!profile.follows().is_empty() && !profile.missing().is_empty());
        let about = profile.about();
        assert!(about.get(Lang::Zh).contains(profile.follows()));
        let bytes = profile.export(&trial.facts(Lang::Zh), &at).unwrap();
        assert!(bytes.len() > 1_000, "{name}");
    }
    assert!(Profile::named("publicity").unwrap().is_public());
    let error = Profile::named("national").unwrap_err();
    assert_eq!(error.code(), "report.unknown-profile");
    assert!(error.message(Lang::Zh).contains("publicity, zhejiang"));
}

#[test]
fn the_provincial_profile_has_the_words_of_its_system() {
    let trial = Trial::new();
    let at: Time = "2024-09-18T09:00:00+08:00".parse().unwrap();
    let facts = trial.facts(Lang::Zh);
    let bytes = Profile::named("zhejiang")
        .unwrap()
        .export(&facts, &at)
        .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.trim_start_matches('\u{FEFF}').split("\r\n");
    assert_eq!(
        lines.next().unwrap(),
        "TaskCode,TaskName,ResourcePlanName,TaskType,CrossDepartFlag,TaskLeadDeptName,TaskInspectDeptName,TaskStartTime,\
         TaskEndTime,RandomDate,UniCode,EntName,TeamLeader,CheckDeptPerson,CheckDate,CheckResult"
    );
    // A joint task is 2, an internal task is 1.
    let first = lines.clone().next().unwrap();
    let of = |task: &str, place: usize| {
        let beginning = format!("{task},");
        let line = lines
            .clone()
            .find(|line| line.starts_with(&beginning))
            .unwrap();
        ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(line.as_bytes())
            .records()
            .next()
            .unwrap()
            .unwrap()[place]
            .to_owned()
    };
    assert!(first.starts_with("J1,"), "{first}");
    assert_eq!((of("J1", 4), of("N1", 4)), ("2".to_owned(), "1".to_owned()));
    assert!(of("J1", 7).starts_with("2024-"));
}

#[test]
fn rows_are_what_the_mapping_file_asks_for() {
    let trial = Trial::new().amended();
    let facts = trial.facts(Lang::Zh);
    let id = json!([{"name": "id", "field": "entity.id"}]);
    let drawn: usize = facts
        .tasks
        .iter()
        .map(|task| task.selected.len() + task.reserves.len())
        .sum();
    assert_eq!(rows(&trial, "drawn", &id).len(), drawn);
    assert_eq!(rows(&trial, "visits", &id).len(), facts.visits.len());
    let parts: usize = facts.visits.iter().map(|visit| visit.tasks.len()).sum();
    assert_eq!(rows(&trial, "results", &id).len(), parts);
    let seats: usize = facts.visits.iter().map(|visit| visit.team.len()).sum();
    assert_eq!(rows(&trial, "seats", &id).len(), seats);
    let people = json!([{"name": "证号", "field": "inspector.id"}, {"name": "户数", "field": "inspector.visits"}]);
    let people = rows(&trial, "inspectors", &people);
    assert_eq!(people.len(), facts.inspectors.len());
    assert_eq!(people[0]["证号"], "04052124001");
    assert!(people[0]["户数"].is_u64());
}

#[test]
fn the_state_after_amendments_is_in_the_platforms_words() {
    let trial = Trial::new().amended();
    let columns = json!([
        {"name": "代码", "field": "entity.id"},
        {"name": "状态", "field": "draw.state", "words":
            {"selected": "1", "selected_replaced": "2", "reserve": "3", "reserve_used": "4"}},
        {"name": "替换", "field": "draw.replaces"},
        {"name": "起", "field": "visit.from"},
        {"name": "人员", "field": "visit.inspectors"},
        {"name": "批次", "value": "第一批"},
    ]);
    let rows = rows(&trial, "drawn", &columns);
    let of_state =
        |state: &str| -> Vec<&Json> { rows.iter().filter(|row| row["状态"] == state).collect() };
    let (replaced, used) = (of_state("2"), of_state("4"));
    assert_eq!((replaced.len(), used.len()), (1, 1));
    assert_eq!(replaced[0]["代码"], trial.closed());
    assert_eq!(used[0]["替换"], trial.closed());
    // An entity that is not visited has no team. A date has the form of the file, and blank is null.
    assert_eq!(
        (&replaced[0]["人员"], &replaced[0]["起"]),
        (&Json::Null, &Json::Null)
    );
    assert!(used[0]["人员"].as_str().unwrap().contains('、'));
    let from = used[0]["起"].as_str().unwrap();
    assert!(
        from.starts_with("2024年9月") && from.ends_with('日'),
        "{from}"
    );
    assert!(rows.iter().all(|row| row["批次"] == "第一批"));
}

#[test]
fn columns_of_the_registry_must_exist() {
    let trial = Trial::with(&[(
        r#""id": "91140521MA00MMAM0X","#,
        r#""id": "91140521MA00MMAM0X", "extra": {"电话": "0356-0000000"},"#,
    )]);
    let column =
        |name: &str| json!([{"name": "联系电话", "field": format!("entity.extra.{name}")}]);
    assert!(exported(&trial, &file("visits", "csv", &column("电话"))).is_ok());
    let error = exported(&trial, &file("visits", "csv", &column("手机"))).unwrap_err();
    assert_eq!(error.code(), "report.profile");
    assert!(
        error
            .message(Lang::Zh)
            .contains("“联系电话”列：检查对象名录库没有“手机”这一列")
    );
}

#[test]
fn a_value_without_a_word_is_named() {
    let trial = Trial::new();
    let columns = json!([{"name": "任务", "field": "task.id", "words": {"J1": "T-2024-1"}}]);
    let error = exported(&trial, &file("results", "csv", &columns)).unwrap_err();
    let message = error.message(Lang::Zh);
    assert!(message.contains("“任务”列：words 中没有“J2”"), "{message}");
    let tasks: BTreeSet<String> = trial
        .record
        .draws()
        .iter()
        .map(|draw| draw.task().to_string())
        .collect();
    let more = tasks.len() - 1 - 3;
    assert!(message.contains(&format!("另有 {more} 种")), "{message}");
    assert_eq!(error.problems().len(), 3);
}

#[test]
fn a_public_profile_has_no_class_and_no_reserve() {
    let private = [
        ("drawn", "draw.class"),
        ("drawn", "draw.class_name"),
        ("drawn", "draw.state"),
        ("drawn", "draw.ticket"),
        ("results", "entity.district"),
        ("results", "entity.extra.电话"),
        ("visits", "visit.approval_number"),
        ("inspectors", "inspector.name"),
    ];
    for (rows, field) in private {
        let columns = json!([{"name": "a", "field": field}]);
        let public = file(rows, "csv", &columns).replace(r#""public":false"#, r#""public":true"#);
        let error = Profile::from_json(public.as_bytes()).unwrap_err();
        assert!(
            error.message(Lang::Zh).contains("不公开"),
            "{field}: {error}"
        );
    }
}

#[test]
fn all_faults_of_a_mapping_file_are_told_at_once() {
    let file = r#"{
        "profile": " ", "missing": ["a", 1], "public": "no", "rows": "visits", "format": "xls", "date": "DD.MM.YYYY",
        "columns": [
            {"name": "a", "field": "task.name"},
            {"name": "a", "field": "entity.id", "value": ""},
            {"name": "b", "value": "", "words": {}},
            {"name": "c", "field": "entity.id", "colour": "red"},
            {"field": "visit.number"},
            []
        ], "column": []
    }"#;
    let error = Profile::from_json(file.as_bytes()).unwrap_err();
    let all = error.message(Lang::Zh);
    for part in [
        "没有“column”这一项",
        "profile：应为非空文本",
        "缺少“follows”",
        "missing[1]：应为非空文本",
        "public：应填 true 或 false",
        "format：只能是：csv, xlsx, json",
        "date：只能是：YYYY-MM-DD",
        "columns[0].field：没有“task.name”这个字段",
        "columns[1].name：列名“a”写了两次",
        "columns[1]：应写 field",
        "columns[2]：words 只能与",
        "columns[3]：没有“colour”这一项",
        "columns[4]：缺少“name”",
        "columns[5]：应为对象",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
    assert_eq!(error.problems().len(), 14, "{all}");
    assert!(
        error
            .problems()
            .iter()
            .all(|of| of.code() == "report.profile")
    );
    // In English too.
    assert!(
        error
            .message(Lang::En)
            .contains("columns[1].name: the column name “a” is given more than once")
    );
}

#[test]
fn fixed_words_need_all_their_words() {
    let columns = json!([
        {"name": "a", "field": "task.targeting", "words": {"targeted": "1", "other": "3"}},
        {"name": "b", "field": "task.kind"},
    ]);
    let error = Profile::from_json(file("results", "csv", &columns).as_bytes()).unwrap_err();
    let all = error.message(Lang::Zh);
    for part in [
        "缺少“untargeted”",
        "没有“other”这一项",
        "缺少“joint”",
        "缺少“internal”",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
}

#[test]
fn hostile_files_and_names_do_no_harm() {
    let deep = "[".repeat(100_000);
    let many: Vec<Json> = (0..5_000)
        .map(|n| json!({"name": n.to_string(), "value": ""}))
        .collect();
    let many = file("visits", "csv", &json!(many));
    for of in [
        "",
        "[]",
        "null",
        "{\"profile\": 1.5}",
        &deep,
        &many,
        "{\"columns\": {}}",
    ] {
        let error = Profile::from_json(of.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "report.profile");
    }
    let trial = Trial::with(&[("沁水样例", "=cmd|'/C calc'!A0")]);
    let columns =
        json!([{"name": "=1+1", "field": "entity.name"}, {"name": "\"}\n", "value": "@a"}]);
    let csv = exported(&trial, &file("visits", "csv", &columns)).unwrap();
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&csv[3..]);
    for row in reader.records() {
        assert!(
            row.unwrap()
                .iter()
                .all(|cell| !cell.starts_with(['=', '@']))
        );
    }
    let json = exported(&trial, &file("visits", "json", &columns)).unwrap();
    let json: Json = serde_json::from_slice(&json).unwrap();
    assert!(json[0]["=1+1"].as_str().unwrap().starts_with("=cmd|"));
    assert_eq!(json[0]["\"}\n"], "@a");
}

#[test]
fn the_same_draw_gives_the_same_bytes() {
    for name in Profile::known() {
        let of = || {
            let trial = Trial::new();
            let papers = Papers::new(&trial.sealed, &trial.record).unwrap();
            papers.export(&Profile::named(name).unwrap()).unwrap()
        };
        assert_eq!(of(), of());
    }
}

#[test]
fn the_page_of_mapping_files_lists_every_field_and_its_example_can_be_read() {
    let page = include_str!("../../MAPPING.md");
    for name in fields::names_of(None).split(", ") {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
    let example = page
        .split("```json\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let profile = Profile::from_json(example.as_bytes()).unwrap();
    assert_eq!(profile.extra(), ["电话"]);
    // The page marks exactly the public papers as public.
    for (public, part) in page
        .split("## Fields")
        .nth(1)
        .unwrap()
        .split('`')
        .enumerate()
    {
        let Some(field) = fields::find(part).filter(|_| public % 2 == 1) else {
            continue;
        };
        let before = page.split(&format!("`{part}`")).next().unwrap();
        let paragraph = before.rsplit("\n\n").next().unwrap();
        let said_private = paragraph.to_lowercase().contains("not public");
        assert_eq!(field.is_public, !said_private, "{part}");
    }
}
