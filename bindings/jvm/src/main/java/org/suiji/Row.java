package org.suiji;

import java.time.LocalDate;

/**
 * A row that is being written. Fields are those of SPEC.md, in any order; one that is {@code null} or not given is absent.
 *
 * <p>A field has values of one type in all rows of a builder, and is given once in a row.
 */
public final class Row {
    private final Chunk chunk;

    Row(Chunk chunk) {
        this.chunk = chunk;
    }

    /**
     * Gives a text.
     *
     * @param field such as {@code id} or {@code name}
     * @param value the text, or {@code null}
     * @return this row
     */
    public Row text(String field, String value) {
        chunk.text(field, value);
        return this;
    }

    /**
     * Gives a list of texts.
     *
     * @param field {@code categories}, {@code skills} or {@code recuse}
     * @param values the texts, none of them {@code null}, or {@code null}
     * @return this row
     */
    public Row list(String field, Iterable<String> values) {
        chunk.list(field, values);
        return this;
    }

    /**
     * Gives a date.
     *
     * @param field {@code established}, {@code valid_to} or {@code date}
     * @param value the date, or {@code null}
     * @return this row
     */
    public Row date(String field, LocalDate value) {
        chunk.text(field, value == null ? null : value.toString());
        return this;
    }

    /**
     * Gives a whole number.
     *
     * @param field {@code max_load}
     * @param value the number, or {@code null}
     * @return this row
     */
    public Row number(String field, Long value) {
        chunk.number(field, value);
        return this;
    }

    /**
     * Gives yes or no.
     *
     * @param field {@code lead} or {@code expert}
     * @param value the flag, or {@code null}
     * @return this row
     */
    public Row flag(String field, Boolean value) {
        chunk.flag(field, value);
        return this;
    }

    /**
     * Gives a text that the office keeps besides; it is sealed with the row.
     *
     * @param name its name
     * @param value the text, or {@code null}
     * @return this row
     */
    public Row extra(String name, String value) {
        chunk.text("extra." + name, value);
        return this;
    }
}
