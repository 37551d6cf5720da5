package org.suiji;

import java.util.List;
import java.util.Optional;
import org.suiji.kotlin.Column;
import org.suiji.kotlin.RosterBuilder;

/** The roster (执法检查人员名录库): every inspector. */
public final class Roster extends Native<org.suiji.kotlin.Roster> implements AutoCloseable {
    Roster(org.suiji.kotlin.Roster core) {
        super(core);
    }

    /**
     * Reads JSON Lines in UTF-8: one object a line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException every fault of the rows
     */
    public static Roster fromJsonLines(byte[] lines) throws SuijiException {
        return fromJsonLines(lines, Run.standard());
    }

    /**
     * Reads JSON Lines under a run.
     *
     * @param lines the lines
     * @param run how it is run
     * @return the table
     * @throws SuijiException every fault of the rows; {@code cancelled}
     */
    public static Roster fromJsonLines(byte[] lines, Run run) throws SuijiException {
        return Call.run(call -> new Roster(org.suiji.kotlin.Roster.Companion.fromJsonLines(lines, call.hold(run))));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined by {@code ;}, an empty cell for an absent field.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException every fault of the file
     */
    public static Roster fromCsv(byte[] csv) throws SuijiException {
        return Call.run(call -> new Roster(org.suiji.kotlin.Roster.Companion.fromCsv(csv, null)));
    }

    /**
     * A builder, for rows of a database.
     *
     * @return a builder without rows
     */
    public static TableBuilder<Roster> builder() {
        return builder(Run.standard());
    }

    /**
     * A builder whose steps are run in a certain way.
     *
     * @param run how they are run
     * @return a builder without rows
     */
    public static TableBuilder<Roster> builder(Run run) {
        return new TableBuilder<>(new Core(run));
    }

    /**
     * The number of rows.
     *
     * @return how many rows it has
     */
    public long size() {
        return Call.read(call -> call.hold(this).len());
    }

    /**
     * The name of an inspector.
     *
     * @param id the inspector's id
     * @return the name, or nothing where there is no such inspector
     */
    public Optional<String> name(String id) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).name(id)));
    }

    /**
     * The department of an inspector.
     *
     * @param id the inspector's id
     * @return the department, or nothing where there is no such inspector
     */
    public Optional<String> department(String id) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).department(id)));
    }

    /** Frees it; inputs that were made of it go on. */
    @Override
    public void close() {
        free();
    }

    @Override
    public String toString() {
        return "Roster(" + size() + " rows)";
    }

    private static final class Core extends Native<RosterBuilder> implements TableBuilder.Core<Roster> {
        private final Run run;

        Core(Run run) {
            super(new RosterBuilder());
            this.run = run;
        }

        @Override
        public void push(int rows, List<Column> columns) throws SuijiException {
            Call.run(call -> {
                call.hold(this).pushColumns(rows, columns, call.hold(run));
                return null;
            });
        }

        @Override
        public Roster finish() throws SuijiException {
            return Call.run(call -> new Roster(call.hold(this).finish(call.hold(run))));
        }

        @Override
        public void close() {
            free();
        }
    }
}
