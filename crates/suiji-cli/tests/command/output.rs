//! The output for people: its amount, width and language. It contains no secret.

use serde_json::{Value, json};

use crate::support::{ANSWERS, Case, Ran, answering, suiji};

/// Numbers as a person types them.
fn typed(numbers: &Value) -> String {
    let parts = numbers.as_array().unwrap().iter();
    let numbers = parts.flat_map(|part| part.as_array().unwrap());
    let words: Vec<String> = numbers.map(Value::to_string).collect();
    words.join(" ")
}

#[test]
fn the_output_fits_the_width_of_a_page() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a").display().to_string();
    suiji(&["demo", &folder]).ends(0);
    let seal = suiji(&["seal", &folder, "--supersede", "a", "--approved-by", "b"]).ends(0);
    let rows = seal.out.lines().filter(|line| line.starts_with(['J', 'N']));
    let contributions = include_str!("../../../../examples/qinshui-2024/throws.json");
    let contributions: Value = serde_json::from_str(contributions).unwrap();
    let answers = contributions.as_array().unwrap().iter();
    let answers = answers.map(|one| format!("{}\ny\n", typed(&one["numbers"])));
    let drawn = answering(&["draw", &folder, "--yes"], &answers.collect::<String>());
    let drawn = drawn.ends(0);
    let teams = drawn.out.lines().filter(|line| line.starts_with("      "));
    assert!(teams.clone().count() > 50, "{}", drawn.out);
    let entities = drawn.out.lines().filter(|line| line.contains("9114052"));
    let entities = entities.filter(|line| !line.contains("空缺"));
    for line in rows.chain(entities).chain(teams) {
        let width: usize = line.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum();
        assert!(width <= 100, "{width}: {line}");
    }
}

#[test]
fn messages_are_chinese_unless_english_is_requested() {
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
        "import",
        "seal",
        "draw",
        "amend",
        "commit",
        "verify",
        "explain",
        "check-receipt",
        "publish",
        "canon",
        "demo",
    ] {
        let args: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|arg| !arg.is_empty())
            .collect();
        let chinese = suiji(&args).ends(0).out;
        let english = suiji(&[&args[..], &["--lang", "en"]].concat()).ends(0).out;
        assert!(
            chinese.contains("用法：suiji") && english.contains("Usage: suiji"),
            "{chinese}{english}"
        );
        let rest = english.replace("随机", "").replace('→', "");
        assert!(rest.is_ascii(), "{rest}");
    }
    assert!(suiji(&["--version"]).ends(0).out.starts_with("suiji "));
    let no_args = suiji(&[]).ends(2);
    assert!(no_args.err.contains("用法") && no_args.out.is_empty());
}

#[test]
fn vacant_seats_are_named_and_the_draw_is_done() {
    let case = Case::new();
    // The only inspector who can lead is recused from this entity.
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    case.write(
        "roster.csv",
        roster.replace("true,,,,,", "true,,,,,91140000SAMPLE0001"),
    );
    let sealed = case.seal(&[]).ends(0);
    assert!(sealed.out.contains("[team.short]"), "{}", sealed.out);
    assert!(sealed.out.contains("  short"), "{}", sealed.out);
    let drawn = case.draw(ANSWERS).ends(0);
    assert!(
        drawn
            .out
            .contains("vacant: seat 0 (lead) of 91140000SAMPLE0001 样例企业一"),
        "{}",
        drawn.out
    );
    let json = answering(&["draw", &case.dir(), "--yes", "--json"], "")
        .ends(0)
        .json();
    assert_eq!(
        json["vacant"],
        json!([{"task": "T1", "entity": "91140000SAMPLE0001", "seats": [0]}])
    );
}

/// A case that selects all of its entities, of which only five get a lead.
fn with_entities(count: usize) -> Case {
    let case = Case::new();
    let entity = |n| format!("F-{n:03},样例企业{n:03},general,样例行业\n");
    let entities: String = (1..=count).map(entity).collect();
    case.write(
        "registry.csv",
        "id,name,class,categories\n".to_owned() + &entities,
    );
    let roster = String::from_utf8(case.bytes("roster.csv")).unwrap();
    case.write("roster.csv", roster.replace("true,,,,,", "true,,,5,,"));
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["quota"] = json!({"exactly": "100%"})
    });
    case.seal(&[]).ends(0);
    case
}

#[test]
fn a_long_draw_shows_its_first_entities_and_the_json_has_every_vacant_seat() {
    let case = with_entities(150);
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
    // More of the vacant seats are shown, because somebody must fill each of them.
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
    let json = answering(&["draw", &case.dir(), "--yes", "--json"], "").ends(0);
    let vacant = json.json()["vacant"].as_array().unwrap().len();
    assert_eq!(vacant, 145);
}

#[test]
fn a_draw_of_fifty_entities_is_shown_completely() {
    for (count, shown) in [(50, 50), (51, 20)] {
        let drawn = with_entities(count).draw(ANSWERS).ends(0);
        let entities = drawn.out.lines().filter(|line| line.contains("  F-"));
        assert_eq!(entities.count(), shown, "{}", drawn.out);
    }
}

#[test]
fn no_output_contains_a_secret() {
    let case = Case::new();
    let (dir, record) = (case.dir(), case.arg("record.json"));
    let secret = case.json("ceremony.json")["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut output = String::new();
    let mut collect = |ran: Ran| output += &(ran.out + &ran.err);
    collect(case.seal(&[]));
    let office = case.json("office-secret.json")[0].clone();
    collect(case.seal(&[]));
    for secret in [
        &secret,
        office["nonce"].as_str().unwrap(),
        office["value"].as_str().unwrap(),
    ] {
        assert!(!output.contains(secret), "{output}");
    }
    // The draw opens the office's value. The secret of the case is never shown.
    let mut collect = |ran: Ran| output += &(ran.out + &ran.err);
    collect(case.draw("1\n"));
    collect(case.draw(ANSWERS));
    for json in [&[][..], &["--json"]] {
        collect(suiji(
            &[&["verify", &record, "--case", &dir], json].concat(),
        ));
        collect(suiji(
            &[
                &["explain", &record, "91140000SAMPLE0001", "--case", &dir],
                json,
            ]
            .concat(),
        ));
        collect(suiji(
            &[&["publish", &record, "--case", &dir], json].concat(),
        ));
    }
    case.edit("ceremony.json", |ceremony| {
        ceremony["secret"] = secret.to_uppercase().into()
    });
    collect(case.draw(""));
    assert!(!output.to_lowercase().contains(&secret), "{output}");
}
