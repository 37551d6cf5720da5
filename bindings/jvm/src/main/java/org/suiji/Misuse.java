package org.suiji;

/** The messages for incorrect use of this package, in both languages. All other messages come from the library. */
enum Misuse {
    CLOSED("the %s is closed", "%s 已关闭"),
    NO_ROW("no row was started: call row() first", "尚未开始一行：请先调用 row()"),
    FIELD_REPEATED("field %s was already set in this row", "本行的字段 %s 已经设置"),
    FIELD_TYPE("field %s had values of another type in earlier rows", "字段 %s 在前面的行中是另一种类型"),
    INCOMPLETE_ROW(
            "a row of the %s is incomplete, because its values were refused: make a new builder",
            "%s 中有一行因取值被拒绝而不完整：请另建一个 builder"),
    ITEM_NULL("%s contains null: leave it out", "%s 中有 null：请去掉"),
    LIST_NULL(
            "a list of field %s contains NULL: leave it out in the query, with FILTER (WHERE x IS NOT NULL)",
            "字段 %s 的列表中有 NULL：请在查询中排除，用 FILTER (WHERE x IS NOT NULL)"),
    LIST_FORM(
            "field %s: expected an array or texts joined with \";\", found JSON or an array as text",
            "字段 %s 应为数组，或用 \";\" 连接的文本，现为 JSON 或写成文本的数组"),
    WORD("no constant has the word \"%s\"", "没有常量对应“%s”"),
    SECRET(
            "a %s can hold the secret, so Jackson does not write it: use toJsonWithSecret() where that is meant",
            "%s 可能含有密钥，Jackson 不输出：确需输出时用 toJsonWithSecret()"),
    INTEGER("field %s: expected an integer, found %s", "字段 %s 应为整数，现为 %s"),
    FLOAT("field %s: expected an integer, found the floating-point number %s", "字段 %s 应为整数，现为浮点数 %s"),
    TEXT(
            "field %s: expected a text, found a column of floating-point numbers or truth values: cast it to a text in the query",
            "字段 %s 应为文本，现为浮点数或真假值的列：请在查询中转换为文本"),
    FLAG("field %s: expected true, false, 1 or 0, found %s", "字段 %s 应为 true、false、1 或 0，现为 %s"),
    ZONE(
            "field %s has a time zone, so the date depends on the zone of this machine: cast it to a date in the query, or give rows() a zone",
            "字段 %s 带有时区，日期会随本机时区改变：请在查询中转换为日期，或向 rows() 提供时区");

    private final String english;
    private final String chinese;

    Misuse(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String message(String name) {
        return message("", "", name, "");
    }

    private String message(String before, String beforeZh, String name, Object value) {
        return beforeZh + String.format(chinese, name, value) + " (" + before + String.format(english, name, value) + ")";
    }

    /** The exception for a value in a row that is being built. The id is empty if it is not set yet. */
    IllegalArgumentException inRow(long row, String id, String name, Object value) {
        String of = id.isEmpty() ? "" : " (" + id + ")";
        String ofZh = id.isEmpty() ? "" : "（" + id + "）";
        return new IllegalArgumentException(message("row " + row + of + ": ", "第 " + row + " 行" + ofZh + "：", name, value));
    }

    /** An element of a list, or a value of a map. It is not null. */
    static <T> T present(String name, T item) {
        if (item == null) {
            throw new NullPointerException(ITEM_NULL.message(name));
        }
        return item;
    }

    /** The exception for a value or a column that is not allowed in a query. */
    IllegalArgumentException in(String field) {
        return new IllegalArgumentException(message(field));
    }
}
