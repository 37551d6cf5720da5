//! What must hold of a case after a fault, and after the runs that follow it.

use serde_json::Value;
use suiji::{Commitment, Contribution, Contributions, Digest, PartialContributions, Record, Run};

use crate::calls;
use crate::course::{self, Course, SECOND};
use crate::folder::Folder;
use crate::support::{Ran, opening};

/// What a fault left of a case.
pub(crate) struct Aftermath<'c> {
    course: &'c Course,
    folder: Folder,
    /// What the sources are known to have given for the sheet, each with its place.
    given: Vec<(u64, Contribution)>,
    /// What the command said before it ended.
    out: String,
    what: String,
}

impl<'c> Aftermath<'c> {
    /// Looks at a case after a fault. Every file that is there is whole.
    pub(crate) fn of(course: &'c Course, folder: Folder, out: &[u8], what: String) -> Self {
        for (name, bytes) in folder.contents() {
            let proper = name.rsplit('/').next().unwrap();
            if !name.starts_with('.') && !is_whole(proper, &bytes) {
                assert_eq!(
                    Some(&bytes),
                    course.before(&name).as_ref(),
                    "{what}: {name} is half written"
                );
            }
        }
        Self {
            course,
            given: if course.supersedes() {
                Vec::new()
            } else {
                given(&folder)
            },
            folder,
            out: String::from_utf8_lossy(out).into_owned(),
            what,
        }
    }

    /// Of what was confirmed, and kept with a call that succeeded, nothing is lost.
    pub(crate) fn has_what_was_kept(self) -> Self {
        if !self.course.supersedes() {
            let kept = calls::named(&self.folder, "contributions.partial.json");
            for one in &course::confirmed()[..self.course.given() + kept] {
                let place = one.0;
                let is_left = self.given.contains(one);
                assert!(is_left, "{}: the value of {place} is lost", self.what);
            }
        }
        self
    }

    /// Goes on as a person would, who runs what did not end: in the end the case is sealed and drawn
    /// once, with what had been given.
    pub(crate) fn goes_on(self) {
        let sheet = self.folder.read("commitment.json");
        if self.course.words[0] == "seal" {
            self.seals();
            if !self.course.supersedes() && sheet.is_some() {
                let same = self.folder.read("commitment.json") == sheet;
                assert!(same, "{}: the sheet was replaced", self.what);
            }
        }
        self.draws();
        self.is_tidy();
    }

    fn seals(&self) {
        let shown = self.sheet_was_shown();
        if !shown || self.folder.has("sealing") {
            let again = self.folder.run(self.course.words, "");
            if shown {
                self.says(&again, "nothing else was sealed");
            }
            self.ends(again, 0);
            self.is_tidy();
        }
        if self.course.supersedes() {
            let kept = |name: &str| self.folder.read(&name.replace(".json", ".1.json"));
            for name in [
                "commitment.json",
                "contributions.json",
                "contributions.partial.json",
                "record.json",
                "office-secret.json",
            ] {
                let same = kept(name) == self.course.before(name);
                assert!(same, "{}: {name} did not stay aside", self.what);
            }
            let third = self.folder.has("commitment.2.json");
            assert!(!third, "{}: superseded twice", self.what);
            self.tells_what_was_given();
        }
    }

    /// The new sheet names the old one's record, or else what had been given for it.
    fn tells_what_was_given(&self) {
        let sheet = self.folder.read("commitment.json").unwrap();
        let sheet: Value = serde_json::from_slice(&sheet).unwrap();
        let superseded = &sheet["supersedes"][0];
        let drawn = self.course.before("record.json").is_some();
        let told = superseded.get(if drawn { "record" } else { "contributions" });
        assert!(told.is_some(), "{}: {superseded}", self.what);
    }

    /// Whether the digest of the sheet that is in place was told.
    fn sheet_was_shown(&self) -> bool {
        let sheet = self.folder.read("commitment.json");
        sheet.is_some_and(|sheet| {
            let digest = Commitment::from_json(&sheet).unwrap().digest().to_groups();
            let half = &digest[..digest.len() / 2];
            self.out.contains(half)
        })
    }

    fn draws(&self) {
        let drawn = self
            .folder
            .run(&["draw", "CASE"], &missing_answers(&self.folder));
        self.ends(drawn, 0);
        let contributions = self.folder.read("contributions.json");
        let record = self.folder.read("record.json").unwrap();
        let of_record = Record::from_json(&record, &Run::default()).unwrap();
        if let Some(contributions) = contributions {
            let contributions = Contributions::from_json(&contributions).unwrap();
            assert_eq!(&contributions, of_record.contributions(), "{}", self.what);
        }
        let used = placed(of_record.contributions());
        for one in &self.given {
            let place = one.0;
            assert!(
                used.contains(one),
                "{}: what source {place} gave is lost",
                self.what
            );
        }
        let again = self.folder.run(&["draw", "CASE"], "");
        self.says(&again, "already exists and is identical");
        assert_eq!(self.folder.read("record.json"), Some(record));
        let verify = ["verify", "CASE/record.json", "--case", "CASE"];
        let verified = self.folder.run(&verify, "");
        self.ends(verified, 0);
    }

    /// Nothing is left of what was begun.
    fn is_tidy(&self) {
        let left = |name: &String| {
            name.starts_with('.') || name == "sealing" || name == "contributions.partial.json"
        };
        let left: Vec<String> = self.folder.names().into_iter().filter(left).collect();
        assert!(left.is_empty(), "{}: {left:?}", self.what);
    }

    #[track_caller]
    fn ends(&self, ran: Ran, code: u8) {
        assert_eq!(ran.code, code, "{}\n{}\n{}", self.what, ran.out, ran.err);
    }

    #[track_caller]
    fn says(&self, ran: &Ran, text: &str) {
        assert!(
            ran.out.contains(text),
            "{}\n{}\n{}",
            self.what,
            ran.out,
            ran.err
        );
    }
}

/// Whether a file that the command writes is a whole document; other files are not whole ones.
fn is_whole(name: &str, bytes: &[u8]) -> bool {
    let of = |stem: &str| name.starts_with(stem) && name.ends_with(".json");
    if of("contributions.partial.") {
        confirmed(bytes).is_some()
    } else if of("contributions.") {
        Contributions::from_json(bytes).is_ok()
    } else if of("commitment.") {
        Commitment::from_json(bytes).is_ok()
    } else if of("record.") {
        Record::from_json(bytes, &Run::default()).is_ok()
    } else if of("office-secret.") {
        let list: Result<Vec<Value>, _> = serde_json::from_slice(bytes);
        list.is_ok_and(|list| !list.is_empty())
    } else {
        false
    }
}

/// The answers to all that the next draw asks for, with other dice than were thrown before.
pub(crate) fn missing_answers(folder: &Folder) -> String {
    if ["contributions.json", "record.json"]
        .iter()
        .any(|name| folder.has(name))
    {
        return String::new();
    }
    let sheet = folder.read("commitment.json").unwrap();
    let dice = format!("{SECOND}\ny\n");
    if Commitment::from_json(&sheet).unwrap().sources().len() != 4 {
        return dice.repeat(2);
    }
    let given = given(folder);
    let lacks = |place| !given.iter().any(|(of, _)| *of == place);
    let each = [
        (1, opening(7, "三六五")),
        (3, opening(8, "value")),
        (0, dice),
    ];
    let missing = each.into_iter().filter(|(place, _)| lacks(*place));
    missing.map(|(_, answer)| answer).collect()
}

/// What the sources are known to have given.
pub(crate) fn given(folder: &Folder) -> Vec<(u64, Contribution)> {
    if let Some(whole) = folder.read("contributions.json") {
        return placed(&Contributions::from_json(&whole).unwrap());
    }
    let Some(some) = folder.read("contributions.partial.json") else {
        return Vec::new();
    };
    let some = confirmed(&some).unwrap();
    some.iter()
        .map(|(place, one)| (place, one.clone()))
        .collect()
}

/// What was confirmed for a sheet, where it is whole.
fn confirmed(bytes: &[u8]) -> Option<PartialContributions> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    file["commitment"].as_str()?.parse::<Digest>().ok()?;
    let list = file["contributions"].to_string();
    PartialContributions::from_json(list.as_bytes()).ok()
}

fn placed(contributions: &Contributions) -> Vec<(u64, Contribution)> {
    (0..).zip(contributions.iter().cloned()).collect()
}
