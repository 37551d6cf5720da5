//! Draws and sealings at the same time: the first contributions stand, and nobody draws twice.

use crate::support::{ANSWERS, Case, answering, opening, with_witnesses};

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
