//! The commands that are disturbed, each with a case to run it on.

use serde_json::json;
use suiji::{Contribution, Secret};

use crate::aftermath::given;
use crate::calls;
use crate::folder::Folder;
use crate::support::{Case, dice, opening, with_witnesses};

/// A command with its case, and with the answers that it is given.
pub(crate) struct Course {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
    pub(crate) answers: String,
    model: Folder,
}

/// What the dice show in the command that is disturbed, and in the next.
const FIRST: &str = "35214662315416325164";
pub(crate) const SECOND: &str = "66666666665555555555";

pub(crate) const SUPERSEDE: &[&str] = &["seal", "CASE", "--supersede", "a", "--approved-by", "b"];

impl Course {
    /// The first sealing of a case.
    pub(crate) fn seal() -> Self {
        let model = with_witnesses();
        for name in ["commitment.json", "office-secret.json"] {
            model.remove(name);
        }
        Self::new("seal", &["seal", "CASE"], String::new(), model)
    }

    /// A sheet in place of one that was drawn.
    pub(crate) fn supersede_drawn() -> Self {
        let (words, none) = (SUPERSEDE, String::new());
        Self::new("supersede a draw", words, none, Case::drawn())
    }

    /// A sheet in place of one for which something was given.
    pub(crate) fn supersede_begun() -> Self {
        let model = two_dice();
        model.draw(&format!("{FIRST}\ny\n")).ends(2);
        let (words, none) = (SUPERSEDE, String::new());
        Self::new("supersede what was begun", words, none, model)
    }

    /// A draw with two witnesses' values, the office's, and dice.
    pub(crate) fn draw() -> Self {
        Self::new("draw", &["draw", "CASE"], answers(FIRST), with_witnesses())
    }

    /// A draw with dice alone, whose sheet may be superseded.
    pub(crate) fn draw_dice() -> Self {
        let answers = format!("{FIRST}\ny\n").repeat(2);
        Self::new("draw dice", &["draw", "CASE"], answers, two_dice())
    }

    /// The first, gone on with after two of the values were confirmed.
    pub(crate) fn draw_begun() -> Self {
        let model = with_witnesses();
        let witnesses = opening(7, "三六五") + &opening(8, "value");
        model.draw(&witnesses).ends(2);
        Self::new(
            "draw what was begun",
            &["draw", "CASE"],
            format!("{FIRST}\ny\n"),
            model,
        )
    }

    /// A superseding that was killed as soon as its sheet was sealed, run again.
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
            model: folder,
            ..killed
        }
    }

    /// The public form of a record.
    pub(crate) fn publish() -> Self {
        let words = &["publish", "CASE/record.json", "--out", "CASE/public.json"];
        Self::new("publish", words, String::new(), Case::drawn())
    }

    fn new(
        name: &'static str,
        words: &'static [&'static str],
        answers: String,
        model: Case,
    ) -> Self {
        Self {
            name,
            words,
            answers,
            model: Folder::of(&model.path("")),
        }
    }

    /// The case as it is before the command.
    pub(crate) fn folder(&self) -> Folder {
        Folder::of(&self.model.path(""))
    }

    /// A file of it before the command.
    pub(crate) fn before(&self, name: &str) -> Option<Vec<u8>> {
        self.model.read(name)
    }

    /// How many of the sources have given something before the command.
    pub(crate) fn given(&self) -> usize {
        given(&self.model).len()
    }

    pub(crate) fn supersedes(&self) -> bool {
        self.words == SUPERSEDE
    }
}

/// A sealed case whose sources are two dice and the office's.
fn two_dice() -> Case {
    let case = Case::new();
    case.edit("ceremony.json", |ceremony| {
        let office = json!({"kind": "committed", "by": "office", "name": "机关"});
        ceremony["sources"] = json!([dice("甲"), office, dice("乙")]);
    });
    case.seal(&[]).ends(0);
    case
}

/// What [`Course::draw`] confirms, in the order of its questions, each with the place of its source.
pub(crate) fn confirmed() -> [(u64, Contribution); 3] {
    let opened = |byte, value| {
        let nonce = Secret::from_bytes([byte; 32]);
        Contribution::committed(nonce, value).unwrap()
    };
    [
        (1, opened(7, "三六五")),
        (3, opened(8, "value")),
        (0, Contribution::live(FIRST).unwrap()),
    ]
}

/// The answers to all questions of [`Course::draw`], with those dice.
fn answers(dice: &str) -> String {
    opening(7, "三六五") + &opening(8, "value") + &format!("{dice}\ny\n")
}
