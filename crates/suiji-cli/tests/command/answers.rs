//! Asking for contributions: questions, confirmation, and saving.

use serde_json::{Value, json};

use suiji::error::codes;

use crate::support::{ANSWERS, Case, DICE, dice, nonce, numbers, opening, problem, with_witnesses};

#[test]
fn committed_sources_come_first_and_the_office_is_not_asked() {
    let case = with_witnesses();
    let answers = opening(7, "三六五") + &opening(8, "value") + ANSWERS;
    let drawn = case.draw(&answers).ends(0);
    let at = |text: &str| {
        drawn
            .err
            .find(text)
            .unwrap_or_else(|| unreachable!("{text}: {}", drawn.err))
    };
    assert!(at("企业代表甲 (witness; committed before the sealing)") < at("企业代表乙"));
    assert!(at("企业代表乙") < at("骰子 (witness; falls in public: 20 numbers from 1 to 6)"));
    // The office opens its own value before anything is asked.
    assert!(at("The office opens its source “机关” now") < at("[1/3]"));
    let office = case.json("office-secret.json")[0].clone();
    for secret in ["nonce", "value"] {
        assert!(at(office[secret].as_str().unwrap()) < at("[1/3]"));
    }
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    assert!(drawn.err.contains(&digest.to_groups()[..39]));
    let contributions = case.contributions();
    assert_eq!(
        (
            &contributions[0]["numbers"],
            &contributions[1]["value"],
            &contributions[3]["value"]
        ),
        (&numbers(DICE), &"三六五".into(), &"value".into())
    );
    assert_eq!(
        contributions[2]["nonce"],
        case.json("office-secret.json")[0]["nonce"]
    );
    case.verify("record.json").ends(0);
    assert!(!case.has("contributions.partial.json"));
}

#[test]
fn a_wrong_or_rejected_answer_is_asked_for_again() {
    let case = with_witnesses();
    let wrong = [
        // First no nonce, then the nonce of another value, then upper case; then correct, but
        // not confirmed.
        format!(
            "12\n三六五\n{}\n三六五\n{}\n三六五\n",
            nonce(9),
            "AB".repeat(32)
        ),
        format!("{}\n三六五\nmaybe\nn\n", nonce(7)),
        opening(7, "三六五"),
        opening(8, "value"),
        // Too short; a wrong symbol; not confirmed; then correct, with blanks.
        "123\n35214662315416325167\n11111222223333344444\nno\n35214 66231 54163 25164\nyes\n"
            .to_owned(),
    ];
    let drawn = case.draw(&wrong.concat()).ends(0);
    assert_eq!(
        drawn.err.matches("Please enter it again.").count(),
        6,
        "{}",
        drawn.err
    );
    for problem in [
        problem(
            codes::CONTRIBUTION_OPEN,
            &[("source", "企业代表甲"), ("why", "")],
        ),
        too_short("骰子"),
    ] {
        assert!(drawn.err.contains(&problem), "{problem}: {}", drawn.err);
    }
    assert_eq!(case.contributions()[0]["numbers"], numbers(DICE));
}

/// The problem of a value of 3 characters.
fn too_short(source: &str) -> String {
    let details = [
        ("source", source),
        ("part", ""),
        ("found", "3"),
        ("expected", "20"),
    ];
    problem(codes::CONTRIBUTION_LENGTH, &details)
}

#[test]
fn confirmed_contributions_are_saved_when_the_rest_is_missing() {
    let case = with_witnesses();
    let first = case.draw(&opening(7, "三六五")).ends(2);
    assert!(first.err.contains("[case.unanswered]"), "{}", first.err);
    assert!(first.err.contains("企业代表乙, 骰子"), "{}", first.err);
    assert!(!case.has("contributions.json") && !case.has("record.json"));
    let saved = case.json("contributions.partial.json");
    assert_eq!(saved["commitment"], case.digest("commitment.json"));
    let confirmed =
        json!([{"source": 1, "kind": "committed", "nonce": nonce(7), "value": "三六五"}]);
    assert_eq!(saved["contributions"], confirmed);
    #[cfg(unix)]
    assert_eq!(
        crate::support::mode(&case.path("contributions.partial.json")),
        0o600
    );
    // Without confirmation, nothing is saved.
    case.draw(&format!("{}\nvalue\n", nonce(8))).ends(2);
    let rest = case.draw(&(opening(8, "value") + ANSWERS)).ends(0);
    let (questions, _) = rest.err.split_once("The contributions:").unwrap();
    assert!(!questions.contains("企业代表甲"), "{}", rest.err);
    case.verify("record.json").ends(0);
    assert!(!case.has("contributions.partial.json"));
}

#[test]
fn confirmed_contributions_of_another_commitment_are_refused() {
    let case = Case::sealed();
    let of =
        |commitment: &str, list: Value| json!({"commitment": commitment, "contributions": list});
    let (own, other) = (case.digest("commitment.json"), "ab".repeat(32));
    let valid = json!([{"source": 1, "kind": "live", "numbers": numbers(DICE)}]);
    let too_short = json!([{"source": 1, "kind": "live", "numbers": [[1]]}]);
    let unknown_source = json!([{"source": 2, "kind": "live", "numbers": numbers(DICE)}]);
    for wrong in [
        of(&own, too_short),
        of(&own, unknown_source),
        of(&own, json!([1])),
        of(&own, json!([{"source": 1, "kind": "live"}])),
        of(&own, json!([{"kind": "live", "numbers": numbers(DICE)}])),
        json!({}),
        // Contributions to another commitment, and without a commitment.
        of(&other, valid.clone()),
        json!({"contributions": valid}),
        valid.clone(),
    ] {
        refused(&case, &wrong.to_string());
    }
    refused(&case, "");
    // The same contributions are used when they belong to this commitment.
    case.write("contributions.partial.json", of(&own, valid).to_string());
    case.draw("").ends(0);
}

#[track_caller]
fn refused(case: &Case, partial: &str) {
    case.write("contributions.partial.json", partial);
    let before = case.contents();
    let supersede = ["--supersede", "a", "--approved-by", "b"];
    case.draw(ANSWERS).refused("case.partial");
    // A new sealing refuses them too, if they name another commitment.
    if !partial.contains(&case.digest("commitment.json")) {
        case.seal(&supersede).refused("case.partial");
    }
    assert_eq!(case.contents(), before, "{partial}");
}

#[test]
fn contributions_confirmed_for_an_earlier_commitment_are_not_used_for_the_next() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("甲"), dice("乙")]);
    });
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).refused("case.unanswered");
    case.seal(&["--supersede", "a", "--approved-by", "b"])
        .ends(0);
    // On a system without locks, a draw that began earlier may leave such a file.
    case.write(
        "contributions.partial.json",
        case.bytes("contributions.partial.1.json"),
    );
    case.draw(ANSWERS).refused("case.partial");
    case.remove("contributions.partial.json");
    case.draw(&"11111111111111111111\ny\n".repeat(2)).ends(0);
    case.verify("record.json").ends(0);
}

#[test]
fn the_end_of_the_input_reports_on_its_own_line_what_is_saved() {
    let ended = |case: &Case, mut answers: &[u8]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["draw", &case.dir()].map(Into::into);
        let mut terminal = suiji_cli::Terminal::default();
        terminal.input = true;
        let code = suiji_cli::run(args, &mut answers, &mut out, &mut err, terminal);
        assert_eq!(code, 2);
        String::from_utf8(err).unwrap()
    };
    let case = with_witnesses();
    let none = ended(&case, b"");
    assert!(none.contains("尚未确认任何取值"), "{none}");
    assert!(none.contains("：\n错误："), "{none}");
    let some = ended(&case, opening(7, "三六五").as_bytes());
    assert!(some.contains("取值为 三六五，确认吗？"), "{some}");
    assert!(some.contains("已确认的取值已保存"), "{some}");
}

#[test]
fn the_problem_of_an_answer_is_complete_for_any_name_of_the_source() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子：红: 一枚")])
    });
    case.seal(&[]).ends(0);
    let drawn = case.draw("123\n");
    let refused = format!("  {}. Please enter it again.", too_short("骰子：红: 一枚"));
    assert!(drawn.err.contains(&refused), "{}", drawn.err);
}
