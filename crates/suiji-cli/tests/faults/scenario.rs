//! The commands into which faults are injected, each with its case.

use serde_json::json;
use suiji::{Contribution, Secret};

use crate::aftermath::saved;
use crate::calls;
use crate::folder::Folder;
use crate::support::{Case, dice, opening, suiji, with_witnesses};

/// A command with its case and its answers.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    pub(crate) args: &'static [&'static str],
    pub(crate) answers: String,
    original: Folder,
}

/// The value of the dice in the command with the fault, and in the next one.
const FIRST: &str = "35214662315416325164";
pub(crate) const SECOND: &str = "66666666665555555555";

pub(crate) const SUPERSEDE: &[&str] = &["seal", "CASE", "--supersede", "a", "--approved-by", "b"];

impl Scenario {
    /// The first sealing of a case.
    pub(crate) fn seal() -> Self {
        let case = with_witnesses();
        for name in ["commitment.json", "office-secret.json"] {
            case.remove(name);
        }
        std::fs::remove_dir_all(case.path("sealed")).unwrap();
        Self::new("seal", &["seal", "CASE"], String::new(), case)
    }

    /// A new commitment for a case with a record.
    pub(crate) fn supersede_drawn() -> Self {
        let answers = String::new();
        Self::new("supersede a draw", SUPERSEDE, answers, Case::drawn())
    }

    /// A new commitment for a case with some contributions.
    pub(crate) fn supersede_begun() -> Self {
        let case = two_dice();
        case.draw(&format!("{FIRST}\ny\n")).ends(2);
        let answers = String::new();
        Self::new("supersede a begun draw", SUPERSEDE, answers, case)
    }

    /// A draw with two witnesses, the office, and dice.
    pub(crate) fn draw() -> Self {
        Self::new(
            "draw",
            &["draw", "CASE", "--yes"],
            answers(FIRST),
            with_witnesses(),
        )
    }

    /// A draw with dice only, whose commitment may be superseded.
    pub(crate) fn draw_dice() -> Self {
        let answers = format!("{FIRST}\ny\n").repeat(2);
        Self::new("draw dice", &["draw", "CASE", "--yes"], answers, two_dice())
    }

    /// The same draw after two of the contributions were confirmed.
    pub(crate) fn draw_begun() -> Self {
        let case = with_witnesses();
        let witnesses = opening(7, "三六五") + &opening(8, "value");
        case.draw(&witnesses).ends(2);
        Self::new(
            "continue a draw",
            &["draw", "CASE", "--yes"],
            format!("{FIRST}\ny\n"),
            case,
        )
    }

    /// A superseding that was killed as soon as the case was sealed, run again.
    pub(crate) fn finish() -> Self {
        let killed = Self::supersede_drawn();
        let folder = killed.folder();
        let calls = calls::of_case(&killed);
        let sealed = calls
            .iter()
            .position(|call| call.line.contains("/sealing\") = 0"));
        let next = &calls[sealed.unwrap() + 1];
        let ran = calls::killed_before(&killed, &folder, &[], next);
        assert!(calls::was_killed(&ran));
        assert!(folder.has("sealing") && !folder.has("commitment.1.json"));
        Self {
            name: "finish a superseding",
            original: folder,
            ..killed
        }
    }

    /// The first sealing of a case with a ledger.
    pub(crate) fn seal_in_ledger() -> Self {
        let case = Case::new();
        suiji(&["ledger", "init", &case.dir()]).ends(0);
        let args = &["seal", "CASE"];
        Self::new("seal in a ledger", args, String::new(), case)
    }

    /// A draw with two dice, for a case with a ledger. Every question gets the same answer.
    pub(crate) fn draw_in_ledger() -> Self {
        let case = two_dice();
        suiji(&["ledger", "init", &case.dir()]).ends(0);
        let args = &["draw", "CASE", "--yes"];
        Self::new(
            "draw in a ledger",
            args,
            format!("{FIRST}\ny\n").repeat(2),
            case,
        )
    }

    /// The public form of a record.
    pub(crate) fn publish() -> Self {
        let args = &[
            "publish",
            "CASE/record.json",
            "--case",
            "CASE",
            "--out",
            "CASE/public.json",
        ];
        Self::new("publish", args, String::new(), Case::drawn())
    }

    fn new(name: &'static str, args: &'static [&'static str], answers: String, case: Case) -> Self {
        Self {
            name,
            args,
            answers,
            original: Folder::of(&case.path("")),
        }
    }

    /// A copy of the case before the command.
    pub(crate) fn folder(&self) -> Folder {
        Folder::of(&self.original.path(""))
    }

    /// A file of the case before the command.
    pub(crate) fn before(&self, name: &str) -> Option<Vec<u8>> {
        self.original.read(name)
    }

    /// The number of contributions saved before the command.
    pub(crate) fn saved(&self) -> usize {
        saved(&self.original).len()
    }

    pub(crate) fn supersedes(&self) -> bool {
        self.args == SUPERSEDE
    }
}

/// A sealed case whose sources are two dice and the office.
fn two_dice() -> Case {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        let office = json!({"kind": "committed", "by": "office", "name": "机关"});
        ceremony["sources"] = json!([dice("甲"), office, dice("乙")]);
    });
    case.seal(&[]).ends(0);
    case
}

/// The contributions that [`Scenario::draw`] confirms, each with the index of its source, in the order of the
/// questions.
pub(crate) fn confirmed() -> [(u64, Contribution); 3] {
    let opened = |byte, value| {
        let nonce = Secret::from_bytes([byte; 32]);
        Contribution::committed(nonce, value).unwrap()
    };
    [
        (1, opened(7, "三六五")),
        (3, opened(8, "value")),
        (0, Contribution::live([faces(FIRST)]).unwrap()),
    ]
}

/// The numbers of dice that are typed as one string.
pub(crate) fn faces(text: &str) -> impl Iterator<Item = u64> {
    text.chars()
        .filter_map(|face| face.to_digit(10).map(u64::from))
}

/// The answers to all questions of [`Scenario::draw`], with these dice.
fn answers(dice: &str) -> String {
    opening(7, "三六五") + &opening(8, "value") + &format!("{dice}\ny\n")
}
