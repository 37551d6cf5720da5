//! The table of texts: Chinese first, then English. To translate or correct a text, edit this file or, for the texts of
//! problems, `codes.rs`, or for plans, `plan_table.rs`. `{name}` stands for an argument.

use super::{Localized, Text};

texts! {
    at(place, problem) = "{place}：{problem}", "{place}: {problem}";
    between() = " ", ", ";
    list_separator() = "、", ", ";
    sheet(name) = "“{name}”表", "sheet “{name}”";
    row(number) = "第 {number} 行", "row {number}";
    place_rows(place, rows) = "{place}：第 {rows} 行", "{place}: rows {rows}";
    places_of(places, count) = "{places}等（共 {count} 处）", "{places}, … ({count} in all)";
    column_name(name) = "“{name}”列", "column “{name}”";

    answer_means(answer, means) = "{answer}（{means}）", "{answer} ({means})";
    answer_free() = "其他值", "another value";

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
    a_pdf() = " PDF：请取得原来的 Word 文档或表格文件", "a PDF; ask for the document or workbook it was made from";
    an_rtf() =
        " RTF 文档：工作计划请在 Word 或 WPS 中另存为 .docx；名录请把表格粘贴到 Excel 或 WPS 表格中另存",
        "an RTF document; save a plan as .docx in Word or WPS, or paste the table of a list into a workbook";
    an_odt() =
        " OpenDocument 文档（.odt）：工作计划请在 WPS 或 LibreOffice 中另存为 .docx；名录请把表格粘贴到表格软件中另存",
        "an OpenDocument text (.odt); save a plan as .docx, or paste the table of a list into a workbook";
    a_picture() = "图片：请取得原表格文件", "a picture; ask for the workbook";
    an_archive() = "压缩包：请先解压", "an archive; unpack it first";
    an_html_page() = "网页（有些系统导出的 .xls 实为网页）：请在 Excel 或 WPS 中打开，另存为 .xlsx", "an HTML page, as some systems export under the name .xls; open it in Excel or WPS and save it as .xlsx";
    an_xml_file() = " XML 表格：请在 Excel 或 WPS 中打开，另存为 .xlsx", "an XML spreadsheet; open it in Excel or WPS and save it as .xlsx";
    a_json_file() = " JSON：JSON Lines（.jsonl，每行一个对象）可直接放入案件文件夹封存", "JSON; JSON Lines (.jsonl, one object a line) can be sealed as they are, in the folder of the case";
    a_json_array() =
        " JSON 数组，封存也不接受：请另存为 CSV 或 .xlsx 再导入，或改写为 JSON Lines（.jsonl：每行一个对象，不要方括号和行末逗号）放入案件文件夹",
        "a JSON array, which cannot be sealed either; save it as CSV or .xlsx and import that, or write JSON Lines (.jsonl: one object a line, without brackets and commas at the line ends) into the folder of the case";
    a_doc() =
        "旧格式的 Word 文档（.doc）：工作计划请在 Word 或 WPS 中另存为 .docx；名录请把表格粘贴到 Excel 或 WPS 表格中另存",
        "a Word document of the old format (.doc); save a plan as .docx in Word or WPS, or paste the table of a list into a workbook";
    a_docx() =
        " Word 文档（.docx）：工作计划请加 --as plan；名录请把表格粘贴到 Excel 或 WPS 表格中另存",
        "a Word document (.docx); import a plan with --as plan, or paste the table of a list into a workbook";
    an_xlsb() = "二进制工作簿（.xlsb）：请另存为 .xlsx", "a binary workbook (.xlsb); save it as .xlsx";
    a_compound_file() = "此类文件：请在 Excel 或 WPS 中打开，另存为 .xlsx", "this kind of file; open it in Excel or WPS and save it as .xlsx";
    rows_out_of_order() = "行或列的次序错乱", "rows or columns are out of order";
    table_within() = "表格中嵌有表格", "a table within a table";
    not_json(line, column) = "第 {line} 行第 {column} 列不符合 JSON 的写法", "no JSON at line {line}, column {column}";
    no_answers() = "没有 answers 列表", "no list `answers`";
    wrong_answer(number) = "第 {number} 个答复不完整，或有写错的词", "answer {number} is incomplete or has a wrong word";
    wrong_answer_to(id) = "对“{id}”的答复不完整，或没有这样的问题", "the answer to “{id}” is incomplete, or there is no such question";
    records_damaged() = "记录不完整", "its records are incomplete";

    // Questions.
    ask_field(field, why) = "“{field}”：{why}", "{field}: {why}";
    ask_field_of(field, why, of) = "“{field}”（{of}）：{why}", "{field} of “{of}”: {why}";
    ask_value(field, value, why) = "“{field}”列的“{value}”：{why}", "“{value}” in {field}: {why}";
    ask_value_of(field, value, why, of) = "“{field}”列的“{value}”（{of}）：{why}", "“{value}” in {field} of “{of}”: {why}";
    ask_column(name, field) = "“{name}”列是不是“{field}”？", "Is the column “{name}” the field {field}?";
    ask_which(field) = "哪一列是“{field}”？", "Which column is the field {field}?";
    ask_hidden() = "有隐藏的行（筛选或手工隐藏），是否导入？", "There are hidden rows (filtered, or hidden by hand); are they imported?";
    ask_columns(field, columns) = "“{field}”有几列（{columns}），用哪一列？", "Several columns may be {field} ({columns}); which one is?";
    ask_conflict(id, field, one, other) =
        "{id} 有几行，“{field}”不一致（“{one}”与“{other}”），以哪个为准？",
        "{id} has several rows with a different {field}: “{one}” and “{other}”; which is right?";
    no_such_column() = "没有这一列", "there is no such column";
    each_column(columns) = "逐行取第一个有内容的（依次为 {columns}）", "in each row the first one that has something (in this order: {columns})";
    take_hidden() = "导入", "import them";
    leave_out_hidden() = "不导入", "leave them out";
    keep_name() = "照原样（名称）", "as it is, a name";
    keep_date() = "日期无误，照原样", "the date is right";
    as_above() = "与上一行相同（原为合并单元格）", "the same as in the row above (the cells were merged)";
    of_department(id, department) = "{id}（{department}）", "{id} ({department})";
    leave_out_row() = "不导入该行", "leave the row out";
    leave_out_column() = "不导入该列", "leave the column out";
    keep_column() = "作为补充信息（extra）保留", "keep it as extra";
    leave_blank() = "留空", "leave it blank";
    yes() = "是", "yes";
    no() = "否", "no";
    status_active() = "存续（在抽查范围内）", "active: may be drawn";
    status_inactive() = "已注销、吊销等（不抽）", "inactive: never drawn";
    kind_planned() = "计划内的检查（计入频次）", "planned: counts towards limits";
    kind_case() = "个案检查（投诉举报等，不计入频次）", "case: does not count towards limits";
    day_first() = "先日后月", "the day comes first";
    month_first() = "先月后日", "the month comes first";
    with_zeros() = "补上前面的 0", "with leading zeros";
    without_zeros() = "照原样", "as it is";

    why_digits_lost() =
        "表格软件已把它变成数字，后几位丢失，请填写正确的代码",
        "a spreadsheet changed it to a number and lost the last digits; what is the right code?";
    why_not_an_id() = "不是合法编号（须为字母、数字和 - _ . : / ( )），请填写正确的编号", "it is not an id (letters, digits and - _ . : / ( ) only); what is the right one?";
    why_missing() = "缺少内容，请填写", "it is missing; what is it?";
    why_no_department() = "没有这一列：所有人员同属一个单位的，请填写单位", "there is no such column; which department do all inspectors belong to?";
    why_blank_department() = "有的行为空：与上一行相同，还是同属一个单位？同属一个的，请填写单位", "it is blank in some rows; is it the same as in the row above? If all of them belong to one department, write it";
    why_leading_zeros() = "同列其他证号以 0 开头：表格软件可能丢掉了前面的 0", "other numbers of the column begin with 0: a spreadsheet may have lost zeros of this one";
    why_not_a_district() = "不是行政区划代码（2 至 12 位数字），请填写代码", "it is not a division code (2 to 12 digits); what is the code?";
    why_not_an_industry() = "不是国民经济行业代码（2 至 4 位数字），请填写代码", "it is not an industry code (2 to 4 digits); what is the code?";
    why_industry_zero() = "三位数字：可能是中类，也可能是丢了前面 0 的小类", "three digits: a group, or a class that has lost its leading 0";
    why_not_a_date() = "看不懂的日期，请按 2024-09-01 的格式填写", "it is not a date; write it as 2024-09-01";
    why_date_order() = "列中日、月的先后不明：先日还是先月？", "in dates such as 3/4/2024, does the day or the month come first?";
    why_neither_yes_nor_no() = "是还是否？", "is it yes or no?";
    why_unknown_status() = "是在营，还是已注销、吊销等？", "is it active or inactive?";
    why_unknown_kind() = "是计划内的检查，还是个案检查（不计入频次）？", "was the inspection planned, or a case, which does not count towards limits?";
    why_unknown_class() = "不是计划的风险分类，是哪一类？", "it is not a class of the plan; which one is it?";
    why_letters() = "字母各表示哪一类？（有的名录 A 为高，有的 A 为低）", "what do the letters mean? (in some lists A is high, in others low)";
    why_not_a_number() = "应为整数", "expected an integer";
    why_formula_error() = "公式出错留下的值，原内容已丢失，请填写", "the formula failed and the value is lost; what is the value?";
    why_zero() = "“0”多为公式或导出留下的，原应为空还是别的内容？", "formulas and exports often leave a 0; what should the value be?";
    why_refused(problem) = "{problem}。应为什么？", "{problem}; what is right?";
    why_formula() =
        "是公式，文件中没有它的结果：请在 Excel 或 WPS 中打开文件，保存后再导入；也可在此填写",
        "it is a formula whose result is not in the file; open the file in Excel or WPS, save it and import it again, or write the value here";
    why_industry_name() = "是行业名称，而计划按行业代码选取：请填写代码（2 至 4 位数字）", "it is the name of an industry, and the plan selects by codes; what is the code (2 to 4 digits)?";
    why_early_date(year) = "{year} 年过早，多为只写了年份的格子被表格软件当作日期：应为哪一天？", "{year} is too early, as when a spreadsheet takes a year for the number of a day; which day is it?";
    why_exempt_reason() = "“是”不是理由：请填写免检的依据（名单及其批准文件）", "“yes” is not a reason; on which list and approval is it based?";
    why_list_blank() = "其中的空格是分隔几项，还是一项之内的？请写明各项，以分号隔开", "does the blank separate members, or is it part of one? Write the members with ; between them";
    why_unknown_name() = "名录库中没有这个名称，请填写编号", "no one in the lists has this name; what is the id?";
    why_several_of_name() = "名录库中有几个同名的，是哪一个？", "several have this name; which one is it?";
    why_unknown_task() = "计划中没有这项任务，请填写任务编号", "it is not a task of the plan; what is the id of the task?";

    // Why an answer cannot be used.
    refused_choice() = "请从所列各项中选择", "choose one of the answers that are listed";
    refused_control() = "含有看不见的控制字符", "it has control characters";
    refused_form() = "看不懂，请按提示的写法填写", "it is not understood; write it in the form of the question";
    refused_blank() = "不能为空", "it must have a value";
    refused_number() = "没有这个序号，单独一个数字也不能作为内容", "no choice has this number, and a number alone is no content";
    refused_code() = "不是完整的编号：统一社会信用代码为 18 位，注册号为 13 或 15 位", "it is not a complete id: a credit code has 18 characters, a registration number 13 or 15 digits";
    refused_check_character() = "统一社会信用代码的末位（校验码）不符，请核对", "the last character of the credit code (its check character) is wrong";
    refused_inspector() = "不是执法证号（至少 3 位，须有数字）", "it is not a certificate number (3 characters or more, with a digit)";
    refused_length(length) = "同列的执法证号都是 {length} 位", "the other certificate numbers have {length} digits";
    refused_task() = "计划中没有这项任务；往年的任务请在编号前写年份，如 2025-J1", "the plan has no such task; write a task of another year with its year, such as 2025-J1";
    refused_department(name, all) = "执法检查人员名录库中没有“{name}”（有：{all}）", "no inspector of the roster is of {name} (it has: {all})";
    refused_category(name) = "名录库中没有一户的类别是“{name}”", "no row of the registry has the category {name}";

    // Rules.
    rule_merged_cell() = "合并单元格的内容填入各格", "the value of a merged area, in each of its cells";
    rule_text_mark() = "去掉文本标记（' 或 =\"…\"）", "the mark of a text (' or =\"…\") removed";
    rule_invisible() = "去掉看不见的字符", "invisible characters removed";
    rule_line_end() = "去掉格内换行、制表符", "line ends or tabs within a cell removed";
    rule_trim() = "去掉首尾空白", "blanks at the edges removed";
    rule_inner_blank() = "去掉中间的空格", "blanks within a value removed";
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
    rule_merged_value() = "同一编号的几行合并后的内容", "a value of merged rows";
    rule_merged_row() = "并入同一编号的另一行", "merged into another row of its id";
    rule_duplicate_row() = "重复的行", "a repeated row";
    rule_blank_row() = "空行", "a blank row";
    rule_total_row() = "合计行", "a row of totals";
    rule_remark_row() = "备注行", "a remark";
    rule_header_row() = "重复的表头或列号", "a repeated header, or numbers of columns";
    rule_title_row() = "表头上方的标题", "a title above the header";
    rule_hidden_row() = "隐藏的行，按答复不导入", "a hidden row, left out by an answer";
    rule_hidden_taken() = "隐藏的行，按答复导入", "a hidden row, imported by an answer";
    rule_industry_name() = "行业是名称，不是代码（未改）", "the name of an industry instead of its code (not changed)";
    rule_left_out() = "按答复不导入", "left out by an answer";
    rule_column_left_out() = "不是字段的列，未导入（--extra 可保留）", "a column that is not a field, left out (--extra keeps it)";
    rule_column_extra() = "作为补充信息保留的列", "a column kept as extra";
    rule_sheet_left_out() = "不是名录的工作表，未导入", "a sheet that is not a list, left out";
    rule_sheet_hidden() = "隐藏的工作表，未导入（要导入的，请先取消隐藏）", "a hidden sheet, left out (show it to import it)";
    rule_plan() = "计划中的写法", "a text of the plan";

    // The page of the log.
    page_language() = "zh-CN", "en";
    page_title() = "导入记录", "Import log";
    page_columns() = "各列的用处", "columns";
    page_changes() = "各处改动", "changes";
    page_used_as() = "读作", "read as";
    page_row_number() = "序号，不用", "the number of the row, not used";
    page_left_out_column() = "未导入", "left out";
    page_extra(name) = "补充信息“{name}”", "extra “{name}”";
    page_by_name(field) = "{field}（按名称换为编号）", "{field} (by name)";
    page_noted() = "提示", "noted";
    log_file() = "文件", "file";
    log_sheet() = "工作表", "sheet";
    same_row_of(place, row) = "同 {place} 第 {row} 行", "as {place}, row {row}";
    same_row(row) = "同第 {row} 行", "as row {row}";
    page_note() =
        "导入时对原表所作的每一处改动。逐行记录见同名的 .csv 文件。",
        "Every change that was made to the lists. The .csv file of the same name has them row by row.";
    page_summary() = "汇总", "Summary";
    page_list() = "名录", "list";
    page_read() = "读取行数", "rows read";
    page_taken() = "导入行数", "rows imported";
    page_left_out() = "未导入或已合并的行", "rows left out or merged";
    page_changed() = "改动的单元格", "cells changed";
    page_file(file, sheet) = "{file} {sheet}", "{file} {sheet}";
    page_column() = "列", "column";
    page_before() = "原内容", "before";
    page_after() = "改为", "after";
    page_rule() = "规则", "rule";
    page_count() = "处数", "count";
    page_rows() = "行", "rows";
    page_more(count) = "另有 {count} 种改动，见同名的 .csv 文件", "{count} more kinds of changes: see the .csv file of the same name";
    page_questions(count) = "待答复的问题（{count} 个）", "Open questions ({count})";
    page_blank() = "[空格]", "[blank]";
    page_tab() = "[制表符]", "[tab]";
    page_nothing() = "没有改动", "no changes";
    page_prepared() = "经办人（签字）", "Prepared by (signature)";
    page_checked() = "复核人（签字）", "Checked by (signature)";
    page_date() = "日期", "Date";
}
