//! The table of texts: Chinese first, then English. To translate or correct a text, edit this file alone. `{name}` stands
//! for an argument.

use super::{Localized, Text};

/// The problems: id, Chinese text, English text.
///
/// The ids are stable: a program may match them.
pub mod codes {
    use super::super::problem::Problem;
    use super::super::{Localized, Text};

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
        archive() = "import.archive",
            "文件不完整，多为下载或传输中断：请重新取得文件，或在原来的软件中打开后另存",
            "the file is incomplete, as after an interrupted download; get it again, or open it in its own program and save it";
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
        total_size(limit) = "import.total-size",
            "全部内容解压后超过 {limit} MiB",
            "the parts have more than {limit} MiB together when decompressed";
        overlap() = "import.overlap",
            "压缩包内的文件互相重叠，疑为压缩炸弹",
            "parts of the archive overlap, as in a zip bomb";
        announced(part, count) = "import.announced",
            "{part} 声称有 {count} 段文字，超过其大小所能容纳",
            "{part} announces {count} texts, more than it has room for";
        strings(limit) = "import.strings",
            "文字表超过 {limit} 段，请分成几个文件",
            "the table of texts has more than {limit} texts; split the file";
        styles(limit) = "import.styles",
            "单元格格式超过 {limit} 种：请把内容粘贴到新表格中（只粘贴数值）",
            "more than {limit} formats of cells; paste the values alone into a new workbook";
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
        formulas(limit) = "import.formulas",
            "超过 {limit} 个公式没有保存结果：请在 Excel 或 WPS 中打开文件，保存后再导入",
            "more than {limit} formulas without a saved result; open the file in Excel or WPS, save it, and import it again";
        filled(limit) = "import.filled",
            "合并单元格的内容填入各格后超过 {limit} MiB",
            "the values of merged areas have more than {limit} MiB in all their cells";
        cell_size(limit) = "import.cell-size",
            "一个单元格超过 {limit} 字节",
            "a cell of more than {limit} bytes";
        text_size(limit) = "import.text-size",
            "单元格的文字合计超过 {limit} MiB，请分成几个文件",
            "the texts of the cells have more than {limit} MiB together; split the file";
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

        open_quote(cell) = "import.open-quote",
            "一个单元格内含有下一行的内容（“{cell}”），多为缺少右引号：请在文本编辑器中补上，或从原系统重新导出",
            "a cell contains the next row (“{cell}”): a closing quotation mark is missing; add it in a text editor, or export the list again";

        merged_size(id, limit) = "import.merged-size",
            "{id} 有很多行，合并后一格超过 {limit} KiB",
            "{id} has many rows; merged, one cell has more than {limit} KiB";

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

        is_list(found, wanted, word) = "import.is-list",
            "这像是{found}，不是{wanted}：请改为 --as {word}，或换成要导入的文件",
            "this looks like {found}, not {wanted}; import it with --as {word}, or name the right file";
        is_plan() = "import.is-plan",
            "这像是工作计划，请加 --as plan",
            "this looks like a plan; import it with --as plan";

        // Results.
        result_twice(entity, task, other) = "import.result-twice",
            "{entity} 在任务 {task} 中已有结果（{other}）：同一检查对象在一项任务中只填一次，有几种结果的写在同一行",
            "{entity} has a result for task {task} already ({other}): write one row for an entity and task, with all its outcomes";
        result_published(published, date) = "import.result-published",
            "公示日期 {published} 早于检查日期 {date}，请核对",
            "published on {published}, before the day of the inspection, {date}: check both";
        result_refused(problem) = "import.result-refused",
            "检查结果不能使用，请改正：{problem}",
            "the result cannot be used, correct it: {problem}";

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

        // Questions that are open, for programs.
        question(question, id, answers) = "import.question",
            "{question}（问题编号 {id}；可答：{answers}）",
            "{question} (id of the question: {id}; answers: {answers})";
        more_questions(count) = "import.questions",
            "另有 {count} 个问题待答复",
            "{count} more questions are open";

        // Answers.
        answer(answer, why) = "import.answer",
            "答复“{answer}”不能用：{why}",
            "the answer “{answer}” cannot be used: {why}";
        answers(problem) = "import.answers",
            "不是答复文件：{problem}。请改正，或删去该文件后重新答复",
            "not a file of answers: {problem}; correct it, or delete it and answer again";
    }
}

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
    results() = "检查结果", "the results";
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
    outcomes() = "检查结果", "outcomes";
    measures() = "处理措施", "measures";
    note() = "备注", "note";
    published() = "公示日期", "published on";

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
    why_unknown_outcome() = "不是公布的检查结果，是哪一种？本单位自定的，请选归入哪一类", "it is not a published outcome; which one is it? if it is the office's own, what does it count as?";
    why_unclear_sign() = "2017 年的代码表和后来的代码表中含义不同，是哪一种？", "the list of 2017 and the later one give this sign different meanings; which one is it?";
    why_unknown_measure() = "不是公布的处理措施，是哪一种？", "it is not a published measure; which one is it?";
    own_outcome(group) = "本单位自定的结果，归入：{group}", "an outcome of the office's own, which counts as: {group}";
    own_measure() = "本单位自定的措施", "a measure of the office's own";
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

    // The reason why an answer cannot be used.
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
    rule_result_word() = "检查结果、措施的写法", "a word for an outcome or a measure";
    rule_only_task() = "没有任务列，计划只有这一项任务", "no column of the task, and the plan has only this one";
    rule_no_result() = "没有检查日期和结果的行（尚未检查），未导入", "a row without date and outcome (not inspected yet), left out";
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

    // Plans: fields.
    plan_title() = "标题", "title";
    plan_number() = "文号", "document number";
    plan_authority() = "机关", "authority";
    plan_year() = "年度", "year";
    plan_basis() = "依据", "basis";
    plan_period() = "计划起止时间", "dates of the plan";
    plan_row_number() = "序号", "number";
    plan_task_name() = "抽查任务名称", "name of the task";
    plan_targeting() = "抽查类型", "targeting";
    plan_items() = "抽查事项", "items";
    plan_scope() = "抽查对象范围", "scope";
    plan_quota() = "抽查比例", "quota";
    plan_frequency() = "抽查频次", "frequency";
    plan_risk_note() = "信用风险分类要求", "note on risk classes";
    plan_window() = "起止时间", "dates";
    plan_initiator() = "发起部门", "initiator";
    plan_partners() = "配合部门", "partners";
    plan_mode() = "抽查检查模式", "mode";
    plan_methods() = "检查方式", "methods";
    plan_kind() = "任务类别", "kind";
    plan_minimum() = "各类最低抽查比例", "minimum ratio of each class";
    plan_class_limits() = "各类频次上限", "limit of visits of each class";
    plan_unrated() = "未评级对象的归类", "class of unrated entities";
    plan_team() = "检查小组", "team";
    plan_lead() = "主办人员", "lead";
    plan_settings() = "备选、轮换、专长", "reserves, rotation, skills";
    plan_coordination() = "同一范围任务的联动", "tasks of one scope";

    // Plans: questions.
    why_plan_none() = "文档中没有找到，请填写", "it was not found in the document; what is it?";
    why_plan_several() = "文档中有几种写法，以哪个为准？", "the document has several; which one is right?";
    why_plan_quota() =
        "看不懂，或有几种读法：抽多少？答复如：等于20%／不低于20%且不少于10户／不高于5%／20户",
        "it is not understood, or has several readings; how many are drawn? Write exactly 20%, at_least 20% min 10, at_most 5% or count 20";
    why_plan_frequency() =
        "频次看不懂，或有几种读法：本任务对同一对象全年最多检查几次？填次数；不限填 blank",
        "the frequency is not understood, or has several readings; how many visits a year may one entity have for this task? Write a number, or blank for no limit";
    why_plan_window() =
        "起止时间看不懂：请填首日和末日，如 2024-09-01 2024-11-30",
        "the dates are not understood; write the first and the last day, such as 2024-09-01 2024-11-30";
    why_plan_items() = "几行既无序号也无分号：是一项还是几项？", "its lines have no numbers; is it one item, or is each line one?";
    why_plan_mode() =
        "看不懂，或有几种模式：由哪一级抽、哪一级查？填两个词，如 county county（县抽县查）、city county（市抽县查）",
        "it is not understood, or names several modes; who draws and who inspects? Write two words such as county county, or city county";
    why_plan_targeting() = "是定向还是不定向？", "is it targeted or untargeted?";
    why_plan_kind(title) = "从“{title}”看不出是部门联合抽查还是内部抽查", "“{title}” does not say whether its tasks are joint or internal";
    why_plan_methods() = "看不懂：填 on_site（实地）、document（书面）、network（网络），可填几种", "it is not understood; write on_site, document or network, or several of them";
    why_plan_scope() =
        "名录库中没有一户有这个类别：是名录库的哪一类？（也可填 district=区划代码、industry=行业代码）",
        "no row of the registry has this category; which one of the registry is it? (or write district=CODE or industry=CODE)";
    why_plan_object() =
        "不在计划所列的抽查对象之中，案件中也没有名录库可以对照：是哪一类？（也可填 district=区划代码、industry=行业代码）",
        "it is not among the entities that the plan lists, and the case has no registry to compare with; which category is it? (or write district=CODE or industry=CODE)";
    why_plan_no_scope() = "没有写明抽查范围：是名录库的哪一类？", "it names no scope; which category is it about?";
    why_plan_minimum(note) =
        "计划要求按信用风险分类区分比例（“{note}”）而没有写数字：各类至少抽多少？答复如：高=100%；较高=40%；一般=20%；低=5%",
        "the plan wants ratios by risk class (“{note}”) and gives no numbers; what is the least ratio of each class? Write high=100%; elevated=40%; general=20%; low=5%";
    why_plan_limits(note) =
        "计划要求按信用风险分类区分频次（“{note}”）而没有写数字：各类对象全年最多检查几次？答复如：高=3次；一般=2次；低=两年一次",
        "the plan wants frequencies by risk class (“{note}”) and gives no numbers; how many visits a year may an entity of each class have? Write high=3; general=2; low=1/2 (1/2 is once in two years)";
    why_plan_unrated() = "没有信用风险分类的对象，按哪一类抽？", "in which class do entities without one count?";
    why_plan_team() =
        "计划没有写检查小组的组成：几人、来自哪些单位？答复如：县工信局2人，县市场监管局1人（可写职责和专长：县工信局 1 主办人员 [汽车流通]）",
        "the plan does not say who visits; how many inspectors, from which departments? Write DEPARTMENT NUMBER ROLE [SKILL,SKILL]; …";
    why_plan_lead() = "小组的第一席（主办人员）是否只由名录库中标明可主办的人员担任？", "does the first seat go only to inspectors who may lead?";
    why_plan_settings(ids) =
        "文档没有写，以下各项要改吗？备选户数（每层）：不设；轮换（起算日以来查过一户的人员，不再查该户）：不设；专长（各小组第一席须有）：不设。要改的写明，如：备选=2；轮换=2023-01-01；{ids}专长=机动车",
        "the document does not say it; is any of this to be changed? Reserves of each stratum: none; rotation (an inspector who has visited an entity since that day does not visit it again): none; skills of the first seat: none. Write reserves=2; rotation_from=2023-01-01; {ids} skills=SKILL";
    why_plan_coordination(tasks) =
        "几个附件中范围相同的任务（{tasks}）：是否共用一次抽取，同一户只查一次？",
        "tasks of several annexes have one scope ({tasks}); do they share their draw, so that one visit serves both?";
    plan_reading_one() = "一项", "one item";
    plan_reading_lines() = "每行一项", "each line is one";
    plan_joint() = "部门联合抽查", "joint";
    plan_internal() = "内部抽查", "internal";
    plan_targeted() = "定向", "targeted";
    plan_untargeted() = "不定向", "untargeted";
    plan_column_is(field) = "就是“{field}”", "it is {field}";
    plan_column_extra() = "不是，作为补充信息（extra）保留", "it is not; keep it as extra";
    plan_as_written(word) = "照原文，类别为“{word}”", "the category “{word}”, as it is written";
    plan_no_condition() = "不设条件：名录库的全部对象", "no condition: all entities";
    plan_no_word() = "不作为范围", "not part of the scope";
    plan_no_numbers() = "不按分类区分", "no difference by class";
    plan_all_rated() = "不设（对象都有分类）", "none: all entities have a class";
    plan_seats(seats) = "{seats}", "{seats}";
    plan_no_team() = "只抽检查对象，不抽检查人员", "only entities are drawn";
    plan_lead_required() = "是，须可主办", "yes, one who may lead";
    plan_lead_any() = "否，任何人员均可", "no, anyone";
    plan_no_settings() = "都不改", "no, none of it";
    plan_reserves(count) = "备选 {count} 户", "{count} reserves";
    plan_rotation(day) = "轮换自 {day} 起算", "rotation from {day}";
    plan_skills(skills) = "第一席须有专长 {skills}", "the first seat requires {skills}";
    plan_of_task(task, what) = "{task} {what}", "{task} {what}";
    plan_shared() = "共用：两项任务一次查完", "they share their draw";
    plan_not_shared() = "各抽各的", "each is drawn by itself";
    plan_no_limit() = "不限", "no limit";
    plan_visits(count) = "全年至多 {count} 次", "at most {count} a year";
    plan_exactly(ratio) = "{ratio}", "exactly {ratio}";
    plan_at_least(ratio) = "不低于 {ratio}", "at least {ratio}";
    plan_at_least_min(ratio, min) = "不低于 {ratio}，且不少于 {min} 户", "at least {ratio}, and at least {min}";
    plan_at_most(ratio) = "不高于 {ratio}", "at most {ratio}";
    plan_at_most_max(ratio, max) = "不高于 {ratio}，且不多于 {max} 户", "at most {ratio}, and at most {max}";
    plan_count(count) = "{count} 户", "{count} entities";
    plan_of_class(class, value) = "{class} {value}", "{class} {value}";
    plan_mode_is(draws, inspects) = "{draws}抽{inspects}查", "drawn by {draws}, inspected by {inspects}";
    plan_national() = "国", "national";
    plan_province() = "省", "province";
    plan_city() = "市", "city";
    plan_county() = "县", "county";
    plan_on_site() = "实地检查", "on site";
    plan_document() = "书面检查", "documents";
    plan_network() = "网络监测", "network";
    plan_days(from, to) = "{from} 至 {to}", "{from} to {to}";

    // The page.
    page_plan_title() = "工作计划导入记录", "Import of the plan";
    page_plan_note() =
        "计划中的每一处文字与读成的内容。写明“答复”的，文档未写明，由人填写。请逐项核对。",
        "Every text of the plan beside what it became. Where an answer was used, the document does not say it. Check each line.";
    page_plan_field() = "内容", "what";
    page_plan_place() = "位置", "where";
    page_plan_answered() = "（答复）", " (by an answer)";
}
