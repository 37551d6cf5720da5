package org.suiji;

import java.util.Optional;
import org.suiji.kotlin.RosterBuilder;

/** The roster (执法检查人员名录库): all inspectors. */
public final class Roster extends Table<org.suiji.kotlin.Roster> {
    Roster(org.suiji.kotlin.Roster core) {
        super(core);
    }

    @Override
    long length(org.suiji.kotlin.Roster core) {
        return core.len();
    }

    /**
     * Reads JSON Lines in UTF-8: one object per line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static Roster fromJsonLines(byte[] lines) throws SuijiException {
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
    public static Roster fromJsonLines(byte[] lines, Run run) throws SuijiException {
        return Call.run(call -> new Roster(org.suiji.kotlin.Roster.Companion.fromJsonLines(lines, call.hold(run))));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined with {@code ;}, empty cells for fields without a value.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException with all faults of the file
     */
    public static Roster fromCsv(byte[] csv) throws SuijiException {
        return Call.run(call -> new Roster(org.suiji.kotlin.Roster.Companion.fromCsv(csv, null)));
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
        return TableBuilder.of(
                new RosterBuilder(), RosterBuilder::pushColumns, (core, at) -> new Roster(core.finish(at)), run);
    }

    /**
     * Returns the name of an inspector.
     *
     * @param id the id of the inspector
     * @return the name, if the roster contains the inspector
     */
    public Optional<String> name(String id) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).name(id)));
    }

    /**
     * Returns the department of an inspector.
     *
     * @param id the id of the inspector
     * @return the department, if the roster contains the inspector
     */
    public Optional<String> department(String id) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).department(id)));
    }
}
