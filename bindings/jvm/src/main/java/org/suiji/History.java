package org.suiji;

import org.suiji.kotlin.HistoryBuilder;

/** The inspections of the last years, which caps on inspections count. */
public final class History extends Table<org.suiji.kotlin.History> {
    History(org.suiji.kotlin.History core) {
        super(core);
    }

    @Override
    long length(org.suiji.kotlin.History core) {
        return core.len();
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
        return TableBuilder.of(
                new HistoryBuilder(), HistoryBuilder::pushColumns, (core, at) -> new History(core.finish(at)), run);
    }
}
