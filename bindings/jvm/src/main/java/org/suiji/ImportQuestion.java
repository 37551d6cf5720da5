package org.suiji;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question about a list or a plan that only a person can answer; {@link Importer#withAnswer} answers it. */
public final class ImportQuestion extends Value {
    ImportQuestion(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the id. The same question about another year's list has the same id.
     *
     * @return the id
     */
    public String id() {
        return fields().text("id");
    }

    /**
     * Returns the list that it is about.
     *
     * @return {@code registry}, {@code roster}, {@code history} or {@code plan}
     */
    public String list() {
        return fields().text("list");
    }

    /**
     * Returns the subject.
     *
     * @return a word such as {@code value} or {@code row}
     */
    public String about() {
        return fields().text("about");
    }

    /**
     * Returns the field.
     *
     * @return the name of the field, or empty
     */
    public String field() {
        return fields().text("field");
    }

    /**
     * Returns the value or the column, as written.
     *
     * @return a text, or empty
     */
    public String value() {
        return fields().text("value");
    }

    /**
     * Returns the question in English.
     *
     * @return a text
     */
    public String message() {
        return fields().message("message", "en");
    }

    /**
     * Returns the question in Chinese.
     *
     * @return a text
     */
    public String messageZh() {
        return fields().message("message", "zh");
    }

    /**
     * Returns the choices.
     *
     * @return the answers
     */
    public List<ImportChoice> choices() {
        return fields().list("choices", Fields.object(ImportChoice::new));
    }

    /**
     * Returns whether any value of the field is an answer.
     *
     * @return false if only the choices are
     */
    public boolean anyValue() {
        return fields().flag("any_value");
    }

    /**
     * Returns the first places where it arose.
     *
     * @return the places
     */
    public List<ImportPlace> places() {
        return fields().list("places", Fields.object(ImportPlace::new));
    }

    /**
     * Returns the number of places.
     *
     * @return the number
     */
    public long count() {
        return fields().number("count");
    }

    /**
     * Returns a given answer that cannot be used.
     *
     * @return the answer, if there is one
     */
    public Optional<String> refused() {
        return fields().optionalText("refused");
    }

    /**
     * Returns the reason why it cannot be used, in English.
     *
     * @return the reason, if there is one
     */
    public Optional<String> whyRefused() {
        return fields().optionalMessage("why_refused", "en");
    }

    /**
     * Returns the reason why it cannot be used, in Chinese.
     *
     * @return the reason, if there is one
     */
    public Optional<String> whyRefusedZh() {
        return fields().optionalMessage("why_refused", "zh");
    }
}
