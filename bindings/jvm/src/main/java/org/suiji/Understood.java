package org.suiji;

import java.util.Map;

/** A text of a plan or an answer, with its value. */
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
     * Returns the subject, in English.
     *
     * @return a text
     */
    public String field() {
        return fields().message("field", "en");
    }

    /**
     * Returns the subject, in Chinese.
     *
     * @return a text
     */
    public String fieldZh() {
        return fields().message("field", "zh");
    }

    /**
     * Returns the text of the document.
     *
     * @return a text; empty if there is none
     */
    public String before() {
        return fields().text("before");
    }

    /**
     * Returns the value, in words that do not depend on the language.
     *
     * @return a text
     */
    public String after() {
        return fields().text("after");
    }

    /**
     * Returns the value, in English.
     *
     * @return a text
     */
    public String means() {
        return fields().message("means", "en");
    }

    /**
     * Returns the value, in Chinese.
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
     * Returns the place.
     *
     * @return the place
     */
    public ImportPlace place() {
        return fields().object("place", ImportPlace::new);
    }
}
