//! The help, written from the table of commands.

use suiji::Lang;

use super::spec::{About, Choice, Spec};
use crate::show::layout::table;
use crate::texts::{self, Localized};

/// The whole help, or that of one command.
pub(crate) fn help(all: &[Spec], spec: Option<&Spec>, lang: Lang) -> String {
    match spec {
        Some(spec) => of_command(spec, lang),
        None => overview(all, lang),
    }
}

fn overview(all: &[Spec], lang: Lang) -> String {
    let row = |spec: &Spec| vec![signature(spec, false), (spec.about)().text(lang)];
    let commands: Vec<Vec<String>> = all.iter().map(row).collect();
    let commands = table("  ", &[], &commands);
    let (title, course) = (texts::help_title(), texts::help_course());
    let (title, course) = (title.text(lang), course.text(lang));
    format!("{title}\n\n{commands}\n{}\n{course}\n", common(lang))
}

fn of_command(spec: &Spec, lang: Lang) -> String {
    let arguments = spec.arguments.iter();
    let arguments = arguments.map(|argument| (argument.name.to_owned(), argument.about));
    let options = spec.options.iter();
    let options = options.map(|option| (written(option), option.about));
    let row = |(name, about): (String, About)| vec![name, about().text(lang)];
    let rows: Vec<Vec<String>> = arguments.chain(options).map(row).collect();
    let (about, rows) = ((spec.about)().text(lang), table("  ", &[], &rows));
    let usage = texts::help_usage(signature(spec, true)).text(lang);
    format!("{about}\n\n{usage}\n\n{rows}{}", common(lang))
}

/// The options of every command.
fn common(lang: Lang) -> String {
    let rows = [
        ("--lang zh|en", texts::help_lang()),
        ("--json", texts::help_json()),
        ("--help, --version", texts::help_help()),
    ];
    let rows = rows.map(|(option, about)| vec![option.to_owned(), about.text(lang)]);
    table("  ", &[], &rows)
}

/// The name with its arguments, and its options where they are asked for.
fn signature(spec: &Spec, with_options: bool) -> String {
    let mut words = vec![spec.name.to_owned()];
    words.extend(
        spec.arguments
            .iter()
            .map(|argument| match argument.required {
                true => argument.name.to_owned(),
                false => format!("[{}]", argument.name),
            }),
    );
    let options = spec
        .options
        .iter()
        .filter(|option| with_options || option.required);
    words.extend(options.map(|option| {
        if option.required {
            written(option)
        } else {
            format!("[{}]", written(option))
        }
    }));
    words.join(" ")
}

fn written(option: &Choice) -> String {
    match option.value {
        Some(value) => format!("--{} {value}", option.name),
        None => format!("--{}", option.name),
    }
}
