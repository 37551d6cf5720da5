package org.suiji;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.suiji.kotlin.Column;
import org.suiji.kotlin.Disposable;

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
public final class TableBuilder<T> implements AutoCloseable {
    /** The maximum number of rows of a chunk. */
    static final int ROWS = 65_536;
    /** A chunk is complete when its texts have this many bytes, even if it has fewer rows. */
    private static final int BYTES = 8 << 20;

    private final Core<?, T> core;
    private final Chunk chunk = new Chunk();
    private final Row row = new Row(chunk);

    private TableBuilder(Core<?, T> core) {
        this.core = core;
    }

    static <B extends Disposable, T> TableBuilder<T> of(B builder, Push<B> push, Finish<B, T> finish, Run run) {
        return new TableBuilder<>(new Core<>(builder, push, finish, run));
    }

    /**
     * Starts a row. Set its fields before you start the next row.
     *
     * @return the row; every call returns the same object
     * @throws SuijiException only {@code cancelled}
     */
    public synchronized Row row() throws SuijiException {
        if (chunk.rows() == ROWS || chunk.size() >= BYTES) {
            flush();
        }
        chunk.begin();
        return row;
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
    public TableBuilder<T> rows(ResultSet rows) throws SQLException, SuijiException {
        Query query = new Query(rows);
        while (rows.next()) {
            query.read(row());
        }
        return this;
    }

    /**
     * Returns the table. The builder is empty afterwards.
     *
     * @return the table
     * @throws SuijiException with all faults of the rows; {@code cancelled}
     */
    public synchronized T finish() throws SuijiException {
        flush();
        return core.finish();
    }

    /** Frees the builder and its rows. */
    @Override
    public synchronized void close() {
        core.free();
    }

    private void flush() throws SuijiException {
        if (chunk.rows() > 0) {
            int rows = chunk.rows();
            core.push(rows, chunk.take());
        }
    }

    interface Push<B> {
        void push(B builder, int rows, List<Column> columns, org.suiji.kotlin.Run run)
                throws org.suiji.kotlin.SuijiException;
    }

    interface Finish<B, T> {
        T finish(B builder, org.suiji.kotlin.Run run) throws org.suiji.kotlin.SuijiException;
    }

    /** The library's builder of one of the three tables, and its methods. */
    private static final class Core<B extends Disposable, T> extends Native<B> {
        private final Push<B> push;
        private final Finish<B, T> finish;
        private final Run run;

        Core(B builder, Push<B> push, Finish<B, T> finish, Run run) {
            super(builder);
            this.push = push;
            this.finish = finish;
            this.run = run;
        }

        void push(int rows, List<Column> columns) throws SuijiException {
            Call.run(call -> {
                push.push(call.hold(this), rows, columns, call.hold(run));
                return null;
            });
        }

        T finish() throws SuijiException {
            return Call.run(call -> finish.finish(call.hold(this), call.hold(run)));
        }
    }
}
