//! The table of texts: Chinese first, then English, in the order of the rooms.
//!
//! To translate or correct a text, edit this file alone. `{name}` is an argument.

use suiji::Lang;

use super::{Localized, Text};

/// The error codes of the command, in addition to those of the library.
///
/// Codes are stable: a program may match them.
pub mod codes {
    use super::super::{Code, Localized, Problem, Text};

    codes! {
        // The command line.
        USAGE_COMMAND usage_command(found) = "usage.command",
            "没有“{found}”这个命令，请查看 suiji --help",
            "unknown command “{found}”; see suiji --help";
        USAGE_OPTION usage_option(found, help) = "usage.option",
            "没有“{found}”这个选项，请查看 {help}",
            "unknown option “{found}”; see {help}";
        USAGE_ARGUMENT usage_argument(found, help) = "usage.argument",
            "多余的参数“{found}”，请查看 {help}",
            "unexpected argument “{found}”; see {help}";
        USAGE_TWICE usage_twice(name) = "usage.twice",
            "{name} 只能写一次",
            "{name} is given more than once";
        USAGE_MISSING usage_missing(name, help, about) = "usage.missing",
            "缺少 {name}（{about}），请查看 {help}",
            "{name} is missing ({about}); see {help}";
        USAGE_NO_VALUE usage_no_value(name, help) = "usage.no-value",
            "{name} 后面缺少内容，请查看 {help}",
            "{name} needs a value; see {help}";
        USAGE_VALUE usage_value(name, found, expected) = "usage.value",
            "{name} 应为 {expected}，现为“{found}”",
            "{name}: expected {expected}, found “{found}”";
        USAGE_UNFIT usage_unfit(name, problem) = "usage.unfit",
            "{name}：{problem}",
            "{name}: {problem}";
        USAGE_TOGETHER usage_together(first, second, rule) = "usage.together",
            "{first} 与 {second} {rule}",
            "{first} and {second} {rule}";

        // The files of a case.
        MISSING_FOLDER missing_folder() = "case.missing-folder",
            "文件夹不存在",
            "folder not found";
        MISSING_FILE missing_file(nor) = "case.missing-file",
            "文件不存在{nor}",
            "file not found{nor}";
        TWO_FORMS two_forms(other) = "case.two-forms",
            "{other} 也存在：两个文件只能保留一个",
            "{other} exists too: keep only one of the two";
        NOT_A_FILE not_a_file() = "case.not-a-file",
            "不是普通文件",
            "not a regular file";
        OTHER_DOCUMENT other_document(expected, found) = "case.other-document",
            "应为{expected}，现为{found}",
            "expected {expected}, found {found}";
        READ cannot_read(problem) = "case.read",
            "无法读取：{problem}",
            "cannot be read: {problem}";
        WRITE cannot_write(problem) = "case.write",
            "无法写入：{problem}",
            "cannot be written: {problem}";
        EXISTS exists() = "case.exists",
            "已存在，未覆盖",
            "already exists; not overwritten";
        UNFINISHED unfinished() = "case.unfinished",
            "文件为空：写入它的命令已中断，或仍在写入。确认无人正在操作本案后，请删除该文件再继续",
            "the file is empty: the command that writes it was interrupted or is still running; if nobody else is working on the case, delete the file and continue";
        STREAMS streams(problem) = "case.streams",
            "无法输出结果，或无法读取录入内容：{problem}",
            "cannot write the output or read the answers: {problem}";
        RANDOM no_random_bytes(problem) = "case.random",
            "系统未能提供随机数：{problem}",
            "the system provides no random bytes: {problem}";

        // Papers.
        NOT_A_KIND not_a_kind(found, kinds) = "usage.kind",
            "没有“{found}”这类文书，可用的有：{kinds}",
            "unknown kind “{found}”; the kinds are {kinds}";

        // Exporting.
        WORKBOOK_NEEDS_FILE workbook_needs_file() = "usage.out",
            "表格为 xlsx，请用 --out 写明文件",
            "the table is a workbook: give its file with --out";
        KNOWN_PROFILES known_profiles(known) = "usage.profile",
            "--profile 应为字段对照文件，或自带的 {known}",
            "--profile: expected a mapping file, or one of {known}";

        // Importing.
        REPLACED_FORM replaced_form(other) = "import.other-form",
            "案件中已有 {other}，请先将其移走，再导入",
            "the case already has {other}; move it away, then import";
        IMPORT_SEALED import_sealed(file) = "import.sealed",
            "本案已封存而尚未抽取，封存时又没有另存 {file}（--keep-inputs no）：请先把它移到别处保存，再导入，然后用 suiji seal --supersede 重新封存",
            "the case is sealed and not drawn yet, and the sealing kept no copy of {file} (--keep-inputs no): move it to a safe place, import, then seal again with suiji seal --supersede";
        IMPORT_SAMPLE_PLAN import_sample_plan() = "import.sample-plan",
            "还是样例计划，检查历史中的任务名称无从对照：请先导入工作计划（--as plan），或填好 plan.json",
            "this is still the sample plan, so tasks of the history cannot be recognised: import the plan first (--as plan), or fill in plan.json";
        IMPORT_NOT_KEPT import_not_kept(file) = "import.not-kept",
            "已有的抽取须用这份 {file} 核验，而封存时没有另存（--keep-inputs no）：请先把它移到别处保存，再导入；或导入新的案件",
            "the draw is verified with this {file}, of which the sealing kept no copy (--keep-inputs no): move it to a safe place before the import, or import into a new case";
        IMPORT_QUESTIONS import_questions(count, what, file) = "import.questions",
            "有 {count} 个问题须由人答复，尚未写入{what}：请在 {file} 中填写各个 answer，再次执行本命令",
            "{count} questions need an answer, and {what} was not written: fill in each `answer` in {file} and run the command again";
        NOT_A_LIST not_a_list(found) = "import.not-a-list",
            "--as 应为 registry、roster、history、plan 或 results，现为“{found}”",
            "--as: expected registry, roster, history, plan or results, found “{found}”";

        // Sealing and drawing.
        SEALED already_sealed() = "case.sealed",
            "本案已封存。原封存单须替代的，用 --supersede 理由 --approved-by 批准人；原抽取有效、进行下一次抽取的，用 --follow",
            "the case is already sealed; use --supersede REASON --approved-by WHO to replace the commitment, or --follow if its draw is valid and this is the next one";
        NOT_SEALED not_sealed() = "case.not-sealed",
            "本案尚未封存，请先执行 suiji seal",
            "the case is not sealed yet; run suiji seal first";
        NO_RECORD no_record() = "case.no-record",
            "抽取记录不存在：完成抽取后才能使用 --follow",
            "record not found: --follow needs the record of the existing draw";
        NEEDS_CASE needs_case() = "case.needs-case",
            "封存单经过盲化，生成公示文本须用其密钥：请加上 --case 案件",
            "the commitment is blinded, and its public form needs the secret: add --case CASE";
        NO_SECRET no_secret() = "case.no-secret",
            "封存单经过盲化，此文件中却没有密钥（secret）；请找回封存时的 ceremony.json",
            "the commitment is blinded, but this file has no secret; find the ceremony.json of the sealing";
        OTHER_RECORD other_record() = "case.other-record",
            "不是 commitment.json 的抽取记录",
            "this record does not belong to commitment.json";
        INTERRUPTED interrupted() = "case.interrupted",
            "有一次封存正在进行，或已中断；请执行 suiji seal 完成该次封存",
            "a sealing is running or was interrupted; run suiji seal to finish it";
        ANOTHER_SEALING another_sealing() = "case.another-sealing",
            "刚才完成的是此前中断的封存，不是本次要求的封存；如仍需要，请再次执行本命令",
            "an interrupted sealing was finished, and its commitment is not the one requested; run the command again if it is still needed";
        BUSY busy() = "case.busy",
            "另一命令正在对本案封存或抽取，请稍后再试",
            "another command is sealing or drawing this case; try again later";
        CHANGED_MEANWHILE changed_meanwhile() = "case.changed-meanwhile",
            "已被另一命令改动，本次操作无效",
            "changed by another command; this run was discarded";
        UNANSWERED unanswered(sources, then) = "case.unanswered",
            "尚缺随机源的取值：{sources}。{then}",
            "contributions missing: {sources}. {then}";
        NOT_NUMBERS not_numbers() = "case.not-numbers",
            "应为数字，数字之间可用空格、顿号、逗号、加号等隔开",
            "expected numbers, with blanks, commas, plus signs and the like between them";
        NOT_DRAWN not_drawn() = "case.not-drawn",
            "抽取记录不存在，请先执行 suiji draw",
            "record not found; run suiji draw first";
        NO_AMENDMENTS no_amendments() = "case.no-amendments",
            "没有变更记录，不必签名",
            "there are no amendments, so there is nothing to sign";
        OTHER_ENVELOPE other_envelope() = "case.other-envelope",
            "不是这份文件的签名：请把它移到别处，再签名",
            "these are signatures of another document: move the file away, then sign";
        NO_RESULTS no_results(kind) = "case.no-results",
            "还没有检查结果，不能生成 {kind}；请先用 suiji results 案件 文件 读入检查结果",
            "there are no results yet, so {kind} cannot be made; take them over with suiji results CASE FILE first";
        WRONG_RESULTS wrong_results(count) = "case.wrong-results",
            "有 {count} 处检查结果与抽取不符，没有写入；请改正后重新运行",
            "{count} results do not fit the draw; nothing was written: correct them and run the command again";
        NOT_CONFIRMED not_confirmed() = "case.not-confirmed",
            "未确认，没有写入",
            "not confirmed; nothing was written";
        NOT_ANSWERED not_answered() = "case.not-answered",
            "录入中断，没有写入",
            "the input ended before all questions were answered; nothing was written";
        HOLDS_NO_SEAT holds_no_seat(entity, inspectors) = "amend.no-seat",
            "{inspectors} 在检查对象 {entity} 的小组中没有席位",
            "{inspectors} holds no seat in the teams of entity {entity}";
        NOT_VISITED not_visited(entity) = "amend.not-selected",
            "{entity} 不是抽中的检查对象或已启用的备选，或者已有备选递补",
            "{entity} is neither selected nor a used reserve, or a reserve already replaces it";
        NO_VACANT_SEAT no_vacant_seat(entity) = "amend.no-vacant-seat",
            "检查对象 {entity} 的小组没有这样的空缺席位；与别的任务共用小组的，须在那项任务中补足",
            "no team of entity {entity} has such a vacant seat; a team that joins another task is filled in that task";
        WHICH_SEAT which_seat(entity, seats) = "amend.which-seat",
            "检查对象 {entity} 有几个空缺席位，请用 --task、--seat 指明（任务与席位号，自 0 起）：{seats}",
            "entity {entity} has several vacant seats; name one by --task and --seat (task and number from 0): {seats}";
        NOTHING_VACANT nothing_vacant() = "amend.nothing-vacant",
            "没有空缺的席位",
            "no seat is vacant";
        PARTIAL partial() = "case.partial",
            "不是本封存单已确认的取值；请移走该文件，重新录入",
            "not the confirmed contributions of this commitment; move the file away and enter them again";
        HISTORY_HEADER history_header() = "case.history-header",
            "表头应有 entity、task、date 三列，才能补入",
            "visits can be added only if the header has the columns entity, task and date";
        HISTORY_SEPARATOR history_separator() = "case.history-separator",
            "有部门的名称含分号，不能写成 CSV：请把文件名改为 .jsonl",
            "the name of a department has a semicolon, which CSV cannot express: name the file .jsonl";
        NEEDS_INPUTS needs_inputs(digest, time) = "case.needs-inputs",
            "须用 {time} 封存时的计划、名录库和检查历史（封存单摘要 {digest}），案件的 sealed 文件夹中没有保存",
            "this needs the plan, registry, roster and history of the sealing of {time} (commitment digest {digest}), which the case has not kept in sealed/";
        SECOND_DOCUMENT second_document() = "case.second-document",
            "同类文件只能写一个",
            "only one document of a kind can be verified at a time";
        NOT_VALUES not_values() = "case.not-values",
            "应为 UTF-8 文本，或 contributions.json",
            "expected UTF-8 text, or contributions.json";
        VALUES_COUNT values_count(expected, found) = "case.values-count",
            "没有写明随机源的取值有 {found} 个，现场产生的随机源有 {expected} 个：请逐行写明随机源的序号或名称，后加冒号",
            "{found} values without a source, but {expected} live sources: write the number or the name of the source and a colon before each value";
        VALUES_LABEL values_label(count) = "case.values-label",
            "冒号前应为随机源的序号（1 至 {count}）或名称",
            "expected the number (1 to {count}) or the name of a source before the colon";
        CONTRADICTS contradicts() = "case.contradicts",
            "抽取记录与封存的计划、名录库和各随机源的取值算出的结果不符，不能据以说明或变更",
            "the record contradicts the sealed inputs and the contributions, so it cannot be explained or amended";
        LOST_COMMITMENT lost_commitment(traces) = "case.lost-commitment",
            "封存单已丢失：本案封存过，还有 {traces}。请从备份中找回，或从公布处取回；其摘要已经公布，不能用另一份代替",
            "the commitment is lost: the case was sealed, as {traces} show; find it in a backup or where it was published; its digest was published, so no other commitment can replace it";
        RESTORABLE_COMMITMENT restorable_commitment() = "case.restorable-commitment",
            "封存单已丢失，但抽取记录或 sealed 中还有：执行 suiji draw 即可恢复",
            "the commitment is lost, but record.json or sealed/ contains it: suiji draw restores it";
        LOST_SECRET lost_secret(source) = "case.lost-secret",
            "已丢失：没有它，机关的随机源“{source}”无法开启。请从备份找回",
            "lost: without it the office's source “{source}” cannot be opened; find it in a backup";
        NOT_AN_OPENING not_an_opening() = "case.not-an-opening",
            "不是 suiji commit 写出的文件",
            "not a file that suiji commit wrote";
        OFFICE_SECRET office_secret() = "case.office-secret",
            "不是 suiji seal 保存的内容（应为 source、nonce、value 的列表）",
            "expected the list of source, nonce and value that suiji seal saves";
        OTHER_CONTRIBUTIONS other_contributions() = "case.other-contributions",
            "另一命令已先保存了不同的取值，以先保存的为准；请再次执行 suiji draw",
            "another command saved different contributions first; those are used: run suiji draw again";
        NOT_THE_DRAW not_the_draw() = "case.not-the-draw",
            "与封存单和取值算出的结果不符；未覆盖",
            "does not match the draw computed from commitment and contributions; not overwritten";

        // The ledger.
        LEDGER_DRAWN ledger_drawn(number) = "ledger.drawn",
            "本案已抽取（第 {number} 号），不能再写明放弃",
            "the case was drawn (entry {number}) and cannot be given up";
        LEDGER_OTHER_KEY ledger_other_key() = "ledger.other-key",
            "不是这本登记簿的私钥，请换成开簿时生成的那个",
            "not the key of this ledger: use the key that was made when the ledger was opened";
        LEDGER_LEAVE_NEEDS ledger_leave_needs(name) = "usage.leave",
            "放弃封存单须写明 {name}",
            "giving up a commitment needs {name}";
        HEAD_OR_ENTRY head_or_entry() = "usage.head-or-entry",
            "请写 --head（较早的簿首）或 --entry（登记），只写一个",
            "give either --head, an older head, or --entry";
        HEAD_NOT_SIGNED head_not_signed() = "ledger.head-not-signed",
            "簿首没有签名",
            "the head is not signed";
    }
}

/// Earlier commitments, with the names of their files.
pub(crate) const EARLIER_COMMITMENTS: &str = "commitment.N.json";
/// Separators between numbers, ids and values, with both kinds of punctuation.
pub(crate) const BETWEEN_NUMBERS: &str = ",;+|/-，；、＋｜／－";
pub(crate) const BETWEEN_IDS: &str = ",;，；、";
pub(crate) const BETWEEN_VALUES: [char; 3] = ['\n', ';', '；'];
pub(crate) const AFTER_LABEL: [char; 2] = [':', '：'];
/// The first of the ten digits that an input method for Chinese writes.
pub(crate) const FULL_WIDTH_ZERO: char = '０';
/// Answers that go back to the previous question, as input methods write them.
pub(crate) const BACK: [&str; 4] = ["<", "＜", "《", "〈"];
/// Answers that mean yes, in lower case.
pub(crate) const YES: [&str; 8] = ["y", "yes", "是", "是的", "对", "好", "确认", "同意"];
/// Answers that mean no, in lower case.
pub(crate) const NO: [&str; 6] = ["n", "no", "否", "不", "不对", "不是"];

/// What stands between numbers that are typed on one line.
pub(crate) const BETWEEN: [char; 4] = [' ', ',', '，', '、'];
/// Answers that leave the guide, in lower case.
pub(crate) const LEAVE: [&str; 5] = ["q", "quit", "0", "退出", "离开"];

texts! {
    // Errors and lists.
    error(file, message, code) = "错误：{file}{message} [{code}]", "error: {file}{message} [{code}]";
    at_file(path, problem) = "文件 {path}：{problem}", "file {path}: {problem}";
    in_file(path) = "{path}：", "{path}: ";
    more_faults(more, all) = "另有 {more} 处错误，共 {all} 处", "and {more} more faults, {all} in all";
    save_as_utf8() =
        "（请在 Excel 或 WPS 中另存为“CSV UTF-8”格式。）",
        "(In Excel or WPS, save the file as “CSV UTF-8”.)";
    no_permission(system) = "没有权限（{system}）", "{system}";
    no_such_path(system) = "路径不存在（{system}）", "{system}";
    disk_full(system) = "磁盘空间不足（{system}）", "{system}";
    file_too_large(system) = "超过系统允许的文件大小（{system}）", "{system}";
    disk_read_only(system) = "磁盘只读（{system}）", "{system}";
    system_error(system) = "系统报告（{system}）", "{system}";
    nor(other) = "（{other} 也不存在）", ", nor {other}";
    list_separator() = "、", ", ";
    or_separator() = " 或 ", " or ";
    with_remedy(message, remedy) = "{message}。{remedy}", "{message}; {remedy}";
    to_know(text, code) = "提示：{text} [{code}]", "note: {text} [{code}]";
    warning(text, code) = "注意：{text} [{code}]", "warning: {text} [{code}]";

    // Documents, for the case that one is given instead of another.
    a_receipt() = "查验单", "a receipt";
    a_public_form() = "公示文本", "a public form";
    a_record() = "抽取记录", "a record";
    a_commitment() = "封存单", "a commitment";
    a_plan() = "抽查计划", "a plan";
    a_ceremony() = "抽取仪式", "a ceremony";
    the_contributions() = "各随机源的取值", "contributions";
    amendments_document() = "变更记录", "amendments";
    results_document() = "检查结果", "results";

    // Progress.
    progress_read() = "读取", "reading";
    progress_sort() = "排序", "sorting";
    progress_hash() = "计算摘要", "computing digests";
    progress_frame() = "生成抽样框", "building frames";
    progress_short() = "核对小组席位", "checking team seats";
    progress_tickets() = "计算签号", "computing tickets";
    progress_teams() = "编组", "filling teams";
    progress_balance() = "均衡承担户数", "balancing loads";
    progress_write() = "写入", "writing";
    progress_other() = "计算", "working";

    // Papers.
    papers_written(count, folder) = "已写出 {count} 个文件：{folder}", "{count} files written to {folder}";
    papers_index(file) =
        "请用浏览器打开 {file}。打印时可另存为 PDF。",
        "Open {file} in a browser; its print dialogue can also save PDF.";
    papers_without_office(file) =
        "没有 {file}：地点、主持人、见证人、文号等留空，可以手填。",
        "There is no {file}: place, host, witnesses, numbers and the like are left blank, to be filled in by hand.";
    papers_not_public() =
        "只有公示和检查结果公示可以公开，其余文书不公开。",
        "Only the announcement and the notice with outcomes are public.";
    templates_copied(count, folder) = "已复制 {count} 个模板：{folder}", "{count} templates copied to {folder}";

    exported(file) = "已写出 {file}", "Written: {file}";
    exported_csv() =
        "以 = + - @ 等开头的内容前加了单引号，以免被表格软件当作公式；用表格软件打开 CSV 可能改写编号，查看请用 xlsx 格式。",
        "An apostrophe stands before a value that begins with = + - @ or the like, so that no spreadsheet computes it. A spreadsheet may change codes in CSV; to look at them, use the format xlsx.";
    exported_not_public() = "这份表格不公开。", "This table is not public.";

    // The tasks of a commitment.
    frames_heading() = "从名录库到抽样框（户）：", "From the registry to the frame (entities):";
    takes_heading() = "从抽样框到抽取数（户）：", "From the frame to the take (entities):";
    column_task() = "任务", "task";
    column_inactive() = "停用", "inactive";
    column_categories() = "类别不符", "category";
    column_districts() = "区划不符", "district";
    column_industries() = "行业不符", "industry";
    column_established() = "成立日期不符", "established";
    column_in_scope() = "范围内", "in scope";
    column_exempt() = "免检", "exempt";
    column_frame() = "抽样框", "frame";
    column_all() = "不分层", "all";
    column_take() = "抽取", "take";
    column_ratio() = "比例", "ratio";
    column_reserves() = "备选", "reserves";
    column_unrated() = "未评级", "unrated";
    column_short() = "人员不足", "short of staff";
    unrated_as(count, class) = "{count} 按{class}", "{count} as {class}";
    legend_separator() = "；", "; ";
    empty_legend() =
        "每户只计入其第一个不符的条件，括号内为其中该栏未填的",
        "each entity counts for the first condition that it does not meet; in brackets: those with nothing in that column";
    limit_of_classes(classes, visits) = "{classes}{visits}次", "{classes} {visits}";
    limit_of_all(visits) = "合计{visits}次", "{visits} in all";
    limit_of_task(visits) = "本任务{visits}次", "{visits} for the task";
    limit_by(by) = "（计{by}的检查）", " (by {by})";
    limit_from(day) = "自 {day} 起", " since {day}";
    limit_of_year() = "本年度", " in the year";
    limit_all_tasks() = "各任务合计", ", all tasks";
    limit_one_task() = "本任务", ", the task";
    limit_in_words(classes, from, tasks, by, visits) =
        "{classes}{from}{tasks}{by}满 {visits} 次", "{classes}{from}{tasks}{by}: {visits}";
    limits_separator() = "；", ", ";
    limits_legend(limits) = "{limits}：因达到频次上限而排除", "{limits}: excluded, because the limit is reached";
    strata_legend() = "各层为“抽取数/总数”", "strata: take/size";
    unrated_legend() = "未评级的按所示类别抽取", "entities without a class are drawn as the class shown";
    more_tasks(more) =
        "  …… 另有 {more} 项任务未列出（--all-tasks 可全部列出，--json 中也有）",
        "  … and {more} more tasks (--all-tasks shows them, and so does --json)";
    all_tasks(count, take) = "共 {count} 项任务，抽取 {take} 户次", "{count} tasks, {take} selections in all";
    more_findings(more, code) =
        "  …… 另有 {more} 条同类提示 [{code}]（--all-tasks 可全部列出）",
        "  … and {more} more of the kind [{code}] (--all-tasks shows them)";

    row_counts(registry, roster, history) =
        "检查对象名录库 {registry} 行，执法检查人员名录库 {roster} 行，检查历史 {history} 行",
        "registry: {registry} rows, roster: {roster} rows, history: {history} rows";

    // Importing lists.
    import_asks(number, all) = "\n[{number}/{all}]", "\n[{number}/{all}]";
    import_how_to_answer() =
        "逐一答复，随答随存：输入 < 回到上一题；要中断，按 Ctrl-C，以后再次执行本命令，从未答的问题接着答。",
        "Answer each question; every answer is saved at once. Enter < to go back to the question before. To stop, press Ctrl-C: run the same command later, and it goes on with the open questions.";
    import_interrupted(file) =
        "\n已中断，尚未写入案件。已答的问题存入 {file}：再次执行本命令，从未答的问题接着答。",
        "\nInterrupted; the case was not changed. Questions that were answered are kept in {file}: run the same command again, and it goes on with the open questions.";
    import_ended(file) =
        "答复到此为止。此前的答复已存入 {file}：再次执行本命令，从未答的问题接着答。",
        "No more answers. Those so far are kept in {file}: run the same command again, and it goes on with the open questions.";
    import_first_question() = "这是第一题，之前没有题目", "this is the first question";
    import_again(answer) = "  此前的答复：{answer}", "  the answer before: {answer}";
    import_places(places) = "  位置：{places}", "  at: {places}";
    import_choice(number, means) = "  {number}. {means}", "  {number}. {means}";
    import_refused(answer) = "  此前的答复“{answer}”不能用。", "  The earlier answer “{answer}” cannot be used.";
    import_ask_choice() = "  序号（< 上一题）：", "  number (< goes back): ";
    import_ask_value() = "  内容（< 上一题）：", "  value (< goes back): ";
    import_ask_either() = "  序号或内容（< 上一题）：", "  number or value (< goes back): ";
    import_not_a_choice() = "请填所列的序号", "choose one of the numbers";
    import_no_answer() = "请填写内容", "an answer is needed";
    import_done(list, read, taken) = "{list}：读取 {read} 行，导入 {taken} 行", "{list}: {read} rows read, {taken} imported";
    import_left_out(counts) = "  未导入或已合并的行：{counts}", "  rows left out or merged: {counts}";
    import_changed(counts) = "  改动的单元格：{counts}", "  cells changed: {counts}";
    import_columns(columns) = "  未导入的列：{columns}（--extra 列名 可保留）", "  columns left out: {columns} (--extra NAME keeps one)";
    import_noted(counts) = "  请留意（未改）：{counts}", "  noted, not changed: {counts}";
    import_sheets(sheets) = "未导入的工作表（隐藏的，或不是名录）：{sheets}", "sheets left out (hidden, or no list): {sheets}";
    import_count(rule, count) = "{rule} {count}", "{rule} {count}";
    import_written(files) = "已写入 {files}", "written: {files}";
    import_replaced(files) = "（原有的 {files} 已替换）", "(replacing the earlier {files})";
    import_next(case) =
        "下一步：计划和名录都导入后，suiji ceremony {case}，再 suiji check {case}",
        "Next: when the plan and all lists are imported, suiji ceremony {case}, then suiji check {case}";
    import_seal_again(case) =
        "注意：本案已封存而尚未抽取，现有文件已与封存时不同，不能抽取。请执行 suiji seal {case} --supersede 理由 --approved-by 批准人；封存时的文件在 sealed 中。",
        "Note: the case is sealed and not drawn yet. Its files differ from the sealed ones now, so it cannot be drawn: run suiji seal {case} --supersede REASON --approved-by WHO. The sealed files are in sealed/.";
    import_unread(list) =
        "注意：案件中的{list}读不出来，其中的名称未能换为编号。",
        "Note: {list} of the case cannot be read; names in it were not resolved.";
    import_answers_kept(file) = "答复保存在 {file}，明年导入同样的名录可用 --map 沿用", "the answers are kept in {file}: use it with --map for the list of another year";
    import_plan_done(tasks) = "抽查计划：{tasks} 项任务。逐项核对：原文 → 读成的内容", "the plan: {tasks} tasks. Check each line: the text and what it became";
    import_plan_open(tasks) = "文档中读到的内容（{tasks} 处）：原文 → 读成的内容", "what was read from the document ({tasks} texts): the text and what it became";
    import_plan_task(task) = "\n{task}", "\n{task}";
    import_plan_line(field, before, after) = "  {field}：{before} → {after}", "  {field}: {before} → {after}";
    import_plan_answered(field, before, after) = "  {field}：{before} → {after}（答复）", "  {field}: {before} → {after} (by an answer)";
    import_plan_same(field, after) = "  {field}：{after}", "  {field}: {after}";
    import_questions_open(count) = "待答复的问题：{count} 个", "open questions: {count}";

    // Asking for contributions.
    compare_digest() =
        "封存单摘要（请与封存时记录的摘要核对）：",
        "Commitment digest (compare it with the one noted at the sealing):";
    own_value(source) =
        "\n机关的随机源“{source}”现在开启，请当众宣读：",
        "\nThe office opens its source “{source}” now; read it out:";
    value_is(value) = "    取值：{value}", "    value: {value}";
    nonce_is(nonce) = "    随机数：{nonce}", "    nonce: {nonce}";
    all_values() = "\n各随机源的取值：", "\nThe contributions:";
    confirm_draw() =
        "以上摘要和取值与各人记录的一致吗？确认后即计算，结果不能重来 [y/n] ",
        "Do digest and values match what everybody noted? The draw is computed then and cannot be repeated [y/n] ";
    secret_restored() =
        "office-secret.json 已丢失，现已从抽取记录恢复。",
        "office-secret.json was lost; it was restored from the record.";
    commitment_restored(file) =
        "{file} 已丢失，现已恢复（封存单摘要不变）。",
        "{file} was lost; it was restored, with the same digest.";
    contributions_missing(count) = "尚缺 {count} 个随机源的取值。", "Contributions missing: {count}";
    source(name, by, kind) = "{name}（{by}；{kind}）", "{name} ({by}; {kind})";
    by_office() = "机关", "office";
    by_witness() = "见证人", "witness";
    by_public() = "社会公开", "public";
    kind_committed() = "封存前已承诺", "committed before the sealing";
    kind_live(parts) = "现场产生：{parts}", "falls in public: {parts}";
    part(count, from, to) = "{from} 至 {to} 的 {count} 个数", "{count} numbers from {from} to {to}";
    part_distinct(count, from, to) =
        "{from} 至 {to} 中不重复的 {count} 个数",
        "{count} different numbers from {from} to {to}";
    part_separator() = "，再 ", ", then ";
    kind_drand(round) = "drand 第 {round} 轮", "drand round {round}";
    ask_nonce() =
        "  随机数（nonce，64 位十六进制），或 suiji commit 写出的文件：",
        "  nonce (64 hex digits), or the file that suiji commit wrote: ";
    ask_numbers() = "  号码（依出现的先后）：", "  numbers, in the order in which they fell: ";
    ask_beacon(round) =
        "  粘贴 drand（quicknet）第 {round} 轮公布的内容（一行），或保存它的文件：",
        "  what drand (quicknet) published of round {round}, in one line, or the file that has it: ";
    ask_value() = "  取值：", "  value: ";
    confirm_value(value) =
        "  取值为 {value}，确认吗？确认后不能更改 [y/n] ",
        "  The value is {value}. Confirm? It cannot be changed later [y/n] ";
    ask_again(problem) = "  {problem}。请重新录入。", "  {problem}. Please enter it again.";
    some_confirmed() =
        "已确认的取值已保存，再次执行 suiji draw 可继续",
        "The confirmed contributions are saved; run suiji draw again to continue";
    none_confirmed() =
        "尚未确认任何取值，请再次执行 suiji draw",
        "No contribution is confirmed yet; run suiji draw again";

    // The sources of a draw: who provides each, and of which kind it is.
    ceremony_old(file) = "{file} 现有的随机源如下，答完以后由新的代替：", "The sources in {file} now; the new ones replace them at the end:";
    ask_hash() = "摘要算法（序号）：", "Hash (number): ";
    hash_sha256() = "SHA-256", "SHA-256";
    hash_sm3() = "SM3（国密）", "SM3";
    ask_blinded() =
        "公开材料是否隐去各检查对象的风险分类（盲化，建议采用）？[Y/n] ",
        "Hide the risk classes in what is published (blinding, recommended)? [Y/n] ";
    ask_office() =
        "机关是否也提供一个秘密值？封存时由程序生成，抽取时公开 [Y/n] ",
        "Does the office contribute a secret value? It is made at the sealing and opened at the draw [Y/n] ";
    office_name(authority) = "{authority}抽取工作人员", "{authority}, staff of the draw";
    ask_office_name(usual) =
        "机关由谁掌管这个值（直接回车为“{usual}”）：",
        "Who keeps this value (empty: {usual}): ";
    ask_provider() = "还有谁参加（序号）：", "Who else takes part (number): ";
    ask_more_sources() = "  还要增加随机源吗？[Y/n] ", "  Add another source? [Y/n] ";
    no_more_sources() = "没有了", "nobody else";
    ask_who() = "是谁（写明身份，如“纪检监察人员”）：", "Who is it (such as “inspector of discipline”): ";
    ask_falls() = "用什么产生（序号）：", "What falls (number): ";
    falls_dice() = "掷骰子", "dice";
    falls_lottery() = "双色球：红球 33 选 6，蓝球 16 选 1", "Double Colour Ball: 6 of 33 red and 1 of 16 blue";
    falls_digits() = "逐位摇数字：每位 0 至 9", "digits, each from 0 to 9";
    falls_drum() = "摇号：从球箱中摇出号码球", "numbered balls from a drum";
    chosen() = "封存前选定的值，现在只交承诺值（suiji commit）", "a value chosen before, now committed to (suiji commit)";
    falls_beacon() = "drand 随机信标的一轮（互联网上公布）", "a round of the beacon drand, published on the internet";
    ask_beacon_time() =
        "  哪个时间之后的第一轮（北京时间，如 2024-09-02 14:00，须晚于封存）：",
        "  the first round after which time (Beijing, such as 2024-09-02 14:00, later than sealing): ";
    not_a_time() = "时间写作 2024-09-02 14:00", "write a time as 2024-09-02 14:00";
    named_beacon(who) = "{who} drand", "{who} drand";
    ask_faces(usual) = "  骰子有几面（直接回车为 {usual}）：", "  faces of the die (empty: {usual}): ";
    ask_throws(usual) = "  掷几次（直接回车为 {usual}）：", "  throws (empty: {usual}): ";
    ask_digits(usual) = "  几位数字（直接回车为 {usual}）：", "  digits (empty: {usual}): ";
    ask_first_ball(usual) = "  球箱中最小的号码（直接回车为 {usual}）：", "  least number in the drum (empty: {usual}): ";
    ask_last_ball(usual) = "  球箱中最大的号码（直接回车为 {usual}）：", "  greatest number in the drum (empty: {usual}): ";
    ask_balls(usual) = "  摇出几个（直接回车为 {usual}）：", "  balls to draw (empty: {usual}): ";
    ask_returned() = "  每摇出一个，是否放回再摇？[y/N] ", "  Does each ball go back before the next is drawn? [y/N] ";
    ask_another_drum() = "  还有另一个球箱吗？[y/N] ", "  Is there another drum? [y/N] ";
    named_dice(who, throws) = "{who}掷骰子{throws}次", "{who}, {throws} throws of a die";
    named_lottery(who) = "{who}摇双色球", "{who}, Double Colour Ball";
    named_digits(who, count) = "{who}摇{count}位数字", "{who}, {count} digits";
    named_drum(who) = "{who}摇号", "{who}, balls from a drum";
    named_commitment(who) = "{who}封存前选定的值", "{who}, a value chosen before the sealing";
    ask_source_name(usual) = "  公布时写作（直接回车为“{usual}”）：", "  published as (empty: {usual}): ";
    ask_commitment() = "  承诺值（64 位十六进制，可带空格）：", "  commitment (64 hex digits, blanks allowed): ";
    not_yes_or_no() = "请答 y（是）或 n（否）", "answer y (yes) or n (no)";
    not_a_number(found) = "“{found}”不是数字", "“{found}” is not a number";
    with_outcomes(count) = "，有 {count} 种可能的结果", ", {count} possible outcomes";
    source_taken(name, outcomes) = "  已记下：{name}{outcomes}", "  noted: {name}{outcomes}";
    ceremony_all() = "\n本次抽取的随机源：", "\nThe sources of this draw:";
    confirm_ceremony(file) = "写入 {file} 吗？[Y/n] ", "Write {file}? [Y/n] ";
    nothing_written() = "没有写入。", "Nothing was written.";
    ceremony_written(file) =
        "{file} 已写出。下一步：suiji check 案件，再 suiji seal 案件",
        "{file} is written. Next: suiji check CASE, then suiji seal CASE";

    // The outlook on a draw, before sealing.
    check_title(authority, year) = "封存前检查：{authority} {year} 年度", "Check before the sealing: {authority}, {year}";
    check_cannot() = "封存前检查：不能封存", "Check before the sealing: cannot be sealed";
    check_errors(count) = "必须改正（{count}）", "To be corrected ({count})";
    check_warnings(count) = "请核对（{count}）", "To be looked at ({count})";
    check_notes(count) = "供参考（{count}）", "To know ({count})";
    findings_heading(count) = "提示 {count} 条：", "{count} findings:";
    check_without_ceremony() =
        "还没有 ceremony.json，随机源未检查：请执行 suiji ceremony 案件。",
        "There is no ceremony.json yet, so the sources were not checked: run suiji ceremony CASE.";
    no_task_heading(count) = "不在任何任务内的检查对象：{count} 个", "Entities in no task: {count}";
    in_no_task(reason, count, empty, named, more) =
        "{reason}：{count} 个{empty}，如 {named}{more}",
        "{reason}: {count}{empty}, such as {named}{more}";
    not_met(condition) = "{condition}", "left out by {condition}";
    left_for(reason) = "排除（{reason}）", "excluded for “{reason}”";
    of_them_empty(count) = "（其中 {count} 个该栏空白）", " ({count} of them with nothing in that field)";
    and_others() = "等", " and others";
    needs_heading() = "各部门需要的人次：", "What each department needs:";
    roster_has(all) =
        "执法检查人员名录库中的单位（括号内为其人员的业务专长）：{all}。请与计划的席位核对写法。",
        "departments of the roster, with the skills of their inspectors: {all}. Compare them with the seats of the plan.";
    department_skills(department, skills) = "{department}（{skills}）", "{department} ({skills})";
    needs_days(from, to, all, weekdays, short) =
        "期限 {from} 至 {to} 共 {all} 天，其中周一至周五 {weekdays} 天（未扣除节假日）{short}",
        "{from} to {to}: {all} days, {weekdays} of them from Monday to Friday (holidays included){short}";
    needs_more_days() = "：每人每天查 1 户也查不完", "; one visit a day by each is not enough";
    department_needs(department, seats, inspectors, each) =
        "{department}：{seats} 人次，{inspectors} 人，每人约 {each} 户",
        "{department}: {seats} seats, {inspectors} inspectors, about {each} visits each";
    department_without(department, seats) = "{department}：{seats} 人次，没有人员", "{department}: {seats} seats, no inspectors";
    visited_heading() = "上年检查过的：", "Visited the year before:";
    visited_before(task, name, frame, count) =
        "任务 {task} {name}：抽样框 {frame} 个，其中上年检查过 {count} 个",
        "task {task} {name}: {count} of the {frame} in the frame were visited the year before";
    entity_named(id, name) = "{id} {name}", "{id} {name}";

    // What was drawn.
    task_selected(task, name, count) = "任务 {task} {name}：抽中 {count} 个", "Task {task} {name}: {count} selected";
    more_selected(more, record) = "  …… 另有 {more} 个，见 {record}", "  … and {more} more, see {record}";
    of_department(department, names) = "{department}：{names}", "{department}: {names}";
    department_separator() = " ", "; ";
    reserve_count(count, record) =
        "  备选 {count} 个，按风险分类排列，见 {record}（--with-classes 可显示）",
        "  {count} reserves, in the order of risk classes: see {record}, or use --with-classes";
    reserves_heading() = "  备选：", "  reserves:";
    seat(number) = "第 {number} 席", "seat {number}";
    lead_seat(number) = "第 {number} 席（主办人员）", "seat {number} (lead)";
    vacant_seats(seats, entity, name) =
        "  席位空缺：{entity} {name} 的{seats}，须人工补足，并注明抽取记录摘要",
        "  vacant: {seats} of {entity} {name}; fill by hand and cite the record digest";
    more_vacant(more, record) =
        "  …… 另有 {more} 个小组有空缺席位，见 {record} 中各小组的 vacant",
        "  … and {more} more teams with vacant seats, see vacant in {record}";

    // Amendments.
    indented(line) = "  {line}", "  {line}";
    amendment(at, reason, approved_by) =
        "变更（{at}，{approved_by} 批准）：{reason}",
        "Amendment of {at}, approved by {approved_by}: {reason}";
    are_away(inspectors) = "不再承担检查：{inspectors}", "take no further seats: {inspectors}";
    are_back(inspectors) = "恢复承担检查：{inspectors}", "may take seats again: {inspectors}";
    steps_in(task, entity, seat, leaves, inspector) =
        "任务 {task}，{entity}，{seat}：{leaves} → {inspector}",
        "task {task}, {entity}, {seat}: {leaves} → {inspector}";
    nobody_steps_in(task, entity, seat, leaves) =
        "任务 {task}，{entity}，{seat}：{leaves} → 无人可替补，席位空缺",
        "task {task}, {entity}, {seat}: {leaves} → nobody can step in; the seat is vacant";
    reserve_used(task, entity, reserve) =
        "任务 {task}：{entity} 无法检查，由备选 {reserve} 递补",
        "task {task}: {entity} cannot be inspected; the reserve {reserve} is visited in addition";
    reserve_team(members) = "  小组：{members}", "  team: {members}";
    reserve_vacant(seats) = "  席位空缺：{seats}", "  vacant: {seats}";
    reserve_joins(task) = "  与任务 {task} 同一小组、一次上门", "  one team and one visit with task {task}";
    put_by_hand(task, entity, seat, inspector) =
        "任务 {task}，{entity}，{seat}：由机关指定 {inspector}",
        "task {task}, {entity}, {seat}: {inspector}, chosen by the office";
    person(name, id) = "{name}（{id}）", "{name} ({id})";
    person_unknown(id) = "{id}（不在名录库）", "{id} (not in the roster)";
    seat_of(task, entity, name, seat) = "任务 {task}，{entity} {name}，{seat}", "task {task}, {entity} {name}, {seat}";
    kind_away() = "人员不能再承担检查（生病、停职等）", "inspectors can do no more visits (ill, suspended, …)";
    kind_back() = "人员恢复承担检查", "inspectors may do visits again";
    kind_leaves() = "人员须回避某些检查对象", "an inspector must leave the teams of some entities (a recusal)";
    kind_closed() = "检查对象已关闭或找不到", "an entity has closed or cannot be found";
    kind_by_hand() = "为空缺的席位指定人员", "choose an inspector for a vacant seat";
    ask_what() = "发生了什么（序号）：", "What happened (number): ";
    ask_inspector() = "人员编号：", "Id of the inspector: ";
    ask_inspectors() = "人员编号（几个用空格隔开）：", "Ids of the inspectors, with blanks between them: ";
    ask_done() =
        "已经检查完毕、不再换人的检查对象（没有则直接回车）：",
        "Entities already visited, where they keep their seats (Enter if none): ";
    ask_entity() = "检查对象编号：", "Id of the entity: ";
    ask_entities() = "检查对象编号（几个用空格隔开）：", "Ids of the entities, with blanks between them: ";
    ask_seat() = "哪个席位（序号）：", "Which seat (number): ";
    ask_reason() = "理由：", "Reason: ";
    ask_approved_by() = "批准人：", "Approved by: ";
    confirm_amendment() =
        "以上由种子和名录库算出，不能挑选。确认并写入吗？[y/n] ",
        "This follows from seed and roster, not from a choice. Confirm and write? [y/n] ";
    amendments_written(file, count) = "已写入 {file}，共 {count} 项变更", "Written to {file}: {count} amendments";
    amendments_digest() =
        "变更摘要（请公布：它锁定此前的全部变更）：",
        "Digest of the amendments (publish it: it fixes all of them):";

    // Results of inspections.
    results_written(file, added, changed, same) =
        "已写入 {file}：新增 {added} 条，改动 {changed} 条，不变 {same} 条",
        "Written to {file}: {added} new, {changed} changed, {same} unchanged";
    results_of_file(path) = "{path} 中：", "In {path}:";
    status_title(authority, year, today) =
        "{authority}{year}年度双随机抽查进度（截至 {today}）",
        "{authority}: inspections of {year}, as of {today}";
    status_by_task() = "各项任务：", "Tasks:";
    status_by_stratum() = "各信用风险分类：", "Risk classes:";
    status_by_inspector() = "各检查人员：", "Inspectors:";
    status_findings(count) = "须核对（{count} 项）", "To look at ({count})";
    status_open(count) = "尚无检查结果（{count} 户次）：", "Without a result ({count}):";
    status_open_entity(task, name, id) = "{task}  {name}（{id}）", "{task}  {name} ({id})";
    status_more(count) = "另有 {count} 户次，见 --page 或 --json", "{count} more: see --page or --json";
    status_overdue(count) = "已逾期（{count} 项）：", "Overdue ({count}):";
    status_late(entity, deadline, until) = "{entity}：{deadline}（截止 {until}）", "{entity}: {deadline} (until {until})";
    status_no_deadlines(why) = "有的截止日算不出，未列出：{why}", "Some deadlines cannot be computed and are left out: {why}";
    status_complete() = "全部检查结果已填报。", "There is a result for every entity.";
    all_together() = "合计", "all";
    head_task() = "任务", "task";
    head_stratum() = "任务及分类", "task and class";
    head_inspector() = "检查人员", "inspector";
    head_drawn() = "抽取", "drawn";
    head_open() = "未填报", "open";
    head_replaced() = "已替换", "replaced";
    head_inspect_overdue() = "逾期未检查", "not inspected in time";
    head_report_overdue() = "逾期未报告", "not reported in time";
    head_publish_overdue() = "逾期公示", "not published in time";
    head_published() = "已公示", "published";

    // What a receipt says.
    in_brackets(text) = "  （{text}）", "  ({text})";
    tasks_out_of_scope(tasks) = "不在以下任务的范围内：{tasks}", "out of scope for the tasks {tasks}";

    // The report of a verification.
    box_proved(count) = "一、已证明（{count} 项）", "1. Proved ({count})";
    box_not_proved(count) = "二、未证明（{count} 项）", "2. Not proved ({count})";
    box_on_trust(count) = "三、无法核验，只能采信（{count} 项）", "3. On trust ({count})";
    box_empty() = "  无", "  nothing";
    box_line(mark, text) = "  {mark} {text}", "  {mark} {text}";
    of_task(check, task) = "{check}（任务 {task}）", "{check} (task {task})";
    of_tasks(check, tasks) = "{check}（任务 {tasks}）", "{check} (tasks {tasks})";
    of_source(check, source) = "{check}（随机源“{source}”）", "{check} (source “{source}”)";
    of_sources(check, sources) = "{check}（随机源 {sources}）", "{check} (sources {sources})";
    of_many_tasks(check, count) = "{check}（{count} 项任务）", "{check} ({count} tasks)";
    with_rule(text, rule) = "{text} [{rule}]", "{text} [{rule}]";
    check_missing(check, missing) = "{check}——未核验：{missing}", "{check}: not checked: {missing}";
    expected_and_found(path, expected, found) =
        "      位置 {path}\n      应为 {expected}\n      现为 {found}",
        "      at:       {path}\n      expected: {expected}\n      found:    {found}";
    checks_done(all, outcomes) = "共 {all} 个核验项：{outcomes}。", "{all} checks: {outcomes}.";
    count_established(count) = "{count} 项成立", "{count} established";
    count_failed(count) = "{count} 项不符", "{count} failed";
    count_not_checked(count) = "{count} 项未核验", "{count} not checked";
    count_on_trust(count) = "{count} 项只能采信", "{count} on trust";
    count_separator() = "，", ", ";
    inputs_needed(digest, time) =
        "须用 {time} 封存时的文件核验（封存单摘要 {digest}）。",
        "Verify with the files of the sealing of {time} (commitment digest {digest}).";
    page_title() = "抽取核验报告", "Verification of a draw";
    page_language() = "zh-CN", "en";
    page_draw() = "抽取", "Draw";
    page_commitment() = "封存单摘要", "Commitment digest";
    page_record() = "抽取记录摘要", "Record digest";
    page_signature() =
        "核验人：________________　　日期：________________",
        "Verified by: ________________    Date: ________________";
    facts_heading() = "说明（估计数应与抽取数相近）：", "Facts (each estimate should be close to the take):";
    very_many_outcomes() = "2^53 以上", "2^53 or more";
    source_margin(name, margin) =
        "  随机源“{name}”在封存后 {margin}（时:分:秒）公布；封存时间是机关自己写的",
        "  source “{name}” was published {margin} (h:mm:ss) after sealing; the time of sealing is the office's own word";
    source_outcomes(name, outcomes) =
        "  随机源“{name}”有 {outcomes} 种可能的结果",
        "  source “{name}” has {outcomes} possible outcomes";
    verdict(verdict) = "结论：{verdict}", "Verdict: {verdict}";

    // suiji new
    case_made(folder, argument) =
        "已新建案件 {folder}，其中是样例，说明见 {folder}/README.md。下一步：suiji import {argument} 工作计划 --as plan，再 suiji import {argument} 名录文件",
        "Created the case {folder} with samples; {folder}/README.md explains each file. Next: suiji import {argument} PLAN --as plan, then suiji import {argument} LISTS";
    secret_made(file) =
        "{file} 中有随机生成的密钥，不得公开。",
        "{file} contains a secret that was generated at random; never publish it.";

    // suiji seal
    sealed_at(authority, year, time) = "{authority} {year} 年度，封存时间 {time}", "{authority}, {year}, sealed at {time}";
    sealing_finished() =
        "上次封存曾中断，现已完成；本次没有另行封存。",
        "An interrupted sealing was finished; nothing else was sealed.";
    known_before(file) =
        "注意：封存之前，文件夹中已有 {file}；事先知道取值的人可以预知结果",
        "warning: {file} existed before the sealing; anyone who knew it could predict the draw";
    earlier_files(file) = "前次的文件已编号保留：{file} 等", "The earlier files are kept under a number: {file} and so on";
    added_to_history(count) =
        "已把原抽取抽中的 {count} 次检查补入检查历史。",
        "{count} visits of the draw that remains valid were added to the history.";
    not_in_history(count) =
        "注意：原抽取抽中的 {count} 次检查不在检查历史中，这些对象可能再次抽中。可加 --add-drawn 补入：",
        "warning: {count} visits of the draw that remains valid are not in the history, and the same entities may be drawn again; --add-drawn adds them:";
    missing_visit(task, entity) = "  任务 {task}：{entity}", "  task {task}: {entity}";
    more_missing(more) = "  …… 另有 {more} 次", "  … and {more} more";
    inputs_kept(folder) =
        "计划、名录库和检查历史已另存于 {folder}，今后改动原文件也不影响核验。",
        "Plan, lists and ceremony are kept in {folder}, so that the record can be verified even if the files change later.";
    inputs_not_kept() =
        "没有另存计划、名录库和检查历史：请自行保存一份，原文件改动后，核验时须用这一份。",
        "Plan, lists and ceremony are not kept in the case: keep a copy. If the files change, the copy is needed for verification.";
    inputs_cannot_be_kept(problem) =
        "注意：计划、名录库和检查历史未能另存（{problem}）；请自行保存一份",
        "warning: plan, lists and ceremony could not be kept ({problem}); keep a copy yourself";
    dry_run_done() = "试算完毕，未写入任何文件。", "Dry run: nothing was written.";
    commitment_digest() =
        "封存单摘要（请当众宣读、公布，并由见证人记录）：",
        "Commitment digest (read it out, publish it, and let the witnesses note it):";
    sealed(file, case) = "已写入 {file}。下一步：suiji draw {case}", "Written to {file}. Next: suiji draw {case}";

    // suiji draw
    record_written(file) = "已写入 {file}", "Written to {file}";
    record_exists(file) =
        "{file} 已存在，与本次计算的结果完全一致；未覆盖。",
        "{file} already exists and is identical to this draw; not overwritten.";
    record_digest() = "抽取记录摘要：", "Record digest:";
    verify_next(record, case) =
        "下一步：suiji verify {record} --case {case}",
        "Next: suiji verify {record} --case {case}";

    // suiji verify
    inputs_of(folder) =
        "使用封存时另存于 {folder} 的计划、名录库和检查历史。",
        "Using plan, lists and ceremony as they were kept when sealing, in {folder}.";
    page_written(file) = "已写入 {file}，可供打印", "Written to {file}, to be printed";
    other_commitment(file) =
        "注意：本文件依据的封存单不是案件现有的 {file}，当时也没有另存计划、名录库和检查历史。重新封存后如有改动，须用原封存时的文件核验。",
        "Note: this document belongs to another commitment than {file} of the case, and its inputs were not kept. If plan, registry, roster or history were changed for the later commitment, verify with the files of the earlier one.";

    // suiji commit
    ask_own_value() = "取值（自己选定的文字，抽取前不告诉任何人）：", "Value (a text that you choose and keep secret until the draw): ";
    commitment_made() =
        "承诺值（封存前交给机关，写在 ceremony.json 该随机源的 commitment 中）：",
        "Commitment (give it to the office before the sealing, for the commitment of your source in ceremony.json):";
    commitment_next(file) =
        "随机数和取值已写入 {file}：抽取前不得示人，丢失则不能抽取。抽取时宣读，或交出该文件。",
        "Nonce and value are in {file}: show it to nobody before the draw, and do not lose it. At the draw, read them out or hand in the file.";

    // suiji explain, suiji publish
    inspected_open(task) = "任务 {task}：尚无检查结果", "task {task}: no result yet";
    inspected_replaced(task) = "任务 {task}：由备选代替，未检查", "task {task}: not inspected, a reserve was used";
    inspected_on(task, date, outcomes) = "任务 {task}：{date} 检查，结果：{outcomes}", "task {task}: inspected on {date}: {outcomes}";
    inspected_by(inspectors) = "  检查人员：{inspectors}", "  by {inspectors}";
    inspected_measures(measures) = "  处理措施：{measures}", "  measures: {measures}";
    inspected_note(note) = "  备注：{note}", "  note: {note}";
    inspected_published(date) = "  {date} 公示", "  published on {date}";
    inspected_not_published() = "  尚未公示", "  not published yet";
    inspected_history(task, date) = "下一次抽取的检查历史中：任务 {task}，{date}", "in the history of the next draw: task {task}, {date}";
    amended_reserve(task) = "变更后：已在任务 {task} 中作为备选启用", "amended: used as a reserve in task {task}";
    amended_replaced(task) =
        "变更后：在任务 {task} 中无法检查，已由备选递补",
        "amended: could not be inspected in task {task}; a reserve is visited";
    amended_team(task, members) = "变更后任务 {task} 的小组：{members}", "amended team of task {task}: {members}";
    amended_nobody(task) = "变更后任务 {task} 的小组没有人员", "amended team of task {task}: nobody is left";
    amended_vacant(seat) = "  席位空缺：{seat}", "  vacant: {seat}";
    publish_amendments(count, digest) =
        "抽取以后有 {count} 项变更，请一并公布变更摘要：{digest}",
        "There are {count} amendments since the draw; publish their digest too: {digest}";
    published_replaced(task, entity) = "  任务 {task}：{entity} 无法检查", "  task {task}: {entity} could not be inspected";
    published_reserve(task, entity) = "  任务 {task}：备选 {entity} 已启用", "  task {task}: the reserve {entity} is visited";
    receipt_written(file) = "查验单已写入 {file}", "Receipt written to {file}";
    public_written(file, record) =
        "公示文本已写入 {file}（抽取记录摘要 {record}）",
        "Public form written to {file} (record digest {record})";

    // suiji to-sign, suiji attach, suiji sign
    to_sign_written(document, file) = "{document}的待签内容已写入 {file}", "The bytes to sign for the {document} are in {file}";
    to_sign_digest(document) = "签名所指的{document}摘要（签名前请与公布的核对）：", "The digest of the {document} that the signature is about (compare it with the published one before signing):";
    to_sign_next(file, case) =
        "请把整个文件原样交给 UKey、签名系统签名（Ed25519；或 SM2，SM3 杂凑，默认用户标识 1234567812345678），不要先算摘要。用 openssl：
  Ed25519：openssl pkeyutl -sign -rawin -inkey 私钥.pem -in {file} -out 签名.bin
  SM2：openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678 -inkey 私钥.pem -in {file} -out 签名.bin
签好后：suiji attach {case} 签名.bin --key 公钥.pem",
        "Have the whole file signed as it is, by a token or a signing system (Ed25519; or SM2 with SM3 and the default id 1234567812345678), without hashing it first. With openssl:
  Ed25519: openssl pkeyutl -sign -rawin -inkey private.pem -in {file} -out signature.bin
  SM2: openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678 -inkey private.pem -in {file} -out signature.bin
Then: suiji attach {case} signature.bin --key public.pem";
    signature_added(document, key, count, file) =
        "已收入{document}的签名（密钥 {key}），共 {count} 个：{file}",
        "Signature of the {document} added (key {key}), {count} in all: {file}";
    signature_next() =
        "由谁签名、须有几人签名，用 suiji verify 抽取记录 --policy 签署规则 核验。",
        "Who signed, and whether enough did, is verified with suiji verify RECORD --policy FILE.";

    // suiji timestamp
    request_written(document, file) = "{document}的时间戳请求已写入 {file}", "The request for a timestamp of the {document} is in {file}";
    request_next(case) =
        "请在抽取之前把它交给时间戳机构（application/timestamp-query，也可请公证处、国家授时中心等办理）。收到答复（.tsr 文件）后：
  suiji timestamp {case} --attach 答复.tsr --trusted 机构根证书.pem",
        "Send it to an authority before the draw (application/timestamp-query). When the answer (a .tsr file) is there:
  suiji timestamp {case} --attach answer.tsr --trusted root.pem";
    token_kept(document, file) = "{document}的时间戳已存入 {file}", "The timestamp of the {document} is kept in {file}";
    token_verified(authority, time, serial, trusted) =
        "已核验：{authority} 于 {time} 加盖（序号 {serial}），所依据的受信任证书为 {trusted}",
        "Verified: stamped by {authority} at {time} (number {serial}); trusted certificate: {trusted}";
    token_not_verified(time) =
        "摘要相符；其中写的时间是 {time}。加盖者未核验：请向机构索取根证书并核实，再用 suiji verify 抽取记录 --policy 签署规则 核验",
        "The digest matches; the time it states is {time}. Who stamped it is not verified: get the root certificate from the authority, make sure that it is theirs, and use suiji verify RECORD --policy FILE";

    // suiji new-key
    key_made(algorithm, id) = "已生成 {algorithm} 密钥，编号 {id}", "Made a key of {algorithm} with the id {id}";
    key_files(private, public) =
        "私钥：{private}（谁拿到它，谁就能以您的名义签名：请保管好，不得外传）\n公钥：{public}（交给写签署规则的人，并请当面核对编号）",
        "Private key: {private} (whoever has it can sign in your name: keep it, and give it to nobody)\nPublic key: {public} (give it to whoever writes the policy, and compare the id in person)";

    // suiji verify --policy
    policy_rules() = "签署规则：", "The rules of the policy:";
    policy_keys() = "各把密钥：", "The keys:";
    policy_stamps() = "时间戳：", "The timestamps:";
    policy_trust() = "签名和时间戳不能证明的：", "What signatures and timestamps cannot prove:";
    policy_stranger(document, key) =
        "{document}上另有不在签署规则中的签名，不计入：{key}",
        "the {document} has a signature by a key that is not in the policy; it does not count: {key}";
    policy_met() = "签署规则：全部符合", "The policy is met";
    policy_not_met() = "签署规则：有不符合的", "The policy is not met";
    drawn_at(file) = "抽取开始（{file} 所写）", "the beginning of the draw, as {file} says";

    // suiji demo
    demo_ledger() = "13. 登记簿", "13. The ledger";
    demo_ledger_about() =
        "封存之前用 suiji ledger init 开了登记簿：每条登记都写在显示或执行之前。",
        "suiji ledger init opened a ledger before the sealing. Each entry was written before anything was shown or done.";
    demo_sign() = "14. 签名与时间戳", "14. Signatures and timestamps";
    demo_sign_about() =
        "机关和见证人各自当场生成密钥，签署封存单和抽取记录；policy.json 写明须由谁签署。时间戳请求可交给任何时间戳机构。",
        "The office and a witness made their keys on the spot and signed commitment and record; policy.json says who must sign. The request for a timestamp can be sent to any authority.";
    demo_office_name() = "样例机关", "the office of the example";
    demo_witness_name() = "样例见证人", "the witness of the example";
    demo_heading(heading) = "\n━━ {heading}", "\n━━ {heading}";
    demo_comment(comment) = "▸ {comment}", "▸ {comment}";
    demo_about(folder) =
        "沁水县工业和信息化局 2024 年“双随机、一公开”工作计划（沁工信字〔2024〕15号）的八项任务。\n\
         计划是真实的，企业、执法检查人员、检查历史和检查结果都是虚构的。全部文件在 {folder}，机关自己的文件在其中的 office-files。",
        "The eight tasks of the 2024 inspection plan of Qinshui county. The plan is real; entities, inspectors, history\n\
         and results are invented. All files are in {folder}, those of the office in office-files.";
    demo_import() = "1. 读入计划和名录", "1. Importing";
    demo_plan_imported() =
        "计划是 Word 文档。文档没有写明的，由机关在 answers.json 中答复；读成的内容与原文并列在 import-log-plan.html。",
        "The plan is a Word document. The office has answered in answers.json what it leaves open; import-log-plan.html shows what was understood beside its source.";
    demo_imported() =
        "名录是机关自己的表格，有标题行、重复行、写法不一的日期和分类。每一处改动都写入记录，拿不准的由人答复，程序不猜。",
        "The lists are the office's own workbooks, with titles, repeated rows, and dates and classes in many forms. Every change is logged, and nothing is guessed.";
    demo_seal() = "2. 封存", "2. Sealing";
    demo_sealed() =
        "这个摘要锁定了计划、名录库、检查历史、各层抽取数量和随机源。此时谁也不知道结果，此后的任何改动都会被发现。",
        "The digest fixes plan, registry, roster, history, takes and sources. Nobody can know the result yet, and every later change is detected.";
    demo_draw() = "3. 抽取", "3. Drawing";
    demo_contribution(source, value) = "{source}：{value}（示例预设）", "{source}: {value} (set by the example)";
    demo_drawn() =
        "种子由封存单摘要和各随机源的取值共同算出，缺一不可。取值先保存、后计算：再次执行仍是同一结果，不会悄悄重抽。",
        "The seed is computed from the digest and all contributions. These are saved before anything is computed: running the command again gives the same draw.";
    demo_verify() = "4. 核验", "4. Verification";
    demo_verified() =
        "每个签号、各层抽中的对象和每个小组都已重新计算，与抽取记录一致。不写 --case 时，只核验抽取记录本身。",
        "Every ticket, selection and team was computed again and matches the record. Without --case, only the record itself is checked.";
    demo_explain() = "5. 查询一个检查对象", "5. One entity";
    demo_excluded() =
        "被排除的对象可以看到理由：J1 今年已检查过它。N1 尚未检查过；它是高风险，N1 对高风险全数抽取，由工信局自己的小组检查。",
        "An excluded entity sees the reason: J1 has inspected it this year. N1 has not, and selects every entity of high risk, with a team of its own.";
    demo_shared_visit() =
        "部门联合任务与内部任务共用签号：同一个小组一次上门，检查两项任务的事项。",
        "The joint task and the internal task share their tickets: one team, one visit, the items of both.";
    demo_publish() = "6. 公示文本与查验单", "6. Public form and receipt";
    demo_papers() = "11. 生成文书", "11. The papers";
    demo_papers_made() =
        "文件夹中有抽取记录表、检查任务单、审批表、通知书、公示、检查结果公示、异常名录建议、全年总结，以及给一家企业的答复函，均可打印或用 Word、WPS 修改；请从 index.html 打开。",
        "The folder has minutes, task sheets, approvals, notices, the announcement, the results to be published, proposals, the year's summary, and the letter to a firm that asked. Open index.html.";
    demo_column_address() = "住所", "住所";
    demo_column_telephone() = "联系电话", "联系电话";
    demo_ill() = "住院", "ill";
    demo_closed() = "企业已注销", "deregistered";
    demo_approved_by() = "样例局长", "director";
    demo_note() = "年度报告与现场不符（虚构的备注）", "the annual report differs from what was seen (an invented note)";
    demo_amend() = "9. 抽取之后的变更", "9. Changes after the draw";
    demo_amended() =
        "抽取记录不变，变更写在它旁边。谁来替补、启用哪个备选，仍由原来的种子决定，任何人都不能挑选。",
        "The record stays as it is; amendments stand beside it. Who steps in follows from the same seed, so that nobody can choose.";
    demo_results() = "10. 检查结果", "10. Results of the inspections";
    demo_results_read() =
        "结果逐条与抽取记录核对：未抽中的、重复的、日期不符的都会被拒绝。suiji status 随时显示完成情况。",
        "Each result is compared with the draw: entities that were not drawn, repeated results and impossible days are refused. suiji status shows the progress.";
    demo_course() =
        "同一条命令说出这个检查对象的全过程：抽取、检查人员、检查结果、公示，以及下一次抽取时的检查历史。",
        "The same command tells the whole course of this entity: the draw, the inspectors, the results, their publication, and the history of the next draw.";
    demo_next_year() = "12. 下一年", "12. The next year";
    demo_next_made(folder, visits) =
        "{folder}：名录不变，计划推后一年，检查历史增加本年的 {visits} 次检查。",
        "{folder}: the same lists, the plan a year later, and {visits} visits of this year in the history.";
    demo_next_plan() =
        "计划调整的，应当公告：以上各条可直接写入公告。",
        "A changed plan must be announced. These lines can be used in the notice.";
    demo_next_checked() =
        "本年的检查已在检查历史中，上年检查过的对象各有多少，一看便知；计划有跨年频次上限、人员轮换的，按此执行。",
        "The visits of this year are in the history: the check says how many entities were visited last year, and limits and rotation over years count them.";
    demo_published() =
        "企业凭公示文本和自己的查验单，就能核实自己为何抽中或未抽中，看不到其他企业的风险分类。标“·”的无法核验，只能采信。",
        "With the public form and its own receipt, an entity can check why it was selected or not, and learns nobody else's risk class. Checks marked “·” are taken on trust.";
    demo_alter() = "7. 改动一处", "7. One change";
    demo_altered(copy, selected, reserve) =
        "在副本 {copy} 中，把 J1 抽中的 {selected} 换成备选 {reserve}：",
        "In the copy {copy}, {selected}, selected for J1, is replaced with the reserve {reserve}:";
    demo_by_hand() = "8. 不用本程序也能核对", "8. By hand, without this program";
    demo_digest(digest) = "  {digest}  （封存单摘要）", "  {digest}  (the commitment digest)";
    demo_ticket(ticket) = "  {ticket}  （上述查验单中的签号）", "  {ticket}  (the ticket in the receipt above)";
    demo_conclusion() =
        "\n机关的秘密值每次重新生成，所以每次演示的结果不同；骰子和彩球用的是示例预设的数，不是现场掷出的。\n\
         因此这只是演示，不是有效的抽取。",
        "\nThe office's secret value is new each time, so that each demonstration draws differently. Dice and balls\n\
         are set by the example. This is a demonstration, not a valid draw.";

    // The command line.
    a_command() = "命令，如 seal", "a command, for example seal";
    a_number() = "数字", "a number";
    utf8_text() = "UTF-8 文本", "UTF-8 text";
    not_together() = "不能同时使用", "cannot be used together";
    only_together() = "须同时使用", "must be used together";

    // The help.
    help_title() =
        "suiji 随机：可核验的“双随机”抽取\n\n用法：suiji 命令 [参数] [选项]",
        "suiji 随机: double-random draws of inspections that anyone can verify\n\nUsage: suiji COMMAND [ARGUMENTS] [OPTIONS]";
    help_steps() =
        "一次抽取：suiji new 案件 → suiji import 案件 工作计划 --as plan → suiji import 案件 名录文件 → suiji ceremony 案件 → suiji check 案件 → suiji seal 案件 → 公布封存单摘要 → 掷骰子、摇号 → suiji draw 案件 → suiji verify 案件/record.json --case 案件\n\
         退出码：0 完成；1 核验不成立或不完整；2 输入或用法有误。\n各命令的选项：suiji 命令 --help",
        "One draw: suiji new CASE → suiji import CASE PLAN --as plan → suiji import CASE LISTS → suiji ceremony CASE → suiji check CASE → suiji seal CASE → publish the digest → throw the dice → suiji draw CASE → suiji verify CASE/record.json --case CASE\n\
         Exit codes: 0 done; 1 a check failed or could not be made; 2 wrong input or usage.\nOptions of a command: suiji COMMAND --help";
    help_usage(signature) = "用法：suiji {signature}", "Usage: suiji {signature}";
    help_lang() = "语言，缺省为中文", "language, Chinese by default";
    help_json() =
        "输出 JSON，供程序使用；错误也以 JSON 写到标准错误",
        "JSON output for programs; errors as JSON on standard error";
    help_help() = "帮助、版本", "help, version";
    help_case() = "案件文件夹", "the case folder";
    help_record() = "抽取记录，如 CASE/record.json", "the record, for example CASE/record.json";
    help_of_case() =
        "案件文件夹，其中有计划、名录库与检查历史",
        "the case folder, with plan, registry, roster and history";
    help_plan() = "抽查计划，如 plan.json", "the plan, for example plan.json";
    help_new() =
        "新建案件文件夹，附各文件的样例与说明",
        "create the folder of a new case, with samples and explanations";
    help_new_folder() = "要新建的文件夹", "the folder to create";
    help_import() =
        "导入机关的名录（XLSX、XLS、ODS、CSV）或工作计划（DOCX、文本、XLSX），改动逐条记录",
        "import the lists of an office (XLSX, XLS, ODS, CSV) or its plan (DOCX, text, XLSX) and log every change";
    help_import_file() = "名录或计划的文件，可写几个", "the files of the lists, or of the plan";
    help_import_as() = "是哪一种：registry、roster、history（不写则由列名判断），或 plan（工作计划）、results（抽取后的检查结果）", "which it is: registry, roster or history (by default the columns tell), plan, or results (of the inspections of a draw)";
    help_import_map() = "另用这份答复，如上一年的 import-map.json；只读，新的答复存入本案", "use these answers too, such as import-map.json of another year; new answers are kept in this case";
    help_import_extra() = "保留不是字段的列，作为补充信息（可重复；all 为全部）", "keep a column that is not a field as extra (may be repeated; all keeps all)";
    help_seal() =
        "封存：写出封存单 commitment.json，并显示其摘要",
        "seal: write the commitment, commitment.json, and show its digest";
    help_seal_at() =
        "封存时间，如 2024-09-02T09:00:00+08:00；不写则取 ceremony.json 的 sealed_at，没有则取当前的北京时间",
        "time of sealing, for example 2024-09-02T09:00:00+08:00; by default sealed_at of ceremony.json, else the current time in Beijing";
    help_seal_dry_run() = "只试算，不写入文件", "check everything and write nothing";
    help_seal_supersede() = "替代已有的封存单，并写明理由", "replace the existing commitment, for this reason";
    help_seal_approved_by() = "替代由谁批准", "who approved the replacement";
    help_seal_follow() = "已有的抽取有效，本次为下一次抽取", "the existing draw is valid; this is the next one";
    help_seal_add_drawn() =
        "与 --follow 同用：把原抽取抽中的对象补入检查历史",
        "with --follow: add the entities of the draw that remains valid to the history";
    help_seal_keep_inputs() =
        "是否在案件的 sealed 文件夹中另存计划、名录库等，缺省为 yes",
        "whether to keep plan, lists and ceremony in the folder sealed of the case; yes by default";
    help_seal_all_tasks() = "列出全部任务和提示，不论多少", "show all tasks and findings, however many there are";
    help_draw() =
        "抽取：录入各随机源的取值，写出抽取记录 record.json",
        "draw: ask for the contributions and write the record, record.json";
    help_verify() =
        "核验抽取记录（或公示文本），逐项列出",
        "verify a record (or a public form), check by check";
    help_verify_document() =
        "抽取记录或公示文本，如 CASE/record.json",
        "a record or a public form, for example CASE/record.json";
    help_verify_other() = "一并比对的公示文本或封存单", "a public form or a commitment to compare with it";
    help_verify_third() = "两者都有的，再写一个", "the other one of the two";
    help_verify_commitment() =
        "抽取前公布、自己记下的封存单摘要",
        "the commitment digest that was noted before the draw";
    help_verify_values() =
        "自己记下的取值：文字，或文件；每行（或每个分号之间）一个随机源，可在前面写明序号或名称和冒号",
        "the values that were noted: text or a file, one source in each line or between semicolons, perhaps with its number or name and a colon before";
    help_verify_record() = "抽取后宣读、自己记下的抽取记录摘要", "the record digest that was noted after the draw";
    help_verify_amendments() =
        "变更记录的文件；缺省为案件中的 amendments.json",
        "the file of the amendments; by default amendments.json of the case";
    help_verify_policy() =
        "签署规则（JSON）：谁的公钥是谁的，须由谁签名、须有几个时间戳",
        "a policy (JSON): whose keys are whose, who must have signed, how many timestamps";
    help_verify_evidence() =
        "签名和时间戳所在的文件夹；缺省为案件中或文件旁的 evidence",
        "the folder of signatures and timestamps; by default evidence in the case, or beside the document";
    help_timestamp() =
        "时间戳：写出请求；用 --attach 收入时间戳机构的答复",
        "timestamps: write the request; with --attach, keep the answer of the authority";
    help_timestamp_attach() = "时间戳机构的答复（.tsr），DER、base64 或 PEM", "the answer of the authority (.tsr), in DER, base64 or PEM";
    help_timestamp_trusted() =
        "受信任的证书（PEM 或 DER），用来核验答复",
        "trusted certificates (PEM or DER) with which the answer is verified";
    help_document() =
        "哪一份文件：commitment（封存单）、record（抽取记录）或 amendments（变更记录）",
        "which document: commitment, record or amendments";
    help_to_sign() = "写出待签内容，交给 UKey 或本单位的签名系统", "write the bytes to sign, for a token or the signing system of an office";
    help_to_sign_out() = "写入文件；缺省在案件的 evidence 中", "write them to this file; by default in evidence of the case";
    help_attach() = "收入 UKey 或签名系统给出的签名", "add a signature that a token or a signing system returned";
    help_attach_file() = "签名：64 字节或 DER，也可写成 base64 或十六进制", "the signature: 64 bytes or DER, either also as base64 or hex";
    help_attach_key() = "签名者的公钥或证书（PEM）", "the public key or certificate of the signer (PEM)";
    help_sign() = "用私钥文件签名（没有 UKey 和签名系统时）", "sign with a private key in a file, if there is neither token nor signing system";
    help_sign_key() = "不加密的私钥（PEM，PKCS #8），Ed25519 或 SM2", "a private key that is not encrypted (PEM, PKCS #8), Ed25519 or SM2";
    help_new_key() =
        "生成一对签名用的密钥（没有 UKey、签名系统和 OpenSSL 时）",
        "make a pair of keys for signatures, if there is neither token nor signing system nor OpenSSL";
    help_new_key_file() =
        "存放私钥的文件，如 office.pem；公钥写在旁边的 office.public.pem",
        "the file for the private key, for example office.pem; the public key is written beside it, to office.public.pem";
    help_new_key_algorithm() =
        "ed25519（缺省）或 sm2（国密）",
        "ed25519 (the default) or sm2";
    help_verify_page() = "另写一页可打印的核验报告（HTML）", "write the report as a page to be printed (HTML)";
    help_explain() =
        "查询一个检查对象：是否在抽样框内，为何抽中或未抽中",
        "show whether an entity was in the frame, and why it was selected or not";
    help_explain_entity() =
        "检查对象的编号，一般为统一社会信用代码",
        "the id of the entity, usually its unified social credit code";
    help_explain_receipt() = "另存为查验单，可交给该检查对象", "save the receipt, which may be given to the entity";
    help_check_receipt() = "对照公示文本核验查验单", "check a receipt against the public form";
    help_receipt() = "查验单", "the receipt";
    help_verify_page_command() =
        "显示本版本核验网页 suiji-verify.html 的摘要，或核对一份文件是否就是该网页",
        "print the digest of the page suiji-verify.html of this version, or check whether a file is that page";
    help_verify_page_check() = "核对这份文件", "the file to check";
    page_matches(file, version, digest) =
        "{file} 就是 suiji {version} 的核验网页：{digest}",
        "{file} is the page of suiji {version}: {digest}";
    page_differs(file, version, expected, found) =
        "{file} 不是 suiji {version} 的核验网页，可能被改动，或属于其他版本。\n  应为 {expected}\n  现为 {found}",
        "{file} is not the page of suiji {version}: it was altered, or belongs to another version.\n  expected {expected}\n  found    {found}";
    help_public() = "公示文本", "the public form";
    help_papers() =
        "生成抽取记录表、检查任务单、审批表、通知书、公示、表格和图；有检查结果的，还有结果公示、异常名录建议和总结",
        "make minutes, task sheets, approvals, notices, the announcement, tables and pictures; with results, also their notice, proposals and the summary";
    help_papers_out() =
        "写入此文件夹（不能已存在）；不写则为案件中的 papers",
        "write to this folder, which must not exist; by default papers in the case";
    help_papers_only() =
        "只生成此类：minutes、task_sheet、approval、notice、announcement、outcomes、proposals、summary、table 或 picture；可重复",
        "only this kind: minutes, task_sheet, approval, notice, announcement, outcomes, proposals, summary, table or picture; may be repeated";
    help_papers_entity() =
        "给此检查对象的答复函和查验单；可重复",
        "the letter to this entity, with its receipt; may be repeated";
    help_papers_all() =
        "生成答复函时，一并生成其他各类文书",
        "also make the papers of all kinds, with the letters";
    help_papers_office() =
        "本机关设置；不写则用案件中的 office.json",
        "the settings of the office; by default office.json of the case";
    help_papers_holidays() =
        "更多年度的节假日；不写则用案件中的 holidays.json",
        "the holidays of more years; by default holidays.json of the case";
    help_papers_templates() =
        "本机关的模板文件夹；不写则用案件中的 templates",
        "a folder with templates of the office; by default templates in the case";
    help_papers_copy_templates() =
        "只把自带的模板复制到此文件夹，供修改",
        "only copy the built-in templates to this folder, to be changed";
    help_export() =
        "按字段对照文件导出抽中检查对象、检查小组等，供其他平台导入",
        "write selected entities, teams and the like for another platform, by a mapping file";
    help_export_profile() =
        "字段对照文件（JSON），或自带的 publicity（公示系统）、zhejiang（浙江）",
        "a mapping file (JSON), or the included publicity (the national system) or zhejiang (a province)";
    help_export_out() =
        "写入文件；csv 和 json 不写则直接显示",
        "write it to a file; csv and json go to the output by default";
    help_publish() = "由抽取记录生成公示文本", "make the public form of a record";
    help_publish_case() =
        "案件文件夹；封存单经过盲化时须写，其密钥在 ceremony.json 中",
        "the case folder; required if the commitment is blinded, for the secret in ceremony.json";
    help_results() = "填报检查结果：与抽取记录、变更逐条核对后写入 results.json", "take over the results of inspections, checked against the draw and its amendments";
    help_results_file() = "检查结果：JSON，或本单位的表格（XLSX、XLS、ODS、CSV），可写几个", "the results: JSON, or lists of the office (XLSX, XLS, ODS, CSV)";
    help_status() = "检查进度：各任务、各人已检查、未检查、已公示多少", "how far the inspections have come, by task and inspector";
    help_history() = "下一次抽取用的检查历史：原有的，加上本次已检查和已抽取尚未检查的", "the history for the next draw: the earlier one, and all that this draw inspected or will inspect";
    help_history_out() = "写入文件：.csv 或 .jsonl；不写则直接显示（JSON Lines）", "the file, .csv or .jsonl; by default it goes to the output (JSON Lines)";
    history_written(file, all, new) = "已写入 {file}：{all} 行，其中本次抽取 {new} 行。放入下一个案件，或用 suiji import 案件 {file} --as history 导入", "{file} written: {all} rows, {new} of this draw. Put it into the next case, or import it with suiji import CASE {file} --as history";
    help_plan_diff() = "逐项说明两份计划有何不同，供调整计划的公告使用", "say item by item how two plans differ, for the notice of a change of plan";
    help_plan_diff_old() = "原计划：plan.json，或案件文件夹", "the earlier plan: plan.json, or the folder of a case";
    help_plan_diff_new() = "新计划：plan.json，或案件文件夹", "the later plan: plan.json, or the folder of a case";
    plan_same() = "两份计划相同。", "The plans are the same.";
    plan_differs(count) = "计划调整 {count} 处：", "{count} differences:";
    numbered_line(number, line) = "{number}. {line}", "{number}. {line}";
    help_status_page() = "另存为可打印的网页（含信用风险分类，不得公开）", "also write a page to be printed (it shows risk classes: not for the public)";
    help_amend() =
        "变更：抽取以后人员不能到场、须回避，或检查对象关闭时，由种子定出替补",
        "amend: after the draw, who steps in when inspectors are away or recused or an entity has closed";
    help_amend_requests() = "从文件读取变更事项（JSON 数组）", "take the requests from a file (a JSON array)";
    help_amend_away() = "这些人员不再承担检查，让出席位（可重复）", "this inspector gives up all seats (may be repeated)";
    help_amend_done() = "已检查完毕、不再换人的检查对象（可重复）", "an entity already visited, where the seats are kept (may be repeated)";
    help_amend_back() = "这些人员恢复承担检查（可重复）", "this inspector is no longer away (may be repeated)";
    help_amend_leaves() = "该人员须回避 --entity 写明的检查对象", "this inspector leaves the teams of the --entity given";
    help_amend_entity() = "检查对象编号（可重复）", "the id of an entity (may be repeated)";
    help_amend_closed() = "该检查对象无法检查，由备选递补", "this entity cannot be inspected; a reserve is visited";
    help_amend_by_hand() = "指定该人员填补 --entity 的空缺席位", "this inspector takes a vacant seat of --entity";
    help_amend_task() = "只对这项任务", "for this task only";
    help_amend_seat() = "席位号，自 0 起", "the number of the seat, from 0";
    help_amend_reason() = "理由；不写则询问", "the reason; asked for if missing";
    help_amend_approved_by() = "批准人；不写则询问", "who approved it; asked for if missing";
    help_amend_at() = "决定的时间，缺省为当前的北京时间", "when it was decided; by default the current time in Beijing";
    help_amend_yes() = "不再询问，直接写入（供程序使用）", "write without asking (for programs)";
    help_draw_with_classes() = "同时显示风险分类（现场公开时不宜）", "show risk classes too (not in a public room)";
    help_check() =
        "封存前检查：谁不在任何任务内、各项提示、各部门需要的人次",
        "check before the sealing: who is in no task, findings, what departments need";
    help_check_page() = "把检查结果写成一页，可打印", "write the result as a page to be printed";
    help_ceremony() =
        "随机源：逐项询问谁参加抽取、现场产生什么，写出 ceremony.json",
        "ask who takes part in the draw and what falls there, and write ceremony.json";
    help_commit() =
        "承诺：见证人在封存前选定取值，得到承诺值",
        "commit: a witness chooses a value before the sealing and gets its commitment";
    help_commit_file() = "写入随机数和取值的文件", "the file for nonce and value";
    help_commit_value() = "取值；不写则询问", "the value; asked for if missing";
    help_commit_hash() = "杂凑算法：sha256（缺省）或 sm3，与 ceremony.json 相同", "hash: sha256 (default) or sm3, the one of ceremony.json";
    help_draw_yes() = "不再询问，直接计算（供程序使用）", "do not ask before computing (for programs)";
    help_publish_out() = "写入文件；不写则直接显示", "write it to a file; by default it goes to the output";
    help_canon() =
        "给出文件的规范字节（可直接送 sha256sum），摘要另行显示",
        "print the canonical bytes of a document for sha256sum; the digest goes to standard error";
    help_canon_file() =
        "JSON 文件，如 plan.json、commitment.json",
        "a JSON document, for example plan.json or commitment.json";
    help_canon_hash() =
        "杂凑算法：sha256 或 sm3；缺省为文件写明的算法，未写明则为 sha256",
        "hash: sha256 or sm3; by default the one that the document names, else sha256";
    help_ledger() =
        "登记簿：机关封存、抽取、变更都逐条登记，只增不改",
        "ledger: what an office seals, draws and amends, entry by entry; entries are only added";
    help_ledger_action() =
        "init 开簿，show 查看，head 写出簿首，verify 检查，prove 写出证明，check 核对证明，leave 写明放弃封存单",
        "init opens it, show lists it, head writes its head, verify examines it, prove writes a proof, check checks one, leave gives up a commitment";
    help_ledger_folder() =
        "有登记簿的文件夹（案件，或存放各案件的文件夹），或登记簿文件；check 时为证明文件",
        "the folder with the ledger (a case, or the folder of the cases), or its file; with check, the proof";
    help_ledger_name() = "登记簿的名称，不与其他登记簿相同；缺省随机生成", "the name of the ledger, which must be unique; random by default";
    help_ledger_hash() = "杂凑算法：sha256（缺省）或 sm3", "hash: sha256 (default) or sm3";
    help_ledger_head() =
        "他人保存的簿首：文件，或“条数 根值”（verify 时可重复）",
        "a head that somebody kept: its file, or SIZE and ROOT as one text (may be repeated with verify)";
    help_ledger_entry() = "prove 时为登记的号码，check 时为登记那一行的文件", "with prove the number of an entry, with check the file with its line";
    help_ledger_algorithm() =
        "init 时：簿首签名密钥的算法，ed25519（默认）或 sm2；通用的 C2SP 工具只认 ed25519",
        "with init: the algorithm of the key that signs heads, ed25519 (the default) or sm2; tools of others for C2SP know only ed25519";
    help_ledger_key() = "check 时：簿首应由这个公钥签名", "with check: the public key that must have signed the head";
    help_witness_sheet() = "见证人记录单：抽取前打印，写明何时记下什么", "the sheet of a witness, to be printed before the draw: what to write down, and when";
    help_witness_check() = "核对见证人的记录：这几行能证明什么", "compare the notes of a witness: what these lines prove";
    help_witness_notes() = "照记录单录入的文本文件", "the notes, typed as they stand on the sheet";
    help_witness_ledger() = "登记簿，用以核对记下的簿首", "the ledger, to compare the heads that were noted";

    // The ledger.
    case_in_ledger(path) =
        "本机关有登记簿 {path}：本案的封存、抽取和变更都将自动登记。",
        "The office has a ledger, {path}. Sealing, draw and amendments of this case are entered in it.";
    ledger_opened(path, entries) =
        "登记簿已开：{path}（登记了已有的封存和抽取 {entries} 条）。此后在本文件夹内的案件中，各命令自动登记。",
        "Ledger opened: {path}, with {entries} entries about what was sealed and drawn before. From now on the commands write to it for every case in this folder.";
    ledger_key_made(path) =
        "{path} 是给簿首签名的私钥：不得外传，请与登记簿一并备份。",
        "{path} is the private key that signs its heads: keep it to yourselves, and back it up with the ledger.";
    ledger_public_key(key) =
        "公钥（请交上级机关存查）：{key}",
        "Public key, to be given to the higher office: {key}";
    ledger_head_title(size) =
        "登记簿簿首：共 {size} 条，根值：",
        "Head of the ledger: {size} entries, root:";
    ledger_left(commitment) = "已登记：放弃封存单 {commitment}。", "Entered: commitment {commitment} was given up.";
    ledger_in_order(size) = "登记簿 {size} 条，完整、连续，未发现问题。", "The ledger of {size} entries is complete and in order.";
    ledger_not_in_order(count) = "登记簿有 {count} 处问题。", "The ledger has {count} problems.";
    no_heads_kept() =
        "未提供他人保存的簿首（--head）。如果本机关从头重写了登记簿，仅凭登记簿看不出来。",
        "No head was provided (--head). If the office rewrote the whole ledger, the ledger alone does not show it.";
    heads_compared(count) = "与他人保存的簿首核对了 {count} 个。", "Compared with {count} heads that others kept.";
    head_written(path) = "簿首已写入 {path}：请交上级机关、见证人保存，或写入会议记录。", "Head written to {path}: give it to the higher office and the witnesses, or put it into the minutes.";
    proof_written(path) = "证明已写入 {path}。", "Proof written to {path}.";
    ledger_continues(old, new) = "{new} 条的登记簿是由 {old} 条的接续而来，未改写。", "The ledger of {new} entries continues the one of {old}: nothing was rewritten.";
    ledger_includes(number) = "该登记在登记簿中，为第 {number} 号。", "The entry is in the ledger, as number {number}.";

    // The witness.
    sheet_written(path) = "记录单已写入 {path}，请用浏览器打开打印。", "Sheet written to {path}; print it from a browser.";
    sheet_title(authority, year) = "见证人记录单：{authority} {year} 年抽查", "Sheet of a witness: {authority}, {year}";
    sheet_about() =
        "请自己保存本页，不交还主办机关。以后凭这几行，任何人都能查出结果是否被换过、是否抽过两次。",
        "Keep this page yourself; do not give it back. With these few lines anybody can find out later whether the result was exchanged or drawn twice.";
    sheet_first() = "一、取值产生之前", "1. Before the values fall";
    sheet_before() = "封存单摘要（宣读时逐组核对，须全部相同）：", "Digest of the commitment: compare every group with what is read out.";
    sheet_same() = "□ 与宣读、公布的相同　　时间：____时____分", "□ the same as read out and published    time: ____";
    sheet_head(size) = "登记簿簿首：共 {size} 条，根值：", "Head of the ledger: {size} entries, root:";
    sheet_second() = "二、取值产生之时", "2. When the values fall";
    sheet_values() = "亲眼所见的取值，按次序写下；重来过的也要写，并写明原因：", "The values that you saw yourself, in order; also those that were thrown again, and why:";
    sheet_third() = "三、抽取之后", "3. After the draw";
    sheet_record() = "抽取记录摘要（照屏幕抄录）：", "Digest of the record, as shown on the screen:";
    sheet_head_after() = "登记簿簿首：共 ______ 条，根值：", "Head of the ledger: ______ entries, root:";
    sheet_later() = "四、以后如何核对", "4. How to check later";
    sheet_check() =
        "把上面几行录入一个文本文件，与公布的文件一起交给 suiji witness-check：",
        "Type these lines into a text file, and give it with the published documents to suiji witness-check:";
    sheet_example() =
        "封存单: 0123 4567 …\n取值: 3 1 6 …\n抽取记录: 89ab cdef …\n登记簿: 12 0123 4567 …",
        "commitment: 0123 4567 …\nvalues: 3 1 6 …\nrecord: 89ab cdef …\nledger: 12 0123 4567 …";
    sheet_signed() = "见证人（签名）：__________________　　日期：______________", "Witness (signature): __________________    date: ______________";
    no_commitment_noted() =
        "没有记下封存单摘要：不能证明封存在取值之前。",
        "The digest of the commitment was not noted: it is not proved that the sealing came before the values.";
    no_values_noted() =
        "没有记下取值：不能证明用的是当场产生的取值。",
        "The values were not noted: it is not proved that those were used that fell on the spot.";
    no_record_noted() =
        "没有记下抽取记录摘要：不能证明没有抽过第二次。",
        "The digest of the record was not noted: it is not proved that there was no second draw.";
    heads_not_checked() = "记下了登记簿簿首，但没有提供登记簿（--ledger），未核对。", "A head was noted but not checked: ledger not provided (--ledger).";
    head_kept(size) = "登记簿的前 {size} 条与记下的簿首相同：此后没有改写。", "The first {size} entries match the head that was noted: nothing has been rewritten since.";
    sealed_in_head(commitment, number) =
        "记下簿首时，封存单 {commitment} 已在登记簿中（第 {number} 号）。",
        "Commitment {commitment} was in the ledger (entry {number}) when the head was noted.";
    sealed_after_head(commitment, number) =
        "记下簿首时，封存单 {commitment} 还不在登记簿中（后来的第 {number} 号）。",
        "Commitment {commitment} was not in the ledger yet when the head was noted (it is entry {number}).";

    // The guide.
    guide_title() =
        "suiji 随机：逐步完成一次“双随机”抽查。在步骤之间输入 q 离开，提问中途按 Ctrl-C 离开；下次照旧运行 suiji 即可继续。\n",
        "suiji 随机: a double-random draw, step by step. Type q to leave between steps, press Ctrl-C within one; run suiji again to go on.\n";
    guide_new_case() =
        "本次抽查叫什么？请为案件文件夹起名，如 2026年度抽查（q 离开）：",
        "Name the folder of this draw, for example draw-2026 (q to leave): ";
    guide_which_case() =
        "以上是已有的案件。请输入编号继续，或输入新名称另建一个（q 离开）：",
        "These cases are here. Type a number to go on with one, or a new name (q to leave): ";
    guide_is_sealed() =
        "注意：本案已经封存。这里的改动不影响已封存的内容，只在重新封存时起作用。",
        "Note: this case is sealed. What you change here does not change what was sealed; it counts only if you seal again.";
    guide_case(folder) = "\n案件 {folder} 的各个步骤（✓ 为已办）：", "\nThe steps of the case {folder} (✓ is done):";
    guide_step(mark, number, title) = "  {mark} {number}. {title}", "  {mark} {number}. {title}";
    guide_which(number, title) =
        "办哪一步？输入编号，直接回车办第 {number} 步“{title}”（q 离开）：",
        "Which step? Type its number, or press Enter for {number}, “{title}” (q to leave): ";
    guide_first(number, title) =
        "这一步要等第 {number} 步“{title}”办完。",
        "Step {number}, “{title}”, comes first.";
    guide_runs(words) = "\n→ suiji {words}", "\n→ suiji {words}";
    guide_left() =
        "已离开。已办的都存在案件文件夹里，再次运行 suiji 即可继续。",
        "You have left the guide. All that is done is in the folder of the case; run suiji again to go on.";
    guide_no_file(file) = "没有这个文件：{file}", "no such file: {file}";
    guide_plan() = "导入工作计划", "import the plan";
    guide_plan_means() =
        "从印发的工作计划（Word、Excel 或文本）读出各项任务：查哪些企业、抽多少、几人一组。读不准的地方会逐一询问。",
        "The tasks are read from the plan as it was issued (Word, Excel or text): which firms, how many, how many inspectors. What the plan leaves open is asked.";
    guide_plan_file() =
        "工作计划文件（编号，或文件的位置；回车返回）：",
        "The file of the plan (its number or path; Enter to go back): ";
    guide_lists() = "导入名录：检查对象、执法人员、检查历史", "import the lists: firms, inspectors, past inspections";
    guide_lists_means() =
        "从 Excel、CSV 等文件读入检查对象名录库、执法检查人员名录库，以及以往的检查（有则导入）。每处改动都记入日志，拿不准的会询问。",
        "The firms, the inspectors and, if there are any, past inspections are read from Excel, CSV and other files. Every change is written to a log; what is unclear is asked.";
    guide_list_files() =
        "名录文件（编号，可一次输入几个，或文件的位置；全部输完后按回车）：",
        "The files of the lists (numbers, several on a line, or a path; an empty line ends): ";
    guide_ceremony() = "确定随机来源与见证人", "choose the sources of chance";
    guide_ceremony_means() =
        "随机数从哪里来：掷骰子、摇号、双色球开奖，或由见证人当场给出。封存以后不能再改，所以现在就要定下来。",
        "Where the random numbers come from: dice, a drum, a lottery, or values of witnesses. It cannot be changed after the sealing, so it is decided now.";
    guide_check() = "封存前检查", "check before sealing";
    guide_check_means() =
        "查看各任务会抽多少、谁不在任何任务中、哪些内容可能有误。检查不会改动任何文件，可以反复做。",
        "What each task will take, who is in no task and why, and what may be wrong. A check changes nothing and can be repeated.";
    guide_seal() = "封存", "seal";
    guide_seal_means() =
        "把计划和名录固定下来，得出封存单及其摘要。请在抽取之前公布摘要：此后名录若有一字改动，任何人都能发现。",
        "The plan and the lists are fixed, which gives a commitment and its digest. Publish the digest before the draw: after that, anyone can see the change of a single character.";
    guide_why_again() =
        "本案已经封存。如须重新封存，请写明理由（回车返回）：",
        "The case is sealed already. To seal it again, give the reason (Enter to go back): ";
    guide_has_record() =
        "注意：本案已经抽取，有抽取记录。重新封存后，原来的抽取作废，须重新抽取；检查结果和变更都属于原来的抽取。",
        "Note: this case was drawn already. If it is sealed again, that draw no longer counts, and a new one is needed; results and amendments belong to the old draw.";
    guide_sure() =
        "封存后，计划、名录库和随机源不能再改。以上提示都看过了吗？现在封存吗（y/n）：",
        "After the sealing, plan, lists and sources cannot be changed. Did you look at all findings above? Seal now (y/n): ";
    guide_approved() = "批准人（回车返回）：", "Approved by (Enter to go back): ";
    guide_draw() = "抽取", "draw";
    guide_draw_means() =
        "当着见证人的面取得随机数，逐个录入、核对，然后得出抽查对象和检查人员。结果由此确定，不能重抽。",
        "The random numbers are taken before witnesses, typed in and confirmed. The firms and the inspectors follow from them; there is no second draw.";
    guide_verify() = "核验", "verify";
    guide_verify_means() =
        "根据封存的名录和随机数重新计算一遍，逐项说明哪些已经证实、哪些只能采信。任何人有这些文件都能这样做。",
        "Everything is computed again from the sealed lists and the random numbers. What is proved and what is on trust is said. Anyone who has the files can do this.";
    guide_papers() = "打印文书", "print the papers";
    guide_papers_means() =
        "生成抽取记录、抽查名单、派单、检查通知、“抽查结果公示”表等文书，可直接打印或用 Word、Excel 打开。",
        "Minutes, lists, assignments, notices and the table for results are written, to be printed or opened in Word and Excel.";
    guide_amend() = "变更：有人不能到岗、须回避，或企业无法检查", "change: somebody is away or recused, or a firm cannot be inspected";
    guide_amend_means() =
        "说明发生了什么，替补的人和企业由抽取时的种子定出，不由人挑选。",
        "Say what happened. Who or what comes instead follows from the seed of the draw; nobody chooses.";
    guide_results() = "登记检查结果", "enter the results";
    guide_results_means() =
        "检查结束后，把填好的“抽查结果公示”表导入，核对后用于公示和下一次抽取。",
        "After the inspections, the filled table of results is imported, checked, and used for publication and for the next draw.";
    guide_result_files() =
        "“抽查结果公示”表（编号，或文件的位置；全部输完后按回车）：",
        "The tables of results (number or path; an empty line ends): ";
    guide_status() = "查看进度", "see how far the inspections have come";
    guide_status_means() =
        "按任务、类别和检查人员列出已查、未查和逾期的户数。",
        "How many firms are inspected, open and overdue, by task, class and inspector.";

    help_completion() =
        "输出命令行补全脚本，供 Shell 载入",
        "print the script that completes command lines in a shell";
    help_completion_shell() =
        "bash、zsh、fish 或 powershell",
        "bash, zsh, fish or powershell";
    help_manual() = "输出 man 手册页", "print the page for man";
    manual_name() = "名称", "NAME";
    manual_title() =
        "suiji - 可核验的“双随机”抽取",
        "suiji - double-random draws of inspections that anyone can verify";
    manual_synopsis() = "用法", "SYNOPSIS";
    manual_usage() = "suiji 命令 [参数] [选项]", "suiji COMMAND [ARGUMENTS] [OPTIONS]";
    manual_description() = "说明", "DESCRIPTION";
    manual_commands() = "命令", "COMMANDS";
    manual_common() = "各命令通用的选项", "OPTIONS OF EVERY COMMAND";
    help_demo() =
        "演示：沁水县 2024 年八项任务，从机关自己的文件到年终",
        "demonstration: the eight tasks of Qinshui county in 2024, from the files of the office to the end of the year";
    help_demo_folder() =
        "要新建的文件夹，缺省为 suiji-demo-1 等",
        "the folder to create, suiji-demo-1 and so on by default";
}
