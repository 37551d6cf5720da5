//! `suiji completion`: the script that completes a command line in a shell, written from the table of commands.

use suiji::Lang;

use super::spec::{Command, CommandOption};
use crate::texts::Localized;

/// The shells for which there is a script.
pub(super) const SHELLS: [&str; 4] = ["bash", "zsh", "fish", "powershell"];

/// The options that every command has.
const COMMON: [(&str, &[&str]); 3] = [("lang", &["zh", "en"]), ("json", &[]), ("help", &[])];

/// The script for one of [`SHELLS`].
pub(super) fn script(shell: &str, all: &[Command], lang: Lang) -> Option<String> {
    match shell {
        "bash" => Some(bash(all)),
        "zsh" => Some(zsh(all, lang)),
        "fish" => Some(fish(all, lang)),
        "powershell" => Some(powershell(all, lang)),
        _ => None,
    }
}

/// The values that an option allows, such as `zh|en`. A value in capitals, such as `FILE`, can be any text.
fn choices(option: &CommandOption) -> Vec<&'static str> {
    let words = option.value.unwrap_or_default().split('|');
    words
        .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

/// All options of a command: their names and the values that they allow.
fn options(command: &Command) -> Vec<(&'static str, Vec<&'static str>)> {
    let own = command.options.iter();
    let own = own.map(|option| (option.name, choices(option)));
    own.chain(COMMON.map(|(name, words)| (name, words.to_vec())))
        .collect()
}

fn names(all: &[Command]) -> String {
    let names: Vec<&str> = all.iter().map(|command| command.name).collect();
    names.join(" ")
}

fn dashed(command: &Command) -> String {
    let options: Vec<String> = options(command)
        .iter()
        .map(|(name, _)| format!("--{name}"))
        .collect();
    options.join(" ")
}

fn bash(all: &[Command]) -> String {
    let mut cases = String::new();
    for command in all {
        let name = command.name;
        for (option, words) in options(command) {
            if !words.is_empty() {
                let words = words.join(" ");
                cases += &format!("        \"{name} --{option} \"*) words='{words}' ;;\n");
            }
        }
        let options = dashed(command);
        cases += &format!("        \"{name} \"*\" -\"*) words='{options}' ;;\n");
    }
    let names = names(all);
    format!(
        r#"# Completes the command lines of suiji in bash: source this file.
_suiji() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} words=
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W '{names}' -- "$word")
        return
    fi
    case "${{COMP_WORDS[1]}} $before $word" in
{cases}    esac
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -o filenames -F _suiji suiji
"#
    )
}

/// A text in single quotes. The characters that `_arguments` reads are escaped.
fn zsh_quoted(text: &str) -> String {
    let mut quoted = String::new();
    for character in text.chars() {
        match character {
            '\'' => quoted += "'\\''",
            '[' | ']' | ':' | '\\' => quoted.extend(['\\', character]),
            _ => quoted.push(character),
        }
    }
    quoted
}

fn zsh(all: &[Command], lang: Lang) -> String {
    let (mut commands, mut cases) = (String::new(), String::new());
    for command in all {
        let (name, about) = (command.name, zsh_quoted(&(command.about)().text(lang)));
        commands += &format!("        '{name}:{about}'\n");
        cases += &format!("        {name}) _arguments");
        for option in command.options {
            let (name, about) = (option.name, zsh_quoted(&(option.about)().text(lang)));
            let repeats = if option.repeats { "*" } else { "" };
            cases += &format!(" \\\n            '{repeats}--{name}[{about}]");
            cases += &match (option.value, &*choices(option)) {
                (None, _) => "'".to_owned(),
                (Some(value), []) => format!(":{}:_files'", zsh_quoted(value)),
                (Some(value), words) => format!(":{value}:({})'", words.join(" ")),
            };
        }
        for (name, words) in COMMON {
            let value = match words {
                [] => String::new(),
                words => format!(":{}:({})", words.join("|"), words.join(" ")),
            };
            cases += &format!(" \\\n            '--{name}{value}'");
        }
        cases += " \\\n            '*:file:_files' ;;\n";
    }
    format!(
        r#"#compdef suiji
# Completes the command lines of suiji in zsh: a file _suiji in a folder of $fpath.
_suiji() {{
    local -a commands=(
{commands}    )
    if ((CURRENT == 2)); then
        _describe command commands
        return
    fi
    shift words
    ((CURRENT--))
    case $words[1] in
{cases}    esac
}}
if [ "$funcstack[1]" = _suiji ]; then _suiji "$@"; else compdef _suiji suiji; fi
"#
    )
}

/// A text in single quotes for fish, where `\` and `'` are special.
fn fish_quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
}

fn fish(all: &[Command], lang: Lang) -> String {
    let mut script = "# Completes the command lines of suiji in fish.\n".to_owned();
    for command in all {
        let (name, about) = (command.name, fish_quoted(&(command.about)().text(lang)));
        script +=
            &format!("complete -c suiji -n __fish_use_subcommand -f -a {name} -d '{about}'\n");
        for option in command.options {
            let (long, about) = (option.name, fish_quoted(&(option.about)().text(lang)));
            let value = match (option.value, &*choices(option)) {
                (None, _) => String::new(),
                (Some(_), []) => " -r".to_owned(),
                (Some(_), words) => format!(" -x -a '{}'", words.join(" ")),
            };
            script += &format!(
                "complete -c suiji -n '__fish_seen_subcommand_from {name}' -l {long}{value} -d '{about}'\n"
            );
        }
    }
    script += "complete -c suiji -l lang -x -a 'zh en'\ncomplete -c suiji -l json\ncomplete -c suiji -l help\n";
    script
}

/// A text in single quotes for PowerShell, where only `'` is special.
fn powershell_quoted(text: &str) -> String {
    text.replace('\'', "''")
}

fn powershell(all: &[Command], lang: Lang) -> String {
    let (mut commands, mut values) = (String::new(), String::new());
    for command in all {
        let (name, about) = (
            command.name,
            powershell_quoted(&(command.about)().text(lang)),
        );
        let dashed = dashed(command);
        commands += &format!("        '{name}' = @('{about}', '{dashed}')\n");
        for (option, words) in options(command) {
            if !words.is_empty() {
                let words = words.join(" ");
                values += &format!("        '{name} --{option}' = '{words}'\n");
            }
        }
    }
    format!(
        r#"# Completes the command lines of suiji in PowerShell: run this file in your profile.
Register-ArgumentCompleter -Native -CommandName suiji -ScriptBlock {{
    param($word, $line, $position)
    $commands = [ordered]@{{
{commands}    }}
    $values = @{{
{values}    }}
    $typed = @($line.CommandElements | Where-Object {{ $_.Extent.EndOffset -lt $position }} | ForEach-Object {{ "$_" }})
    $command = if ($typed.Count -gt 1) {{ $typed[1] }}
    $found = if ($null -eq $command) {{
        $commands.Keys
    }} elseif ($values["$command $($typed[-1])"]) {{
        $values["$command $($typed[-1])"] -split ' '
    }} elseif ($word -like '-*' -and $commands.Contains($command)) {{
        $commands[$command][1] -split ' '
    }}
    $found | Where-Object {{ $_ -like "$word*" }} | ForEach-Object {{
        $about = if ($null -eq $command) {{ $commands[$_][0] }} else {{ $_ }}
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $about)
    }}
}}
"#
    )
}
