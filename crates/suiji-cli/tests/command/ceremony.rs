//! `suiji ceremony`: the questions, the written document, and the parts that are kept.

use serde_json::json;
use suiji::error::findings;

use crate::support::{Case, answering};

/// SHA-256; blinded; the office; a witness with dice; nobody else; write.
const DICE_OF_A_WITNESS: &str = "1\n\n\n\n1\n纪检监察人员\n1\n\n\n\n3\n\n";

fn ceremony(case: &Case, answers: &str) -> crate::support::Ran {
    answering(&["ceremony", &case.dir()], answers)
}

#[test]
fn empty_answers_give_twenty_throws_of_a_die_and_a_secret_of_the_office() {
    let case = Case::new();
    let secret = case.json("ceremony.json")["secret"].clone();
    let ran = ceremony(&case, DICE_OF_A_WITNESS).ends(0);
    assert_eq!(
        case.json("ceremony.json"),
        json!({
            "hash": "sha256",
            "secret": secret,
            "sources": [
                {"kind": "committed", "by": "office", "name": "样例局抽取工作人员"},
                {"kind": "live", "by": "witness", "name": "纪检监察人员掷骰子20次", "parts": [{"count": 20, "from": 1, "to": 6}]},
            ],
        })
    );
    // 6^20.
    assert!(ran.err.contains("3656158440062976"), "{}", ran.err);
    assert!(
        !ran.out.contains(findings::FEW_OUTCOMES.id()),
        "{}",
        ran.out
    );
    case.seal(&[]).ends(0);
}

#[test]
fn balls_digits_and_a_commitment_are_sources_too() {
    let case = Case::new();
    let commitment = "0123456789abcdef".repeat(4);
    let groups = format!("{} {}", &commitment[..32], commitment[32..].to_uppercase());
    let answers = [
        // SM3; blinded; no value of the office.
        "2\n\nn\n",
        // Double Colour Ball.
        "2\n企业代表\n2\n\n",
        // Five digits, with a name of its own.
        "2\n公证员\n3\n\n公证员摇出的五位数\n",
        // A drum of 80 balls with 20 drawn without replacement, and a ten-sided die.
        "1\n甲\n4\n\n80\n20\n\ny\n0\n9\n3\ny\n\n\n",
        &format!("1\n乙\n5\n\n{groups}\n"),
        "3\ny\n",
    ];
    ceremony(&case, &answers.concat()).ends(0);
    let ceremony = case.json("ceremony.json");
    assert_eq!(ceremony["hash"], "sm3");
    assert_eq!(
        ceremony["sources"],
        json!([
            {"kind": "live", "by": "public", "name": "企业代表摇双色球", "parts": [
                {"count": 6, "from": 1, "to": 33, "distinct": true}, {"count": 1, "from": 1, "to": 16}]},
            {"kind": "live", "by": "public", "name": "公证员摇出的五位数", "parts": [{"count": 5, "from": 0, "to": 9}]},
            {"kind": "live", "by": "witness", "name": "甲摇号", "parts": [
                {"count": 20, "from": 1, "to": 80, "distinct": true}, {"count": 3, "from": 0, "to": 9}]},
            {"kind": "committed", "by": "witness", "name": "乙封存前选定的值", "commitment": commitment},
        ])
    );
}

#[test]
fn a_source_that_breaks_a_rule_is_asked_for_again_and_few_outcomes_are_told() {
    let case = Case::new();
    // A die with one face violates [S4b]; then three throws, which have 216 outcomes.
    // No other source, although there are few outcomes.
    let answers = "1\n\n\n\n1\n甲\n1\n0\n\n\n甲\n1\n\n3\n\n3\nn\n\n";
    let ran = ceremony(&case, answers).ends(0);
    let told = ran.err.find(findings::FEW_OUTCOMES.id()).unwrap();
    assert!(told < ran.err.find("写入 ").unwrap(), "{}", ran.err);
    assert_eq!(ran.err.matches("请重新录入").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("有 216 种可能的结果"), "{}", ran.err);
    assert!(ran.out.contains(findings::FEW_OUTCOMES.id()), "{}", ran.out);
}

#[test]
fn few_outcomes_can_be_mended_and_an_answer_that_is_none_gets_a_word() {
    let case = Case::new();
    // A number that is not in the list, an empty line; then three throws, and twenty by somebody else.
    let answers = "9\n\n1\n?\n\n\n\n1\n甲\n1\n\n3\n\n3\n\n1\n乙\n1\n\n\n\n3\n\n";
    let ran = ceremony(&case, answers).ends(0);
    assert_eq!(ran.err.matches("请填所列的序号").count(), 2, "{}", ran.err);
    assert_eq!(ran.err.matches("请答 y").count(), 1, "{}", ran.err);
    let sources = case.json("ceremony.json")["sources"].clone();
    assert_eq!(sources.as_array().unwrap().len(), 3);
    assert!(
        !ran.out.contains(findings::FEW_OUTCOMES.id()),
        "{}",
        ran.out
    );
}

#[test]
fn nothing_is_written_without_a_yes_or_when_the_input_ends() {
    let case = Case::new();
    let before = case.bytes("ceremony.json");
    let refused = DICE_OF_A_WITNESS.trim_end_matches('\n').to_owned() + "\nn\n";
    ceremony(&case, &refused).ends(0);
    assert_eq!(case.bytes("ceremony.json"), before);
    ceremony(&case, "1\n\n\n\n1\n").refused("case.not-answered");
    assert_eq!(case.bytes("ceremony.json"), before);
}

#[test]
fn the_secret_of_a_sealed_case_is_kept_without_a_question() {
    let case = Case::sealed();
    let secret = case.json("ceremony.json")["secret"].clone();
    // SHA-256; the office; dice.
    ceremony(&case, "1\n\n\n1\n甲\n1\n\n\n\n3\n\n").ends(0);
    assert_eq!(case.json("ceremony.json")["secret"], secret);
}

#[test]
fn a_round_of_drand_is_chosen_by_its_time() {
    let case = Case::new();
    // The office; the public: a beacon, first with a malformed time, then with a valid one; nobody else; write.
    let answers = "1\n\n\n\n2\n互联网\n6\n\n下午两点\n2024-09-02 10:00\n3\n\n";
    ceremony(&case, answers).ends(0);
    // (1725242400 - 1692803367) / 3 + 2, by hand.
    let expected = json!({
        "kind": "drand", "by": "public", "name": "互联网 drand",
        "chain": "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", "round": 10_813_013
    });
    assert_eq!(case.json("ceremony.json")["sources"][1], expected);
}
