//! Generates the tables of annexes C, D and F of SPEC.md from the code.

use suiji::Lang;
use suiji::error::Code;
use suiji::error::codes;
use suiji::results::{MeasureCode, OutcomeCode};
use suiji::verify::checks;

/// The command that rewrites the tables.
pub const COMMAND: &str = "cargo run -p suiji-conformance --bin tables";

/// SPEC.md with current tables. `None` if a marker is missing.
pub fn with_tables(spec: &str) -> Option<String> {
    let codes = format!(
        "Of the library:\n\n{}\nOf the command:\n\n{}",
        table(of_library(codes::ALL)),
        table(of_command())
    );
    let checks = format!(
        "{}\nWhat remains on trust [V2]:\n\n{}",
        table(of_library(checks::ALL)),
        table(of_library(checks::TRUST))
    );
    let spec = between(spec, "codes", &codes)?;
    let spec = between(&spec, "checks", &checks)?;
    between(&spec, "outcomes", &outcomes())
}

/// The published outcomes and measures.
fn outcomes() -> String {
    let mut table = String::from(
        "| outcome | group | list of 2017 | later list | English | 中文 |\n|---|---|---|---|---|---|\n",
    );
    for of in OutcomeCode::ALL {
        let (code, group) = (of.code(), of.group().as_str());
        let numbers = [of.list_2017(), of.list_later()].map(Option::unwrap_or_default);
        let (en, zh) = (of.name(Lang::En), of.name(Lang::Zh));
        let [first, later] = numbers;
        table.push_str(&format!(
            "| `{code}` | {group} | {first} | {later} | {en} | {zh} |\n"
        ));
    }
    table.push_str("\n| measure | English | 中文 |\n|---|---|---|\n");
    for of in MeasureCode::ALL {
        let (code, en, zh) = (of.code(), of.name(Lang::En), of.name(Lang::Zh));
        table.push_str(&format!("| `{code}` | {en} | {zh} |\n"));
    }
    table
}

/// The codes of the command.
pub fn command() -> &'static [&'static suiji_cli::Code] {
    suiji_cli::codes::ALL
}

/// One row: id, rule, English and Chinese text.
type Row = [&'static str; 4];

fn of_library(codes: &'static [&'static Code]) -> impl Iterator<Item = Row> {
    let text = |code: &'static Code, lang| code.template(lang);
    codes.iter().map(move |code| {
        [
            code.id(),
            code.rule(),
            text(code, Lang::En),
            text(code, Lang::Zh),
        ]
    })
}

fn of_command() -> impl Iterator<Item = Row> {
    let codes = command().iter();
    codes.map(|code| {
        [
            code.id(),
            "",
            code.template(Lang::En),
            code.template(Lang::Zh),
        ]
    })
}

/// The text with `table` between the two markers with this name.
pub(crate) fn between(text: &str, name: &str, table: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&open)?;
    let (_, after) = rest.split_once(&close)?;
    Some(format!("{before}{open}\n{table}{close}{after}"))
}

fn table(rows: impl Iterator<Item = Row>) -> String {
    let mut table = String::from("| id | rule | English | 中文 |\n|---|---|---|---|\n");
    for [id, rule, en, zh] in rows {
        let rule = if rule.is_empty() {
            String::new()
        } else {
            format!("[{rule}]")
        };
        let [en, zh] = [en, zh].map(|text| text.replace('|', "\\|"));
        table.push_str(&format!("| `{id}` | {rule} | {en} | {zh} |\n"));
    }
    table
}
