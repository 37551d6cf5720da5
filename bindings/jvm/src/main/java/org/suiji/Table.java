package org.suiji;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The methods that registry, roster and history share. */
abstract class Table extends NativeObject {
    Table(Handle handle) {
        super(handle);
    }

    static Handle read(int kind, int form, byte[] data, Run run) {
        Objects.requireNonNull(data, form == Calls.CSV ? "csv" : "lines");
        return new Handle(Calls.tableRead(kind, form, data, run.threads(), run.watch()));
    }

    static byte[] lines(Iterable<? extends Value> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(Misuse.present("rows", row).toJson()).append('\n'));
        return Utf8.bytes(lines.toString());
    }

    final <T> Optional<T> row(String id, Function<Object, T> read) {
        byte[] row = Calls.tableRow(handle(), Utf8.bytes(Objects.requireNonNull(id, "id")));
        return row == null ? Optional.empty() : Optional.of(read.apply(Json.read(row)));
    }

    final List<RowChange> changesOf(Table later, long count) {
        return Fields.list(Json.read(Calls.changes(handle(), later.handle(), count)), Fields.object(RowChange::new));
    }

    final List<String> idsOf(long from, long count) {
        return Fields.list(Json.read(Calls.tableIds(handle(), from, count)), Fields::text);
    }

    /**
     * Returns the number of rows.
     *
     * @return how many rows the table has
     */
    public long len() {
        return Calls.rows(handle());
    }

    /**
     * Writes the table: one JSON object per line, in the order in which it is sealed.
     *
     * @return JSON Lines in UTF-8
     */
    public byte[] toJsonLines() {
        return Calls.write(handle(), Calls.JSON_LINES, 1, null);
    }

    @Override
    String content() {
        return len() + " rows";
    }
}
