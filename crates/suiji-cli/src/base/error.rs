//! The reasons why a command failed: faults of an input, of files, of the command line, or
//! of a request.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use suiji::Lang;
use suiji::error::{ErrorKind, Fault};
use suiji::seal::{Finding, Severity};

use crate::texts::{self, Code, Localized, Problem, Text};

/// One or more faults, in the order in which they were found.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", self.message(&no_files, Lang::En))]
pub(crate) struct Error {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
enum Part {
    /// Faults of an input.
    Library(suiji::Error),
    /// A problem of the command, with its file.
    Own(Problem, Option<PathBuf>),
    /// A problem of an imported file.
    Import(suiji_import::Problem),
    /// A problem of a paper.
    Report(suiji_report::Problem),
    /// A problem of a ledger, a signature or a timestamp.
    Evidence(suiji_evidence::Problem),
    /// A finding. It may be the cause of the faults before it.
    Finding(Box<Finding>),
}

/// The file of a kind of document, if it is known.
pub(crate) type FileOf<'f> = dyn Fn(ErrorKind) -> Option<&'f Path> + 'f;

fn no_files<'f>(_: ErrorKind) -> Option<&'f Path> {
    None
}

impl Error {
    fn of_part(part: Part) -> Self {
        Self { parts: vec![part] }
    }

    /// The same error, followed by findings about its inputs or its file.
    pub(crate) fn with_findings(mut self, findings: Vec<Finding>) -> Self {
        let findings = findings.into_iter().map(Box::new).map(Part::Finding);
        self.parts.extend(findings);
        self
    }

    /// A problem of the command line or of a request.
    pub(crate) fn new(problem: Problem) -> Self {
        Self::of_part(Part::Own(problem, None))
    }

    /// A problem of a file as a whole.
    pub(crate) fn of_file(path: &Path, problem: Problem) -> Self {
        Self::of_part(Part::Own(problem, Some(path.to_owned())))
    }

    /// Adds the faults of another error after those of this one.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self
    }

    /// Whether the first fault has this code of the command.
    pub(crate) fn is(&self, code: &Code) -> bool {
        matches!(self.parts.first(), Some(Part::Own(problem, _)) if problem.code().id() == code.id())
    }

    /// The code of the first fault.
    pub(crate) fn code(&self) -> &'static str {
        match self.parts.first() {
            Some(Part::Library(error)) => error.code(),
            Some(Part::Own(problem, _)) => problem.code().id(),
            Some(Part::Import(problem)) => problem.code(),
            Some(Part::Report(problem)) => problem.code(),
            Some(Part::Evidence(problem)) => problem.code(),
            Some(Part::Finding(finding)) => finding.code(),
            None => "",
        }
    }

    /// The text of the first fault, without its place.
    pub(crate) fn problem(&self, lang: Lang) -> String {
        match self.parts.first() {
            Some(Part::Library(error)) => {
                let fault = error.faults().first();
                fault.map(|fault| fault.problem(lang)).unwrap_or_default()
            }
            Some(Part::Own(problem, _)) => problem.text(lang),
            Some(Part::Import(problem)) => problem.problem(lang).to_owned(),
            Some(Part::Report(problem)) => problem.problem(lang).to_owned(),
            Some(Part::Evidence(problem)) => problem.problem(lang).to_owned(),
            Some(Part::Finding(finding)) => finding.message(lang),
            None => String::new(),
        }
    }

    /// The message for a person: one line for each fault, with its file and its code.
    pub(crate) fn message(&self, file_of: &FileOf<'_>, lang: Lang) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Library(error) => of_library(error, file_of, lang),
            Part::Own(problem, file) => {
                let text = of_own(problem, file.as_deref()).text(lang);
                line(Text::default(), &text, problem.code().id(), lang)
            }
            Part::Import(problem) => line(
                Text::default(),
                &problem.message(lang),
                problem.code(),
                lang,
            ),
            Part::Report(problem) => line(
                Text::default(),
                &problem.message(lang),
                problem.code(),
                lang,
            ),
            Part::Evidence(problem) => line(
                Text::default(),
                &problem.message(lang),
                problem.code(),
                lang,
            ),
            Part::Finding(of) => finding(of).text(lang),
        });
        let lines: Vec<String> = parts.collect();
        lines.join("\n")
    }

    /// The error as a JSON document, in the form of the library's errors.
    pub(crate) fn to_json(&self) -> Value {
        let mut kind = None;
        let (mut count, mut faults) = (0, Vec::new());
        let mut findings = Vec::new();
        for part in &self.parts {
            let of_part = match part {
                Part::Library(error) => {
                    count += error.fault_count();
                    let tree: Value = serde_json::from_str(&error.to_json()).unwrap_or_default();
                    faults.extend(tree["faults"].as_array().into_iter().flatten().cloned());
                    error.kind().as_str()
                }
                Part::Own(problem, file) => {
                    count += 1;
                    faults.push(own_to_json(problem, file.as_deref()));
                    kind_of(file.as_deref()).as_str()
                }
                Part::Import(problem) => {
                    count += 1;
                    faults.push(imported_to_json(problem));
                    ErrorKind::File.as_str()
                }
                Part::Report(problem) => {
                    count += 1;
                    let place = (problem.file(), problem.line());
                    faults.push(placed_to_json(problem.code(), place, |lang| {
                        problem.message(lang)
                    }));
                    ErrorKind::File.as_str()
                }
                Part::Evidence(problem) => {
                    count += 1;
                    faults.push(evidence_to_json(problem));
                    ErrorKind::File.as_str()
                }
                Part::Finding(finding) => {
                    findings.push(finding_to_json(finding));
                    continue;
                }
            };
            kind = kind.or(Some(of_part));
        }
        let mut json = json!({"kind": kind, "code": self.code(), "count": count, "faults": faults});
        if !findings.is_empty() {
            json["findings"] = findings.into();
        }
        json
    }
}

impl From<suiji::Error> for Error {
    fn from(error: suiji::Error) -> Self {
        Self::of_part(Part::Library(error))
    }
}

impl From<suiji_import::Error> for Error {
    fn from(error: suiji_import::Error) -> Self {
        let parts = error.problems().iter().cloned().map(Part::Import);
        Self {
            parts: parts.collect(),
        }
    }
}

impl From<suiji_report::Error> for Error {
    fn from(error: suiji_report::Error) -> Self {
        let parts = error.problems().iter().cloned().map(Part::Report);
        Self {
            parts: parts.collect(),
        }
    }
}

impl From<suiji_evidence::Error> for Error {
    fn from(error: suiji_evidence::Error) -> Self {
        let parts = error.problems().iter().cloned().map(Part::Evidence);
        Self {
            parts: parts.collect(),
        }
    }
}

/// Both values; if either failed, the faults of both.
pub(crate) fn together<A, B, E: Into<Error>, F: Into<Error>>(
    a: Result<A, E>,
    b: Result<B, F>,
) -> Result<(A, B), Error> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(error), Ok(_)) => Err(error.into()),
        (Ok(_), Err(error)) => Err(error.into()),
        (Err(a), Err(b)) => Err(a.into().and(b.into())),
    }
}

/// A finding in words, with its remedy.
pub(crate) fn finding(finding: &Finding) -> Text {
    let message = Text::of(|lang| printable(&finding.message(lang)));
    let remedy = Text::of(|lang| finding.remedy(lang).map(printable).unwrap_or_default());
    let message = match finding.remedy(Lang::En) {
        Some(_) => texts::with_remedy(message, remedy),
        None => message,
    };
    match finding.severity() {
        Severity::Error => texts::error(Text::default(), message, finding.code()),
        Severity::Warning => texts::warning(message, finding.code()),
        _ => texts::to_know(message, finding.code()),
    }
}

/// Findings for programs.
pub(crate) fn findings_to_json<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Value {
    findings.into_iter().map(finding_to_json).collect()
}

fn finding_to_json(finding: &Finding) -> Value {
    serde_json::from_str(&finding.to_json()).unwrap_or_default()
}

const fn kind_of(file: Option<&Path>) -> ErrorKind {
    match file {
        Some(_) => ErrorKind::File,
        None => ErrorKind::Value,
    }
}

fn of_own(problem: &Problem, file: Option<&Path>) -> Text {
    let text = Text::of(|lang| problem.text(lang));
    match file {
        Some(path) => texts::at_file(path.display(), text),
        None => text,
    }
}

fn own_to_json(problem: &Problem, file: Option<&Path>) -> Value {
    let mut place = json!({"kind": kind_of(file).as_str()});
    if let Some(path) = file {
        place["path"] = path.display().to_string().into();
    }
    let message = of_own(problem, file);
    let mut fault = json!({
        "code": problem.code().id(),
        "place": place,
        "message": {"zh": message.text(Lang::Zh), "en": message.text(Lang::En)},
    });
    let details = problem.details();
    let details: Map<String, Value> = details
        .map(|(name, value)| (name.to_owned(), value.text(Lang::En).into()))
        .collect();
    if !details.is_empty() {
        fault["details"] = details.into();
    }
    fault
}

fn imported_to_json(problem: &suiji_import::Problem) -> Value {
    let mut place = json!({"kind": ErrorKind::File.as_str(), "path": problem.file()});
    if let Some(sheet) = problem.sheet() {
        place["sheet"] = sheet.into();
    }
    if let Some(row) = problem.row() {
        place["row"] = row.into();
    }
    json!({
        "code": problem.code(),
        "place": place,
        "message": {"zh": problem.message(Lang::Zh), "en": problem.message(Lang::En)},
    })
}

/// A problem of a paper or of evidence, with its file and line.
fn placed_to_json(
    code: &str,
    (file, line): (Option<&str>, Option<usize>),
    message: impl Fn(Lang) -> String,
) -> Value {
    let mut place = json!({"kind": ErrorKind::File.as_str(), "path": file.unwrap_or("")});
    if let Some(line) = line {
        place["row"] = line.into();
    }
    json!({
        "code": code,
        "place": place,
        "message": {"zh": message(Lang::Zh), "en": message(Lang::En)},
    })
}

/// A problem of a document of evidence, for programs.
pub(crate) fn evidence_to_json(problem: &suiji_evidence::Problem) -> Value {
    let place = (problem.file(), problem.line());
    placed_to_json(problem.code(), place, |lang| problem.message(lang))
}

fn of_library(error: &suiji::Error, file_of: &FileOf<'_>, lang: Lang) -> String {
    let faults = error.shown();
    let of_fault = |fault: &&Fault| {
        let file = file_of(fault.place().kind());
        let file = file.map_or_else(Text::default, |path| texts::in_file(path.display()));
        line(file, &fault.message(lang), fault.code(), lang)
    };
    let mut lines: Vec<String> = faults.iter().map(of_fault).collect();
    let shown: u64 = faults.iter().map(|fault| fault.count()).sum();
    let all = error.fault_count();
    if all > shown {
        lines.push(texts::more_faults(all - shown, all).text(lang));
    }
    let wrong_encoding =
        |fault: &Fault| fault.code() == "json.not-utf8" && fault.place().row().is_some();
    if error.faults().iter().any(wrong_encoding) {
        lines.push(texts::save_as_utf8().text(lang));
    }
    lines.join("\n")
}

fn line(file: Text, message: &str, code: &str, lang: Lang) -> String {
    texts::error(file, printable(message), code).text(lang)
}

/// The text without control characters, because these could control the terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() && character != '\n' {
                '\u{FFFD}'
            } else {
                character
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use suiji::error::{Faults, Place};

    use super::super::errors::missing_file;
    use super::*;

    #[test]
    fn each_line_names_file_and_code() {
        let empty = Place::new(ErrorKind::Registry, "$.name").at_row(3);
        let empty = Fault::new(suiji::error::codes::TEXT_EMPTY, empty, &[]);
        let mut faults = Faults::default();
        faults.push(empty.clone());
        let library = faults.into_result(()).unwrap_err();
        let error = missing_file(Path::new("a/plan.json"), None).and(library.into());
        let file_of = |kind| (kind == ErrorKind::Registry).then_some(Path::new("a/registry.csv"));
        let english = error.message(&file_of, Lang::En);
        let lines: Vec<&str> = english.lines().collect();
        let missing = "error: file a/plan.json: file not found [case.missing-file]";
        let message = empty.message(Lang::En);
        let faulty = format!("error: a/registry.csv: {message} [text.empty]");
        assert_eq!(lines, [missing, &faulty]);
        let message = empty.message(Lang::Zh);
        let chinese = format!("错误：a/registry.csv：{message} [text.empty]");
        assert!(error.message(&file_of, Lang::Zh).contains(&chinese));
        let tree = error.to_json();
        assert_eq!((&tree["kind"], &tree["count"]), (&"file".into(), &2.into()));
        let codes: Vec<&Value> = tree["faults"]
            .as_array()
            .unwrap()
            .iter()
            .map(|of| &of["code"])
            .collect();
        assert_eq!(codes, ["case.missing-file", "text.empty"]);
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\nb"), "a\u{FFFD}[31m\nb");
    }
}
