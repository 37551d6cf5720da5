package org.suiji;

import java.util.Map;

/** A choice for the answer. */
public final class ImportChoice extends Value {
    ImportChoice(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the answer.
     *
     * @return the text to give as the answer
     */
    public String answer() {
        return fields().text("answer");
    }

    /**
     * Returns the meaning, in English.
     *
     * @return a text
     */
    public String means() {
        return fields().message("means", "en");
    }

    /**
     * Returns the meaning, in Chinese.
     *
     * @return a text
     */
    public String meansZh() {
        return fields().message("means", "zh");
    }
}
