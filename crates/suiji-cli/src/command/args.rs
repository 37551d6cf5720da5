//! The command line: words to a command with its arguments and options.

use std::ffi::{OsStr, OsString};

use suiji::{Error, Lang};

use super::spec::{About, Choice, Spec};
use super::words::{Words, choice_error, usage};
use crate::texts::{self, codes};

/// What a command line asks for.
#[derive(Debug)]
pub(crate) enum Asked {
    Command(&'static Spec, Words),
    Help(Option<&'static Spec>),
    Version,
}

/// What must be known before anything can be said: language, and whether a program reads along. What
/// stands as the value of another option says neither.
pub(crate) fn voice(args: &[OsString], table: &[Spec]) -> (Lang, bool) {
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

/// Whether the next word is the value of this one: an option has the same form in every command.
fn takes_value(word: &OsStr, table: &[Spec]) -> bool {
    let name = word.to_str().and_then(|word| word.strip_prefix("--"));
    let mut options = table.iter().flat_map(|spec| spec.options);
    name.is_some_and(|name| options.any(|option| option.name == name && option.value.is_some()))
}

/// Reads a command line; its first free word is the command.
pub(crate) fn parse(args: Vec<OsString>, table: &'static [Spec]) -> Result<Asked, Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut spec: Option<&'static Spec> = None;
    let mut words = Words::default();
    let mut help = false;
    let mut version = false;
    while let Some(word) = parser.next().map_err(|error| option_error(error, spec))? {
        match word {
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => help = true,
            lexopt::Arg::Long("version") | lexopt::Arg::Short('V') => version = true,
            lexopt::Arg::Long("json") => {}
            lexopt::Arg::Long("lang") => {
                let value = parser.value().map_err(|error| option_error(error, spec))?;
                if value != "zh" && value != "en" {
                    return Err(choice_error(
                        "--lang",
                        &value.to_string_lossy(),
                        ["zh", "en"],
                    ));
                }
            }
            lexopt::Arg::Long(name) => {
                let option = option_of(name, spec)?;
                let value = match option.value {
                    Some(_) => parser.value().map_err(|error| option_error(error, spec))?,
                    None => OsString::new(),
                };
                if words.has(option.name) {
                    let name = format!("--{}", option.name);
                    return Err(usage(codes::usage_twice(name)));
                }
                words.options.push((option.name, value));
            }
            lexopt::Arg::Short(letter) => return Err(no_option(&format!("-{letter}"), spec)),
            lexopt::Arg::Value(value) => match spec {
                None => spec = Some(command_of(&value, table)?),
                Some(spec) if words.arguments.len() < spec.arguments.len() => {
                    words.arguments.push(value)
                }
                Some(spec) => {
                    let found = value.to_string_lossy();
                    return Err(usage(codes::usage_argument(found, help_of(Some(spec)))));
                }
            },
        }
    }
    match spec {
        _ if help => Ok(Asked::Help(spec)),
        _ if version => Ok(Asked::Version),
        None => Err(missing("COMMAND", texts::a_command, None)),
        Some(spec) => complete(spec, words),
    }
}

/// Every argument and option that a command requires.
fn complete(spec: &'static Spec, words: Words) -> Result<Asked, Error> {
    if let Some(argument) = spec
        .arguments
        .get(words.arguments.len())
        .filter(|argument| argument.required)
    {
        return Err(missing(argument.name, argument.about, Some(spec)));
    }
    for option in spec.options.iter().filter(|option| option.required) {
        if !words.has(option.name) {
            let name = format!("--{}", option.name);
            return Err(missing(&name, option.about, Some(spec)));
        }
    }
    Ok(Asked::Command(spec, words))
}

fn missing(name: &str, about: About, spec: Option<&Spec>) -> Error {
    usage(codes::usage_missing(name, help_of(spec), about()))
}

fn command_of(name: &OsStr, table: &'static [Spec]) -> Result<&'static Spec, Error> {
    let found = name.to_string_lossy();
    let spec = table.iter().find(|spec| name == spec.name);
    spec.ok_or_else(|| usage(codes::usage_command(found)))
}

/// An option that the command has.
fn option_of(name: &str, spec: Option<&'static Spec>) -> Result<&'static Choice, Error> {
    let options = spec.map(|spec| spec.options).unwrap_or_default();
    let option = options.iter().find(|option| option.name == name);
    option.ok_or_else(|| no_option(&format!("--{name}"), spec))
}

fn no_option(found: &str, spec: Option<&Spec>) -> Error {
    usage(codes::usage_option(found, help_of(spec)))
}

/// The command line that shows how it is written.
fn help_of(spec: Option<&Spec>) -> String {
    match spec {
        Some(spec) => format!("suiji {} --help", spec.name),
        None => "suiji --help".to_owned(),
    }
}

fn option_error(error: lexopt::Error, spec: Option<&Spec>) -> Error {
    match error {
        lexopt::Error::MissingValue { option } => usage(codes::usage_no_value(
            option.unwrap_or_default(),
            help_of(spec),
        )),
        lexopt::Error::UnexpectedValue { option, value } => {
            no_option(&format!("{option}={}", value.to_string_lossy()), spec)
        }
        other => no_option(&other.to_string(), spec),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::table::ALL;
    use super::*;

    fn words_of(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    fn asked(line: &str) -> Result<Asked, &'static str> {
        parse(words_of(line), ALL).map_err(|error| error.code())
    }

    #[test]
    fn options_stand_before_or_after_arguments_and_with_or_without_equals() {
        for line in [
            "seal a --at T --dry-run",
            "--json seal --at=T --lang en a --dry-run",
            "seal --dry-run --at T -- a",
        ] {
            let Ok(Asked::Command(spec, words)) = asked(line) else {
                unreachable!("{line}")
            };
            assert_eq!(
                (spec.name, words.path(0), words.option("at")),
                ("seal", Path::new("a"), Some(OsStr::new("T")))
            );
            assert!(words.has("dry-run") && !words.has("follow"));
        }
    }

    #[test]
    fn what_the_table_does_not_allow_has_a_code() {
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
            assert_eq!(asked(line).err(), Some(code), "{line}");
        }
    }

    #[test]
    fn help_and_version_ask_for_nothing_else() {
        assert!(matches!(
            asked("seal --help"),
            Ok(Asked::Help(Some(Spec { name: "seal", .. })))
        ));
        assert!(matches!(asked("-h"), Ok(Asked::Help(None))));
        assert!(matches!(asked("--version"), Ok(Asked::Version)));
    }

    #[test]
    fn the_language_is_known_before_the_rest() {
        let voice_of = |line: &str| voice(&words_of(line), ALL);
        assert_eq!(voice_of("seal"), (Lang::Zh, false));
        assert_eq!(voice_of("frob --lang en --json"), (Lang::En, true));
        assert_eq!(voice_of("--lang=en"), (Lang::En, false));
        assert_eq!(voice_of("--lang zh"), (Lang::Zh, false));
    }

    #[test]
    fn a_value_says_nothing_of_language_or_program() {
        let voice_of = |line: &str| voice(&words_of(line), ALL);
        assert_eq!(voice_of("seal a --supersede --json"), (Lang::Zh, false));
        assert_eq!(voice_of("seal a --at --lang=en"), (Lang::Zh, false));
        assert_eq!(voice_of("seal a --dry-run --json"), (Lang::Zh, true));
        assert_eq!(voice_of("seal -- --json"), (Lang::Zh, false));
    }

    #[test]
    fn an_error_names_the_help_that_there_is_and_the_option_without_a_value() {
        let chinese = |line: &str| {
            let error = parse(words_of(line), ALL).unwrap_err();
            error.message(Lang::Zh)
        };
        let command = "缺少 COMMAND：命令，如 seal，见 suiji --help";
        assert_eq!(chinese(""), command);
        let case = "缺少 CASE：案件文件夹，见 suiji seal --help";
        assert_eq!(chinese("seal"), case);
        let public = "缺少 --public：公示文本，见 suiji check-receipt --help";
        assert_eq!(chinese("check-receipt r"), public);
        let no_value = "--supersede 缺少取值，见 suiji seal --help";
        assert_eq!(chinese("seal a --supersede"), no_value);
    }
}
