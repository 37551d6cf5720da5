//! The table of texts, by the rooms that show them: Chinese first, then English.
//!
//! Whoever translates or corrects a text needs this file alone. `{name}` stands for an argument.

use suiji::Lang;

use super::{Localized, Text};

/// The error codes of the command, beside those of the library.
///
/// Codes are stable: a program may match them.
pub mod codes {
    use std::fmt::Display;

    use suiji::codes::Code;

    use super::super::{Problem, Text};

    codes! {
        // The command line.
        USAGE_COMMAND usage_command(found) = "usage.command",
            "没有“{found}”这个命令，见 suiji --help",
            "there is no command “{found}”; see suiji --help";
        USAGE_OPTION usage_option(found, help) = "usage.option",
            "此处没有“{found}”这个选项，见 {help}",
            "there is no option “{found}” here; see {help}";
        USAGE_ARGUMENT usage_argument(found, help) = "usage.argument",
            "多了参数“{found}”，见 {help}",
            "“{found}” is one argument too many; see {help}";
        USAGE_TWICE usage_twice(name) = "usage.twice",
            "{name} 只能写一次",
            "{name} may stand only once";
        USAGE_MISSING usage_missing(name, help; about about_zh) = "usage.missing",
            "缺少 {name}：{about_zh}，见 {help}",
            "{name} is missing: {about}; see {help}";
        USAGE_NO_VALUE usage_no_value(name, help) = "usage.no-value",
            "{name} 缺少取值，见 {help}",
            "{name} needs a value; see {help}";
        USAGE_VALUE usage_value(found, name; problem problem_zh) = "usage.value",
            "{name} 的值“{found}”不对：{problem_zh}",
            "“{found}” is no value of {name}: {problem}";
        USAGE_UNFIT usage_unfit(name; problem problem_zh) = "usage.unfit",
            "{name}：{problem_zh}",
            "{name}: {problem}";
        USAGE_TOGETHER usage_together(first, second; rule rule_zh) = "usage.together",
            "{first} 与 {second} {rule_zh}",
            "{first} and {second} {rule}";

        // The files of a case.
        MISSING_FOLDER missing_folder() = "case.missing-folder",
            "没有这个文件夹",
            "there is no such folder";
        MISSING_FILE missing_file(; nor nor_zh) = "case.missing-file",
            "没有这个文件{nor_zh}",
            "there is no such file{nor}";
        TWO_FORMS two_forms(other) = "case.two-forms",
            "另有 {other}：两者只能有一个",
            "there is {other} too: only one of the two may be there";
        NOT_A_FILE not_a_file() = "case.not-a-file",
            "这不是普通文件",
            "this is no regular file";
        OTHER_DOCUMENT other_document(; is is_zh, wanted wanted_zh) = "case.other-document",
            "这是{is_zh}，此处应为{wanted_zh}",
            "this is {is}; what is wanted here is {wanted}";
        READ cannot_read(; problem problem_zh) = "case.read",
            "无法读取：{problem_zh}",
            "cannot be read: {problem}";
        WRITE cannot_write(; problem problem_zh) = "case.write",
            "无法写入：{problem_zh}",
            "cannot be written: {problem}";
        EXISTS exists() = "case.exists",
            "已经存在，不予改动",
            "is there already and is not altered";
        UNFINISHED unfinished() = "case.unfinished",
            "是空文件：写它的命令中途停止，或正在写入。确认无人正在操作本案后，可删去该文件再继续",
            "is empty: a command that was to write it was stopped, or is writing it just now; where nobody else is at work on the case, remove it and go on";
        STREAMS streams(; problem problem_zh) = "case.streams",
            "无法写出结果，或无法读取录入：{problem_zh}",
            "the output cannot be written, or the answers cannot be read: {problem}";
        RANDOM no_random_bytes(problem) = "case.random",
            "系统未能给出随机数：{problem}",
            "the system gives no random bytes: {problem}";

        // The course of a case.
        SEALED already_sealed() = "case.sealed",
            "本案已经封存。再次封存须说明缘由：--supersede 理由 --approved-by 批准人，或 --follow（前次抽取有效，此为下一次）",
            "the case is sealed already: to seal again, say why: --supersede REASON --approved-by WHO, or --follow";
        NOT_SEALED not_sealed() = "case.not-sealed",
            "本案尚未封存：请先执行 suiji seal",
            "the case is not sealed yet: suiji seal";
        NO_RECORD no_record() = "case.no-record",
            "没有 record.json：只有已经抽取的封存单才能接续（--follow）",
            "there is no record.json: only a sheet whose draw was made can be followed";
        OTHER_RECORD other_record() = "case.other-record",
            "不是 commitment.json 的抽取记录",
            "is not a record of commitment.json";
        INTERRUPTED interrupted() = "case.interrupted",
            "有一次封存正在进行或曾中断：请执行 suiji seal 完成它",
            "a sealing is under way or was interrupted: suiji seal finishes it";
        ANOTHER_SEALING another_sealing() = "case.another-sealing",
            "此前中断的是另一次封存，现已完成；本次要求的封存并未进行，如仍需要请再次执行",
            "another sealing had been interrupted and is finished now; what was asked for here was not done: ask for it again if it is still wanted";
        BUSY busy() = "case.busy",
            "另一命令正在对本案封存或抽取",
            "another command is sealing or drawing this case";
        CHANGED_MEANWHILE changed_meanwhile() = "case.changed-meanwhile",
            "在此期间已被另一命令改动：本次所做的不作数",
            "was changed meanwhile, by another command: what this one did does not count";
        UNANSWERED unanswered(; sources sources_zh, then then_zh) = "case.unanswered",
            "尚缺随机源取值：{sources_zh}。{then_zh}",
            "no contribution yet of: {sources}. {then}";
        PARTIAL partial() = "case.partial",
            "不是 suiji draw 为本封存单保存的取值；移走该文件后可重新录入",
            "is not what suiji draw kept for this sheet; move it away to give these contributions anew";
        OFFICE_SECRET office_secret() = "case.office-secret",
            "不是 suiji seal 保存的内容（应为 source, nonce, value 的列表）",
            "is not what suiji seal keeps there: a list of source, nonce, value";
        OTHER_CONTRIBUTIONS other_contributions() = "case.other-contributions",
            "另一命令已在此期间写入不同的取值；以已写入者为准，请再次执行 suiji draw",
            "another command has put other contributions there meanwhile; they stand, and suiji draw draws from them";
        NOT_THE_DRAW not_the_draw() = "case.not-the-draw",
            "与封存单和取值算出的结果不一致；未作改动",
            "is not what sheet and contributions give; it is not altered";
    }
}

texts! {
    // Errors and lists.
    error(file, message, code) = "错误：{file}{message} [{code}]", "error: {file}{message} [{code}]";
    in_file(path) = "{path}：", "{path}: ";
    more_faults(more, all) = "另有 {more} 处错误，共 {all} 处", "and {more} more faults, {all} in all";
    save_as_utf8() =
        "（在 Excel 或 WPS 中请另存为“CSV UTF-8”格式。）",
        "(Spreadsheet programs write UTF-8 when told to save as “CSV UTF-8”.)";
    no_permission(system) = "没有权限（{system}）", "{system}";
    no_such_path(system) = "没有这个路径（{system}）", "{system}";
    disk_full(system) = "磁盘空间不足（{system}）", "{system}";
    file_too_large(system) = "超过系统允许的文件大小（{system}）", "{system}";
    disk_read_only(system) = "磁盘只读（{system}）", "{system}";
    system_says(system) = "系统报告（{system}）", "{system}";
    nor(other) = "，也没有 {other}", ", nor {other}";
    list_separator() = "、", ", ";
    or_separator() = " 或 ", ", ";
    warning(text, code) = "注意：{text} [{code}]", "warning: {text} [{code}]";

    // Documents, where one is given in the place of another.
    a_receipt() = "查验单", "a receipt";
    a_public_form() = "公示文本", "a public form";
    a_record() = "抽取记录", "a record";
    a_commitment() = "封存单", "a commitment";
    a_plan() = "抽查计划", "a plan";
    a_ceremony() = "封存说明（ceremony）", "a ceremony";
    some_contributions() = "各随机源的取值", "contributions";

    // Progress: what is being done.
    progress_read() = "读取", "reading";
    progress_sort() = "排序", "sorting";
    progress_hash() = "计算摘要", "hashing";
    progress_frame() = "生成抽样框", "making the frames";
    progress_short() = "核对小组席位", "counting teams that cannot be filled";
    progress_tickets() = "计算签号", "computing tickets";
    progress_teams() = "编组", "staffing teams";
    progress_balance() = "均衡工作量", "balancing loads";
    progress_write() = "写出", "writing";
    progress_other() = "计算", "working";

    // The tasks of a sheet.
    column_task() = "任务", "task";
    column_frame() = "抽样框", "frame";
    column_all() = "不分层", "all";
    column_take() = "抽取", "take";
    column_ratio() = "比例", "ratio";
    column_annual_cap() = "年度上限", "annual cap";
    column_per_year() = "次数已满", "per year";
    column_short() = "组员不足", "short";
    columns_legend(annual_cap, per_year) =
        "（各层为“抽取/总数”；{annual_cap}、{per_year}两列为被排除的对象数）",
        "(strata are take/size; “{annual_cap}” and “{per_year}” count the excluded)";

    // Contributions, asked for.
    compare_digest() = "封存单摘要，请与封存时记下的核对：", "Commitment digest, to be compared with what was noted:";
    contributions_missing(count) = "尚缺 {count} 个随机源的取值。", "Contributions still to be given: {count}";
    source(name, by, kind) = "{name}（{by}；{kind}）", "{name} ({by}; {kind})";
    by_office() = "机关", "office";
    by_witness() = "见证人", "witness";
    by_public() = "社会公开", "public";
    kind_committed() = "封存前已承诺", "committed before the sealing";
    kind_live(length, symbols) = "{length} 个字符，取自 {symbols}", "{length} characters out of {symbols}";
    kind_drand() = "drand", "drand";
    ask_nonce() = "  随机数（nonce，64 位十六进制）：", "  nonce (64 hex digits): ";
    ask_value() = "  取值：", "  value: ";
    confirm_value(value) =
        "  取值为 {value}，确认吗？确认后不能更改 [y/n] ",
        "  The value is {value}. Right? It stands once confirmed [y/n] ";
    ask_again(problem) = "  {problem}。请重新录入。", "  {problem}. Once more, please.";
    some_confirmed() =
        "已确认的取值已保存，再次执行 suiji draw 可继续",
        "What was confirmed is kept; suiji draw goes on from there";
    none_confirmed() =
        "尚无已确认的取值，再次执行 suiji draw 可重新录入",
        "Nothing was confirmed yet; suiji draw asks again";

    // What was drawn.
    task_selected(task, name, count) = "任务 {task} {name}：抽中 {count} 个", "Task {task} {name}: {count} selected";
    more_selected(more, record) = "  …… 另有 {more} 个，见 {record}", "  … and {more} more, in {record}";
    reserves_heading() = "  备选：", "  reserves:";
    lead_seat(seat) = "{seat}（主办人员）", "{seat} (the lead's)";
    vacant_seats(seats, entity, name) =
        "  空缺：{entity} {name} 的席位 {seats} 无人可任，须人工补足并注明抽取记录摘要",
        "  vacant: seat {seats} of {entity} {name}; to be filled by hand, citing the record digest";
    more_vacant(more, record) =
        "  …… 另有 {more} 个小组有空缺，见 {record} 中各小组的 vacant",
        "  … and {more} more teams with vacant seats: vacant, in {record}";

    // What a receipt says.
    in_brackets(names) = "  （{names}）", "  ({names})";
    tasks_out_of_scope(tasks) = "不在范围内的任务：{tasks}", "not about it: tasks {tasks}";

    // The report of a verification.
    about_task(task) = "任务 {task}：", "task {task}: ";
    check_failed(about, check, path, rule) =
        "✗ {about}{check}——不符（{path}） [{rule}]",
        "✗ {about}{check}: failed at {path} [{rule}]";
    expected_and_found(expected, found) =
        "    应为 {expected}\n    实为 {found}",
        "    right: {expected}\n    found: {found}";
    checks_on_trust(count) = "，{count} 项只能凭信", ", {count} on trust";
    checks_done(all, established, on_trust) =
        "共 {all} 项核验，{established} 项成立{on_trust}。",
        "{all} checks, {established} established{on_trust}.";
    facts_heading() = "\n旁证（估计数应与抽取数相近）：", "\nFacts beside (estimates should be near the takes):";
    source_outcomes(name, outcomes) =
        "  随机源“{name}”有 {outcomes} 种可能",
        "  source “{name}” has {outcomes} outcomes";
    trust_heading() = "无法由核验得出、只能凭信的：", "What remains on trust:";
    verdict(verdict) = "结论：{verdict}", "Verdict: {verdict}";

    // suiji new
    case_made(folder, argument) =
        "已新建案件 {folder}。各文件的写法见 {folder}/README.md；改好后执行 suiji seal {argument} --dry-run 试算。",
        "Made the case {folder}. Its README.md explains each file; then try suiji seal {argument} --dry-run.";
    secret_made(file) =
        "{file} 中有随机生成的密钥，不得公开。",
        "{file} holds a secret that was made at random; never publish it.";

    // suiji seal
    sealed_at(authority, year, time) = "{authority} {year} 年度，封存时间 {time}", "{authority}, {year}, sealed at {time}";
    sealing_finished() =
        "上次封存曾中断，现已完成；没有另行封存。",
        "A sealing had been interrupted and is finished now; nothing was sealed anew.";
    known_before(file) =
        "注意：封存之前，文件夹里已有 {file}：取值早于封存即可预知结果",
        "warning: {file} lay here before the sealing: whoever knew it could know the draw";
    earlier_files(file) = "前次的文件保留为 {file} 等", "the earlier files stay as {file} and so on";
    dry_run_done() = "试算完毕，未写入任何文件。", "Tried, nothing was written.";
    commitment_digest() =
        "封存单摘要（请当众宣读、公布，并由见证人记录）：",
        "Commitment digest, to be read out, made known and noted by the witnesses:";
    sealed(file, case) = "已写入 {file}。下一步：suiji draw {case}", "Written to {file}. Next: suiji draw {case}";

    // suiji draw
    record_written(file) = "已写入 {file}", "Written to {file}";
    record_there(file) =
        "{file} 已经存在，与本次算得的完全一致，未作改动。",
        "{file} was there already and is exactly this; it was not altered.";
    record_digest() = "抽取记录摘要：", "Record digest:";
    verify_next(record, case) =
        "下一步：suiji verify {record} --case {case}",
        "Next: suiji verify {record} --case {case}";

    // suiji verify
    other_commitment() =
        "注意：这份文件依据的不是案件现在的 commitment.json。案件重新封存后，计划、名录库与检查历史若已改动，须用封存当时的文件核验。",
        "Note: this is not of the commitment.json that the case has now. Where plan, registry, roster or history were changed for a later sheet, it must be verified with the files of its own time.";

    // suiji explain, suiji publish
    receipt_written(file) = "查验单已写入 {file}", "Receipt written to {file}";
    public_written(file, record) =
        "公示文本已写入 {file}（抽取记录摘要 {record}）",
        "Public form written to {file} (record digest {record})";

    // suiji demo
    demo_heading(heading) = "\n━━ {heading}", "\n━━ {heading}";
    demo_proof(proof) = "▸ {proof}", "▸ {proof}";
    demo_about(folder) =
        "沁水县工业和信息化局 2024 年“双随机、一公开”工作计划（沁工信字〔2024〕15号）的八项任务。\n\
         计划是真的，企业、人员与检查记录都是虚构的。全部文件在 {folder}。",
        "The eight tasks of Qinshui county's plan of inspections for 2024. The plan is real; firms, officers\n\
         and past inspections are invented. All files are in {folder}.";
    demo_seal() = "1. 封存", "1. Sealing";
    demo_sealed() =
        "这一串摘要锁定了计划、名录库、检查历史、各层抽取数量和随机源。此刻谁也不知道结果，此后改动任何一处都会被发现。",
        "The digest fixes plan, lists, history, takes and sources. Nobody can know the result yet, and any change from here on is found.";
    demo_draw() = "2. 抽取", "2. Drawing";
    demo_throw(source, value) = "{source}：{value}（示例写定）", "{source}: {value} (the example's)";
    demo_drawn() =
        "种子由封存单摘要和各方取值一起算出，缺一不可。取值先存盘、后计算：重来也是同一结果，重抽不会悄悄发生。",
        "The seed is made of the digest and every party's value, which are on disk before anything is computed: starting again gives the same draw.";
    demo_verify() = "3. 核验", "3. Verification";
    demo_verified() =
        "每个签号、每一层的抽中者、每个小组都重新算过，与记录一致。不写 --case，则只凭记录本身核验。",
        "Every ticket, selection and team was computed again and is that of the record. Without --case the record alone is checked.";
    demo_explain() = "4. 查一家企业", "4. One firm";
    demo_excluded() =
        "被排除的，看得到理由：J1 今年已查过它。N1 还没有；它是高风险，全数抽取，由工信局自己的小组去查。",
        "An exclusion has its reason: J1 has visited it this year. N1 has not, and takes every firm of high risk, with a team of its own.";
    demo_shared_visit() =
        "部门联合与内部两项任务共用签号：同一个小组一次上门，查两项任务的事项。",
        "The joint and the internal task share their tickets: one team, one visit, the matters of both.";
    demo_publish() = "5. 公示与查验单", "5. Public form and receipt";
    demo_published() =
        "企业凭公示文本和自己的查验单，就能查实自己为何抽中或未抽中，而看不到别家的风险类别。标“·”的只能凭信。",
        "With the public form and its own receipt a firm can check why it was drawn or not, and learns nobody else's risk class. What has “·” is on trust.";
    demo_alter() = "6. 改动一处", "6. One thing altered";
    demo_altered(copy, selected, reserve) =
        "在副本 {copy} 中，把 J1 抽中的 {selected} 换成备选 {reserve}：",
        "In the copy {copy}, {selected}, selected for J1, is replaced by the reserve {reserve}:";
    demo_by_hand() = "7. 不用本程序也能核对", "7. By hand, without this program";
    demo_digest(digest) = "  {digest}  （封存单摘要）", "  {digest}  (the commitment digest)";
    demo_ticket(ticket) = "  {ticket}  （上面查验单中的签号）", "  {ticket}  (the ticket of the receipt above)";
    demo_conclusion() =
        "\n机关的秘密值是本次新生成的，所以每次演示的结果不同；骰子和彩球用的是示例写定的数，不是现场掷出的。\n\
         因此这只是演示，不是一次有效的抽取。",
        "\nThe office's secret value is fresh, so that each demonstration draws differently; the dice and balls\n\
         are the example's, written beforehand. So this is a demonstration, and no valid draw.";

    // The command line: what is wrong with it.
    a_command() = "命令，如 seal", "a command, such as seal";
    not_utf8() = "不是 UTF-8", "it is not UTF-8";
    one_of(choices) = "应为 {choices}", "one of {choices} is right";
    not_together() = "不能同时使用", "cannot both stand here";
    only_together() = "须同时使用", "go together";

    // The help.
    help_title() =
        "suiji 随机：可核验的“双随机”抽取\n\n用法：suiji 命令 [参数] [选项]",
        "suiji 随机: the double-random draw of inspections, made so that anyone can check it\n\nUsage: suiji COMMAND [ARGUMENTS] [OPTIONS]";
    help_course() =
        "一次抽取：suiji new 案件 → 填写各文件 → suiji seal 案件 → 公布封存单摘要 → 掷骰、开球 → suiji draw 案件 → suiji verify 案件/record.json --case 案件\n\
         退出码：0 完成；1 核验不成立或不完整；2 输入或用法有误。\n各命令的选项：suiji 命令 --help",
        "One draw: suiji new CASE → fill in the files → suiji seal CASE → make the digest known → throw the dice → suiji draw CASE → suiji verify CASE/record.json --case CASE\n\
         Exit codes: 0 done; 1 checked, and it does not hold or is incomplete; 2 bad input or usage.\nOptions of a command: suiji COMMAND --help";
    help_usage(signature) = "用法：suiji {signature}", "Usage: suiji {signature}";
    help_lang() = "语言，缺省为中文", "the language, Chinese by default";
    help_json() =
        "输出 JSON，供程序使用；错误也以 JSON 写到标准错误",
        "JSON for programs; errors as JSON on the standard error";
    help_help() = "帮助、版本", "this help, the version";
    help_case() = "案件文件夹", "the folder of the case";
    help_record() = "抽取记录，如 CASE/record.json", "a record, such as CASE/record.json";
    help_of_case() =
        "案件文件夹，其中的计划、名录库与检查历史",
        "the case folder, with plan, registry, roster and history";
    help_plan() = "抽查计划，如 plan.json", "the plan, such as plan.json";
    help_new() =
        "新建案件文件夹，附各文件的样例与说明",
        "make the folder of a new case, with a sample of each file and what it is";
    help_new_folder() = "要新建的文件夹", "the folder to make";
    help_seal() =
        "封存：写出封存单 commitment.json，读出其摘要",
        "seal: write the sheet commitment.json and give its digest to be read out";
    help_seal_at() =
        "封存时间，如 2024-09-02T09:00:00+08:00；不写则取 ceremony.json 的 sealed_at，再则为此刻的北京时间",
        "the time of sealing, such as 2024-09-02T09:00:00+08:00; else sealed_at of ceremony.json, else now in Beijing";
    help_seal_dry_run() = "只试算，不写文件", "do all but write";
    help_seal_supersede() = "替代已有的封存单，并写明理由", "replace the sheet that is there, for this reason";
    help_seal_approved_by() = "替代由谁批准", "who approved the replacement";
    help_seal_follow() = "已有的抽取有效，本次为其下一次", "the draw that is there stands, and this is the next one";
    help_draw() =
        "抽取：录入各随机源的取值，写出抽取记录 record.json",
        "draw: take the contributions and write the record, record.json";
    help_verify() =
        "核验抽取记录（或其公示文本），逐项列出",
        "verify a record (or its public form), check by check";
    help_verify_sheet() =
        "抽取前公布的封存单摘要",
        "the commitment digest that was made known before the draw";
    help_explain() =
        "查一个检查对象：是否在抽样框、为何抽中或未抽中",
        "say of one entity whether it was in the frame, and why it was drawn or not";
    help_explain_entity() =
        "检查对象的编号，通常是统一社会信用代码",
        "the entity's id, normally its unified social credit code";
    help_explain_receipt() = "另存为查验单，可交给该对象", "write the receipt, which may be handed to the entity";
    help_check_receipt() = "对照公示文本核验一份查验单", "check a receipt against the public form";
    help_receipt() = "查验单", "the receipt";
    help_public() = "公示文本", "the public form";
    help_publish() = "由抽取记录得出公示文本", "give the public form of a record";
    help_publish_out() = "写入文件，而不是显示", "write it to a file instead of the output";
    help_canon() =
        "给出文件的规范字节（可直接送 sha256sum），摘要另行显示",
        "give the canonical bytes of a document, ready for sha256sum; the digest goes to the standard error";
    help_canon_file() =
        "JSON 文件，如 plan.json、commitment.json",
        "a JSON document, such as plan.json or commitment.json";
    help_canon_hash() =
        "杂凑算法：sha256 或 sm3；缺省为文件写明的，未写明则为 sha256",
        "the hash: sha256 or sm3; by default the document's own, else sha256";
    help_demo() =
        "演示：沁水县 2024 年八项任务，从封存到核验",
        "show all of it on Qinshui's eight tasks of 2024, from sealing to verification";
    help_demo_folder() =
        "要新建的文件夹，缺省为 suiji-demo-1 等",
        "the folder to make, suiji-demo-1 and so on by default";
}
