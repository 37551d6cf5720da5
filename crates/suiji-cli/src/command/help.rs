//! The help, written from the table of commands.

use suiji::Lang;

use super::spec::{Command, CommandOption};
use crate::show::layout::table;
use crate::texts::{self, Localized, Text};

/// The help of all commands, or of one.
pub(super) fn help(all: &[Command], command: Option<&Command>, lang: Lang) -> String {
    match command {
        Some(command) => of_command(command, lang),
        None => overview(all, lang),
    }
}

fn overview(all: &[Command], lang: Lang) -> String {
    let row = |command: &Command| vec![signature(command, false), (command.about)().text(lang)];
    let commands: Vec<Vec<String>> = all.iter().map(row).collect();
    let commands = table("  ", &[], &commands);
    let (title, steps) = (texts::help_title(), texts::help_steps());
    let (title, steps) = (title.text(lang), steps.text(lang));
    let options = table("  ", &[], &common(lang).map(Vec::from));
    format!("{title}\n\n{commands}\n{options}\n{steps}\n")
}

fn of_command(command: &Command, lang: Lang) -> String {
    let own = own(command).into_iter();
    let own = own.map(|(name, about)| [name, about.text(lang)]);
    let rows = own.chain(common(lang)).map(Vec::from);
    let rows: Vec<Vec<String>> = rows.collect();
    let (about, rows) = ((command.about)().text(lang), table("  ", &[], &rows));
    let usage = texts::help_usage(signature(command, true)).text(lang);
    format!("{about}\n\n{usage}\n\n{rows}")
}

/// The arguments and options of a command, each with its description.
pub(super) fn own(command: &Command) -> Vec<(String, Text)> {
    let arguments = command.arguments.iter();
    let arguments = arguments.map(|argument| (argument.name.to_owned(), (argument.about)()));
    let options = command.options.iter();
    let options = options.map(|option| (written(option), (option.about)()));
    arguments.chain(options).collect()
}

/// The rows of the options that every command has.
pub(super) fn common(lang: Lang) -> [[String; 2]; 3] {
    let rows = [
        ("--lang zh|en", texts::help_lang()),
        ("--json", texts::help_json()),
        ("--help, --version", texts::help_help()),
    ];
    rows.map(|(option, about)| [option.to_owned(), about.text(lang)])
}

/// The name of a command with its arguments and required options; `with_options` adds the other options.
pub(super) fn signature(command: &Command, with_options: bool) -> String {
    let mut words = vec![command.name.to_owned()];
    words.extend(command.arguments.iter().map(|argument| {
        match (argument.required, argument.repeats) {
            (true, false) => argument.name.to_owned(),
            (true, true) => format!("{}...", argument.name),
            (false, _) => format!("[{}]", argument.name),
        }
    }));
    let options = command
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

fn written(option: &CommandOption) -> String {
    match option.value {
        Some(value) => format!("--{} {value}", option.name),
        None => format!("--{}", option.name),
    }
}
