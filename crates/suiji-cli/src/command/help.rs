//! The help, written from the table of commands.

use suiji::Lang;

use super::spec::{Choice, Spec};
use crate::show::layout::table;

/// The whole help, or that of one command.
pub(crate) fn help(all: &[Spec], spec: Option<&Spec>, lang: Lang) -> String {
    match spec {
        Some(spec) => of_command(spec, lang),
        None => overview(all, lang),
    }
}

fn overview(all: &[Spec], lang: Lang) -> String {
    let pick = |(zh, en): (&'static str, &'static str)| if lang == Lang::En { en } else { zh };
    let commands: Vec<Vec<String>> = all
        .iter()
        .map(|spec| vec![signature(spec, false), pick(spec.about).to_owned()])
        .collect();
    let head = pick((
        "suiji 随机：可核验的“双随机”抽取\n\n用法：suiji 命令 [参数] [选项]\n\n",
        "suiji 随机: the double-random draw of inspections, made so that anyone can check it\n\nUsage: suiji COMMAND [ARGUMENTS] [OPTIONS]\n\n",
    ));
    let tail = pick((
        "\n一次抽取：suiji new 案件 → 填写各文件 → suiji seal 案件 → 公布封存单摘要 → 掷骰、开球 → suiji draw 案件 → suiji verify 案件/record.json --case 案件\n\
         退出码：0 完成；1 核验不成立或不完整；2 输入或用法有误。\n各命令的选项：suiji 命令 --help\n",
        "\nOne draw: suiji new CASE → fill in the files → suiji seal CASE → make the digest known → throw the dice → suiji draw CASE → suiji verify CASE/record.json --case CASE\n\
         Exit codes: 0 done; 1 checked, and it does not hold or is incomplete; 2 bad input or usage.\nOptions of a command: suiji COMMAND --help\n",
    ));
    format!(
        "{head}{}\n{}{tail}",
        table("  ", &[], &commands),
        common(lang)
    )
}

fn of_command(spec: &Spec, lang: Lang) -> String {
    let pick = |(zh, en): (&'static str, &'static str)| if lang == Lang::En { en } else { zh };
    let arguments = spec
        .arguments
        .iter()
        .map(|argument| vec![argument.name.to_owned(), pick(argument.about).to_owned()]);
    let options = spec
        .options
        .iter()
        .map(|option| vec![written(option), pick(option.about).to_owned()]);
    let rows: Vec<Vec<String>> = arguments.chain(options).collect();
    let usage = pick(("用法：", "Usage: "));
    format!(
        "{}\n\n{usage}suiji {}\n\n{}{}",
        pick(spec.about),
        signature(spec, true),
        table("  ", &[], &rows),
        common(lang)
    )
}

/// The options of every command.
fn common(lang: Lang) -> String {
    let rows = [
        (
            "--lang zh|en",
            "语言，缺省为中文",
            "the language, Chinese by default",
        ),
        (
            "--json",
            "输出 JSON，供程序使用；错误也以 JSON 写到标准错误",
            "JSON for programs; errors as JSON on the standard error",
        ),
        ("--help, --version", "帮助、版本", "this help, the version"),
    ];
    let rows = rows.map(|(option, zh, en)| {
        vec![
            option.to_owned(),
            if lang == Lang::En { en } else { zh }.to_owned(),
        ]
    });
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
