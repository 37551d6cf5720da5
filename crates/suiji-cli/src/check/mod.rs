//! `suiji check`: shows what a person should know about a case before it is sealed. It writes nothing but a page, on
//! request.

mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use suiji::ceremony::{By, Part};
use suiji::error::ErrorKind;
use suiji::seal::{Finding, Outlook, TaskSummary};
use suiji::{Ceremony, Hash, Run, Sealed, Source};

use crate::base::clock;
use crate::base::error::{Error, together};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::{CEREMONY, Case, office};
use crate::disk::files;
use crate::disk::writing::{self, Access};
use crate::show::commitment::Output;
use crate::show::session::{Session, parsed};
use crate::show::{commitment, outlook, tasks};
use crate::texts::{self, Localized, Text};

/// The options of the command.
#[derive(Debug)]
pub(crate) struct Options<'o> {
    /// Where to write the page.
    pub(crate) page: Option<&'o Path>,
    /// Show all tasks and findings, even if there are many.
    pub(crate) all_tasks: bool,
}

/// The findings in a case that can be sealed.
struct Checked<'s> {
    sealed: &'s Sealed,
    summaries: Vec<TaskSummary<'s>>,
    findings: Vec<Finding>,
    outlook: Outlook<'s>,
    /// There is no `ceremony.json` yet.
    without_ceremony: bool,
}

/// Checks a case. If the case cannot be sealed, it first writes the page, then returns an error.
pub(crate) fn check(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Exit, Failure> {
    let run = session.run();
    let without_ceremony = !files::exists(&case.path(CEREMONY))?;
    let sealed = match try_to_seal(case, without_ceremony, &run) {
        Ok(sealed) => sealed,
        Err(error) => {
            let failure = case.failure(error);
            let mut text = failure.message(session.lang);
            if let Some(hint) = seats_hint(case, &text, &run) {
                let hint = hint.text(session.lang);
                text = format!("{text}\n{hint}");
                if !session.json {
                    session.note(hint)?;
                }
            }
            write_page(options, &page::of_errors(&text, session.lang))?;
            return Err(failure);
        }
    };
    let checked = Checked {
        sealed: &sealed,
        summaries: sealed.summaries_with(&run)?,
        findings: findings(&sealed, without_ceremony, &run)?,
        outlook: sealed.outlook_with(&run)?,
        without_ceremony,
    };
    write_page(options, &page::html(&checked, session.lang))?;
    match session.json {
        true => session.print_json(&output(&checked, options))?,
        false => print(session, &checked, options)?,
    }
    Ok(Exit::Success)
}

/// The departments and posts of the roster, if nobody on it can take a seat of the plan.
fn seats_hint(case: &Case, errors: &str, run: &Run) -> Option<Text> {
    const SEAT_NOBODY: &str = "[team.seat-nobody]";
    if !errors.contains(SEAT_NOBODY) {
        return None;
    }
    let roster = case.roster(run).ok()?;
    let mut departments: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for of in roster.iter() {
        let skills = departments.entry(of.department().to_owned()).or_default();
        skills.extend(of.skills().into_iter().map(str::to_owned));
    }
    let all = departments.iter().map(|(department, skills)| {
        let skills: Vec<&str> = skills.iter().map(String::as_str).collect();
        match skills.is_empty() {
            true => Text::of(|_| department.clone()),
            false => texts::department_skills(
                department,
                Text::joined(&skills, &texts::list_separator()),
            ),
        }
    });
    let all: Vec<Text> = all.collect();
    Some(texts::roster_has(Text::joined(
        &all,
        &texts::limits_separator(),
    )))
}

/// Seals the case in memory. Values that a later sealing would make again are neither shown nor saved.
fn try_to_seal(case: &Case, without_ceremony: bool, run: &Run) -> Result<Sealed, Error> {
    let ceremony = match without_ceremony {
        true => stand_in(),
        false => case.ceremony(),
    };
    let (inputs, ceremony) = together(case.inputs(run), ceremony)?;
    let time = match ceremony.sealed_at() {
        Some(time) => time.clone(),
        None => clock::now()?,
    };
    let (ceremony, _) = office::commit(ceremony.with_sealed_at(time))?;
    suiji::seal_with(&inputs, &ceremony, run).or_else(|error| {
        let findings = inputs.findings_with(ceremony.sealed_at(), run)?;
        Err(Error::from(error).with_findings(findings))
    })
}

/// The ceremony of a case that has none yet. Frames, takes and findings of the lists do not depend on it.
fn stand_in() -> Result<Ceremony, Error> {
    let dice = Part::new(20, 1, 6)?;
    let source = Source::live(By::Witness, "dice", [dice])?;
    Ok(Ceremony::new(Hash::Sha256, [source]))
}

fn findings(sealed: &Sealed, without_ceremony: bool, run: &Run) -> Result<Vec<Finding>, Error> {
    let mut findings = sealed.findings_with(run)?;
    findings.retain(|of| !(without_ceremony && of.place().kind() == ErrorKind::Ceremony));
    // If a limit names a department twice, the finding occurs twice.
    findings.dedup();
    Ok(findings)
}

fn write_page(options: &Options<'_>, html: &str) -> Result<(), Error> {
    match options.page {
        Some(path) => writing::replace(path, html.as_bytes(), Access::Shared),
        None => Ok(()),
    }
}

fn print(
    session: &mut Session<'_>,
    checked: &Checked<'_>,
    options: &Options<'_>,
) -> std::io::Result<()> {
    commitment::print_rows(session, checked.sealed.commitment())?;
    tasks::print(
        session,
        checked.sealed,
        &checked.summaries,
        options.all_tasks,
    )?;
    for part in outlook::parts(&checked.outlook, checked.sealed.inputs()) {
        session.say(outlook::text(&part))?;
    }
    session.say(texts::findings_heading(checked.findings.len()))?;
    commitment::print_findings(session, &checked.findings, options.all_tasks)?;
    if checked.without_ceremony {
        session.say(texts::check_without_ceremony())?;
    }
    match options.page {
        Some(path) => session.say(texts::page_written(path.display())),
        None => Ok(()),
    }
}

fn output<'c>(checked: &Checked<'c>, options: &Options<'_>) -> Output<'c> {
    let mut output = Output::new(checked.sealed, &checked.summaries, &checked.findings);
    output.set("outlook", parsed(&checked.outlook.to_json()));
    if let Some(path) = options.page {
        output.set("page", path.display().to_string());
    }
    output
}
