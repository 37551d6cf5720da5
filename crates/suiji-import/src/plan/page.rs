//! Every value that was understood, with its source, as one page for printing.

use std::fmt::Write;

use suiji::Lang;

use super::imported::PlanImport;
use super::open::Understood;
use crate::ask::Place;
use crate::base::texts::{self, Localized, Text};
use crate::page::{begin, begin_table, end, escaped, heading, paragraph, questions};

/// The page of an import of a plan, in one language.
pub fn plan_page(import: &PlanImport, lang: Lang) -> String {
    let mut out = begin(&texts::page_plan_title(), lang);
    paragraph(&mut out, &texts::page_plan_note(), lang);
    questions(&mut out, import.questions(), lang);
    let mut tasks: Vec<&str> = Vec::new();
    for of in import.understood() {
        if !tasks.contains(&&*of.task) {
            tasks.push(&of.task);
        }
    }
    for task in tasks {
        let name = match task.is_empty() {
            true => texts::plan().localized(lang),
            false => task.to_owned(),
        };
        heading(&mut out, 2, &name);
        let of_task = import.understood().iter().filter(|of| of.task == task);
        table(&mut out, of_task, lang);
    }
    end(&mut out, lang);
    out
}

fn table<'u>(out: &mut String, all: impl Iterator<Item = &'u Understood>, lang: Lang) {
    let heads: [Text; 4] = [
        texts::page_plan_field(),
        texts::page_before(),
        texts::page_after(),
        texts::page_plan_place(),
    ];
    begin_table(out, &heads, lang);
    for of in all {
        let mark = match of.answered {
            true => texts::page_plan_answered().localized(lang),
            false => String::new(),
        };
        let place = Place {
            column: String::new(),
            ..of.place.clone()
        };
        let (before, means) = (escaped(&of.before), escaped(of.means.get(lang)));
        // A text that is used unchanged is shown once.
        let cells = match before == means {
            true => format!("<td>{before}</td><td>{}", escaped(&mark)),
            false => format!(
                "<td><del>{before}</del></td><td><ins>{means}</ins>{}",
                escaped(&mark)
            ),
        };
        let _ = writeln!(
            out,
            "<tr><td>{}</td>{cells}</td><td>{}</td></tr>",
            escaped(of.field.get(lang)),
            escaped(place.text().get(lang)),
        );
    }
    out.push_str("</table>\n");
}
