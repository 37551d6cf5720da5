package org.suiji.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows stored by column, until they are passed to the library. */
public final class Chunk {
    /** A chunk with this number of rows is complete, even if it has few bytes. */
    public static final int ROWS = 65_536;
    /** A chunk with this number of bytes is complete, even if it has few rows. */
    private static final int BYTES = 8 << 20;

    private final Map<String, Column> columns = new HashMap<>();
    private final List<Column> order = new ArrayList<>();
    private int rows;
    private int next;
    private int size;
    private boolean refused;

    /**
     * Returns the number of rows that were begun.
     *
     * @return the number of rows since the last {@link #push}
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns whether the chunk should be pushed.
     *
     * @return true if the chunk is complete
     */
    public boolean isComplete() {
        return rows == ROWS || size >= BYTES;
    }

    /** Notes that a row was left incomplete: its values must not become a table. */
    public void refuse() {
        refused = true;
    }

    /**
     * Returns whether a row was left incomplete.
     *
     * @return true after {@link #refuse}
     */
    public boolean isRefused() {
        return refused;
    }

    /** Begins a row. */
    public void begin() {
        rows++;
        next = 0;
        if (rows % 256 == 0) {
            size = order.stream().mapToInt(Column::size).sum();
        }
    }

    /**
     * Sets a text.
     *
     * @param field the field
     * @param value the text, or null
     * @return whether it was set
     */
    public Fit text(String field, String value) {
        Column column = column(field, Column.TEXTS);
        Fit fit = fit(column, Column.TEXTS, value);
        if (fit == Fit.SET && value != null) {
            column.text(rows - 1, value);
        }
        return fit;
    }

    /**
     * Sets a list.
     *
     * @param field the field
     * @param values the texts, or null
     * @return whether it was set
     */
    public Fit list(String field, Iterable<String> values) {
        Column column = column(field, Column.LISTS);
        Fit fit = fit(column, Column.LISTS, values);
        if (fit == Fit.SET && values != null) {
            column.list(rows - 1, values);
        }
        return fit;
    }

    /**
     * Sets a number.
     *
     * @param field the field
     * @param value the number, or null
     * @return whether it was set
     */
    public Fit number(String field, Long value) {
        Column column = column(field, Column.INTEGERS);
        Fit fit = fit(column, Column.INTEGERS, value);
        if (fit == Fit.SET && value != null) {
            column.number(rows - 1, value);
        }
        return fit;
    }

    /**
     * Sets a flag.
     *
     * @param field the field
     * @param value the flag, or null
     * @return whether it was set
     */
    public Fit flag(String field, Boolean value) {
        Column column = column(field, Column.FLAGS);
        Fit fit = fit(column, Column.FLAGS, value);
        if (fit == Fit.SET && value != null) {
            column.flag(rows - 1, value);
        }
        return fit;
    }

    /** The column of a field. Rows usually set their fields in the same order, so the next one is tried first. */
    private Column column(String field, int kind) {
        if (next < order.size() && order.get(next).field.equals(field)) {
            return order.get(next++);
        }
        Column column = columns.get(Objects.requireNonNull(field, "field"));
        if (column == null) {
            column = new Column(field, kind);
            columns.put(field, column);
            order.add(column);
        }
        next = order.indexOf(column) + 1;
        return column;
    }

    private Fit fit(Column column, int kind, Object value) {
        if (column.kind != kind) {
            return Fit.OTHER_KIND;
        }
        if (column.rows() >= rows) {
            return Fit.SET_ALREADY;
        }
        if (value == null) {
            column.absent(rows - 1);
        }
        return Fit.SET;
    }

    /**
     * Passes the rows to a builder and clears the chunk.
     *
     * @param builder the builder
     * @param threads the number of threads for reading them
     * @param watch receives the progress, or null
     */
    public void push(Handle builder, int threads, Watch watch) {
        try {
            order.forEach(column -> column.complete(rows));
            Calls.builderPush(builder, rows, order.toArray(new Column[0]), threads, watch);
        } finally {
            order.forEach(Column::clear);
            rows = 0;
            size = 0;
        }
    }

    /** Whether a field was set. */
    public enum Fit {
        /** It was set. */
        SET,
        /** It was not set: in other rows it has another type. */
        OTHER_KIND,
        /** It was not set: this row already has the field. */
        SET_ALREADY
    }
}
