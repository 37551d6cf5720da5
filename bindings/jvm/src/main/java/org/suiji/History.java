package org.suiji;

import java.util.List;
import org.suiji.kotlin.Column;
import org.suiji.kotlin.HistoryBuilder;

/** The inspections of the last years, which caps on inspections count. */
public final class History extends Native<org.suiji.kotlin.History> implements AutoCloseable {
    History(org.suiji.kotlin.History core) {
        super(core);
    }

    /**
     * Reads JSON Lines in UTF-8: one object a line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException every fault of the rows
     */
    public static History fromJsonLines(byte[] lines) throws SuijiException {
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
    public static History fromJsonLines(byte[] lines, Run run) throws SuijiException {
        return Call.run(call -> new History(org.suiji.kotlin.History.Companion.fromJsonLines(lines, call.hold(run))));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined by {@code ;}, an empty cell for an absent field.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException every fault of the file
     */
    public static History fromCsv(byte[] csv) throws SuijiException {
        return Call.run(call -> new History(org.suiji.kotlin.History.Companion.fromCsv(csv, null)));
    }

    /**
     * A builder, for rows of a database.
     *
     * @return a builder without rows
     */
    public static TableBuilder<History> builder() {
        return builder(Run.standard());
    }

    /**
     * A builder whose steps are run in a certain way.
     *
     * @param run how they are run
     * @return a builder without rows
     */
    public static TableBuilder<History> builder(Run run) {
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

    /** Frees it; inputs that were made of it go on. */
    @Override
    public void close() {
        free();
    }

    @Override
    public String toString() {
        return "History(" + size() + " rows)";
    }

    private static final class Core extends Native<HistoryBuilder> implements TableBuilder.Core<History> {
        private final Run run;

        Core(Run run) {
            super(new HistoryBuilder());
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
        public History finish() throws SuijiException {
            return Call.run(call -> new History(call.hold(this).finish(call.hold(run))));
        }

        @Override
        public void close() {
            free();
        }
    }
}
