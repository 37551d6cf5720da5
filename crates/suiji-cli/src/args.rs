//! The command line: words to a command with its arguments and options.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use suiji::codes::Code;
use suiji::{Error, ErrorKind, Fault, Lang, Place};

use crate::codes;
use crate::commands::{self, Spec};

/// What a command line asks for.
#[derive(Debug)]
pub(crate) enum Asked {
    Command(&'static Spec, Words),
    Help(Option<&'static Spec>),
    Version,
}

/// The arguments and options of a command, as its table allows them.
#[derive(Debug, Default)]
pub(crate) struct Words {
    arguments: Vec<OsString>,
    options: Vec<(&'static str, OsString)>,
}

impl Words {
    /// An argument; required ones are there.
    pub(crate) fn argument(&self, index: usize) -> Option<&OsStr> {
        self.arguments.get(index).map(OsString::as_os_str)
    }

    /// A path that is required.
    pub(crate) fn path(&self, index: usize) -> &Path {
        Path::new(self.argument(index).unwrap_or_default())
    }

    /// The value of an option, where it is given.
    pub(crate) fn option(&self, name: &str) -> Option<&OsStr> {
        self.options
            .iter()
            .find(|(of, _)| *of == name)
            .map(|(_, value)| value.as_os_str())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.option(name).is_some()
    }

    /// The value of an option as text.
    pub(crate) fn text(&self, name: &'static str) -> Result<Option<&str>, Error> {
        self.option(name).map(|value| text(value, name)).transpose()
    }
}

/// An argument as text.
pub(crate) fn text<'w>(value: &'w OsStr, name: &str) -> Result<&'w str, Error> {
    let wrong = || value_error(name, &value.to_string_lossy(), "UTF-8");
    value.to_str().ok_or_else(wrong)
}

/// A value that is not one of those that an option takes.
pub(crate) fn value_error(name: &str, found: &str, choices: &str) -> Error {
    usage(
        codes::USAGE_VALUE,
        &[("name", name), ("found", found), ("choices", choices)],
    )
}

/// Two options of which the one stands with or without the other.
pub(crate) fn together_error(first: &str, second: &str, (rule, rule_zh): (&str, &str)) -> Error {
    usage(
        codes::USAGE_TOGETHER,
        &[
            ("first", first),
            ("second", second),
            ("rule", rule),
            ("rule_zh", rule_zh),
        ],
    )
}

/// What must be known before anything can be said: language, and whether a program reads along.
pub(crate) fn voice(args: &[OsString]) -> (Lang, bool) {
    let english = |value: &OsStr| value == "en";
    let lang = args.iter().enumerate().any(|(index, word)| {
        word == "--lang=en"
            || word == "--lang" && args.get(index + 1).is_some_and(|value| english(value))
    });
    let json = args.iter().any(|word| word == "--json");
    (if lang { Lang::En } else { Lang::Zh }, json)
}

/// Reads a command line; its first free word is the command.
pub(crate) fn parse(args: Vec<OsString>) -> Result<Asked, Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut spec: Option<&'static Spec> = None;
    let mut words = Words::default();
    let mut help = false;
    let mut version = false;
    let command = |spec: Option<&'static Spec>| spec.map_or("", |spec| spec.name);
    while let Some(word) = parser
        .next()
        .map_err(|error| option_error(error, command(spec)))?
    {
        match word {
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => help = true,
            lexopt::Arg::Long("version") | lexopt::Arg::Short('V') => version = true,
            lexopt::Arg::Long("json") => {}
            lexopt::Arg::Long("lang") => {
                let value = parser
                    .value()
                    .map_err(|error| option_error(error, command(spec)))?;
                if value != "zh" && value != "en" {
                    return Err(value_error("--lang", &value.to_string_lossy(), "zh, en"));
                }
            }
            lexopt::Arg::Long(name) => {
                let option =
                    spec.and_then(|spec| spec.options.iter().find(|option| option.name == name));
                let Some(option) = option else {
                    let found = format!("--{name}");
                    return Err(usage(
                        codes::USAGE_OPTION,
                        &[("found", &found), ("command", command(spec))],
                    ));
                };
                let given = format!("--{name}");
                let value = match option.value {
                    Some(_) => parser
                        .value()
                        .map_err(|error| option_error(error, command(spec)))?,
                    None => OsString::new(),
                };
                if words.has(option.name) {
                    return Err(together_error(
                        &given,
                        &given,
                        ("cannot both stand here", "不能重复"),
                    ));
                }
                words.options.push((option.name, value));
            }
            lexopt::Arg::Short(letter) => {
                let found = format!("-{letter}");
                return Err(usage(
                    codes::USAGE_OPTION,
                    &[("found", &found), ("command", command(spec))],
                ));
            }
            lexopt::Arg::Value(value) => match spec {
                None => spec = Some(command_of(&value)?),
                Some(spec) if words.arguments.len() < spec.arguments.len() => {
                    words.arguments.push(value)
                }
                Some(spec) => {
                    let found = value.to_string_lossy();
                    return Err(usage(
                        codes::USAGE_ARGUMENT,
                        &[("found", &found), ("command", spec.name)],
                    ));
                }
            },
        }
    }
    match spec {
        _ if help => Ok(Asked::Help(spec)),
        _ if version => Ok(Asked::Version),
        None => Err(usage(
            codes::USAGE_MISSING,
            &[("name", "COMMAND"), ("command", "")],
        )),
        Some(spec) => complete(spec, words),
    }
}

/// Every argument and option that a command requires.
fn complete(spec: &'static Spec, words: Words) -> Result<Asked, Error> {
    let missing = |name: &str| {
        usage(
            codes::USAGE_MISSING,
            &[("name", name), ("command", spec.name)],
        )
    };
    if let Some(argument) = spec
        .arguments
        .get(words.arguments.len())
        .filter(|argument| argument.required)
    {
        return Err(missing(argument.name));
    }
    for option in spec.options.iter().filter(|option| option.required) {
        if !words.has(option.name) {
            return Err(missing(&format!("--{}", option.name)));
        }
    }
    Ok(Asked::Command(spec, words))
}

fn command_of(name: &OsStr) -> Result<&'static Spec, Error> {
    let found = name.to_string_lossy();
    let spec = commands::ALL.iter().find(|spec| name == spec.name);
    spec.ok_or_else(|| usage(codes::USAGE_COMMAND, &[("found", &found)]))
}

fn option_error(error: lexopt::Error, command: &str) -> Error {
    match error {
        lexopt::Error::MissingValue { option } => {
            let name = option.unwrap_or_default();
            usage(
                codes::USAGE_MISSING,
                &[("name", &name), ("command", command)],
            )
        }
        lexopt::Error::UnexpectedValue { option, value } => {
            let found = format!("{option}={}", value.to_string_lossy());
            usage(
                codes::USAGE_OPTION,
                &[("found", &found), ("command", command)],
            )
        }
        other => usage(
            codes::USAGE_OPTION,
            &[("found", &other.to_string()), ("command", command)],
        ),
    }
}

fn usage(code: &'static Code, details: &[(&'static str, &str)]) -> Error {
    Error::new(Fault::new(code, Place::new(ErrorKind::Value, ""), details))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Asked, &'static str> {
        parse(line.split_whitespace().map(OsString::from).collect()).map_err(|error| error.code())
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
            ("seal a --at", "usage.missing"),
            ("explain r e", "usage.missing"),
            ("frob", "usage.command"),
            ("seal a b", "usage.argument"),
            ("seal a --receipt f", "usage.option"),
            ("seal a -x", "usage.option"),
            ("seal a --dry-run=yes", "usage.option"),
            ("seal a --lang fr", "usage.value"),
            ("seal a --at x --at y", "usage.together"),
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
        let voice_of = |line: &str| {
            voice(
                &line
                    .split_whitespace()
                    .map(OsString::from)
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(voice_of("seal"), (Lang::Zh, false));
        assert_eq!(voice_of("frob --lang en --json"), (Lang::En, true));
        assert_eq!(voice_of("--lang=en"), (Lang::En, false));
        assert_eq!(voice_of("--lang zh"), (Lang::Zh, false));
    }
}
