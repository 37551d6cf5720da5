package org.suiji;

import org.suiji.kotlin.Column;

/** The values of one column of a chunk. */
abstract class Buffer {
    final String field;
    private final Bytes valid = new Bytes();
    private int rows;
    private boolean whole = true;

    Buffer(String field) {
        this.field = field;
    }

    /** Starts the value of a row. Rows before it that were skipped have no value. */
    final void begin(int row, boolean present) {
        if (row < rows) {
            throw new IllegalStateException(Misuse.FIELD_REPEATED.message(field));
        }
        pass(row);
        open();
        mark(present);
    }

    /** Returns the column for that many rows and clears the buffer. */
    final Column take(int count) {
        pass(count);
        open();
        Column column = column(whole ? null : valid.toArray());
        valid.clear();
        clear();
        rows = 0;
        whole = true;
        return column;
    }

    private void pass(int row) {
        while (rows < row) {
            open();
            absent();
            mark(false);
        }
    }

    private void mark(boolean present) {
        valid.putBit(rows, present);
        whole &= present;
        rows++;
    }

    final int row() {
        return rows;
    }

    abstract int size();

    /** Records where the next row starts. */
    abstract void open();

    /** Adds a placeholder for a row without a value. */
    abstract void absent();

    abstract Column column(byte[] valid);

    abstract void clear();

    static final class Texts extends Buffer {
        private final Bytes offsets = new Bytes();
        private final Bytes data = new Bytes();

        Texts(String field) {
            super(field);
        }

        void put(String text) {
            data.putText(text);
        }

        @Override
        int size() {
            return data.length();
        }

        @Override
        void open() {
            offsets.putInt(data.length());
        }

        @Override
        void absent() {}

        @Override
        Column column(byte[] valid) {
            return new Column.Texts(field, offsets.toArray(), data.toArray(), valid);
        }

        @Override
        void clear() {
            offsets.clear();
            data.clear();
        }
    }

    static final class Lists extends Buffer {
        private final Bytes offsets = new Bytes();
        private final Bytes items = new Bytes();
        private final Bytes data = new Bytes();
        private int count;

        Lists(String field) {
            super(field);
        }

        void put(String text) {
            items.putInt(data.length());
            data.putText(text);
            count++;
        }

        @Override
        int size() {
            return data.length() + items.length();
        }

        @Override
        void open() {
            offsets.putInt(count);
        }

        @Override
        void absent() {}

        @Override
        Column column(byte[] valid) {
            items.putInt(data.length());
            return new Column.Lists(field, offsets.toArray(), items.toArray(), data.toArray(), valid);
        }

        @Override
        void clear() {
            offsets.clear();
            items.clear();
            data.clear();
            count = 0;
        }
    }

    static final class Integers extends Buffer {
        private final Bytes values = new Bytes();

        Integers(String field) {
            super(field);
        }

        void put(long value) {
            values.putLong(value);
        }

        @Override
        int size() {
            return values.length();
        }

        @Override
        void open() {}

        @Override
        void absent() {
            put(0);
        }

        @Override
        Column column(byte[] valid) {
            return new Column.Integers(field, values.toArray(), valid);
        }

        @Override
        void clear() {
            values.clear();
        }
    }

    static final class Flags extends Buffer {
        private final Bytes bits = new Bytes();

        Flags(String field) {
            super(field);
        }

        void put(int row, boolean value) {
            bits.putBit(row, value);
        }

        @Override
        int size() {
            return bits.length();
        }

        @Override
        void open() {}

        @Override
        void absent() {
            put(row(), false);
        }

        @Override
        Column column(byte[] valid) {
            return new Column.Flags(field, bits.toArray(), valid);
        }

        @Override
        void clear() {
            bits.clear();
        }
    }
}
