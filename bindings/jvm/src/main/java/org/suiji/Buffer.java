package org.suiji;

import org.suiji.kotlin.Column;

/** The values of one column. */
abstract class Buffer {
    final String field;
    private final Bytes valid = new Bytes();
    private int rows;
    private boolean whole = true;

    Buffer(String field) {
        this.field = field;
    }

    /** The value of a row begins; rows before it that were passed over have none. */
    final void begin(int row, boolean present) {
        if (row < rows) {
            throw new IllegalStateException("the field " + field + " was given twice in a row");
        }
        pass(row);
        open();
        mark(present);
    }

    /** The column of so many rows, after which the buffer is empty. */
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

    /** Notes where the next row begins. */
    abstract void open();

    /** Fills the place of a row without a value. */
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
