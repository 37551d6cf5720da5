//! The state of a case after a fault, and after the runs that follow.

use serde_json::Value;
use suiji::ceremony::PartialContributions;
use suiji::{Commitment, Contribution, Contributions, Digest, Record};

use crate::calls;
use crate::folder::Folder;
use crate::scenario::{self, SECOND, Scenario};
use crate::support::{Ran, opening};

/// A case after a fault.
pub(crate) struct Aftermath<'c> {
    scenario: &'c Scenario,
    folder: Folder,
    /// The contributions that are saved for the commitment, each with the index of its source.
    saved: Vec<(u64, Contribution)>,
    /// The output of the command before it ended.
    out: String,
    what: String,
}

impl<'c> Aftermath<'c> {
    /// Examines a case after a fault: no file is half written.
    pub(crate) fn of(scenario: &'c Scenario, folder: Folder, out: &[u8], what: String) -> Self {
        for (name, bytes) in folder.contents() {
            let file_name = name.rsplit('/').next().unwrap();
            let temporary = name.split('/').any(|part| part.starts_with('.'));
            if !temporary && !is_complete(file_name, &bytes) {
                // A file that a sealing keeps must be a copy of an input.
                let kept = name.starts_with("sealed/");
                let original = if kept { file_name } else { &name };
                let same = scenario.before(original).as_ref() == Some(&bytes);
                assert!(same, "{what}: {name} is half written");
            }
        }
        Self {
            scenario,
            saved: if scenario.supersedes() {
                Vec::new()
            } else {
                saved(&folder)
            },
            folder,
            out: String::from_utf8_lossy(out).into_owned(),
            what,
        }
    }

    /// Asserts that every contribution that was confirmed and successfully saved still exists.
    pub(crate) fn has_saved_contributions(self) -> Self {
        if !self.scenario.supersedes() {
            let saved = calls::named(&self.folder, "contributions.partial.json");
            for one in &scenario::confirmed()[..self.scenario.saved() + saved] {
                let index = one.0;
                let is_saved = self.saved.contains(one);
                assert!(is_saved, "{}: the value of {index} is lost", self.what);
            }
        }
        self
    }

    /// Continues as a person would, by running the command again. In the end the case is sealed and drawn
    /// once, with the saved contributions.
    pub(crate) fn continues(self) {
        let commitment = self.folder.read("commitment.json");
        if self.scenario.args[0] == "seal" {
            self.seals();
            if !self.scenario.supersedes() && commitment.is_some() {
                let same = self.folder.read("commitment.json") == commitment;
                assert!(same, "{}: the commitment was replaced", self.what);
            }
        }
        self.draws();
        self.is_tidy();
    }

    fn seals(&self) {
        let shown = self.commitment_was_shown();
        if !shown || self.folder.has("sealing") {
            let again = self.folder.run(self.scenario.args, "");
            if shown {
                self.shows(&again, "nothing else was sealed");
            }
            self.ends(again, 0);
            self.is_tidy();
        }
        if self.scenario.supersedes() {
            let archived = |name: &str| self.folder.read(&name.replace(".json", ".1.json"));
            for name in [
                "commitment.json",
                "contributions.json",
                "contributions.partial.json",
                "record.json",
                "office-secret.json",
            ] {
                let same = archived(name) == self.scenario.before(name);
                assert!(same, "{}: {name} was not archived", self.what);
            }
            let third = self.folder.has("commitment.2.json");
            assert!(!third, "{}: superseded twice", self.what);
            self.names_earlier_contributions();
        }
    }

    /// Asserts that the new commitment names the record of the old one or, without a record, its
    /// contributions.
    fn names_earlier_contributions(&self) {
        let commitment = self.folder.read("commitment.json").unwrap();
        let commitment: Value = serde_json::from_slice(&commitment).unwrap();
        let superseded = &commitment["supersedes"][0];
        let drawn = self.scenario.before("record.json").is_some();
        let named = superseded.get(if drawn { "record" } else { "contributions" });
        assert!(named.is_some(), "{}: {superseded}", self.what);
    }

    /// Whether the digest of the current commitment was shown.
    fn commitment_was_shown(&self) -> bool {
        let commitment = self.folder.read("commitment.json");
        commitment.is_some_and(|commitment| {
            let digest = Commitment::from_json(&commitment)
                .unwrap()
                .digest()
                .to_groups();
            let half = &digest[..digest.len() / 2];
            self.out.contains(half)
        })
    }

    fn draws(&self) {
        let drawn = self
            .folder
            .run(&["draw", "CASE", "--yes"], &missing_answers(&self.folder));
        self.ends(drawn, 0);
        let contributions = self.folder.read("contributions.json");
        let record = self.folder.read("record.json").unwrap();
        let of_record = Record::from_json(&record).unwrap();
        if let Some(contributions) = contributions {
            let contributions = Contributions::from_json(&contributions).unwrap();
            assert_eq!(&contributions, of_record.contributions(), "{}", self.what);
        }
        let used = indexed(of_record.contributions());
        for one in &self.saved {
            let index = one.0;
            assert!(
                used.contains(one),
                "{}: the contribution of source {index} is lost",
                self.what
            );
        }
        let again = self.folder.run(&["draw", "CASE", "--yes"], "");
        self.shows(&again, "already exists and is identical");
        assert_eq!(self.folder.read("record.json"), Some(record));
        let verify = ["verify", "CASE/record.json", "--case", "CASE"];
        let verified = self.folder.run(&verify, "");
        self.ends(verified, 0);
    }

    /// Asserts that there are no files of unfinished work.
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
    fn shows(&self, ran: &Ran, text: &str) {
        assert!(
            ran.out.contains(text),
            "{}\n{}\n{}",
            self.what,
            ran.out,
            ran.err
        );
    }
}

/// Whether a file is a complete document of the command.
fn is_complete(name: &str, bytes: &[u8]) -> bool {
    let of = |stem: &str| name.starts_with(stem) && name.ends_with(".json");
    if of("contributions.partial.") {
        confirmed(bytes).is_some()
    } else if of("contributions.") {
        Contributions::from_json(bytes).is_ok()
    } else if of("commitment.") {
        Commitment::from_json(bytes).is_ok()
    } else if of("record.") {
        Record::from_json(bytes).is_ok()
    } else if of("office-secret.") {
        let list: Result<Vec<Value>, _> = serde_json::from_slice(bytes);
        list.is_ok_and(|list| !list.is_empty())
    } else {
        false
    }
}

/// The answers to all questions of the next draw, with other dice than before.
pub(crate) fn missing_answers(folder: &Folder) -> String {
    if ["contributions.json", "record.json"]
        .iter()
        .any(|name| folder.has(name))
    {
        return String::new();
    }
    let commitment = folder.read("commitment.json").unwrap();
    let dice = format!("{SECOND}\ny\n");
    let commitment = Commitment::from_json(&commitment).unwrap();
    if commitment.sources().len() != 4 {
        return dice.repeat(2);
    }
    let saved = saved(folder);
    let is_missing = |index| !saved.iter().any(|(of, _)| *of == index);
    let each = [
        (1, opening(7, "三六五")),
        (3, opening(8, "value")),
        (0, dice),
    ];
    let missing = each.into_iter().filter(|(index, _)| is_missing(*index));
    missing.map(|(_, answer)| answer).collect()
}

/// The contributions that are saved in the folder.
pub(crate) fn saved(folder: &Folder) -> Vec<(u64, Contribution)> {
    if let Some(all) = folder.read("contributions.json") {
        return indexed(&Contributions::from_json(&all).unwrap());
    }
    let Some(some) = folder.read("contributions.partial.json") else {
        return Vec::new();
    };
    let some = confirmed(&some).unwrap();
    some.iter()
        .map(|(index, one)| (index, one.clone()))
        .collect()
}

/// The confirmed contributions in a file; none if it is not complete.
fn confirmed(bytes: &[u8]) -> Option<PartialContributions> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    file["commitment"].as_str()?.parse::<Digest>().ok()?;
    let list = file["contributions"].to_string();
    PartialContributions::from_json(list.as_bytes()).ok()
}

fn indexed(contributions: &Contributions) -> Vec<(u64, Contribution)> {
    (0..).zip(contributions.iter().cloned()).collect()
}
