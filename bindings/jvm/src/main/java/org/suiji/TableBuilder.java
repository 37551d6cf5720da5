package org.suiji;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.suiji.kotlin.Column;
import org.suiji.kotlin.Disposable;

/**
 * Builds a registry, roster or history from rows, of which no more than a chunk is ever on the heap.
 *
 * <pre>{@code
 * try (TableBuilder<Registry> firms = Registry.builder()) {
 *     while (rows.next()) {
 *         firms.row().text("id", rows.getString("ID")).text("name", rows.getString("NAME"));
 *     }
 *     Registry registry = firms.build();
 * }
 * }</pre>
 *
 * <p>Every fault of the rows is reported by {@link #build()}, with the number of its row.
 *
 * @param <T> the table
 */
public final class TableBuilder<T> implements AutoCloseable {
    /** The most rows of a chunk. */
    static final int ROWS = 65_536;
    /** How many bytes of texts make a chunk, however few the rows. */
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
     * Begins a row.
     *
     * @return the row, whose fields are to be given before the next one is begun; it is the same object each time
     * @throws SuijiException {@code cancelled} alone
     */
    public synchronized Row row() throws SuijiException {
        if (chunk.rows() == ROWS || chunk.size() >= BYTES) {
            flush();
        }
        chunk.begin();
        return row;
    }

    /**
     * Adds all rows that are left of a query, whose columns are called as the fields that they fill: {@code SELECT reg_no AS id, ent_name AS name, …}.
     * Upper case, which some databases make of names, is the same; {@code "extra.NAME"} goes to {@code extra}.
     *
     * <ul>
     *   <li>{@code categories}, {@code skills}, {@code recuse}: an SQL array, or a text joined by {@code ;}
     *   <li>{@code lead}, {@code expert}: what {@link ResultSet#getBoolean(int)} reads, such as BOOLEAN, BIT or 0 and 1
     *   <li>{@code max_load}: a whole number
     *   <li>all others: a text; of DATE and TIMESTAMP, the date
     * </ul>
     *
     * <p>NULL is an absent field. Nothing is trimmed: of CHAR columns that are padded with spaces, {@code TRIM} the values.
     * For large tables, set the statement's fetch size, or the driver may hold all rows at once.
     *
     * @param rows the rows; they are read to the end and not closed
     * @return this builder
     * @throws SQLException where the database fails
     * @throws SuijiException {@code cancelled} alone
     */
    public TableBuilder<T> rows(ResultSet rows) throws SQLException, SuijiException {
        Query query = new Query(rows);
        while (rows.next()) {
            query.read(row());
        }
        return this;
    }

    /**
     * The table. The builder has no rows then.
     *
     * @return the table
     * @throws SuijiException all faults of the rows; {@code cancelled}
     */
    public synchronized T build() throws SuijiException {
        flush();
        return core.finish();
    }

    /** Frees the rows that were not built. */
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

    /** The library's builder of one of the three tables, and how it is called. */
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
