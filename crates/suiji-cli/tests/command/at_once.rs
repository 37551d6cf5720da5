//! Draws and sealings at the same time: the first contributions are used, and nothing is drawn twice.

use serde_json::json;

use crate::support::{ANSWERS, Case, answering, dice, numbers, opening, with_witnesses};

#[test]
fn of_many_draws_at_once_the_first_contributions_are_used() {
    for _ in 0..5 {
        let case = Case::sealed();
        let dir = case.dir();
        let draw = |face: u8| {
            let answers = format!("{}\ny\n", face.to_string().repeat(20));
            (
                face,
                answering(&["draw", &dir, "--yes", "--lang", "en"], &answers),
            )
        };
        let all: Vec<_> = std::thread::scope(|scope| {
            let drawing: Vec<_> = (1..=6)
                .map(|face| scope.spawn(move || draw(face)))
                .collect();
            drawing.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let value = case.contributions()[1]["numbers"].clone();
        for (face, ran) in all {
            // A later draw finds the contributions of the first: it uses them, or it is refused.
            let refused = ran.err.contains("[case.other-contributions]");
            assert!(ran.code == 0 || refused, "{}", ran.err);
            assert!(!refused || value[0][0] != face, "{}", ran.err);
        }
        let again = case.draw("").ends(0);
        assert!(again.out.contains("already exists"), "{}", again.out);
        case.verify("record.json").ends(0);
    }
}

#[test]
fn a_sealing_is_refused_while_a_draw_runs() {
    use std::io::{BufReader, Read};

    /// An input that seals the case again while the draw waits for an answer.
    struct SealsAgain<'c>(&'c Case, Option<i32>);

    impl Read for SealsAgain<'_> {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            let again = ["--supersede", "a", "--approved-by", "b"];
            self.1 = Some(self.0.seal(&again).refused("case.busy").code.into());
            Ok(0)
        }
    }

    let case = Case::sealed();
    let mut input = BufReader::new(SealsAgain(&case, None));
    let args = ["draw", &case.dir(), "--yes"].map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = suiji_cli::run(
        args,
        &mut input,
        &mut out,
        &mut err,
        suiji_cli::Terminal::default(),
    );
    assert_eq!((code, input.get_ref().1), (2, Some(2)));
    assert!(!case.has("commitment.1.json"));
}

/// An input that runs another draw of the case to its end before it returns its own answers.
struct TooLate<'c>(&'c Case, &'c [u8]);

impl std::io::Read for TooLate<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if !self.0.has("record.json") {
            let openings = opening(7, "三六五") + &opening(8, "value");
            self.0.draw(&(openings + ANSWERS)).ends(0);
        }
        self.1.read(into)
    }
}

#[test]
fn a_draw_that_comes_too_late_leaves_no_confirmed_contributions() {
    let all = opening(7, "三六五") + &opening(8, "value") + "11111111111111111111\ny\n";
    for (answers, code) in [
        (all, "case.other-contributions"),
        (opening(7, "三六五"), "case.unanswered"),
    ] {
        let case = with_witnesses();
        let mut input = std::io::BufReader::new(TooLate(&case, answers.as_bytes()));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["draw", &case.dir(), "--yes"].map(Into::into);
        let none = suiji_cli::Terminal::default();
        let ended = suiji_cli::run(args, &mut input, &mut out, &mut err, none);
        let err = String::from_utf8(err).unwrap();
        assert!(ended == 2 && err.contains(code), "{err}");
        assert!(!case.has("contributions.partial.json"));
        case.verify("record.json").ends(0);
    }
}

/// An input that runs another draw, which confirms some answers and ends, before it returns its own
/// answers.
struct AfterAnother<'c>(&'c Case, Option<&'c str>, &'c [u8]);

impl std::io::Read for AfterAnother<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if let Some(answers) = self.1.take() {
            self.0.draw(answers).refused("case.unanswered");
        }
        self.2.read(into)
    }
}

/// A draw of a case with three dice. While it waits for its first answer, another draw runs.
fn after_another(others: &str, own: &str) -> (Case, u8, String) {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        ceremony["sources"] = json!([dice("甲"), dice("乙"), dice("丙")]);
    });
    case.seal(&[]).ends(0);
    let mut input = std::io::BufReader::new(AfterAnother(&case, Some(others), own.as_bytes()));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["draw", &case.dir(), "--yes"].map(Into::into);
    let none = suiji_cli::Terminal::default();
    let code = suiji_cli::run(args, &mut input, &mut out, &mut err, none);
    (case, code, String::from_utf8(err).unwrap())
}

fn thrown(faces: &[u8]) -> String {
    let answer = |face: &u8| format!("{}\ny\n", face.to_string().repeat(20));
    faces.iter().map(answer).collect()
}

#[test]
fn of_two_values_for_a_source_the_first_confirmed_is_used() {
    let (case, code, err) = after_another(&thrown(&[1]), &thrown(&[2, 2, 2]));
    assert!(
        code == 2 && err.contains("[case.other-contributions]"),
        "{err}"
    );
    assert!(err.contains("contributions.partial.json"), "{err}");
    let saved = case.json("contributions.partial.json")["contributions"].clone();
    let first = json!([{"source": 0, "kind": "live", "numbers": numbers(&"1".repeat(20))}]);
    assert_eq!(saved, first);
    case.draw(&thrown(&[3, 3])).ends(0);
    let value = |index: usize| case.contributions()[index]["numbers"].clone();
    assert_eq!(
        (value(0), value(1)),
        (numbers(&"1".repeat(20)), numbers(&"3".repeat(20)))
    );
}

#[test]
fn contributions_confirmed_by_two_draws_are_saved_together() {
    let (case, code, err) = after_another(&thrown(&[1, 2]), &thrown(&[1]));
    assert!(code == 2 && err.contains("[case.unanswered]"), "{err}");
    let saved = case.json("contributions.partial.json")["contributions"].clone();
    let sources: Vec<&serde_json::Value> = (0..2).map(|index| &saved[index]["source"]).collect();
    assert_eq!(sources, [0, 1]);
    case.draw(&thrown(&[3])).ends(0);
    let values = case.contributions();
    assert_eq!(values[1]["numbers"], numbers(&"2".repeat(20)));
    assert_eq!(values[2]["numbers"], numbers(&"3".repeat(20)));
}

#[test]
fn a_draw_without_answers_reports_what_another_has_saved() {
    let case = with_witnesses();
    let mut input = std::io::BufReader::new(TooLate(&case, b""));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["draw", &case.dir(), "--yes", "--lang", "en"].map(Into::into);
    let none = suiji_cli::Terminal::default();
    suiji_cli::run(args, &mut input, &mut out, &mut err, none);
    let err = String::from_utf8(err).unwrap();
    assert!(
        err.contains("The confirmed contributions are saved"),
        "{err}"
    );
}
