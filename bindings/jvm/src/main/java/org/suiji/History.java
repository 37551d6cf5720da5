package org.suiji;

import java.util.Collections;
import java.util.List;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;

/** The history (检查历史): inspections already made. */
public final class History extends Table {
    History(Handle handle) {
        super(handle);
    }

    /**
     * Reads JSON Lines in UTF-8: one object per line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static History fromJsonLines(byte[] lines) {
        return fromJsonLines(lines, Run.standard());
    }

    /**
     * Reads JSON Lines, with a run.
     *
     * @param lines the lines
     * @param run threads and progress
     * @return the table
     * @throws SuijiException with all faults of the rows; {@code cancelled}
     */
    public static History fromJsonLines(byte[] lines, Run run) {
        return new History(read(Calls.HISTORY, Calls.JSON_LINES, lines, run));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined with {@code ;}, empty cells for fields without a value.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException with all faults of the file
     */
    public static History fromCsv(byte[] csv) {
        return new History(read(Calls.HISTORY, Calls.CSV, csv, Run.standard()));
    }

    /**
     * Creates the table from rows, in any order.
     *
     * @param rows the rows
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static History of(Iterable<Visit> rows) {
        return fromJsonLines(lines(rows));
    }

    /**
     * Creates an empty table.
     *
     * @return a table without rows
     */
    public static History empty() {
        return of(Collections.emptyList());
    }

    /**
     * Creates a builder, for rows of a database.
     *
     * @return an empty builder
     */
    public static TableBuilder<History> builder() {
        return builder(Run.standard());
    }

    /**
     * Creates a builder, with a run.
     *
     * @param run threads and progress
     * @return an empty builder
     */
    public static TableBuilder<History> builder(Run run) {
        return new TableBuilder<>(Calls.HISTORY, History::new, run);
    }

    /**
     * Returns the rows in which a later table differs from this one, in sorted order.
     *
     * @param later the later table
     * @param count the maximum number of rows
     * @return the rows that are added, removed or changed
     */
    public List<RowChange> changes(History later, long count) {
        return changesOf(later, count);
    }
}
