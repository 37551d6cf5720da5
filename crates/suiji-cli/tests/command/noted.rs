//! Verification with the notes of a witness, and the report in three boxes.

use serde_json::json;
use suiji::verify::checks;
use suiji::{Lang, Record};

use crate::support::{Case, DICE, Ran, answering, dice, suiji};

fn verify(case: &Case, args: &[&str]) -> Ran {
    let (record, dir) = (case.arg("record.json"), case.dir());
    suiji(&[&["verify", &record, "--case", &dir, "--lang", "en"], args].concat())
}

#[test]
fn the_values_noted_are_compared_source_by_source() {
    let case = Case::drawn();
    let same = verify(&case, &["--values", DICE]).ends(0);
    let known = checks::CONTRIBUTIONS_KNOWN.template(Lang::En);
    let line = format!("✓ {known} (source “见证人掷一枚骰子二十次”)");
    assert!(same.out.contains(&line), "{}", same.out);
    // The value of the office was not noted, and is reported as on trust.
    let (_, on_trust) = same.out.split_once("3. On trust").unwrap();
    let line = format!("· {known} (source “样例局抽取工作人员”)");
    assert!(on_trust.contains(&line), "{on_trust}");
    let value = case.contributions()[0]["value"]
        .as_str()
        .unwrap()
        .to_owned();
    let both = format!("1: {value}; 见证人掷一枚骰子二十次：{DICE}");
    let all = verify(&case, &["--values", &both]).ends(0);
    assert!(!all.out.contains(&format!("· {known}")), "{}", all.out);
    let other = DICE.replace("3521", "1253");
    for wrong in [
        other.clone(),
        format!("2: {other}"),
        format!("1: x\n2: {DICE}"),
    ] {
        let ran = verify(&case, &["--values", &wrong]).ends(1);
        assert!(ran.out.contains(&format!("✗ {known}")), "{}", ran.out);
        assert!(ran.out.contains("Verdict: fails"), "{}", ran.out);
    }
    case.write("noted.txt", format!("\u{2003}2：{DICE}\r\n"));
    verify(&case, &["--values", &case.arg("noted.txt")]).ends(0);
    verify(&case, &["--values", &case.arg("contributions.json")]).ends(0);
    let mut document = case.json("contributions.json");
    document["contributions"][1]["numbers"][0][0] = 6.into();
    case.write("noted.json", document.to_string());
    verify(&case, &["--values", &case.arg("noted.json")]).ends(1);
}

#[test]
fn notes_that_cannot_be_read_are_refused() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("甲"), dice("乙")]);
    });
    case.seal(&[]).ends(0);
    case.draw(&format!("{DICE}\ny\n").repeat(2)).ends(0);
    verify(&case, &["--values", DICE]).refused("case.values-count");
    verify(&case, &["--values", &format!("3: {DICE}")]).refused("case.values-label");
    verify(&case, &["--values", &format!("乙: {DICE}x")]).refused("case.not-numbers");
    verify(&case, &["--values", "乙: 123"]).refused("contributions.length");
    verify(&case, &["--values", &format!("{DICE};{DICE}")]).ends(0);
    verify(&case, &["--values", &format!("{DICE};甲: {DICE}")]).ends(0);
}

#[test]
fn the_digests_noted_are_compared() {
    let case = Case::drawn();
    let record = Record::from_json(&case.bytes("record.json")).unwrap();
    let (digest, commitment) = (record.digest().to_groups(), case.digest("commitment.json"));
    let same = verify(&case, &["--record", &digest, "--commitment", &commitment]).ends(0);
    for code in [checks::RECORD_KNOWN, checks::SHEET_KNOWN] {
        let line = format!("✓ {}", code.template(Lang::En));
        assert!(same.out.contains(&line), "{}", same.out);
    }
    let other = verify(&case, &["--record", &commitment]).ends(1);
    let line = format!("✗ {}", checks::RECORD_KNOWN.template(Lang::En));
    assert!(other.out.contains(&line), "{}", other.out);
}

#[test]
fn record_public_form_and_commitment_are_compared_in_one_call() {
    let case = Case::drawn();
    let public = case.publish("public.json");
    let commitment = case.arg("commitment.json");
    let agrees = checks::PUBLIC_AGREES.template(Lang::En);
    let all = verify(&case, &[&public, &commitment]).ends(0);
    let known = checks::SHEET_KNOWN.template(Lang::En);
    for part in [agrees, known].map(|check| format!("✓ {check}")) {
        assert!(all.out.contains(&part), "{part}: {}", all.out);
    }
    case.edit("public.json", |public| {
        public["draws"][0]["selected"] = json!(["A-1"])
    });
    let other = verify(&case, &[&public]).ends(1);
    assert!(other.out.contains(&format!("✗ {agrees}")), "{}", other.out);
    let second = Case::sealed();
    let ran = verify(&case, &[&second.arg("commitment.json")]).ends(1);
    assert!(ran.out.contains(&format!("✗ {known}")), "{}", ran.out);
    // A noted digest is compared too.
    let noted = ["--commitment", &case.digest("commitment.json")];
    let ran = verify(
        &case,
        &[&noted[..], &[&second.arg("commitment.json")]].concat(),
    )
    .ends(1);
    for mark in ["✓", "✗"] {
        let line = format!("{mark} {known}");
        assert!(ran.out.contains(&line), "{line}: {}", ran.out);
    }
    verify(&case, &[&case.arg("record.json")]).refused("case.second-document");
    suiji(&["verify", &commitment, &commitment]).refused("case.second-document");
}

#[test]
fn the_boxes_of_the_json_hold_every_check() {
    let case = Case::drawn();
    let ran = verify(&case, &["--json"]).ends(0).json();
    let list = |name: &str| ran["boxes"][name].as_array().unwrap().clone();
    assert_eq!(list("not_proved"), Vec::<serde_json::Value>::new());
    let proved: Vec<_> = list("proved")
        .iter()
        .map(|line| line["id"].clone())
        .collect();
    for check in ran["report"]["checks"].as_array().unwrap() {
        assert!(proved.contains(&check["id"]), "{check}");
    }
    assert_eq!(
        list("on_trust").len(),
        ran["report"]["trust"].as_array().unwrap().len()
    );
    let alone = suiji(&["verify", &case.arg("record.json"), "--json"])
        .ends(1)
        .json();
    let not = alone["boxes"]["not_proved"].as_array().unwrap();
    assert!(
        not.iter()
            .any(|line| line["id"] == checks::PLAN_DIGEST.id()),
        "{not:?}"
    );
}

#[test]
fn a_page_to_be_printed_has_the_three_boxes_and_needs_no_other_file() {
    let case = Case::new();
    case.edit("plan.json", |plan| {
        plan["authority"] = "<b>样例局</b>".into()
    });
    case.seal(&[]).ends(0);
    case.draw(crate::support::ANSWERS).ends(0);
    let page = case.arg("page.html");
    let (record, dir) = (case.arg("record.json"), case.dir());
    let args = ["verify", &record, "--case", &dir, "--page", &page];
    suiji(&args).ends(0);
    let html = String::from_utf8(case.bytes("page.html")).unwrap();
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    for part in [
        "一、已证明",
        "二、未证明（0 项）",
        "三、无法核验，只能采信",
        "&lt;b&gt;样例局&lt;/b&gt;",
        &digest.to_groups(),
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    for foreign in ["<b>", "<script", "http", "src=", "href="] {
        assert!(!html.contains(foreign), "{foreign}: {html}");
    }
    suiji(&args).refused("case.exists");
    let english = case.arg("english.html");
    answering(&["verify", &record, "--lang", "en", "--page", &english], "").ends(1);
    let html = String::from_utf8(case.bytes("english.html")).unwrap();
    assert!(
        html.contains("2. Not proved") && html.contains("lang=\"en\""),
        "{html}"
    );
}
