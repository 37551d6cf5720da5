package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;

/** The roster (执法检查人员名录库): all inspectors. */
public final class Roster extends Table {
    Roster(Handle handle) {
        super(handle);
    }

    /**
     * Reads JSON Lines in UTF-8: one object per line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static Roster fromJsonLines(byte[] lines) {
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
    public static Roster fromJsonLines(byte[] lines, Run run) {
        return new Roster(read(Calls.ROSTER, Calls.JSON_LINES, lines, run));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined with {@code ;}, empty cells for fields without a value.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException with all faults of the file
     */
    public static Roster fromCsv(byte[] csv) {
        return new Roster(read(Calls.ROSTER, Calls.CSV, csv, Run.standard()));
    }

    /**
     * Creates the table from rows, in any order.
     *
     * @param rows the rows
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static Roster of(Iterable<Inspector> rows) {
        return fromJsonLines(lines(rows));
    }

    /**
     * Creates an empty table.
     *
     * @return a table without rows
     */
    public static Roster empty() {
        return of(Collections.emptyList());
    }

    /**
     * Creates a builder, for rows of a database.
     *
     * @return an empty builder
     */
    public static TableBuilder<Roster> builder() {
        return builder(Run.standard());
    }

    /**
     * Creates a builder, with a run.
     *
     * @param run threads and progress
     * @return an empty builder
     */
    public static TableBuilder<Roster> builder(Run run) {
        return new TableBuilder<>(Calls.ROSTER, Roster::new, run);
    }

    /**
     * Returns the row of an inspector.
     *
     * @param id the id of the inspector
     * @return the row, if the table has it
     */
    public Optional<Inspector> inspector(String id) {
        return row(id, Fields.object(Inspector::new));
    }

    /**
     * Returns the name of an inspector.
     *
     * @param id the id of the inspector
     * @return the name, if the table has the inspector
     */
    public Optional<String> name(String id) {
        return inspector(id).map(Inspector::name);
    }

    /**
     * Returns ids, in their order.
     *
     * @param from the number of ids to skip
     * @param count the maximum number of ids
     * @return the ids; empty after the last one
     */
    public List<String> ids(long from, long count) {
        return idsOf(from, count);
    }

    /**
     * Returns the department of an inspector.
     *
     * @param id the id of the inspector
     * @return the department, if the table has the inspector
     */
    public Optional<String> department(String id) {
        return inspector(id).map(Inspector::department);
    }

    /**
     * Returns the rows in which a later table differs from this one, in sorted order.
     *
     * @param later the later table
     * @param count the maximum number of rows
     * @return the rows that are added, removed or changed
     */
    public List<RowChange> changes(Roster later, long count) {
        return changesOf(later, count);
    }
}
