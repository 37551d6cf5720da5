package org.suiji.internal;

import java.util.Arrays;

/**
 * The values of one field in the rows of a chunk, in the layout of {@code suiji::tables::Columns}. The native library
 * reads the fields of this class. Arrays may be longer than necessary. They are reused for the next chunk.
 */
final class Column {
    static final int TEXTS = 0;
    static final int LISTS = 1;
    static final int INTEGERS = 2;
    static final int FLAGS = 3;

    final String field;
    final int kind;
    /** Texts: the start of each row's text in {@link #text}. Lists: the start of each row's list in {@link #items}. */
    private int[] offsets = new int[1025];
    /** Lists: the start of each text in {@link #text}. */
    private int[] items = new int[1025];
    private long[] numbers = new long[0];
    /** Flags, one bit for each row. */
    private byte[] bits = new byte[129];
    /** One bit for each row, set if the row has a value; null if all have one. */
    private byte[] valid;
    private byte[] text;

    private final Bytes data = new Bytes();
    private byte[] present = new byte[129];
    private int rows;
    private int count;
    private boolean whole = true;

    Column(String field, int kind) {
        this.field = field;
        this.kind = kind;
    }

    /** The number of rows that have a value or were skipped. */
    int rows() {
        return rows;
    }

    /** The approximate size of the values in bytes. */
    int size() {
        return data.length() + 8 * rows + 4 * count;
    }

    void absent(int row) {
        pass(row + 1);
    }

    void text(int row, String value) {
        begin(row);
        data.putText(value);
        end();
    }

    void list(int row, Iterable<String> values) {
        begin(row);
        for (String value : values) {
            if (count + 1 == items.length) {
                items = Arrays.copyOf(items, 2 * items.length);
            }
            items[count++] = data.length();
            data.putText(value);
        }
        end();
    }

    void number(int row, long value) {
        begin(row);
        if (numbers.length < rows + 1) {
            numbers = Arrays.copyOf(numbers, offsets.length);
        }
        numbers[rows] = value;
        end();
    }

    void flag(int row, boolean value) {
        begin(row);
        if (value) {
            bits[row / 8] |= (byte) (1 << row % 8);
        }
        end();
    }

    /** Completes the column for this number of rows. {@link #clear} makes it empty again. */
    void complete(int rowCount) {
        pass(rowCount);
        items[count] = data.length();
        text = data.array();
        valid = whole ? null : present;
        if (kind == INTEGERS && numbers.length < rowCount) {
            numbers = Arrays.copyOf(numbers, rowCount);
        }
    }

    void clear() {
        data.clear();
        Arrays.fill(bits, (byte) 0);
        Arrays.fill(present, (byte) 0);
        Arrays.fill(numbers, 0);
        rows = 0;
        count = 0;
        whole = true;
    }

    private void begin(int row) {
        pass(row);
        reserve(row);
        present[row / 8] |= (byte) (1 << row % 8);
    }

    private void end() {
        rows++;
        offsets[rows] = kind == LISTS ? count : data.length();
    }

    /** Rows that were skipped have no value. */
    private void pass(int rowCount) {
        while (rows < rowCount) {
            reserve(rows);
            whole = false;
            end();
        }
    }

    private void reserve(int row) {
        if (row + 2 > offsets.length) {
            int longer = 2 * offsets.length;
            offsets = Arrays.copyOf(offsets, longer);
            present = Arrays.copyOf(present, longer / 8 + 1);
            bits = Arrays.copyOf(bits, longer / 8 + 1);
        }
    }
}
