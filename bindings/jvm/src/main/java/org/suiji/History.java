package org.suiji;

import org.suiji.kotlin.HistoryBuilder;

/** The history (检查历史): inspections already made. */
public final class History extends Table<org.suiji.kotlin.History> {
    History(org.suiji.kotlin.History core) {
        super(core);
    }

    @Override
    long length(org.suiji.kotlin.History core) {
        return core.len();
    }

    /**
     * Reads JSON Lines in UTF-8: one object per line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static History fromJsonLines(byte[] lines) throws SuijiException {
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
    public static History fromJsonLines(byte[] lines, Run run) throws SuijiException {
        return Call.run(call -> new History(org.suiji.kotlin.History.Companion.fromJsonLines(lines, call.hold(run))));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined with {@code ;}, empty cells for fields without a value.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException with all faults of the file
     */
    public static History fromCsv(byte[] csv) throws SuijiException {
        return Call.run(call -> new History(org.suiji.kotlin.History.Companion.fromCsv(csv, null)));
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
        return TableBuilder.of(
                new HistoryBuilder(), HistoryBuilder::pushColumns, (core, at) -> new History(core.finish(at)), run);
    }
}
