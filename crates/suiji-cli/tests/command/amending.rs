//! Amendments: the changes are shown, confirmed and written, and the result verifies.

use serde_json::{Value, json};
use suiji::{Amendments, Hash, Lang};

use crate::support::{ANSWERS, Case, Ran, answering, suiji};

const ENTITY: &str = "91140000SAMPLE0001";
const REASON: [&str; 5] = ["--reason", "生病", "--approved-by", "局长", "--yes"];

fn amend(case: &Case, args: &[&str], answers: &str) -> Ran {
    answering(
        &[&["amend", &case.dir(), "--lang", "en"], args].concat(),
        answers,
    )
}

fn amended(case: &Case, args: &[&str]) -> Ran {
    amend(case, &[args, &REASON].concat(), "")
}

/// The changes of `amendments.json`, without the fields that every amendment has.
fn changes(case: &Case) -> Vec<Value> {
    let list = case.json("amendments.json")["amendments"].clone();
    let change = |of: &Value| {
        let mut of = of.clone();
        for common in ["previous", "at", "approved_by", "reason"] {
            of.as_object_mut().unwrap().remove(common);
        }
        of
    };
    list.as_array().unwrap().iter().map(change).collect()
}

/// The two inspectors of the only team, the lead first, and the third inspector, who is not in
/// the team.
fn inspectors(case: &Case) -> [String; 3] {
    let team = case.json("record.json")["draws"][0]["teams"][0]["members"].clone();
    let [lead, member] = [0, 1].map(|seat| team[seat].as_str().unwrap().to_owned());
    let all = ["ZF-0001", "ZF-0002", "ZF-0003"].map(str::to_owned);
    let third = all
        .iter()
        .find(|id| **id != lead && **id != member)
        .unwrap()
        .clone();
    [lead, member, third]
}

#[test]
fn the_third_inspector_steps_in_for_one_who_is_away() {
    let case = Case::drawn();
    let [lead, member, third] = inspectors(&case);
    let ran = amended(&case, &["--away", &member]).ends(0);
    let seat =
        json!({"task": "T1", "entity": ENTITY, "seat": 1, "leaves": member, "inspector": third});
    let expected = [
        json!({"kind": "away", "inspectors": [member]}),
        json!({"kind": "substitute", "seats": [seat]}),
    ];
    assert_eq!(changes(&case), expected);
    assert!(ran.out.contains(&format!("({member}) → ")), "{}", ran.out);
    let amendments = Amendments::from_json(&case.bytes("amendments.json")).unwrap();
    let digest = amendments.digest(Hash::Sha256).to_groups();
    assert!(ran.out.contains(&digest[..39]), "{}", ran.out);
    // Record and amendments verify together. The amended team is shown beside the drawn team.
    let verified = case.verify("record.json").ends(0);
    let decided = suiji::verify::checks::AMEND_DECIDED.template(Lang::En);
    assert!(
        verified.out.contains(&format!("✓ {decided}")),
        "{}",
        verified.out
    );
    let (record, dir) = (case.arg("record.json"), case.dir());
    let explained = suiji(&["explain", &record, ENTITY, "--case", &dir]).ends(0);
    let names = |id: &str| match id {
        "ZF-0001" => "样例执法员甲",
        "ZF-0002" => "样例执法员乙",
        _ => "样例执法员丙",
    };
    let team = format!(
        "变更后任务 T1 的小组：样例局：{}、{}",
        names(&lead),
        names(&third)
    );
    assert!(explained.out.contains(&team), "{}", explained.out);
    // With a substitute that somebody chose by hand, they do not verify.
    case.edit("amendments.json", |amendments| {
        amendments["amendments"][1]["seats"][0]["inspector"] = "ZF-9999".into();
    });
    case.verify("record.json").ends(1);
}

#[test]
fn a_visit_that_is_done_keeps_its_team() {
    let case = Case::drawn();
    let [_, member, third] = inspectors(&case);
    amended(&case, &["--away", &member, "--done", "A-1"]).refused("amend.no-seat");
    amended(&case, &["--away", &third, "--done", ENTITY]).refused("amend.no-seat");
    assert!(!case.has("amendments.json"));
    amended(&case, &["--away", &member, "--done", ENTITY]).ends(0);
    assert_eq!(
        changes(&case),
        [json!({"kind": "away", "inspectors": [member]})]
    );
    amended(&case, &["--back", &member]).ends(0);
    assert_eq!(
        changes(&case)[1],
        json!({"kind": "back", "inspectors": [member]})
    );
    amended(&case, &["--back", &member]).refused("amendments.not-away");
}

#[test]
fn a_seat_that_nobody_can_take_is_vacant_and_filled_by_hand() {
    let case = Case::drawn();
    let [_, member, third] = inspectors(&case);
    amended(&case, &["--by-hand", "ZF-9999", "--entity", ENTITY]).refused("amend.no-vacant-seat");
    let away = amended(&case, &["--away", &member, "--away", &third]).ends(0);
    assert!(away.out.contains("nobody can step in"), "{}", away.out);
    assert_eq!(changes(&case)[1]["seats"][0].get("inspector"), None);
    amended(&case, &["--by-hand", "ZF-9999", "--entity", ENTITY]).ends(0);
    let by_hand = json!({"kind": "by_hand", "task": "T1", "entity": ENTITY, "seat": 1, "inspector": "ZF-9999"});
    assert_eq!(changes(&case)[2], by_hand);
    case.verify("record.json").ends(0);
}

#[test]
fn a_recusal_that_was_learned_gives_up_the_seats_at_the_entities_named() {
    let case = Case::drawn();
    let [_, member, third] = inspectors(&case);
    amended(&case, &["--leaves", &third, "--entity", ENTITY]).refused("amend.no-seat");
    amended(&case, &["--leaves", &member, "--entity", ENTITY]).ends(0);
    assert_eq!(changes(&case)[0]["seats"][0]["inspector"], third);
    // No inspector returns to a team that he or she left.
    amended(&case, &["--leaves", &third, "--entity", ENTITY]).ends(0);
    assert_eq!(changes(&case)[1]["seats"][0].get("inspector"), None);
}

/// A drawn case of three entities: one is selected, one is a reserve.
fn with_reserve() -> Case {
    let case = Case::new();
    let rows = ["F-1", "F-2", "F-3"].map(|id| format!("{id},企业,general,样例行业\n"));
    case.write(
        "registry.csv",
        "id,name,class,categories\n".to_owned() + &rows.concat(),
    );
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["quota"] = json!({"count": 1});
        plan["tasks"][0]["risk"] = json!({"unrated_as": "general"});
    });
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).ends(0);
    case
}

#[test]
fn a_reserve_is_visited_where_an_entity_has_closed_and_is_published() {
    let case = with_reserve();
    let draw = case.json("record.json")["draws"][0].clone();
    let [selected, reserve] =
        ["selected", "reserves"].map(|list| draw[list][0]["id"].as_str().unwrap().to_owned());
    amended(&case, &["--closed", &reserve]).refused("amend.not-selected");
    amended(&case, &["--closed", &selected]).ends(0);
    let change = changes(&case)[0].clone();
    assert_eq!(
        (&change["kind"], &change["entity"], &change["reserve"]),
        (
            &"reserve".into(),
            &selected.clone().into(),
            &reserve.clone().into()
        )
    );
    amended(&case, &["--closed", &selected]).refused("amend.not-selected");
    amended(&case, &["--closed", &reserve]).refused("amendments.no-reserve");
    let (record, dir) = (case.arg("record.json"), case.dir());
    let args = [
        "publish",
        &record,
        "--case",
        &dir,
        "--out",
        &case.arg("public.json"),
    ];
    let published = suiji(&args).ends(0);
    let amendments = Amendments::from_json(&case.bytes("amendments.json")).unwrap();
    let digest = amendments.digest(Hash::Sha256).to_string();
    for part in [
        &digest,
        &format!("{selected} 无法检查"),
        &format!("备选 {reserve} 已启用"),
    ] {
        assert!(published.out.contains(part), "{part}: {}", published.out);
    }
}

#[test]
fn nothing_is_written_before_it_is_confirmed() {
    let case = Case::drawn();
    let [_, member, _] = inspectors(&case);
    let before = case.contents();
    let args = [
        "--away",
        &member,
        "--reason",
        "生病",
        "--approved-by",
        "局长",
    ];
    for answers in ["", "n\n", "maybe\n"] {
        let ran = amend(&case, &args, answers).ends(2);
        assert!(ran.err.contains("[case.not-confirmed]"), "{}", ran.err);
        assert!(ran.out.contains("→"), "{}", ran.out);
        assert_eq!(case.contents(), before);
    }
    amend(&case, &args, "y\n").ends(0);
    assert!(case.has("amendments.json"));
}

#[test]
fn a_person_answers_at_the_terminal() {
    let case = Case::drawn();
    let [_, member, third] = inspectors(&case);
    amend(&case, &[], "1\n").refused("case.not-answered");
    // A number that is not in the list and an id with a blank are asked for again.
    let answers = format!("9\n1\n甲\n{member}\n\n生病\n局长\ny\n");
    amend(&case, &[], &answers).ends(0);
    assert_eq!(changes(&case)[1]["seats"][0]["inspector"], third);
    let amendment = &case.json("amendments.json")["amendments"][0];
    assert_eq!(
        (&amendment["reason"], &amendment["approved_by"]),
        (&"生病".into(), &"局长".into())
    );
    amend(&case, &[], &format!("1\n{third}\n\n又病\n局长\ny\n")).ends(0);
    amend(&case, &[], "5\n1\nZF-9999\n借调\n局长\ny\n").ends(0);
    assert_eq!(changes(&case).last().unwrap()["inspector"], "ZF-9999");
}

#[test]
fn the_earlier_document_is_kept_under_a_number() {
    let case = Case::drawn();
    let [_, member, _] = inspectors(&case);
    amended(&case, &["--away", &member, "--done", ENTITY]).ends(0);
    let first = case.bytes("amendments.json");
    amended(&case, &["--back", &member]).ends(0);
    assert_eq!(case.bytes("amendments.1.json"), first);
    // A later sealing keeps the last amendments with their record.
    let last = case.bytes("amendments.json");
    case.seal(&["--supersede", "a", "--approved-by", "b"])
        .ends(0);
    assert!(!case.has("amendments.json"));
    assert_eq!(case.bytes("amendments.2.json"), last);
    let verified = case.verify("record.2.json").ends(0);
    let decided = suiji::verify::checks::AMEND_DECIDED.template(Lang::En);
    assert!(verified.out.contains(decided), "{}", verified.out);
}

#[test]
fn requests_of_a_file_are_all_written_or_none() {
    let case = Case::drawn();
    let [_, member, _] = inspectors(&case);
    let request = |kind: &str| json!({"kind": kind, "at": "2999-01-01T00:00:00+08:00", "approved_by": "a", "reason": "b", "inspectors": [member]});
    case.write(
        "requests.json",
        json!([request("away"), request("away")]).to_string(),
    );
    let args = ["--requests", &case.arg("requests.json"), "--yes"];
    let refused = amend(&case, &args, "").refused("amendments.already-away");
    assert!(refused.err.contains("requests.json"), "{}", refused.err);
    assert!(!case.has("amendments.json"));
    case.write(
        "requests.json",
        json!([request("away"), request("back")]).to_string(),
    );
    let json = amend(&case, &[&args[..], &["--json"]].concat(), "")
        .ends(0)
        .json();
    assert_eq!(json["added"].as_array().unwrap().len(), 2);
    let amendments = Amendments::from_json(&case.bytes("amendments.json")).unwrap();
    assert_eq!(json["digest"], amendments.digest(Hash::Sha256).to_string());
}

#[test]
fn only_the_draw_of_the_case_is_amended() {
    let case = Case::sealed();
    amended(&case, &["--away", "ZF-0001"]).refused("case.not-drawn");
    let case = Case::drawn();
    case.edit("record.json", |record| {
        let members = record["draws"][0]["teams"][0]["members"].as_array_mut();
        members.unwrap().reverse();
    });
    let refused = amended(&case, &["--away", "ZF-0001"]).ends(1);
    assert!(
        refused.err.contains("[case.contradicts]"),
        "{}",
        refused.err
    );
    let (record, dir) = (case.arg("record.json"), case.dir());
    let explained = suiji(&["explain", &record, ENTITY, "--case", &dir]).ends(1);
    assert!(
        explained.err.contains("[case.contradicts]"),
        "{}",
        explained.err
    );
    assert_eq!(explained.out, "");
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    let case = Case::drawn();
    for args in [
        &["--away", "a", "--back", "b"][..],
        &["--done", "a"],
        &["--back", "a", "--done", "b"],
        &["--leaves", "a"],
        &["--by-hand", "a"],
        &["--requests", "a", "--reason", "b"],
    ] {
        amend(&case, args, "").refused("usage.together");
    }
    amend(&case, &["--closed", "甲"], "").refused("usage.unfit");
}

#[test]
fn a_public_form_is_verified_with_its_amendments() {
    let case = with_reserve();
    let selected = case.json("record.json")["draws"][0]["selected"][0]["id"].clone();
    amended(&case, &["--closed", selected.as_str().unwrap()]).ends(0);
    let (public, amendments, dir) = (
        case.publish("p.json"),
        case.arg("amendments.json"),
        case.dir(),
    );
    let decided = suiji::verify::checks::AMEND_DECIDED.template(Lang::En);
    let verify = |args: &[&str]| suiji(&[&["verify", &public, "--lang", "en"], args].concat());
    // With all inputs the draw is repeated, which shows who steps in.
    let whole = verify(&["--case", &dir]).ends(0);
    assert!(whole.out.contains(&format!("✓ {decided}")), "{}", whole.out);
    let alone = verify(&["--amendments", &amendments]).ends(1);
    let chain = suiji::verify::checks::AMEND_CHAIN.template(Lang::En);
    assert!(alone.out.contains(&format!("✓ {chain}")), "{}", alone.out);
    let unknown = format!("? {decided}: not checked: record not provided");
    assert!(alone.out.contains(&unknown), "{}", alone.out);
    case.edit("amendments.json", |amendments| {
        amendments["amendments"][0]["previous"] = "0".repeat(64).into();
    });
    let broken = verify(&["--amendments", &amendments]).ends(1);
    assert!(broken.out.contains(&format!("✗ {chain}")), "{}", broken.out);
}
