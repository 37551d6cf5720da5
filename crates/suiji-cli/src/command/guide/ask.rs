//! The questions of the guide for each step, and the command lines that follow from the answers.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::step::Step;
use crate::base::failure::Failure;
use crate::case::{COMMITMENT, Case, PLAN, RECORD};
use crate::disk::files;
use crate::show::answer::half_width;
use crate::show::ask::confirm;
use crate::show::session::Session;
use crate::texts::{self, Text};

/// The extensions of the files in which an office keeps its lists and its plan.
const ENDINGS: [&str; 7] = ["xlsx", "xls", "ods", "csv", "txt", "docx", "json"];

/// The maximum number of cases and files to choose by number. A person types the names of others.
const OFFERED: usize = 20;

/// Whether the person wants to leave the guide.
pub(super) fn is_leaving(answer: &str) -> bool {
    texts::LEAVE.contains(&&*answer.to_lowercase())
}

/// The folder of the case: one in the current folder, or a new one. None if the person leaves.
pub(super) fn case(session: &mut Session<'_>) -> io::Result<Option<PathBuf>> {
    let cases = here(|path| path.join(PLAN).is_file());
    offer(session, &cases)?;
    loop {
        let question = match cases.is_empty() {
            true => texts::guide_new_case(),
            false => texts::guide_which_case(),
        };
        let Some(answer) = place(session, question)? else {
            return Ok(None);
        };
        if is_leaving(&answer) {
            return Ok(None);
        }
        if !answer.is_empty() {
            return Ok(Some(chosen(&answer, &cases)));
        }
    }
}

/// The command lines of a step. There are none if the person gives no answer.
pub(super) fn command_lines(
    session: &mut Session<'_>,
    case: &Case,
    step: Step,
) -> Result<Vec<Vec<OsString>>, Failure> {
    let folder = case.folder().as_os_str().to_owned();
    let command = |name: &str| vec![OsString::from(name), folder.clone()];
    Ok(match step {
        Step::Plan => {
            let files = files_of(session, case, texts::guide_plan_file(), 1)?;
            let import = |file: PathBuf| {
                let mut words = command("import");
                words.extend([file.into(), "--as".into(), "plan".into()]);
                words
            };
            files.into_iter().map(import).collect()
        }
        Step::Lists => with_files(session, case, command("import"), texts::guide_list_files())?,
        Step::Results => with_files(
            session,
            case,
            command("results"),
            texts::guide_result_files(),
        )?,
        Step::Ceremony => vec![command("ceremony")],
        Step::Check => vec![command("check")],
        Step::Seal => sealing(session, case, command("seal"))?,
        Step::Draw => vec![command("draw")],
        Step::Verify => {
            let record = case.path(RECORD).into();
            vec![vec!["verify".into(), record, "--case".into(), folder]]
        }
        Step::Papers => vec![command("papers")],
        Step::Amend => vec![command("amend")],
        Step::Status => vec![command("status")],
    })
}

/// A sealed case is sealed again only for a reason.
fn sealing(
    session: &mut Session<'_>,
    case: &Case,
    mut seal: Vec<OsString>,
) -> Result<Vec<Vec<OsString>>, Failure> {
    if files::exists(&case.path(RECORD))? {
        session.note(texts::guide_has_record())?;
    }
    if files::exists(&case.path(COMMITMENT))? {
        let Some(reason) = line(session, texts::guide_why_again())? else {
            return Ok(Vec::new());
        };
        let Some(who) = line(session, texts::guide_approved())? else {
            return Ok(Vec::new());
        };
        seal.extend([
            "--supersede".into(),
            reason.into(),
            "--approved-by".into(),
            who.into(),
        ]);
    }
    Ok(match confirm(session, texts::guide_sure())? {
        Some(true) => vec![seal],
        _ => Vec::new(),
    })
}

/// One command line with all files that the person names.
fn with_files(
    session: &mut Session<'_>,
    case: &Case,
    mut words: Vec<OsString>,
    question: Text,
) -> Result<Vec<Vec<OsString>>, Failure> {
    let files = files_of(session, case, question, usize::MAX)?;
    if files.is_empty() {
        return Ok(Vec::new());
    }
    words.extend(files.into_iter().map(OsString::from));
    Ok(vec![words])
}

/// The files that the person names, until an empty line or the greatest number.
fn files_of(
    session: &mut Session<'_>,
    case: &Case,
    question: Text,
    most: usize,
) -> Result<Vec<PathBuf>, Failure> {
    let offered =
        here(|path| path.is_file() && is_office_file(path) && !path.starts_with(case.folder()));
    offer(session, &offered)?;
    let mut files: Vec<PathBuf> = Vec::new();
    while files.len() < most {
        let answer = place(session, question.clone())?;
        let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
            break;
        };
        // One line may have several numbers.
        let numbers: Vec<PathBuf> = answer
            .split(texts::BETWEEN)
            .filter_map(|word| numbered(word, &offered))
            .collect();
        let typed = match numbers.is_empty() {
            true => vec![chosen(&answer, &offered)],
            false => numbers,
        };
        for file in typed {
            match file.is_file() {
                true if files.contains(&file) => {}
                true => files.push(file),
                false => session.note(texts::ask_again(texts::guide_no_file(file.display())))?,
            }
        }
    }
    Ok(files)
}

/// A number or a path. The name of a file may have full-width digits.
fn place(session: &mut Session<'_>, question: Text) -> io::Result<Option<String>> {
    let answer = session.ask_exact(question)?;
    Ok(answer.map(|answer| match Path::new(&answer).exists() {
        true => answer,
        false => half_width(answer),
    }))
}

/// An answer; none if it is empty, or if the input ends.
fn line(session: &mut Session<'_>, question: Text) -> io::Result<Option<String>> {
    let answer = session.ask(question)?;
    Ok(answer.filter(|answer| !answer.is_empty()))
}

fn is_office_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.contains(&&*ending.to_lowercase()))
}

/// The contents of the current folder, sorted by name.
fn here(wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(".").into_iter().flatten().flatten();
    let names = entries.map(|entry| PathBuf::from(entry.file_name()));
    let mut names: Vec<PathBuf> = names.filter(|path| wanted(path)).collect();
    names.sort();
    names.truncate(OFFERED);
    names
}

fn offer(session: &mut Session<'_>, paths: &[PathBuf]) -> io::Result<()> {
    for (number, path) in (1..).zip(paths) {
        session.note(format!("  {number}. {}", path.display()))?;
    }
    Ok(())
}

fn numbered(word: &str, offered: &[PathBuf]) -> Option<PathBuf> {
    let number = word.parse::<usize>().ok()?;
    offered.get(number.checked_sub(1)?).cloned()
}

/// A path by its number, or as it was typed. A terminal puts the path of a dragged file in quotes.
fn chosen(answer: &str, offered: &[PathBuf]) -> PathBuf {
    let typed = || answer.trim_matches(['"', '\'']);
    numbered(answer, offered).unwrap_or_else(|| PathBuf::from(typed()))
}
