//! The table of texts: Chinese first, then English. To translate or correct a text, edit this file alone, or
//! `plan_table.rs`, which has those on plans. `{name}` stands for an argument.

use suiji::Lang;

use super::{Localized, Text};

/// The problems of files. Their ids are stable: a program may match them.
pub mod codes {
    use suiji::Lang;

    use super::super::{Localized, Text};
    use crate::base::problem::Problem;

    codes! {
        // Files.
        cannot_read(problem) = "import.read",
            "无法读取：{problem}",
            "cannot be read: {problem}";
        file_size(limit) = "import.file-size",
            "文件超过 {limit} MiB，请分成几个文件",
            "the file is larger than {limit} MiB; split it into several files";
        empty_file() = "import.empty-file",
            "文件为空（0 字节），多为导出失败：请重新导出",
            "the file is empty (0 bytes), as after a failed export; export it again";
        format(found) = "import.format",
            "不能导入{found}",
            "{found} cannot be imported";
        encrypted() = "import.encrypted",
            "文件设有密码：请在 Excel 或 WPS 中取消密码后另存",
            "the file has a password; remove it in Excel or WPS and save the file again";
        workbook(problem) = "import.workbook",
            "表格文件已损坏（{problem}）：请在 Excel 或 WPS 中打开，另存为 .xlsx",
            "the workbook is damaged ({problem}); open it in Excel or WPS and save it as .xlsx";

        // Limits.
        xls_size(limit) = "import.xls-size",
            "旧格式（.xls）的文件不能超过 {limit} MiB：请另存为 .xlsx",
            "a file of the old format (.xls) may have {limit} MiB; save it as .xlsx";
        parts(limit) = "import.parts",
            "压缩包内的文件超过 {limit} 个，不是正常的表格文件",
            "the archive has more than {limit} parts, as no workbook has";
        part_size(part, limit) = "import.part-size",
            "{part} 解压后超过 {limit} MiB",
            "{part} has more than {limit} MiB when decompressed";
        expansion(part, limit) = "import.expansion",
            "{part} 解压后超过压缩前的 {limit} 倍，疑为压缩炸弹",
            "{part} becomes more than {limit} times as large when decompressed, as in a zip bomb";
        entities(part) = "import.entities",
            "{part} 内有实体声明（DOCTYPE、ENTITY），正常的表格文件没有",
            "{part} declares entities (DOCTYPE, ENTITY), as no workbook does";
        xml_text(part, limit) = "import.xml-text",
            "{part} 内有一段文字超过 {limit} 字节",
            "{part} has a text of more than {limit} bytes";
        merged(limit) = "import.merged",
            "合并单元格超过 {limit} 处",
            "more than {limit} merged areas";
        filled(limit) = "import.filled",
            "合并单元格的内容填入各格后超过 {limit} MiB",
            "the values of merged areas have more than {limit} MiB in all their cells";
        cells(limit) = "import.cells",
            "单元格（含中间的空格）超过 {limit} 个：请删去远处的零星单元格，或另存为 .xlsx",
            "more than {limit} cells, blank ones between others included; delete stray cells, or save the file as .xlsx";
        sheets(limit) = "import.sheets",
            "工作表超过 {limit} 张",
            "more than {limit} sheets";
        rows(limit) = "import.rows",
            "超过 {limit} 行，请分成几个文件",
            "more than {limit} rows; split the file";
        row_size(limit) = "import.row-size",
            "一行超过 {limit} 字节，可能缺少右引号",
            "a row of more than {limit} bytes; a closing quotation mark may be missing";
        columns(limit) = "import.columns",
            "超过 {limit} 列",
            "more than {limit} columns";
        quote(limit) = "import.quote",
            "一个单元格内超过 {limit} 个换行，可能缺少右引号",
            "more than {limit} line ends in one cell; a closing quotation mark may be missing";

        // Headers.
        no_header(rows, lists) = "import.no-header",
            "前 {rows} 行内没有找到表头（{lists}的列名）；可在首行写上列名，或用 --as 指明是哪一种名录",
            "no header in the first {rows} rows (column names of {lists}); name the columns, or say which list it is by --as";
        which_list(one, other) = "import.which-list",
            "从列名看不出是{one}还是{other}：请用 --as 指明（registry、roster 或 history）",
            "the columns may be those of {one} or {other}; say which by --as (registry, roster or history)";
        missing_column(list, fields, found) = "import.missing-column",
            "{list}缺少列：{fields}（表头有：{found}）。如列名不同，请改用常用列名，或写入答复文件",
            "{list} lacks the columns {fields} (the header has: {found}); use a usual name, or name the column in the file of answers";

        // Plans.
        document(problem) = "import.document",
            "Word 文档已损坏（{problem}）：请在 Word 或 WPS 中打开，另存为 .docx",
            "the Word document is damaged ({problem}); open it in Word or WPS and save it as .docx";
        plan_size(limit) = "import.plan-size",
            "工作计划的文字超过 {limit} MiB",
            "the text of the plan has more than {limit} MiB";
        plan_cells(limit) = "import.plan-cells",
            "工作计划的表格超过 {limit} 个单元格",
            "the tables of the plan have more than {limit} cells";
        plan_paragraphs(limit) = "import.plan-paragraphs",
            "工作计划超过 {limit} 段",
            "the plan has more than {limit} paragraphs";
        plan_text(limit) = "import.plan-text",
            "有一段文字或一个单元格超过 {limit} 字节",
            "a paragraph or cell has more than {limit} bytes";
        plan_tasks(limit) = "import.plan-tasks",
            "抽查任务超过 {limit} 项",
            "more than {limit} tasks";
        plan_table(fields) = "import.plan-table",
            "没有找到抽查任务表：表头应有{fields}等列。表格是图片的，请取得原文件",
            "no table of tasks was found: its header has columns such as {fields}. If the table is a picture, ask for the original file";
        plan_header(found) = "import.plan-header",
            "表格没有看得懂的表头，其中的任务无法导入（{found}）：请写上常用列名，如抽查任务名称、抽查比例",
            "a table has no header that is understood, and its tasks cannot be imported ({found}); use common names of columns";
        plan_row(found, expected) = "import.plan-row",
            "本行有 {found} 格，表头有 {expected} 格，无法对应各列：请补齐空格（制表符）",
            "the row has {found} cells and the header {expected}, so its columns are not known; add the missing tabs";
        plan_task(field) = "import.plan-task",
            "缺少“{field}”",
            "{field} is missing";
        plan_rows(field, name) = "import.plan-rows",
            "“{name}”占几行，各行的“{field}”不一致：请拆成几项任务，或合并成一行",
            "“{name}” has several rows with a different {field}; make them tasks of their own, or one row";
        plan_refused(problem) = "import.plan-refused",
            "按文档和答复写成的计划不符合规定：{problem}",
            "the plan that document and answers give is refused: {problem}";

        // Answers.
        answers(problem) = "import.answers",
            "不是答复文件（应有 answers 列表）：{problem}",
            "not a file of answers (expected a list `answers`): {problem}";
    }
}

texts! {
    at(place, problem) = "{place}：{problem}", "{place}: {problem}";
    between() = " ", ", ";
    list_separator() = "、", ", ";
    sheet(name) = "“{name}”表", "sheet “{name}”";
    row(number) = "第 {number} 行", "row {number}";
    column_name(name) = "“{name}”列", "column “{name}”";

    // Lists and their fields.
    registry() = "检查对象名录库", "the registry";
    roster() = "执法检查人员名录库", "the roster";
    history() = "检查历史", "the history";
    plan() = "抽查计划", "the plan";
    entity_id() = "统一社会信用代码", "id (credit code)";
    entity_name() = "企业名称", "name";
    inspector_id() = "执法证号", "id (certificate number)";
    inspector_name() = "姓名", "name";
    class() = "信用风险分类", "class";
    categories() = "类别", "categories";
    district() = "行政区划代码", "district";
    industry() = "行业代码", "industry";
    status() = "登记状态", "status";
    established() = "成立日期", "established";
    exempt() = "免检理由", "exempt";
    exempt_from() = "免检任务", "exempt_from";
    department() = "单位", "department";
    skills() = "业务专长", "skills";
    lead() = "是否主办", "lead";
    expert() = "是否专家", "expert";
    max_load() = "最多承担户数", "max_load";
    load() = "在办件数", "load";
    valid_to() = "证件有效期", "valid_to";
    recuse() = "回避企业", "recuse";
    visited() = "检查对象", "entity";
    task() = "检查任务", "task";
    date() = "检查日期", "date";
    visit_kind() = "检查类型", "kind";
    by() = "检查部门", "by";
    inspectors() = "检查人员", "inspectors";

    // Formats that cannot be imported, with the way out.
    a_pdf() = " PDF：请取得原表格文件", "a PDF; ask for the workbook it was made from";
    an_rtf() = " RTF 文档：请把表格粘贴到 Excel 或 WPS 表格中另存", "an RTF document; paste its table into a workbook";
    a_picture() = "图片：请取得原表格文件", "a picture; ask for the workbook";
    an_archive() = "压缩包：请先解压", "an archive; unpack it first";
    an_html_page() = "网页（有些系统导出的 .xls 实为网页）：请在 Excel 或 WPS 中打开，另存为 .xlsx", "an HTML page, as some systems export under the name .xls; open it in Excel or WPS and save it as .xlsx";
    an_xml_file() = " XML 表格：请在 Excel 或 WPS 中打开，另存为 .xlsx", "an XML spreadsheet; open it in Excel or WPS and save it as .xlsx";
    a_json_file() = " JSON：JSON Lines（.jsonl）可直接放入案件文件夹封存", "JSON; JSON Lines (.jsonl) can be sealed as they are, in the folder of the case";
    a_doc() =
        "旧格式的 Word 文档（.doc）：工作计划请在 Word 或 WPS 中另存为 .docx；名录请把表格粘贴到 Excel 或 WPS 表格中另存",
        "a Word document of the old format (.doc); save a plan as .docx in Word or WPS, or paste the table of a list into a workbook";
    a_docx() =
        " Word 文档（.docx）：工作计划请加 --as plan；名录请把表格粘贴到 Excel 或 WPS 表格中另存",
        "a Word document (.docx); import a plan with --as plan, or paste the table of a list into a workbook";
    an_xlsb() = "二进制工作簿（.xlsb）：请另存为 .xlsx", "a binary workbook (.xlsb); save it as .xlsx";
    a_compound_file() = "此类文件：请在 Excel 或 WPS 中打开，另存为 .xlsx", "this kind of file; open it in Excel or WPS and save it as .xlsx";
    rows_out_of_order() = "行或列的次序错乱", "rows or columns are out of order";
    records_damaged() = "记录不完整", "its records are incomplete";

    // Questions.
    ask_field(field, why) = "“{field}”：{why}", "{field}: {why}";
    ask_field_of(field, why, of) = "“{field}”（{of}）：{why}", "{field} of “{of}”: {why}";
    ask_value(field, value, why) = "“{field}”列的“{value}”：{why}", "“{value}” in {field}: {why}";
    ask_value_of(field, value, why, of) = "“{field}”列的“{value}”（{of}）：{why}", "“{value}” in {field} of “{of}”: {why}";
    ask_column(name, field) = "“{name}”列是不是“{field}”？", "Is the column “{name}” the field {field}?";
    ask_columns(field, columns) = "“{field}”有几列（{columns}），用哪一列？", "Several columns may be {field} ({columns}); which one is?";
    ask_conflict(id, field, one, other) =
        "{id} 有几行，“{field}”不一致（“{one}”与“{other}”），以哪个为准？",
        "{id} has several rows with a different {field}: “{one}” and “{other}”; which is right?";
    leave_out_row() = "不导入该行", "leave the row out";
    leave_out_column() = "不导入该列", "leave the column out";
    keep_column() = "作为补充信息（extra）保留", "keep it as extra";
    leave_blank() = "留空", "leave it blank";
    yes() = "是", "yes";
    no() = "否", "no";
    status_active() = "存续（在抽查范围内）", "active: may be drawn";
    status_inactive() = "已注销、吊销等（不抽）", "inactive: never drawn";
    kind_planned() = "计划内的检查（计入频次）", "planned: counts towards limits";
    kind_case() = "个案检查（投诉举报等，不计入频次）", "case: counts towards no limit";
    day_first() = "先日后月", "the day comes first";
    month_first() = "先月后日", "the month comes first";
    with_zeros() = "补上前面的 0", "with leading zeros";
    without_zeros() = "照原样", "as it is";

    why_digits_lost() =
        "表格软件已把它变成数字，后几位丢失，请填写正确的代码",
        "a spreadsheet made it a number and lost its last digits; what is the right code?";
    why_not_an_id() = "不能作为编号（须为字母、数字和 - _ . : / ( )），请填写正确的编号", "it is no id (letters, digits and - _ . : / ( ) only); what is the right one?";
    why_missing() = "缺少内容，请填写", "it is missing; what is it?";
    why_no_department() = "没有这一列：所有人员同属一个单位的，请填写单位", "there is no such column; which department do all inspectors belong to?";
    why_leading_zeros() = "同列其他证号以 0 开头：表格软件可能丢掉了前面的 0", "other numbers of the column begin with 0: a spreadsheet may have lost zeros of this one";
    why_not_a_district() = "不是行政区划代码（2 至 12 位数字），请填写代码", "it is no division code (2 to 12 digits); what is the code?";
    why_not_an_industry() = "不是国民经济行业代码（2 至 4 位数字），请填写代码", "it is no industry code (2 to 4 digits); what is the code?";
    why_industry_zero() = "三位数字：可能是中类，也可能是丢了前面 0 的小类", "three digits: a group, or a class that has lost its leading 0";
    why_not_a_date() = "看不懂的日期，请写作 2024-09-01", "it is no date; write it as 2024-09-01";
    why_date_order() = "“3/4/2024”一类的日期，先日还是先月？", "in dates such as 3/4/2024, does the day or the month come first?";
    why_neither_yes_nor_no() = "是还是否？", "is it yes or no?";
    why_unknown_status() = "是在营，还是已注销、吊销等？", "is it active or inactive?";
    why_unknown_kind() = "是计划内的检查，还是个案检查（不计入频次）？", "was the inspection planned, or a case that counts towards no limit?";
    why_unknown_class() = "不是计划的风险分类，是哪一类？", "it is no class of the plan; which one is it?";
    why_letters() = "字母各表示哪一类？（有的名录 A 为高，有的 A 为低）", "what do the letters mean? (in some lists A is high, in others low)";
    why_not_a_number() = "应为整数", "expected an integer";
    why_formula_error() = "公式出错留下的值，原内容已丢失，请填写", "a failed formula left it and the value is lost; what is it?";
    why_zero() = "“0”多为公式或导出留下的，原应为空还是别的内容？", "0 is what a formula or an export often leaves; what should it be?";
    why_refused(problem) = "{problem}，请填写正确的内容", "{problem}; what is right?";
    why_exempt_reason() = "“是”不是理由：请填写免检的依据（名单及其批准文件）", "“yes” is no reason; what are the list and its approval?";
    why_list_blank() = "其中的空格是分隔几项，还是一项之内的？请写明各项，以分号隔开", "does the blank separate members, or is it part of one? Write the members with ; between them";
    why_unknown_name() = "名录库中没有这个名称，请填写编号", "no one in the lists has this name; what is the id?";
    why_several_of_name() = "名录库中有几个同名的，是哪一个？", "several have this name; which one is it?";
    why_unknown_task() = "计划中没有这项任务，请填写任务编号", "it is no task of the plan; what is the id of the task?";

    // Rules.
    rule_merged_cell() = "合并单元格的内容填入各格", "the value of a merged area, in each of its cells";
    rule_text_mark() = "去掉文本标记（' 或 =\"…\"）", "the mark of a text (' or =\"…\") taken off";
    rule_invisible() = "去掉看不见的字符", "characters that cannot be seen taken out";
    rule_line_end() = "去掉格内换行、制表符", "line ends or tabs within a cell taken out";
    rule_trim() = "去掉首尾空白", "blanks at the edges taken off";
    rule_inner_blank() = "去掉中间的空格", "blanks within taken out";
    rule_nfc() = "统一字符的组合形式", "characters composed (NFC)";
    rule_full_width() = "全角改半角", "full-width forms to ASCII";
    rule_letter_case() = "代码中的小写改大写", "letters of a code to capitals";
    rule_blank_word() = "表示“无”的文字改为空", "a word for nothing to an empty cell";
    rule_number() = "数字的写法", "the form of a number";
    rule_yes_no() = "是、否", "words for yes and no";
    rule_class_word() = "风险分类的文字", "words for risk classes";
    rule_class_letter() = "风险分类的字母", "letters for risk classes";
    rule_unrated() = "未评级改为空", "not rated to an empty cell";
    rule_status_word() = "登记状态的文字", "words for a status";
    rule_kind_word() = "检查类型的文字", "words for the kind of an inspection";
    rule_date() = "日期的写法", "the form of a date";
    rule_date_serial() = "日期序号", "a date from the number of its day";
    rule_period_end() = "起止日期取止日", "the end of a period";
    rule_no_end() = "长期、不限改为空", "no end or no limit to an empty cell";
    rule_code() = "从文字中取出代码", "a code out of other text";
    rule_list() = "拆分多项内容", "the members of a list";
    rule_list_blank() = "按已有的项拆分以空格隔开的内容", "a list with blanks between known members";
    rule_resolved() = "名称换为编号", "a name to the id";
    rule_answer() = "按答复填写", "by an answer";
    rule_merged_row() = "同一编号的几行合并", "rows of one id merged";
    rule_duplicate_row() = "重复的行", "a repeated row";
    rule_blank_row() = "空行", "a blank row";
    rule_total_row() = "合计行", "a row of totals";
    rule_remark_row() = "备注行", "a remark";
    rule_header_row() = "重复的表头或列号", "a repeated header, or numbers of columns";
    rule_title_row() = "表头上方的标题", "a title above the header";
    rule_left_out() = "按答复不导入", "left out by an answer";
    rule_column_left_out() = "不是字段的列，未导入（--extra 可保留）", "a column that is no field, left out (--extra keeps it)";
    rule_column_extra() = "作为补充信息保留的列", "a column kept as extra";
    rule_sheet_left_out() = "不是名录的工作表，未导入", "a sheet that is no list, left out";
    rule_plan() = "计划中的写法", "a text of the plan";

    // The page of the log.
    page_language() = "zh-CN", "en";
    page_title() = "导入记录", "Import log";
    page_note() =
        "导入时对原表所作的每一处改动。逐行记录见 import-log.csv。",
        "Every change that was made to the lists. import-log.csv has them row by row.";
    page_summary() = "汇总", "Summary";
    page_list() = "名录", "list";
    page_read() = "读取行数", "rows read";
    page_taken() = "导入行数", "rows taken";
    page_left_out() = "未单独导入的行", "rows not taken by themselves";
    page_changed() = "改动的单元格", "cells changed";
    page_file(file, sheet) = "{file} {sheet}", "{file} {sheet}";
    page_column() = "列", "column";
    page_before() = "原内容", "before";
    page_after() = "改为", "after";
    page_rule() = "规则", "rule";
    page_count() = "处数", "count";
    page_rows() = "行", "rows";
    page_more(count) = "另有 {count} 种改动，见 import-log.csv", "{count} more kinds of changes: see import-log.csv";
    page_questions(count) = "待答复的问题（{count} 个）", "Open questions ({count})";
    page_nothing() = "没有改动", "no changes";
    page_signature() = "经办人：            复核人：            日期：", "Prepared by:            Checked by:            Date:";
}
