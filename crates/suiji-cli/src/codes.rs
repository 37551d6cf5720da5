//! The table of the command's own error codes, beside those of the library.
//!
//! Codes are stable: a program may match them.

use suiji::codes::Code;

macro_rules! codes {
    ($($name:ident = $id:literal, $en:literal, $zh:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "`: ", $en)]
            pub const $name: &Code = &Code::new($id, "", $en, $zh);
        )+
        /// All codes of the command, in the order of the table.
        pub const ALL: &[&Code] = &[$($name),+];
    };
}

codes! {
    // The command line.
    USAGE_COMMAND = "usage.command", "there is no command “{found}”; see suiji --help", "没有“{found}”这个命令，见 suiji --help";
    USAGE_OPTION = "usage.option", "there is no option “{found}” here; see {help}", "此处没有“{found}”这个选项，见 {help}";
    USAGE_ARGUMENT = "usage.argument", "“{found}” is one argument too many; see {help}", "多了参数“{found}”，见 {help}";
    USAGE_TWICE = "usage.twice", "{name} may stand only once", "{name} 只能写一次";
    USAGE_MISSING = "usage.missing", "{name} is missing: {about}; see {help}", "缺少 {name}：{about_zh}，见 {help}";
    USAGE_NO_VALUE = "usage.no-value", "{name} needs a value; see {help}", "{name} 缺少取值，见 {help}";
    USAGE_VALUE = "usage.value", "“{found}” is no value of {name}: {problem}", "{name} 的值“{found}”不对：{problem_zh}";
    USAGE_UNFIT = "usage.unfit", "{name}: {problem}", "{name}：{problem_zh}";
    USAGE_TOGETHER = "usage.together", "{first} and {second} {rule}", "{first} 与 {second} {rule_zh}";

    // The files of a case.
    MISSING_FOLDER = "case.missing-folder", "there is no such folder", "没有这个文件夹";
    MISSING_FILE = "case.missing-file", "there is no such file{nor}", "没有这个文件{nor_zh}";
    TWO_FORMS = "case.two-forms", "there is {other} too: only one of the two may be there", "另有 {other}：两者只能有一个";
    NOT_A_FILE = "case.not-a-file", "this is no regular file", "这不是普通文件";
    OTHER_DOCUMENT = "case.other-document", "this is {is}; what is wanted here is {wanted}", "这是{is_zh}，此处应为{wanted_zh}";
    READ = "case.read", "cannot be read: {problem}", "无法读取：{problem_zh}";
    WRITE = "case.write", "cannot be written: {problem}", "无法写入：{problem_zh}";
    EXISTS = "case.exists", "is there already and is not altered", "已经存在，不予改动";
    UNFINISHED = "case.unfinished", "is empty: a command that was to write it was stopped, or is writing it just now; where nobody else is at work on the case, remove it and go on", "是空文件：写它的命令中途停止，或正在写入。确认无人正在操作本案后，可删去该文件再继续";
    STREAMS = "case.streams", "the output cannot be written, or the answers cannot be read: {problem}", "无法写出结果，或无法读取录入：{problem_zh}";
    RANDOM = "case.random", "the system gives no random bytes: {problem}", "系统未能给出随机数：{problem}";

    // The course of a case.
    SEALED = "case.sealed", "the case is sealed already: to seal again, say why: --supersede REASON --approved-by WHO, or --follow", "本案已经封存。再次封存须说明缘由：--supersede 理由 --approved-by 批准人，或 --follow（前次抽取有效，此为下一次）";
    NOT_SEALED = "case.not-sealed", "the case is not sealed yet: suiji seal", "本案尚未封存：请先执行 suiji seal";
    NO_RECORD = "case.no-record", "there is no record.json: only a sheet whose draw was made can be followed", "没有 record.json：只有已经抽取的封存单才能接续（--follow）";
    OTHER_RECORD = "case.other-record", "is not a record of commitment.json", "不是 commitment.json 的抽取记录";
    INTERRUPTED = "case.interrupted", "a sealing is under way or was interrupted: suiji seal finishes it", "有一次封存正在进行或曾中断：请执行 suiji seal 完成它";
    ANOTHER_SEALING = "case.another-sealing", "another sealing had been interrupted and is finished now; what was asked for here was not done: ask for it again if it is still wanted", "此前中断的是另一次封存，现已完成；本次要求的封存并未进行，如仍需要请再次执行";
    BUSY = "case.busy", "another command is sealing or drawing this case", "另一命令正在对本案封存或抽取";
    CHANGED_MEANWHILE = "case.changed-meanwhile", "was changed meanwhile, by another command: what this one did does not count", "在此期间已被另一命令改动：本次所做的不作数";
    UNANSWERED = "case.unanswered", "no contribution yet of: {sources}. {then}", "尚缺随机源取值：{sources}。{then_zh}";
    PARTIAL = "case.partial", "is not what suiji draw kept for this sheet; move it away to give these contributions anew", "不是 suiji draw 为本封存单保存的取值；移走该文件后可重新录入";
    OFFICE_SECRET = "case.office-secret", "is not what suiji seal keeps there: a list of source, nonce, value", "不是 suiji seal 保存的内容（应为 source, nonce, value 的列表）";
    OTHER_CONTRIBUTIONS = "case.other-contributions", "another command has put other contributions there meanwhile; they stand, and suiji draw draws from them", "另一命令已在此期间写入不同的取值；以已写入者为准，请再次执行 suiji draw";
    NOT_THE_DRAW = "case.not-the-draw", "is not what sheet and contributions give; it is not altered", "与封存单和取值算出的结果不一致；未作改动";
}

#[cfg(test)]
mod tests {
    use super::*;
    use suiji::Lang;

    #[test]
    fn each_code_stands_once() {
        let ids: std::collections::BTreeSet<&str> = ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), ALL.len());
    }

    #[test]
    fn no_code_is_one_of_the_library_and_both_texts_have_the_same_names() {
        let names = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next())
                .map(|name| name.replace("_zh", ""))
                .collect();
            names.sort();
            names
        };
        for code in ALL {
            assert!(
                suiji::codes::ALL
                    .iter()
                    .all(|other| other.id() != code.id()),
                "{}",
                code.id()
            );
            assert_eq!(
                names(code.template(Lang::Zh)),
                names(code.template(Lang::En)),
                "{}",
                code.id()
            );
        }
    }
}
