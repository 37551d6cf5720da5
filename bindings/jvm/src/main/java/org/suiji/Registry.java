package org.suiji;

import java.util.Optional;
import org.suiji.kotlin.RegistryBuilder;

/** The registry (检查对象名录库): all entities that can be drawn. */
public final class Registry extends Table<org.suiji.kotlin.Registry> {
    Registry(org.suiji.kotlin.Registry core) {
        super(core);
    }

    @Override
    long length(org.suiji.kotlin.Registry core) {
        return core.len();
    }

    /**
     * Reads JSON Lines in UTF-8: one object per line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static Registry fromJsonLines(byte[] lines) throws SuijiException {
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
    public static Registry fromJsonLines(byte[] lines, Run run) throws SuijiException {
        return Call.run(call -> new Registry(org.suiji.kotlin.Registry.Companion.fromJsonLines(lines, call.hold(run))));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined with {@code ;}, empty cells for fields without a value.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException with all faults of the file
     */
    public static Registry fromCsv(byte[] csv) throws SuijiException {
        return Call.run(call -> new Registry(org.suiji.kotlin.Registry.Companion.fromCsv(csv, null)));
    }

    /**
     * Creates a builder, for rows of a database.
     *
     * @return an empty builder
     */
    public static TableBuilder<Registry> builder() {
        return builder(Run.standard());
    }

    /**
     * Creates a builder, with a run.
     *
     * @param run threads and progress
     * @return an empty builder
     */
    public static TableBuilder<Registry> builder(Run run) {
        return TableBuilder.of(
                new RegistryBuilder(), RegistryBuilder::pushColumns, (core, at) -> new Registry(core.finish(at)), run);
    }

    /**
     * Returns the name of an entity.
     *
     * @param id the id of the entity
     * @return the name, if the registry contains the entity
     */
    public Optional<String> name(String id) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).name(id)));
    }
}
