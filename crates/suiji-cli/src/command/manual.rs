//! `suiji manual`: the page of the command for `man`, written from the table of commands.

use suiji::Lang;

use super::help;
use super::spec::Command;
use crate::texts::{self, Localized};

/// The page, in the language of the session.
pub(super) fn page(all: &[Command], lang: Lang) -> String {
    let mut page = format!(
        ".\\\" Written by: suiji manual\n.TH SUIJI 1 \"\" \"suiji {}\"\n",
        env!("CARGO_PKG_VERSION")
    );
    section(&mut page, &texts::manual_name().text(lang));
    text(&mut page, &texts::manual_title().text(lang));
    section(&mut page, &texts::manual_synopsis().text(lang));
    text(&mut page, &texts::manual_usage().text(lang));
    section(&mut page, &texts::manual_description().text(lang));
    for line in texts::help_steps().text(lang).lines() {
        page += ".PP\n";
        text(&mut page, line);
    }
    section(&mut page, &texts::manual_commands().text(lang));
    for command in all {
        page += &format!(".SS \"{}\"\n", escaped(command.name));
        text(&mut page, &(command.about)().text(lang));
        page += ".PP\n";
        text(
            &mut page,
            &format!("suiji {}", help::signature(command, true)),
        );
        for (name, about) in help::own(command) {
            item(&mut page, &name, &about.text(lang));
        }
    }
    section(&mut page, &texts::manual_common().text(lang));
    for [name, about] in help::common(lang) {
        item(&mut page, &name, &about);
    }
    page
}

fn section(page: &mut String, title: &str) {
    *page += &format!(".SH \"{}\"\n", escaped(title));
}

fn item(page: &mut String, name: &str, about: &str) {
    *page += &format!(".TP\n\\fB{}\\fR\n", escaped(name));
    text(page, about);
}

/// A paragraph. No line may begin with a character that troff reads as a request.
fn text(page: &mut String, paragraph: &str) {
    for line in paragraph.lines() {
        *page += "\\&";
        *page += &escaped(line);
        page.push('\n');
    }
}

/// Escapes a text for troff: the backslash, and the hyphen so that it stays a hyphen. A double quote would end the
/// argument of a request.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e")
        .replace('-', "\\-")
        .replace('"', "\\(dq")
}
