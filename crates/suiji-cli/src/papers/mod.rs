//! `suiji papers`: makes the papers that an office prints, signs, hands out, publishes and files after
//! a draw.

mod settings;
mod write;

use std::path::Path;

use serde_json::{Value, json};
use suiji::values::EntityId;
use suiji_report::{Calendar, Kind, Office, Paper, Papers};

use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::drawn::Drawn;
use crate::case::{Case, RESULTS};
use crate::show::session::Session;
use crate::texts::{self, codes};
pub(crate) use settings::{Settings, copy_templates};

/// What the command line requests.
#[derive(Debug, Default)]
pub(crate) struct Options<'o> {
    /// A folder that does not exist yet. By default it is the next free one in the case.
    pub(crate) out: Option<&'o Path>,
    /// If this is empty, all kinds.
    pub(crate) only: Vec<Kind>,
    /// Letters to these entities. If there are any, other papers are made only if `only` or `all` requests them.
    pub(crate) entities: Vec<EntityId>,
    /// All kinds, with the letters.
    pub(crate) all: bool,
    pub(crate) office: Option<&'o Path>,
    pub(crate) holidays: Option<&'o Path>,
    pub(crate) templates: Option<&'o Path>,
}

pub(crate) fn papers(
    session: &mut Session<'_>,
    case: &Case,
    options: &Options<'_>,
) -> Result<Exit, Failure> {
    let drawn = Drawn::open(case, &session.run())?;
    let settings = Settings::read(case, options)?;
    let of_results = options.only.iter().find(|kind| kind.is_of_results());
    if let (Some(kind), None) = (of_results, &drawn.results) {
        return Err(file_error(&case.path(RESULTS), codes::no_results(kind.as_str())).into());
    }
    let papers = of_draw(&drawn, settings.office, settings.calendar)?
        .with_templates(settings.templates)
        .in_language(session.lang);
    let made = make(&papers, options)?;
    let folder = write::folder(case, options.out, &made)?;
    show(session, &folder, &made, settings.without_office)?;
    Ok(Exit::Success)
}

/// The papers of a draw, with amendments and results.
pub(crate) fn of_draw(
    drawn: &Drawn,
    office: Office,
    calendar: Calendar,
) -> Result<Papers<'_>, suiji_report::Error> {
    let mut papers = Papers::new(&drawn.sealed, &drawn.record)?
        .with_office(office)
        .with_calendar(calendar);
    if let Some(amendments) = &drawn.amendments {
        papers = papers.with_amendments(amendments)?;
    }
    if let Some(results) = &drawn.results {
        papers = papers.with_results(results)?;
    }
    Ok(papers)
}

/// The papers that are requested, and the page that lists them.
fn make(papers: &Papers<'_>, options: &Options<'_>) -> Result<Vec<Paper>, Failure> {
    let kinds: &[Kind] = match (&*options.only, &*options.entities) {
        ([], []) => &Kind::ALL,
        _ if options.all => &Kind::ALL,
        (only, _) => only,
    };
    let mut made = match kinds.is_empty() {
        true => Vec::new(),
        false => papers.make(kinds)?,
    };
    for entity in &options.entities {
        made.extend(papers.letter(entity)?);
    }
    made.push(papers.index(&made));
    Ok(made)
}

fn show(
    session: &mut Session<'_>,
    folder: &Path,
    made: &[Paper],
    without_office: Option<String>,
) -> Result<(), Failure> {
    if session.json {
        let paper = |paper: &Paper| {
            json!({
                "kind": paper.kind().as_str(),
                "name": paper.name(),
                "title": paper.title(),
                "public": paper.is_public(),
            })
        };
        let papers: Value = made.iter().map(paper).collect();
        let json = json!({"folder": folder.display().to_string(), "papers": papers});
        return Ok(session.print_json(&json)?);
    }
    let index = folder.join("index.html");
    session.say(texts::papers_written(made.len(), folder.display()))?;
    session.say(texts::papers_index(index.display()))?;
    if let Some(file) = without_office {
        session.say(texts::papers_without_office(file))?;
    }
    if made.iter().any(|paper| !paper.is_public()) {
        session.say(texts::papers_not_public())?;
    }
    Ok(())
}
