package org.suiji;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.suiji.internal.Json;

/** Rows of JSON Lines. A row is read when it is needed, so the list takes little more memory than the lines. */
final class SampleRows extends AbstractList<SampleRow> implements RandomAccess {
    private final byte[] lines;
    /** The end of each line. */
    private final int[] ends;

    private SampleRows(byte[] lines, int[] ends) {
        this.lines = lines;
        this.ends = ends;
    }

    static List<SampleRow> of(byte[] lines) {
        int[] ends = new int[16];
        int rows = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                if (rows == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * rows);
                }
                ends[rows++] = at;
            }
        }
        return new SampleRows(lines, Arrays.copyOf(ends, rows));
    }

    @Override
    public SampleRow get(int at) {
        int start = at == 0 ? 0 : ends[at - 1] + 1;
        return new SampleRow(Fields.map(Json.read(Arrays.copyOfRange(lines, start, ends[at]))));
    }

    @Override
    public int size() {
        return ends.length;
    }
}
