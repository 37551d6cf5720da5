package org.suiji;

import java.util.Optional;
import org.suiji.kotlin.RegistryBuilder;

/** The registry (检查对象名录库): every entity that may be drawn. */
public final class Registry extends Table<org.suiji.kotlin.Registry> {
    Registry(org.suiji.kotlin.Registry core) {
        super(core);
    }

    @Override
    long length(org.suiji.kotlin.Registry core) {
        return core.len();
    }

    /**
     * Reads JSON Lines in UTF-8: one object a line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException every fault of the rows
     */
    public static Registry fromJsonLines(byte[] lines) throws SuijiException {
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
    public static Registry fromJsonLines(byte[] lines, Run run) throws SuijiException {
        return Call.run(call -> new Registry(org.suiji.kotlin.Registry.Companion.fromJsonLines(lines, call.hold(run))));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined by {@code ;}, an empty cell for an absent field.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException every fault of the file
     */
    public static Registry fromCsv(byte[] csv) throws SuijiException {
        return Call.run(call -> new Registry(org.suiji.kotlin.Registry.Companion.fromCsv(csv, null)));
    }

    /**
     * A builder, for rows of a database.
     *
     * @return a builder without rows
     */
    public static TableBuilder<Registry> builder() {
        return builder(Run.standard());
    }

    /**
     * A builder whose steps are run in a certain way.
     *
     * @param run how they are run
     * @return a builder without rows
     */
    public static TableBuilder<Registry> builder(Run run) {
        return TableBuilder.of(
                new RegistryBuilder(), RegistryBuilder::pushColumns, (core, at) -> new Registry(core.finish(at)), run);
    }

    /**
     * The name of an entity.
     *
     * @param id the entity's id
     * @return its name, or nothing where there is no such entity
     */
    public Optional<String> name(String id) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).name(id)));
    }
}
