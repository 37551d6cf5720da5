package org.suiji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.suiji.kotlin.Column;

/** Rows stored by column, as the library reads them. The buffers are reused for the next rows. */
final class Chunk {
    private final Map<String, Buffer> buffers = new LinkedHashMap<>();
    private int rows;

    int rows() {
        return rows;
    }

    int size() {
        return buffers.values().stream().mapToInt(Buffer::size).sum();
    }

    void begin() {
        rows++;
    }

    void text(String field, String value) {
        Buffer.Texts buffer = buffer(field, Buffer.Texts.class, Buffer.Texts::new);
        buffer.begin(rows - 1, value != null);
        if (value != null) {
            buffer.put(value);
        }
    }

    void list(String field, Iterable<String> values) {
        Buffer.Lists buffer = buffer(field, Buffer.Lists.class, Buffer.Lists::new);
        buffer.begin(rows - 1, values != null);
        if (values != null) {
            for (String value : values) {
                buffer.put(Objects.requireNonNull(value, field));
            }
        }
    }

    void number(String field, Long value) {
        Buffer.Integers buffer = buffer(field, Buffer.Integers.class, Buffer.Integers::new);
        buffer.begin(rows - 1, value != null);
        buffer.put(value == null ? 0 : value);
    }

    void flag(String field, Boolean value) {
        Buffer.Flags buffer = buffer(field, Buffer.Flags.class, Buffer.Flags::new);
        buffer.begin(rows - 1, value != null);
        buffer.put(rows - 1, value != null && value);
    }

    /** Returns the columns and clears the chunk. */
    List<Column> take() {
        List<Column> columns = new ArrayList<>();
        for (Buffer buffer : buffers.values()) {
            columns.add(buffer.take(rows));
        }
        rows = 0;
        return columns;
    }

    private <B extends Buffer> B buffer(String field, Class<B> type, Function<String, B> make) {
        Objects.requireNonNull(field, "field");
        if (rows == 0) {
            throw new IllegalStateException(Misuse.NO_ROW.message(field));
        }
        Buffer buffer = buffers.computeIfAbsent(field, make);
        if (!type.isInstance(buffer)) {
            throw Misuse.FIELD_TYPE.in(field);
        }
        return type.cast(buffer);
    }
}
