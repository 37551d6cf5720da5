//! Parses a command line: the command, and the values of its arguments and options.

use std::ffi::{OsStr, OsString};

use suiji::Lang;

use super::spec::{About, Command, CommandOption};
use super::values::{Values, choice_error, shown, usage};
use crate::base::error::Error;
use crate::texts::{self, codes};

/// The request of a command line.
#[derive(Debug)]
pub(super) enum Request {
    Run(&'static Command, Values),
    Help(Option<&'static Command>),
    Version,
}

/// The language, and whether the output is JSON. Both must be known before an error of the command line can be
/// shown. The text `--json` does not count if it is the value of another option.
pub(super) fn output(args: &[OsString], table: &[Command]) -> (Lang, bool) {
    let (mut lang, mut json) = (Lang::Zh, false);
    let mut words = args.iter().map(OsString::as_os_str);
    while let Some(word) = words.next().filter(|word| *word != "--") {
        if word == "--lang=en" || word == "--lang" && words.next().is_some_and(|next| next == "en")
        {
            lang = Lang::En;
        } else if word == "--json" {
            json = true;
        } else if takes_value(word, table) {
            words.next();
        }
    }
    (lang, json)
}

/// A command line without the choice of the language. Nothing may be left, as in `suiji --lang en`.
pub(super) fn without_language(args: &[OsString]) -> &[OsString] {
    match args {
        [lang, _] if lang == "--lang" => &[],
        [lang] if lang == "--lang=en" || lang == "--lang=zh" => &[],
        _ => args,
    }
}

/// Whether the next word is the value of this option. An option has this form in every command.
fn takes_value(word: &OsStr, table: &[Command]) -> bool {
    let name = word.to_str().and_then(|word| word.strip_prefix("--"));
    let mut options = table.iter().flat_map(|command| command.options);
    name.is_some_and(|name| options.any(|option| option.name == name && option.value.is_some()))
}

/// Parses a command line. The first word that is not an option is the command.
pub(super) fn parse(args: Vec<OsString>, table: &'static [Command]) -> Result<Request, Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut command: Option<&'static Command> = None;
    let mut values = Values::default();
    let mut help = false;
    let mut version = false;
    while let Some(word) = parser
        .next()
        .map_err(|error| option_error(error, command))?
    {
        match word {
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => help = true,
            lexopt::Arg::Long("version") | lexopt::Arg::Short('V') => version = true,
            lexopt::Arg::Long("json") => {}
            lexopt::Arg::Long("lang") => {
                let value = parser
                    .value()
                    .map_err(|error| option_error(error, command))?;
                if value != "zh" && value != "en" {
                    return Err(choice_error(
                        "--lang",
                        &value.to_string_lossy(),
                        ["zh", "en"],
                    ));
                }
            }
            lexopt::Arg::Long(name) => {
                let option = option_of(name, command)?;
                let value = match option.value {
                    Some(_) => parser
                        .value()
                        .map_err(|error| option_error(error, command))?,
                    None => OsString::new(),
                };
                if values.has(option.name) && !option.repeats {
                    let name = format!("--{}", option.name);
                    return Err(usage(codes::usage_twice(name)));
                }
                values.options.push((option.name, value));
            }
            lexopt::Arg::Short(letter) => return Err(no_option(&format!("-{letter}"), command)),
            lexopt::Arg::Value(value) => match command {
                None => command = Some(command_of(&value, table)?),
                Some(command)
                    if values.arguments.len() < command.arguments.len()
                        || command.arguments.last().is_some_and(|last| last.repeats) =>
                {
                    values.arguments.push(value)
                }
                Some(_) => {
                    let found = value.to_string_lossy();
                    return Err(usage(codes::usage_argument(
                        shown(&found),
                        help_of(command),
                    )));
                }
            },
        }
    }
    match command {
        _ if help => Ok(Request::Help(command)),
        _ if version => Ok(Request::Version),
        None => Err(missing("COMMAND", texts::a_command, None)),
        Some(command) => complete(command, values),
    }
}

/// Checks that every required argument and option is provided.
fn complete(command: &'static Command, values: Values) -> Result<Request, Error> {
    if let Some(argument) = command
        .arguments
        .get(values.arguments.len())
        .filter(|argument| argument.required)
    {
        return Err(missing(argument.name, argument.about, Some(command)));
    }
    for option in command.options.iter().filter(|option| option.required) {
        if !values.has(option.name) {
            let name = format!("--{}", option.name);
            return Err(missing(&name, option.about, Some(command)));
        }
    }
    Ok(Request::Run(command, values))
}

fn missing(name: &str, about: About, command: Option<&Command>) -> Error {
    usage(codes::usage_missing(name, help_of(command), about()))
}

fn command_of(name: &OsStr, table: &'static [Command]) -> Result<&'static Command, Error> {
    let found = name.to_string_lossy();
    let command = table.iter().find(|command| name == command.name);
    command.ok_or_else(|| usage(codes::usage_command(shown(&found))))
}

/// An option of the command.
fn option_of(
    name: &str,
    command: Option<&'static Command>,
) -> Result<&'static CommandOption, Error> {
    let options = command.map(|command| command.options).unwrap_or_default();
    let option = options.iter().find(|option| option.name == name);
    option.ok_or_else(|| no_option(&format!("--{name}"), command))
}

fn no_option(found: &str, command: Option<&Command>) -> Error {
    usage(codes::usage_option(shown(found), help_of(command)))
}

/// The command line that shows the help.
fn help_of(command: Option<&Command>) -> String {
    match command {
        Some(command) => format!("suiji {} --help", command.name),
        None => "suiji --help".to_owned(),
    }
}

fn option_error(error: lexopt::Error, command: Option<&Command>) -> Error {
    match error {
        lexopt::Error::MissingValue { option } => usage(codes::usage_no_value(
            option.unwrap_or_default(),
            help_of(command),
        )),
        lexopt::Error::UnexpectedValue { option, value } => {
            no_option(&format!("{option}={}", value.to_string_lossy()), command)
        }
        other => no_option(&other.to_string(), command),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::table::ALL;
    use super::*;

    fn split(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    fn request(line: &str) -> Result<Request, &'static str> {
        parse(split(line), ALL).map_err(|error| error.code())
    }

    #[test]
    fn options_come_before_or_after_arguments_and_with_or_without_equals() {
        for line in [
            "seal a --at T --dry-run",
            "--json seal --at=T --lang en a --dry-run",
            "seal --dry-run --at T -- a",
        ] {
            let Ok(Request::Run(command, values)) = request(line) else {
                unreachable!("{line}")
            };
            assert_eq!(
                (command.name, values.path(0), values.option("at")),
                ("seal", Path::new("a"), Some(OsStr::new("T")))
            );
            assert!(values.has("dry-run") && !values.has("follow"));
        }
    }

    #[test]
    fn each_wrong_command_line_has_a_code() {
        for (line, code) in [
            ("", "usage.missing"),
            ("--json", "usage.missing"),
            ("seal", "usage.missing"),
            ("seal a --at", "usage.no-value"),
            ("explain r e", "usage.missing"),
            ("frob", "usage.command"),
            ("seal a b", "usage.argument"),
            ("seal a --receipt f", "usage.option"),
            ("seal a -x", "usage.option"),
            ("seal a --dry-run=yes", "usage.option"),
            ("seal a --lang fr", "usage.value"),
            ("seal a --at x --at y", "usage.twice"),
            ("--at x seal a", "usage.option"),
        ] {
            assert_eq!(request(line).err(), Some(code), "{line}");
        }
    }

    #[test]
    fn help_and_version_need_nothing_else() {
        assert!(matches!(
            request("seal --help"),
            Ok(Request::Help(Some(Command { name: "seal", .. })))
        ));
        assert!(matches!(request("-h"), Ok(Request::Help(None))));
        assert!(matches!(request("--version"), Ok(Request::Version)));
    }

    #[test]
    fn the_language_is_read_before_the_rest() {
        let output_of = |line: &str| output(&split(line), ALL);
        assert_eq!(output_of("seal"), (Lang::Zh, false));
        assert_eq!(output_of("frob --lang en --json"), (Lang::En, true));
        assert_eq!(output_of("--lang=en"), (Lang::En, false));
        assert_eq!(output_of("--lang zh"), (Lang::Zh, false));
    }

    #[test]
    fn the_value_of_another_option_is_neither_language_nor_json() {
        let output_of = |line: &str| output(&split(line), ALL);
        assert_eq!(output_of("seal a --supersede --json"), (Lang::Zh, false));
        assert_eq!(output_of("seal a --at --lang=en"), (Lang::Zh, false));
        assert_eq!(output_of("seal a --dry-run --json"), (Lang::Zh, true));
        assert_eq!(output_of("seal -- --json"), (Lang::Zh, false));
    }

    #[test]
    fn an_error_names_the_help_and_the_option_without_a_value() {
        let chinese = |line: &str| {
            let error = parse(split(line), ALL).unwrap_err();
            error.problem(Lang::Zh)
        };
        let command = "缺少 COMMAND（命令，如 seal），请查看 suiji --help";
        assert_eq!(chinese(""), command);
        let case = "缺少 CASE（案件文件夹），请查看 suiji seal --help";
        assert_eq!(chinese("seal"), case);
        let public = "缺少 --public（公示文本），请查看 suiji check-receipt --help";
        assert_eq!(chinese("check-receipt r"), public);
        let no_value = "--supersede 后面缺少内容，请查看 suiji seal --help";
        assert_eq!(chinese("seal a --supersede"), no_value);
    }
}
