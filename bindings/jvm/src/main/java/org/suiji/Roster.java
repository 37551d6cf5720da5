package org.suiji;

import java.util.Optional;
import org.suiji.kotlin.RosterBuilder;

/** The roster (执法检查人员名录库): every inspector. */
public final class Roster extends Table<org.suiji.kotlin.Roster> {
    Roster(org.suiji.kotlin.Roster core) {
        super(core);
    }

    @Override
    long length(org.suiji.kotlin.Roster core) {
        return core.len();
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
        return TableBuilder.of(
                new RosterBuilder(), RosterBuilder::pushColumns, (core, at) -> new Roster(core.finish(at)), run);
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
}
