//! Shows the totals of an import.

use std::path::Path;

use serde_json::{Map, Value, json};
use suiji_import::{Import, Place, Rule, Summary};

use super::Written;
use crate::base::failure::Failure;
use crate::show::session::Session;
use crate::texts::{self, Text};

/// A place in words.
pub(super) fn place(place: &Place) -> Text {
    Text::of(|lang| place.text().get(lang).to_owned())
}

/// The totals, and the files that were written.
pub(super) fn done(
    session: &mut Session<'_>,
    imported: &Import,
    written: &Written,
    map: Option<&Path>,
) -> Result<(), Failure> {
    if session.json {
        let json = json!({
            "lists": summaries_to_json(imported),
            "sheets_left_out": imported.log().sheets_left_out(),
            "files": written.files,
            "answers": map.map(|map| map.display().to_string()),
            "questions": 0,
        });
        session.print_json(&json)?;
        return Ok(());
    }
    for summary in imported.summaries() {
        show(session, summary)?;
    }
    sheets(session, imported)?;
    let separator = texts::list_separator();
    session.say(texts::import_written(Text::joined(
        &written.files,
        &separator,
    )))?;
    if !written.replaced.is_empty() {
        session.say(texts::import_replaced(Text::joined(
            &written.replaced,
            &separator,
        )))?;
    }
    if let Some(map) = map {
        session.say(texts::import_answers_kept(map.display()))?;
    }
    Ok(())
}

/// The totals so far, if questions are open.
pub(super) fn open(session: &mut Session<'_>, imported: &Import) -> Result<(), Failure> {
    let count = imported.questions().len() as u64 + imported.more_questions();
    if session.json {
        let json = json!({
            "lists": summaries_to_json(imported),
            "sheets_left_out": imported.log().sheets_left_out(),
            "files": [],
            "answers": null,
            "questions": count,
        });
        session.print_json(&json)?;
        return Ok(());
    }
    for summary in imported.summaries() {
        show(session, summary)?;
    }
    sheets(session, imported)?;
    session.say(texts::import_questions_open(count))?;
    Ok(())
}

fn show(session: &mut Session<'_>, of: &Summary) -> Result<(), Failure> {
    let name = Text::of(|lang| of.list.name().get(lang).to_owned());
    session.say(texts::import_done(name, of.read, of.taken))?;
    if !of.left_out.is_empty() {
        session.say(texts::import_left_out(counts(&of.left_out)))?;
    }
    if !of.changed.is_empty() {
        session.say(texts::import_changed(counts(&of.changed)))?;
    }
    if !of.noted.is_empty() {
        session.say(texts::import_noted(counts(&of.noted)))?;
    }
    if !of.columns_left_out.is_empty() {
        let columns = Text::joined(&of.columns_left_out, &texts::list_separator());
        session.say(texts::import_columns(columns))?;
    }
    Ok(())
}

/// The sheets that were left out.
fn sheets(session: &mut Session<'_>, imported: &Import) -> Result<(), Failure> {
    let left_out = imported.log().sheets_left_out();
    if !left_out.is_empty() {
        let all = Text::joined(&left_out, &texts::list_separator());
        session.say(texts::import_sheets(all))?;
    }
    Ok(())
}

fn counts(all: &[(Rule, u64)]) -> Text {
    let items: Vec<Text> = all
        .iter()
        .map(|(rule, count)| {
            let rule = Text::of(|lang| rule.text().get(lang).to_owned());
            texts::import_count(rule, count)
        })
        .collect();
    Text::joined(&items, &texts::list_separator())
}

pub(super) fn summaries_to_json(imported: &Import) -> Value {
    let counts = |all: &[(Rule, u64)]| {
        let all = all
            .iter()
            .map(|(rule, count)| (rule.as_str().to_owned(), (*count).into()));
        Value::Object(all.collect::<Map<String, Value>>())
    };
    let lists = imported.summaries().iter().map(|of| {
        json!({
            "list": of.list.as_str(),
            "read": of.read,
            "taken": of.taken,
            "left_out": counts(&of.left_out),
            "changed": counts(&of.changed),
            "noted": counts(&of.noted),
            "columns_left_out": of.columns_left_out,
        })
    });
    lists.collect()
}
