package org.suiji;

/** The messages for incorrect use of this package, in both languages. All other messages come from the library. */
enum Misuse {
    CLOSED("the %s is closed", "%s 已关闭"),
    NO_ROW("no row was started: call row() first", "尚未开始一行：请先调用 row()"),
    FIELD_REPEATED("field %s was already set in this row", "本行的字段 %s 已经设置"),
    FIELD_TYPE("field %s had values of another type in earlier rows", "字段 %s 在前面的行中是另一种类型");

    private final String english;
    private final String chinese;

    Misuse(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String message(String name) {
        return String.format(chinese, name) + " (" + String.format(english, name) + ")";
    }
}
