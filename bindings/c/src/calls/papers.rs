//! The papers of a draw.

use std::collections::BTreeMap;

use serde_json::json;
use suiji::values::EntityId;
use suiji::{Lang, Results};
use suiji_report::{Calendar, Kind, Office, Paper, Papers, Templates};

use super::amending::earlier;
use crate::codes::{SUIJI_EN, SUIJI_ZH};
use crate::failure::Failure;
use crate::object::Object;
use crate::values::json as value;

/// What happened after the draw. A document that is not provided is empty.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "the parameters of a C function")]
pub struct Afterwards<'a> {
    /// The amendments.
    pub amendments: &'a [u8],
    /// The results of the inspections.
    pub results: &'a [u8],
}

/// What an office adds to its papers. A document that is not provided is empty.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "the parameters of a C function")]
pub struct OfficeFiles<'a> {
    /// The settings, `office.json`.
    pub office: &'a [u8],
    /// Notices of holidays, `holidays.json`, in addition to the known ones.
    pub holidays: &'a [u8],
    /// A JSON object with the text of each template by its name.
    pub templates: &'a [u8],
}

/// Makes the papers of a draw, and the page that lists them. Kinds and letters are JSON lists of words and ids. Without
/// both, papers of all kinds are made. Papers of results need results.
///
/// # Errors
/// The faults of the documents, and those of [`Papers`]. Misuse if there is no such kind or language.
pub fn papers(
    sealed: &Object,
    record: &Object,
    afterwards: Afterwards<'_>,
    files: OfficeFiles<'_>,
    kinds: &[u8],
    letters: &[u8],
    language: i32,
) -> Result<Object, Failure> {
    let (sealed, record) = (&sealed.sealed("sealed")?.0, record.record("record")?);
    let amendments = earlier(afterwards.amendments)?;
    let results = match afterwards.results {
        [] => None,
        results => Some(Results::from_json(results)?),
    };
    let own: BTreeMap<String, String> = value("templates", files.templates)?;
    let (words, ids): (Vec<String>, Vec<String>) =
        (value("kinds", kinds)?, value("letters", letters)?);
    let lang = match language {
        SUIJI_ZH => Lang::Zh,
        SUIJI_EN => Lang::En,
        _ => return Err(Failure::unknown_number("language", language.into())),
    };
    let kind = |word: &String| Kind::from_word(word).ok_or_else(|| Failure::no_such_paper(word));
    let kinds: Vec<Kind> = match (&*words, &*ids) {
        ([], []) => Kind::ALL.to_vec(),
        (words, _) => words.iter().map(kind).collect::<Result<_, _>>()?,
    };
    let mut papers = Papers::new(sealed, record)?.in_language(lang);
    if !files.office.is_empty() {
        papers = papers.with_office(Office::from_json(files.office)?);
    }
    if !files.holidays.is_empty() {
        papers = papers.with_calendar(Calendar::published().with_json(files.holidays)?);
    }
    let own = own.iter().map(|(name, text)| (&**name, &**text));
    papers = papers.with_templates(Templates::default().with_all(own)?);
    if let Some(amendments) = &amendments {
        papers = papers.with_amendments(amendments)?;
    }
    if let Some(results) = &results {
        papers = papers.with_results(results)?;
    }
    let mut made = match kinds.is_empty() {
        true => Vec::new(),
        false => papers.make(&kinds)?,
    };
    for id in &ids {
        let entity: EntityId = id.parse()?;
        made.extend(papers.letter(&entity)?);
    }
    made.push(papers.index(&made));
    Ok(Object::Papers(made))
}

/// The list of papers, as JSON: kind, form, name, title, public, size.
///
/// # Errors
/// Misuse if the object has another kind.
pub fn papers_list(papers: &Object) -> Result<Object, Failure> {
    let paper = |of: &Paper| {
        json!({
            "kind": of.kind().as_str(),
            "form": of.form().extension(),
            "name": of.name(),
            "title": of.title(),
            "public": of.is_public(),
            "size": of.bytes().len(),
        })
    };
    let list: Vec<_> = papers.papers("papers")?.iter().map(paper).collect();
    Ok(Object::bytes(format!("{:#}", json!(list))))
}

/// The file of a paper, by its position in the list; none after the last.
///
/// # Errors
/// Misuse if the object has another kind.
pub fn paper(papers: &Object, at: i32) -> Result<Option<Object>, Failure> {
    let papers = papers.papers("papers")?;
    let paper = usize::try_from(at).ok().and_then(|at| papers.get(at));
    Ok(paper.map(|paper| Object::bytes(paper.bytes())))
}
