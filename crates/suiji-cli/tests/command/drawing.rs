//! Contributions: asked for, confirmed, kept, and never lost; and draws that come out the same again.

use serde_json::json;

use crate::support::{ANSWERS, Case, DICE, answering, dice, nonce, witness};

/// A case whose sources are, in order, dice, a witness's secret, the office's, and a second witness's.
fn with_witnesses() -> Case {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([
            dice("骰子"),
            witness("企业代表甲", 7, "三六五"),
            {"kind": "committed", "by": "office", "name": "机关"},
            witness("企业代表乙", 8, "value"),
        ]);
    });
    case.seal(&[]).ends(0);
    case
}

fn opening(byte: u8, value: &str) -> String {
    format!("{}\n{value}\ny\n", nonce(byte))
}

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
    assert!(at("企业代表乙") < at("骰子 (witness; 20 characters out of 123456)"));
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
        drawn.err.matches("Once more, please.").count(),
        5,
        "{}",
        drawn.err
    );
    assert!(
        drawn.err.contains("do not open its commitment"),
        "{}",
        drawn.err
    );
    assert!(
        drawn.err.contains("has 3 characters where 20 are right"),
        "{}",
        drawn.err
    );
    assert_eq!(case.json("contributions.json")[0]["value"], DICE);
}

#[test]
fn what_was_confirmed_is_kept_when_the_rest_is_missing() {
    let case = with_witnesses();
    let first = case.draw(&opening(7, "三六五")).ends(2);
    assert!(first.err.contains("[case.unanswered]"), "{}", first.err);
    assert!(first.err.contains("企业代表乙, 骰子"), "{}", first.err);
    assert!(!case.has("contributions.json") && !case.has("record.json"));
    let kept = case.json("contributions.partial.json");
    assert_eq!(
        (kept.as_array().unwrap().len(), &kept[0]["source"]),
        (1, &1.into())
    );
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
    for wrong in [
        "[{\"source\": 1, \"kind\": \"live\", \"value\": \"1\"}]",
        "[1]",
        "{}",
        "[{\"source\": 1, \"kind\": \"live\"}]",
        "[{\"source\": 2, \"kind\": \"live\", \"value\": \"35214662315416325164\"}]",
        "[{\"kind\": \"live\", \"value\": \"35214662315416325164\"}]",
        "",
    ] {
        case.write("contributions.partial.json", wrong);
        case.draw(ANSWERS).refused("case.partial");
        assert!(!case.has("record.json"), "{wrong}");
    }
}

#[test]
fn a_crash_after_the_contributions_gives_the_same_draw() {
    let case = Case::drawn();
    let (record, contributions) = (case.bytes("record.json"), case.bytes("contributions.json"));
    case.remove("record.json");
    let again = case.draw("").ends(0);
    assert_eq!(case.bytes("record.json"), record);
    assert!(again.out.contains("Written to"));
    let third = case.draw("").ends(0);
    assert!(
        third.out.contains("was there already and is exactly this"),
        "{}",
        third.out
    );
    assert_eq!(
        (case.bytes("record.json"), case.bytes("contributions.json")),
        (record.clone(), contributions)
    );
    // Even without its contributions a record is not drawn a second time.
    case.remove("contributions.json");
    case.draw("66666666666666666666\ny\n").ends(0);
    assert_eq!(case.bytes("record.json"), record);
}

#[test]
fn a_record_that_is_not_the_draw_is_told_and_left_alone() {
    let case = Case::drawn();
    case.edit("record.json", |record| {
        record["draws"][0]["teams"][0]["members"]
            .as_array_mut()
            .unwrap()
            .reverse();
    });
    let altered = case.bytes("record.json");
    let drawn = case.draw("").ends(1);
    assert!(drawn.err.contains("[case.not-the-draw]"), "{}", drawn.err);
    assert_eq!(case.bytes("record.json"), altered);
    case.write("record.json", "{");
    case.draw("").refused("json.truncated");
    assert_eq!(case.bytes("record.json"), b"{");
}

#[test]
fn inputs_that_changed_since_the_sealing_are_named() {
    for (file, from, to, what) in [
        (
            "plan.json",
            "\"annual_cap\": 2",
            "\"annual_cap\": 3",
            "the plan is not what was sealed",
        ),
        (
            "registry.csv",
            "样例企业一",
            "样例企业二",
            "the registry (1 rows then, 1 now) is not what was sealed",
        ),
        (
            "roster.csv",
            "样例执法员乙",
            "样例执法员丁",
            "the roster (3 rows then, 3 now) is not what was sealed",
        ),
        (
            "history.csv",
            "kind\r\n",
            "kind\r\nA-1,T1,2020-01-01,\r\n",
            "the history (0 rows then, 1 now) is not what was sealed",
        ),
    ] {
        let case = Case::sealed();
        let text = String::from_utf8(case.bytes(file)).unwrap();
        assert!(text.contains(from), "{file}");
        case.write(file, text.replace(from, to));
        let drawn = case.draw(ANSWERS).refused("sealed.changed");
        assert!(drawn.err.contains(what), "{}", drawn.err);
        assert!(drawn.err.contains("commitment.json"), "{}", drawn.err);
        assert!(!case.has("contributions.json") && !case.has("contributions.partial.json"));
    }
    let case = Case::sealed();
    case.edit("ceremony.json", |ceremony| {
        ceremony["secret"] = "0".repeat(64).into()
    });
    let drawn = case.draw(ANSWERS).refused("sealed.changed");
    assert!(drawn.err.contains("perhaps the secret"), "{}", drawn.err);
    case.edit("ceremony.json", |ceremony| {
        drop(ceremony.as_object_mut().unwrap().remove("secret"))
    });
    case.draw(ANSWERS).refused("sealed.secret-missing");
}

#[test]
fn sources_and_time_are_those_of_the_sheet() {
    let case = Case::sealed();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("另外的骰子"), dice("又一副骰子")]);
        ceremony["sealed_at"] = "2001-01-01T00:00:00+08:00".into();
    });
    case.draw(ANSWERS).ends(0);
    case.verify("record.json").ends(0);
}

#[test]
fn a_drand_round_is_refused_by_name_and_nothing_is_asked() {
    let case = Case::new();
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let drand = json!({"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 9_000_000});
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子"), drand])
    });
    case.seal(&[]).refused("ceremony.drand-unsupported");
    // Somebody else's sheet may have one.
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("骰子")])
    });
    case.seal(&[]).ends(0);
    case.edit("commitment.json", |sheet| {
        sheet["sources"] = json!([dice("骰子"), drand])
    });
    let drawn = case
        .draw(ANSWERS)
        .refused("contributions.drand-unsupported");
    assert_eq!(drawn.err.lines().count(), 1, "{}", drawn.err);
}

#[test]
fn a_case_that_is_not_sealed_is_not_drawn() {
    let case = Case::new();
    case.draw(ANSWERS).refused("case.not-sealed");
    assert!(!case.has("contributions.json"));
}

#[test]
fn a_sheet_from_another_case_is_refused() {
    let (case, other) = (Case::sealed(), Case::sealed());
    case.write("commitment.json", other.bytes("commitment.json"));
    case.draw(ANSWERS).refused("sealed.changed");
}

#[test]
fn contributions_that_lie_there_and_are_wrong_are_refused() {
    for (text, code) in [
        ("[]", "json.empty"),
        (
            "[{\"kind\": \"live\", \"value\": \"1\"}]",
            "contributions.count",
        ),
        ("[", "json.truncated"),
    ] {
        let case = Case::sealed();
        case.write("contributions.json", text);
        let drawn = case.draw(ANSWERS).refused(code);
        assert!(drawn.err.contains("contributions.json"), "{}", drawn.err);
        assert_eq!(case.bytes("contributions.json"), text.as_bytes());
        assert!(!case.has("record.json"));
    }
}

#[test]
fn of_many_draws_at_once_the_first_contributions_stand() {
    for _ in 0..5 {
        let case = Case::sealed();
        let dir = case.dir();
        let draw = |face: u8| {
            let answers = format!("{}\ny\n", face.to_string().repeat(20));
            (face, answering(&["draw", &dir, "--lang", "en"], &answers))
        };
        let all: Vec<_> = std::thread::scope(|scope| {
            let drawing: Vec<_> = (1..=6)
                .map(|face| scope.spawn(move || draw(face)))
                .collect();
            drawing.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let value = case.json("contributions.json")[1]["value"]
            .as_str()
            .unwrap()
            .to_owned();
        for (face, ran) in all {
            // The others came late and drew the same, or met the contributions of the first.
            let met = ran.err.contains("[case.other-contributions]");
            assert!(ran.code == 0 || met, "{}", ran.err);
            assert!(!met || !value.starts_with(&face.to_string()), "{}", ran.err);
        }
        let again = case.draw("").ends(0);
        assert!(again.out.contains("was there already"), "{}", again.out);
        case.verify("record.json").ends(0);
    }
}

#[test]
fn a_draw_under_way_and_a_sealing_keep_each_other_out() {
    use std::io::{BufReader, Read};

    /// Answers that seal the case again while they are being waited for.
    struct Meanwhile<'c>(&'c Case, Option<i32>);

    impl Read for Meanwhile<'_> {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            let again = ["--supersede", "a", "--approved-by", "b"];
            self.1 = Some(self.0.seal(&again).refused("case.busy").code.into());
            Ok(0)
        }
    }

    let case = Case::sealed();
    let mut input = BufReader::new(Meanwhile(&case, None));
    let words = ["draw", &case.dir()].map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = suiji_cli::run(
        words,
        &mut input,
        &mut out,
        &mut err,
        suiji_cli::Terminal::default(),
    );
    assert_eq!((code, input.get_ref().1), (2, Some(2)));
    assert!(!case.has("commitment.1.json"));
}

/// Lets another draw of the case finish before it gives its own answers.
struct TooLate<'c>(&'c Case, &'c [u8]);

impl std::io::Read for TooLate<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if !self.0.has("record.json") {
            let value = opening(7, "三六五") + &opening(8, "value");
            self.0.draw(&(value + ANSWERS)).ends(0);
        }
        self.1.read(into)
    }
}

#[test]
fn a_draw_that_comes_too_late_leaves_nothing_of_what_it_confirmed() {
    let all = opening(7, "三六五") + &opening(8, "value") + "11111111111111111111\ny\n";
    for (answers, code) in [
        (all, "case.other-contributions"),
        (opening(7, "三六五"), "case.unanswered"),
    ] {
        let case = with_witnesses();
        let mut input = std::io::BufReader::new(TooLate(&case, answers.as_bytes()));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let words = ["draw", &case.dir()].map(Into::into);
        let none = suiji_cli::Terminal::default();
        let ended = suiji_cli::run(words, &mut input, &mut out, &mut err, none);
        let err = String::from_utf8(err).unwrap();
        assert!(ended == 2 && err.contains(code), "{err}");
        assert!(!case.has("contributions.partial.json"));
        case.verify("record.json").ends(0);
    }
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
    assert!(nothing.contains("尚无已确认的取值"), "{nothing}");
    assert!(nothing.contains("：\n错误："), "{nothing}");
    let some = ended(&case, opening(7, "三六五").as_bytes());
    assert!(some.contains("取值为 三六五，确认吗？"), "{some}");
    assert!(some.contains("已确认的取值已保存"), "{some}");
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
            .contains("vacant: seat 0 of 91140000SAMPLE0001 样例企业一"),
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
