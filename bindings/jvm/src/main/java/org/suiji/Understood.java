package org.suiji;

import java.util.Map;

/** A text of a plan and what it became, or an answer and what it gave. */
public final class Understood extends Value {
    Understood(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the id of the task.
     *
     * @return the id, or empty
     */
    public String task() {
        return fields().text("task");
    }

    /**
     * Returns what it says something about, in English.
     *
     * @return a text
     */
    public String field() {
        return fields().message("field", "en");
    }

    /**
     * Returns what it says something about, in Chinese.
     *
     * @return a text
     */
    public String fieldZh() {
        return fields().message("field", "zh");
    }

    /**
     * Returns what the document has.
     *
     * @return a text; empty if it has nothing
     */
    public String before() {
        return fields().text("before");
    }

    /**
     * Returns what it became, in words that do not depend on the language.
     *
     * @return a text
     */
    public String after() {
        return fields().text("after");
    }

    /**
     * Returns what it became, in English.
     *
     * @return a text
     */
    public String means() {
        return fields().message("means", "en");
    }

    /**
     * Returns what it became, in Chinese.
     *
     * @return a text
     */
    public String meansZh() {
        return fields().message("means", "zh");
    }

    /**
     * Returns whether an answer was used.
     *
     * @return true if it is not the document's own
     */
    public boolean answered() {
        return fields().flag("answered");
    }

    /**
     * Returns where it stands.
     *
     * @return the place
     */
    public ImportPlace place() {
        return fields().object("place", ImportPlace::new);
    }
}
