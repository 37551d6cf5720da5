package org.suiji;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.suiji.internal.Chunk;

/**
 * A row that is being built. The fields are those of SPEC.md, in any order. A field that is missing or {@code null} is
 * absent.
 *
 * <p>Set a field at most once per row, and with the same type in all rows.
 */
public final class Row {
    private final Chunk chunk;
    private long number;
    private String id = "";

    Row(Chunk chunk) {
        this.chunk = chunk;
    }

    /** Starts the next row. */
    Row next() {
        number++;
        id = "";
        return this;
    }

    /** The exception for a value that is refused. The builder can then not be finished. */
    IllegalArgumentException refused(Misuse why, String field, Object value) {
        chunk.refuse();
        return why.inRow(number, id, field, value);
    }

    /**
     * Sets a text.
     *
     * @param field the field, such as {@code id} or {@code name}
     * @param value the text, or {@code null}
     * @return this row
     */
    public Row text(String field, String value) {
        if (field.equals("id") && value != null) {
            id = value;
        }
        return set(field, begun(field).text(field, value));
    }

    /**
     * Sets a list of texts.
     *
     * @param field {@code categories}, {@code exempt_from}, {@code skills}, {@code recuse}, {@code by} or {@code inspectors}
     * @param values the texts, or {@code null}
     * @return this row
     * @throws IllegalArgumentException if a text is {@code null}; the builder can then not be finished, because a row without its list
     *     would look like one that has none
     */
    public Row list(String field, Iterable<String> values) {
        if (values != null) {
            for (String value : values) {
                if (value == null) {
                    throw refused(Misuse.ITEM_NULL, field, values);
                }
            }
        }
        return set(field, begun(field).list(field, values));
    }

    /**
     * Sets a date.
     *
     * @param field {@code established}, {@code valid_to} or {@code date}
     * @param value the date, or {@code null}
     * @return this row
     */
    public Row date(String field, LocalDate value) {
        return text(field, value == null ? null : value.toString());
    }

    /**
     * Sets an integer.
     *
     * @param field {@code load} or {@code max_load}
     * @param value an {@code int}, {@code long}, {@link java.math.BigInteger} or {@link BigDecimal}, or {@code null}
     * @return this row
     * @throws IllegalArgumentException if the value is a fraction, too large, or of another type; the builder can then not be finished
     */
    public Row number(String field, Number value) {
        return set(field, begun(field).number(field, integer(field, value)));
    }

    private Long integer(String field, Number value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Long || value instanceof Integer) {
            return value.longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            throw refused(Misuse.FLOAT, field, value);
        }
        try {
            return new BigDecimal(value.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException inexact) {
            throw refused(Misuse.INTEGER, field, value);
        }
    }

    /**
     * Sets a flag.
     *
     * @param field {@code lead} or {@code expert}
     * @param value the flag, or {@code null}
     * @return this row
     */
    public Row flag(String field, Boolean value) {
        return set(field, begun(field).flag(field, value));
    }

    /**
     * Sets an additional field of the office. It is sealed with the row.
     *
     * @param name the name of the field
     * @param value the text, or {@code null}
     * @return this row
     */
    public Row extra(String name, String value) {
        return text("extra." + name, value);
    }

    private Chunk begun(String field) {
        if (chunk.rows() == 0) {
            throw new IllegalStateException(Misuse.NO_ROW.message(field));
        }
        return chunk;
    }

    private Row set(String field, Chunk.Fit fit) {
        if (fit == Chunk.Fit.OTHER_KIND) {
            throw refused(Misuse.FIELD_TYPE, field, "");
        }
        if (fit == Chunk.Fit.SET_ALREADY) {
            throw new IllegalStateException(Misuse.FIELD_REPEATED.message(field));
        }
        return this;
    }
}
