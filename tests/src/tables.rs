//! The tables of SPEC.md's annexes C and D, generated from the code.

use suiji::Lang;
use suiji::error::Code;
use suiji::error::codes;
use suiji::verify::checks;

/// The command that rewrites the tables.
pub const COMMAND: &str = "cargo run -p suiji-conformance --bin tables";

/// SPEC.md with current tables. `None` if a marker is missing.
pub fn with_tables(spec: &str) -> Option<String> {
    let codes = format!(
        "Of the library:\n\n{}\nOf the command:\n\n{}",
        table(codes::ALL),
        table(command())
    );
    let checks = format!(
        "{}\nWhat remains on trust [V2]:\n\n{}",
        table(checks::ALL),
        table(checks::TRUST)
    );
    let spec = between(spec, "codes", &codes)?;
    between(&spec, "checks", &checks)
}

/// The codes of the command.
pub fn command() -> &'static [&'static Code] {
    suiji_cli::codes::ALL
}

/// The text with `table` between the two markers with this name.
pub(crate) fn between(text: &str, name: &str, table: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&open)?;
    let (_, after) = rest.split_once(&close)?;
    Some(format!("{before}{open}\n{table}{close}{after}"))
}

fn table(codes: &[&Code]) -> String {
    let mut table = String::from("| id | rule | English | 中文 |\n|---|---|---|---|\n");
    for code in codes {
        let rule = if code.rule().is_empty() {
            String::new()
        } else {
            format!("[{}]", code.rule())
        };
        let text = |lang| code.template(lang).replace('|', "\\|");
        table.push_str(&format!(
            "| `{}` | {rule} | {} | {} |\n",
            code.id(),
            text(Lang::En),
            text(Lang::Zh)
        ));
    }
    table
}
