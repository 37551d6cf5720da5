package org.suiji;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.function.Function;
import org.suiji.internal.Calls;
import org.suiji.internal.Chunk;
import org.suiji.internal.Handle;

/**
 * Builds a registry, roster or history from rows. At most one chunk of rows is on the Java heap at any time.
 *
 * <pre>{@code
 * try (TableBuilder<Registry> builder = Registry.builder()) {
 *     while (rows.next()) {
 *         builder.row().text("id", rows.getString("ID")).text("name", rows.getString("NAME"));
 *     }
 *     Registry registry = builder.finish();
 * }
 * }</pre>
 *
 * <p>{@link #finish()} reports all faults of the rows, with the numbers of the rows.
 *
 * @param <T> the table
 */
public final class TableBuilder<T> extends NativeObject {
    private final Function<Handle, T> table;
    private final Run run;
    private final Chunk chunk = new Chunk();
    private final Row row = new Row(chunk);

    TableBuilder(int kind, Function<Handle, T> table, Run run) {
        super(new Handle(Calls.builderNew(kind)));
        this.table = table;
        this.run = run;
    }

    /**
     * Starts a row. Set its fields before you start the next row.
     *
     * @return the row; every call returns the same object
     * @throws SuijiException only {@code cancelled}
     */
    public synchronized Row row() {
        if (chunk.isComplete()) {
            flush();
        }
        chunk.begin();
        return row.next();
    }

    /**
     * Adds the remaining rows of a query. Name the columns like the fields: {@code SELECT reg_no AS id, ent_name AS name, …}. Names in
     * upper case are accepted, because some databases return them so. {@code "extra.NAME"} is an entry of {@code extra}.
     *
     * <ul>
     *   <li>{@code categories}, {@code exempt_from}, {@code skills}, {@code recuse}, {@code by}, {@code inspectors}: an SQL array
     *       without NULL, or a text joined with {@code ;}
     *   <li>{@code lead}, {@code expert}: a BOOLEAN or BIT, or 0 and 1
     *   <li>{@code load}, {@code max_load}: an integer
     *   <li>all other fields: a text; for DATE and TIMESTAMP without a zone the date
     * </ul>
     *
     * <p>NULL is an absent field. Values are not trimmed: apply {@code TRIM} to CHAR columns that are padded with spaces. For large
     * tables, set the fetch size of the statement; otherwise the driver may load all rows at once.
     *
     * @param rows the rows; they are read to the end, but not closed
     * @return this builder
     * @throws SQLException if the database fails
     * @throws SuijiException only {@code cancelled}
     * @throws IllegalArgumentException if a column or value has another form; the message names the field
     */
    public TableBuilder<T> rows(ResultSet rows) throws SQLException {
        return rows(rows, null);
    }

    /**
     * Adds the remaining rows of a query, as {@link #rows(ResultSet)} does. That method refuses TIMESTAMP WITH TIME
     * ZONE. This one uses its date in a zone.
     *
     * @param rows the rows; they are read to the end, but not closed
     * @param zone the zone, such as {@code ZoneId.of("Asia/Shanghai")}
     * @return this builder
     * @throws SQLException if the database fails
     * @throws SuijiException only {@code cancelled}
     * @throws IllegalArgumentException if a column or value has another form; the message names the field
     */
    public TableBuilder<T> rows(ResultSet rows, ZoneId zone) throws SQLException {
        Query query = new Query(rows, zone);
        boolean complete = false;
        try {
            while (rows.next()) {
                query.read(row());
            }
            complete = true;
        } finally {
            if (!complete) {
                chunk.refuse();
            }
        }
        return this;
    }

    /**
     * Returns the table. The builder is empty afterwards.
     *
     * @return the table
     * @throws SuijiException with all faults of the rows; {@code cancelled}
     * @throws IllegalStateException if a value was refused while a row was set
     */
    public synchronized T finish() {
        if (chunk.isRefused()) {
            throw new IllegalStateException(Misuse.INCOMPLETE_ROW.message("table"));
        }
        flush();
        return table.apply(new Handle(Calls.builderFinish(handle(), run.threads(), run.watch())));
    }

    private void flush() {
        if (chunk.rows() > 0) {
            chunk.push(handle(), run.threads(), run.watch());
        }
    }

    @Override
    String content() {
        return chunk.rows() + " rows on the heap";
    }
}
