//! The problems of files: id, Chinese text, English text. The ids are stable: a program may match them.

use super::problem::Problem;
use super::{Localized, Text};

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
