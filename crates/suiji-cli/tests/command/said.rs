//! What is said to people: how much, how wide, in which language, and never a secret.

use serde_json::{Value, json};

use crate::support::{ANSWERS, Case, Ran, answering, suiji};

#[test]
fn what_is_said_fits_the_width_of_a_page() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a").display().to_string();
    suiji(&["demo", &folder]).ends(0);
    let seal = suiji(&["seal", &folder, "--supersede", "a", "--approved-by", "b"]).ends(0);
    let rows = seal.out.lines().filter(|line| line.starts_with(['J', 'N']));
    let throws = include_str!("../../../../examples/qinshui-2024/throws.json");
    let throws: Value = serde_json::from_str(throws).unwrap();
    let answers = throws.as_array().unwrap().iter();
    let answers = answers.map(|throw| format!("{}\ny\n", throw["value"].as_str().unwrap()));
    let drawn = answering(&["draw", &folder], &answers.collect::<String>());
    let drawn = drawn.ends(0);
    let teams = drawn.out.lines().filter(|line| line.starts_with("      "));
    assert!(teams.clone().count() > 50, "{}", drawn.out);
    let firms = drawn.out.lines().filter(|line| line.contains("9114052"));
    let firms = firms.filter(|line| !line.contains("空缺"));
    for line in rows.chain(firms).chain(teams) {
        let width: usize = line.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum();
        assert!(width <= 100, "{width}: {line}");
    }
}

#[test]
fn messages_are_chinese_unless_english_is_asked_for() {
    let case = Case::sealed();
    let chinese = suiji(&["seal", &case.dir()]).ends(2);
    assert!(chinese.err.starts_with("错误：文件 "), "{}", chinese.err);
    let english = case.seal(&[]).ends(2);
    assert!(
        english.err.starts_with("error: file ") && english.err.is_ascii(),
        "{}",
        english.err
    );
    for command in [
        "",
        "new",
        "seal",
        "draw",
        "verify",
        "explain",
        "check-receipt",
        "publish",
        "canon",
        "demo",
    ] {
        let words: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        let chinese = suiji(&words).ends(0).out;
        let english = suiji(&[&words[..], &["--lang", "en"]].concat()).ends(0).out;
        assert!(
            chinese.contains("用法：suiji") && english.contains("Usage: suiji"),
            "{chinese}{english}"
        );
        let own = english.replace("随机", "").replace('→', "");
        assert!(own.is_ascii(), "{own}");
    }
    assert!(suiji(&["--version"]).ends(0).out.starts_with("suiji "));
    let nothing = suiji(&[]).ends(2);
    assert!(nothing.err.contains("用法") && nothing.out.is_empty());
}

#[test]
fn vacant_seats_are_named_and_the_draw_is_done() {
    let case = Case::new();
    // Of three officers one alone may lead, and must keep away from this firm.
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    case.write(
        "roster.csv",
        roster.replace("true,,,,", "true,,,,91140000SAMPLE0001"),
    );
    let sealed = case.seal(&[]).ends(0);
    assert!(sealed.out.contains("[warning.short]"), "{}", sealed.out);
    assert!(sealed.out.contains("  short"), "{}", sealed.out);
    let drawn = case.draw(ANSWERS).ends(0);
    assert!(
        drawn
            .out
            .contains("vacant: seat 0 (lead) of 91140000SAMPLE0001 样例企业一"),
        "{}",
        drawn.out
    );
    let json = answering(&["draw", &case.dir(), "--json"], "")
        .ends(0)
        .json();
    assert_eq!(
        json["vacant"],
        json!([{"task": "T1", "entity": "91140000SAMPLE0001", "seats": [0]}])
    );
}

/// A case that draws all of so many firms, for five of which there is somebody to lead.
fn with_firms(count: usize) -> Case {
    let case = Case::new();
    let firm = |n| format!("F-{n:03},样例企业{n:03},general,样例行业\n");
    let firms: String = (1..=count).map(firm).collect();
    case.write(
        "registry.csv",
        "id,name,class,categories\n".to_owned() + &firms,
    );
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    case.write("roster.csv", roster.replace("true,,,,", "true,,5,,"));
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["quota"] = json!({"exactly": "100%"})
    });
    case.seal(&[]).ends(0);
    case
}

#[test]
fn of_a_big_draw_the_first_are_shown_and_every_vacant_seat_is_in_the_json() {
    let case = with_firms(150);
    let drawn = case.draw(ANSWERS).ends(0);
    let record = case.json("record.json");
    let draw = &record["draws"][0];
    let selected = draw["selected"].as_array().unwrap().iter();
    let selected: Vec<&str> = selected.map(|one| one["id"].as_str().unwrap()).collect();
    let lines = |part: &str| -> Vec<String> {
        let lines = drawn.out.lines().filter(|line| line.contains(part));
        lines.map(str::to_owned).collect()
    };
    let shown = lines("  F-");
    assert_eq!((selected.len(), shown.len()), (150, 20), "{}", drawn.out);
    for (line, id) in shown.iter().zip(&selected) {
        assert!(line.contains(id), "{id}: {line}");
    }
    assert_eq!(lines("… and 130 more, see record.json").len(), 1);
    // Who fills the vacant seats needs each firm; a hundred are more than anybody reads here.
    let vacant: Vec<&Value> = draw["teams"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|team| !team["vacant"].is_null())
        .map(|team| &team["entity"])
        .collect();
    let named = lines("  vacant: seat 0 (lead) of F-");
    assert_eq!((vacant.len(), named.len()), (145, 100), "{}", drawn.out);
    assert!(named[99].contains(vacant[99].as_str().unwrap()));
    assert_eq!(lines("… and 45 more teams with vacant seats").len(), 1);
    let json = answering(&["draw", &case.dir(), "--json"], "").ends(0);
    let told = json.json()["vacant"].as_array().unwrap().len();
    assert_eq!(told, 145);
}

#[test]
fn a_draw_of_fifty_is_shown_whole() {
    for (count, shown) in [(50, 50), (51, 20)] {
        let drawn = with_firms(count).draw(ANSWERS).ends(0);
        let firms = drawn.out.lines().filter(|line| line.contains("  F-"));
        assert_eq!(firms.count(), shown, "{}", drawn.out);
    }
}

#[test]
fn secrets_show_in_no_output() {
    let case = Case::new();
    let (dir, record) = (case.dir(), case.word("record.json"));
    let secret = case.json("ceremony.json")["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut said = String::new();
    let mut hear = |ran: Ran| said += &(ran.out + &ran.err);
    hear(case.seal(&[]));
    let office = case.json("office-secret.json")[0].clone();
    hear(case.seal(&[]));
    hear(case.draw("1\n"));
    for secret in [
        &secret,
        office["nonce"].as_str().unwrap(),
        office["value"].as_str().unwrap(),
    ] {
        assert!(!said.contains(secret), "{said}");
    }
    let mut hear = |ran: Ran| said += &(ran.out + &ran.err);
    hear(case.draw(ANSWERS));
    for json in [&[][..], &["--json"]] {
        hear(suiji(
            &[&["verify", &record, "--case", &dir], json].concat(),
        ));
        hear(suiji(
            &[
                &["explain", &record, "91140000SAMPLE0001", "--case", &dir],
                json,
            ]
            .concat(),
        ));
        hear(suiji(&[&["publish", &record], json].concat()));
    }
    case.edit("ceremony.json", |ceremony| {
        ceremony["secret"] = secret.to_uppercase().into()
    });
    hear(case.draw(""));
    assert!(!said.to_lowercase().contains(&secret), "{said}");
}
