//! Mistakes that offices make: each case of `vectors/found` gives the findings that its `expected.json` lists.
//!
//! A case has only the files that differ from those of `sound`, the office without mistakes.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;
use suiji::seal::Finding;
use suiji::{Ceremony, Error, History, Inputs, Lang, Plan, Registry, Roster, Run, Sealed, seal};
use suiji_conformance::count::counted;
use suiji_conformance::{Case, root};

/// The form in which tables are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Form {
    /// As they are in the folder.
    Kept,
    /// As JSON Lines, each row on the line that it has in the CSV file.
    Lines,
}

/// A case. Files that it does not have come from the office without mistakes.
struct Office {
    case: Case,
    sound: Case,
    form: Form,
}

impl Office {
    fn of(case: &Case, form: Form) -> Self {
        let sound = root().join("vectors/found/sound");
        Self {
            case: case.clone(),
            sound: Case { dir: sound },
            form,
        }
    }

    /// The bytes of a file, if the folder has it.
    fn own(case: &Case, file: &str) -> Option<Vec<u8>> {
        fs::read(case.dir.join(file)).ok()
    }

    fn document(&self, file: &str) -> Vec<u8> {
        let own = Self::own(&self.case, file);
        own.unwrap_or_else(|| self.sound.bytes(file))
    }

    /// A table, and whether it is CSV.
    fn table(&self, name: &str) -> (Vec<u8>, bool) {
        if let Some(lines) = Self::own(&self.case, &format!("{name}.jsonl")) {
            return (lines, false);
        }
        let file = format!("{name}.csv");
        let case = match Self::own(&self.case, &file) {
            Some(_) => &self.case,
            None => &self.sound,
        };
        if self.form == Form::Kept {
            return (case.bytes(&file), true);
        }
        let small = case.small();
        let rows = match name {
            "registry" => small.registry,
            "roster" => small.roster,
            _ => small.history,
        };
        // The header of a CSV file is its first line.
        let mut lines = "\n".to_owned();
        for row in rows {
            writeln!(lines, "{row}").unwrap();
        }
        (lines.into_bytes(), false)
    }

    fn registry(&self) -> Result<Registry, Error> {
        match self.table("registry") {
            (csv, true) => suiji_tables::registry_from_csv(&csv[..], &Run::default()),
            (lines, false) => Registry::from_json_lines(&lines[..]),
        }
    }

    fn roster(&self) -> Result<Roster, Error> {
        match self.table("roster") {
            (csv, true) => suiji_tables::roster_from_csv(&csv[..], &Run::default()),
            (lines, false) => Roster::from_json_lines(&lines[..]),
        }
    }

    fn history(&self) -> Result<History, Error> {
        match self.table("history") {
            (csv, true) => suiji_tables::history_from_csv(&csv[..], &Run::default()),
            (lines, false) => History::from_json_lines(&lines[..]),
        }
    }

    fn seal(&self) -> Result<Sealed, Error> {
        let inputs = Inputs::new(
            Plan::from_json(&self.document("plan.json"))?,
            self.registry()?,
            self.roster()?,
            self.history()?,
        )?;
        let ceremony = Ceremony::from_json(&self.document("ceremony.json"))?;
        seal(&inputs, &ceremony)
    }
}

fn of(finding: &Finding) -> (String, String, Vec<u64>) {
    let severity = finding.severity().as_str().to_owned();
    (severity, finding.code().to_owned(), finding.rows().to_vec())
}

fn expected(finding: &Value) -> (String, String, Vec<u64>) {
    let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let rows = finding["rows"].as_array().into_iter().flatten();
    let rows = rows.filter_map(Value::as_u64).collect();
    (text("severity"), text("code"), rows)
}

/// Whether the text has all words that it must have, in both languages.
fn has_words(finding: &Finding, of: &Value) -> bool {
    let mut words = of["names"].as_array().into_iter().flatten();
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| finding.message(lang));
    words.all(|word| {
        let word = word.as_str().unwrap_or_default();
        zh.contains(word) && en.contains(word)
    })
}

/// The differences between the findings and the expected ones.
fn differences(found: Vec<Finding>, right: &Value) -> String {
    let mut differences = String::new();
    let mut left = found;
    for of_right in right.as_array().unwrap() {
        let same =
            |finding: &Finding| of(finding) == expected(of_right) && has_words(finding, of_right);
        match left.iter().position(same) {
            Some(at) => drop(left.remove(at)),
            None => writeln!(differences, "  missing {of_right}").unwrap(),
        }
    }
    for finding in left {
        let (severity, code, rows) = of(&finding);
        let message = finding.message(Lang::Zh);
        writeln!(
            differences,
            "  too much {severity} {code} {rows:?} {message}"
        )
        .unwrap();
    }
    differences
}

/// How many rows are out of scope for each reason, if `expected.json` says so.
fn left_out(sealed: &Sealed, right: &Value) -> String {
    let mut differences = String::new();
    let summaries = sealed.summaries();
    for (condition, count) in right.as_object().into_iter().flatten() {
        let mut left_out = summaries[0].left_out().iter();
        let found = left_out.find(|of| of.condition() == condition);
        let found = found.map(|of| of.count());
        if found != count.as_u64() {
            writeln!(differences, "  left out {condition}: {found:?}").unwrap();
        }
    }
    differences
}

#[test]
fn every_mistake_is_found() {
    let cases = Case::of(&root().join("vectors/found"));
    assert!(cases.len() >= 50, "{} cases", cases.len());
    counted(cases.len(), "mistakes of offices");
    let mut wrong = String::new();
    for case in &cases {
        let right = case.value("expected.json");
        let forms = match right["csv_only"].as_bool() {
            Some(true) => &[Form::Kept][..],
            _ => &[Form::Kept, Form::Lines],
        };
        for &form in forms {
            let office = Office::of(case, form);
            let mut differing = String::new();
            let found = match office.seal() {
                Ok(sealed) => {
                    differing += &left_out(&sealed, &right["left_out"]);
                    sealed.findings()
                }
                Err(error) => Finding::of_error(&error),
            };
            differing += &differences(found, &right["findings"]);
            if !differing.is_empty() {
                writeln!(wrong, "{} {form:?}:\n{differing}", case.name()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn error(name: &str) -> Error {
    let case = Case {
        dir: root().join("vectors/found").join(name),
    };
    Office::of(&case, Form::Kept).seal().unwrap_err()
}

#[test]
fn a_letter_case_is_named_with_file_and_row_on_both_sides() {
    // [C4]
    let error = error("message-letter-case");
    let (zh, en) = (error.message(Lang::Zh), error.message(Lang::En));
    for part in [
        "检查历史第 2 行（91140521ma00000018）“entity”列：",
        "检查对象名录库第 2 行",
    ] {
        assert!(zh.contains(part), "{zh}");
    }
    for part in [
        "history row 2 (91140521ma00000018) column “entity”: ",
        "registry row 2",
    ] {
        assert!(en.contains(part), "{en}");
    }
}

#[test]
fn invisible_characters_are_named() {
    // [C3]
    for (case, name) in [
        ("message-invisible", "制表符"),
        ("match-invisible", "零宽空格"),
        ("message-double-bom", "BOM"),
    ] {
        let message = error(case).message(Lang::Zh);
        assert!(message.contains(name), "{message}");
        assert!(
            !message.contains(['\u{200b}', '\t', '\u{feff}']),
            "{message:?}"
        );
    }
}

#[test]
fn many_faults_are_grouped_by_column_and_kind() {
    // [S5]
    let error = error("message-all-faults");
    assert_eq!(
        (error.faults().len(), error.fault_count()),
        (4, 30 + 20 + 12 + 8)
    );
    let message = error.message(Lang::Zh);
    assert_eq!(message.lines().count(), 4);
    assert!(
        message.contains(
            "“高”不是本计划的类别（30 行，如第 2 行（91140521MA00000018）、第 4 行（91140521MA0000003E）、第 6 行）"
        ),
        "{message}"
    );
    // The ids of these rows cannot be read.
    assert!(
        message.contains("（12 行，如第 6、11、16 行）"),
        "{message}"
    );
}
