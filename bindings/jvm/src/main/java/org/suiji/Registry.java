package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;

/** The registry (检查对象名录库): all entities that can be drawn. */
public final class Registry extends Table {
    Registry(Handle handle) {
        super(handle);
    }

    /**
     * Reads JSON Lines in UTF-8: one object per line.
     *
     * @param lines the lines
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static Registry fromJsonLines(byte[] lines) {
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
    public static Registry fromJsonLines(byte[] lines, Run run) {
        return new Registry(read(Calls.REGISTRY, Calls.JSON_LINES, lines, run));
    }

    /**
     * Reads CSV in UTF-8: a header of field names, lists joined with {@code ;}, empty cells for fields without a value.
     *
     * @param csv the file
     * @return the table
     * @throws SuijiException with all faults of the file
     */
    public static Registry fromCsv(byte[] csv) {
        return new Registry(read(Calls.REGISTRY, Calls.CSV, csv, Run.standard()));
    }

    /**
     * Creates the table from rows, in any order.
     *
     * @param rows the rows
     * @return the table
     * @throws SuijiException with all faults of the rows
     */
    public static Registry of(Iterable<Entity> rows) {
        return fromJsonLines(lines(rows));
    }

    /**
     * Creates an empty table.
     *
     * @return a table without rows
     */
    public static Registry empty() {
        return of(Collections.emptyList());
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
        return new TableBuilder<>(Calls.REGISTRY, Registry::new, run);
    }

    /**
     * Returns the row of an entity.
     *
     * @param id the id of the entity
     * @return the row, if the table has it
     */
    public Optional<Entity> entity(String id) {
        return row(id, Fields.object(Entity::new));
    }

    /**
     * Returns the name of an entity.
     *
     * @param id the id of the entity
     * @return the name, if the table has the entity
     */
    public Optional<String> name(String id) {
        return entity(id).map(Entity::name);
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
     * Returns the rows in which a later table differs from this one, in sorted order.
     *
     * @param later the later table
     * @param count the maximum number of rows
     * @return the rows that are added, removed or changed
     */
    public List<RowChange> changes(Registry later, long count) {
        return changesOf(later, count);
    }
}
