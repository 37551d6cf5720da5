//! Contributions: asked for, confirmed and kept.

use serde_json::{Value, json};

use suiji::codes;

use crate::support::{ANSWERS, Case, DICE, dice, nonce, opening, problem, with_witnesses};

#[test]
fn committed_sources_are_asked_for_first_and_the_office_not_at_all() {
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
    assert!(at("企业代表乙") < at("骰子 (witness; 20 characters of 123456)"));
    assert!(!drawn.err.contains("机关 ("), "{}", drawn.err);
    let digest: suiji::Digest = case.digest("commitment.json").parse().unwrap();
    assert!(drawn.err.contains(&digest.to_groups()[..39]));
    let contributions = case.json("contributions.json");
    assert_eq!(
        (
            &contributions[0]["value"],
            &contributions[1]["value"],
            &contributions[3]["value"]
        ),
        (&DICE.into(), &"三六五".into(), &"value".into())
    );
    assert_eq!(
        contributions[2]["nonce"],
        case.json("office-secret.json")[0]["nonce"]
    );
    case.verify("record.json").ends(0);
    assert!(!case.has("contributions.partial.json"));
}

#[test]
fn wrong_answers_are_asked_for_again_and_a_no_is_a_no() {
    let case = with_witnesses();
    let wrong = [
        // No nonce, one that opens nothing, upper case; then right, but not confirmed.
        format!(
            "12\n三六五\n{}\n三六五\n{}\n三六五\n",
            nonce(9),
            "AB".repeat(32)
        ),
        format!("{}\n三六五\nmaybe\nn\n", nonce(7)),
        opening(7, "三六五"),
        opening(8, "value"),
        // Too short, a wrong symbol, not confirmed; then right, with blanks between.
        "123\n35214662315416325167\n11111222223333344444\nno\n35214 66231 54163 25164\nyes\n"
            .to_owned(),
    ];
    let drawn = case.draw(&wrong.concat()).ends(0);
    assert_eq!(
        drawn.err.matches("Please enter it again.").count(),
        5,
        "{}",
        drawn.err
    );
    for problem in [
        problem(codes::CONTRIBUTION_OPEN, &[("source", "企业代表甲")]),
        too_short("骰子"),
    ] {
        assert!(drawn.err.contains(&problem), "{problem}: {}", drawn.err);
    }
    assert_eq!(case.json("contributions.json")[0]["value"], DICE);
}

/// The problem of a value of 3 characters.
fn too_short(source: &str) -> String {
    let details = [("source", source), ("found", "3"), ("expected", "20")];
    problem(codes::CONTRIBUTION_LENGTH, &details)
}

#[test]
fn what_was_confirmed_is_kept_when_the_rest_is_missing() {
    let case = with_witnesses();
    let first = case.draw(&opening(7, "三六五")).ends(2);
    assert!(first.err.contains("[case.unanswered]"), "{}", first.err);
    assert!(first.err.contains("企业代表乙, 骰子"), "{}", first.err);
    assert!(!case.has("contributions.json") && !case.has("record.json"));
    let kept = case.json("contributions.partial.json");
    assert_eq!(kept["commitment"], case.digest("commitment.json"));
    let given = json!([{"source": 1, "kind": "committed", "nonce": nonce(7), "value": "三六五"}]);
    assert_eq!(kept["contributions"], given);
    #[cfg(unix)]
    assert_eq!(
        crate::support::mode(&case.path("contributions.partial.json")),
        0o600
    );
    // Half an answer is none.
    case.draw(&format!("{}\nvalue\n", nonce(8))).ends(2);
    let rest = case.draw(&(opening(8, "value") + ANSWERS)).ends(0);
    assert!(!rest.err.contains("企业代表甲"), "{}", rest.err);
    case.verify("record.json").ends(0);
    assert!(!case.has("contributions.partial.json"));
}

#[test]
fn confirmed_values_that_are_not_of_this_sheet_are_refused() {
    let case = Case::sealed();
    let of = |sheet: &str, list: Value| json!({"commitment": sheet, "contributions": list});
    let (own, other) = (case.digest("commitment.json"), "ab".repeat(32));
    let right = json!([{"source": 1, "kind": "live", "value": DICE}]);
    let short = json!([{"source": 1, "kind": "live", "value": "1"}]);
    let beyond = json!([{"source": 2, "kind": "live", "value": DICE}]);
    for wrong in [
        of(&own, short),
        of(&own, beyond),
        of(&own, json!([1])),
        of(&own, json!([{"source": 1, "kind": "live"}])),
        of(&own, json!([{"kind": "live", "value": DICE}])),
        json!({}),
        // Of another sheet, of no sheet, and in the form without one.
        of(&other, right.clone()),
        json!({"contributions": right}),
        right.clone(),
    ] {
        refused(&case, &wrong.to_string());
    }
    refused(&case, "");
    // The same values are taken where they are of this sheet.
    case.write("contributions.partial.json", of(&own, right).to_string());
    case.draw("").ends(0);
}

#[track_caller]
fn refused(case: &Case, partial: &str) {
    case.write("contributions.partial.json", partial);
    let before = case.contents();
    let why = ["--supersede", "a", "--approved-by", "b"];
    case.draw(ANSWERS).refused("case.partial");
    // Nor are values that the sheet cannot have told to be its own.
    if !partial.contains(&case.digest("commitment.json")) {
        case.seal(&why).refused("case.partial");
    }
    assert_eq!(case.contents(), before, "{partial}");
}

#[test]
fn values_that_were_confirmed_for_an_earlier_sheet_are_not_taken_for_the_next() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("甲"), dice("乙")]);
    });
    case.seal(&[]).ends(0);
    case.draw(ANSWERS).refused("case.unanswered");
    case.seal(&["--supersede", "a", "--approved-by", "b"])
        .ends(0);
    // As a draw leaves it that began before, where there are no locks.
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
fn an_end_of_the_answers_says_what_is_kept_on_a_line_of_its_own() {
    let ended = |case: &Case, mut answers: &[u8]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let words = ["draw", &case.dir()].map(Into::into);
        let mut terminal = suiji_cli::Terminal::default();
        terminal.input = true;
        let code = suiji_cli::run(words, &mut answers, &mut out, &mut err, terminal);
        assert_eq!(code, 2);
        String::from_utf8(err).unwrap()
    };
    let case = with_witnesses();
    let nothing = ended(&case, b"");
    assert!(nothing.contains("尚未确认任何取值"), "{nothing}");
    assert!(nothing.contains("：\n错误："), "{nothing}");
    let some = ended(&case, opening(7, "三六五").as_bytes());
    assert!(some.contains("取值为 三六五，确认吗？"), "{some}");
    assert!(some.contains("已确认的取值已保存"), "{some}");
}

#[test]
fn a_wrong_answer_is_told_whole_whatever_the_name_of_its_source() {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子：红: 一枚")])
    });
    case.seal(&[]).ends(0);
    let drawn = case.draw("123\n");
    let refused = format!("  {}. Please enter it again.", too_short("骰子：红: 一枚"));
    assert!(drawn.err.contains(&refused), "{}", drawn.err);
}
