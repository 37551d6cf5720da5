package org.suiji;

import java.util.Map;

/** One part of the numbers of a live source: some numbers from a range. */
public final class Part extends PartFields {
    Part(Map<String, Object> fields) {
        super(fields);
    }

    private static Fields fields(long count, long from, long to) {
        return new Fields().with("count", count).with("from", from).with("to", to);
    }

    /**
     * Creates a part whose numbers may repeat, such as throws of dice or digits.
     *
     * @param count how many numbers are produced
     * @param from the smallest possible number
     * @param to the greatest possible number
     * @return the part
     */
    public static Part of(long count, long from, long to) {
        return new Part(fields(count, from, to).map());
    }

    /**
     * Creates a part whose numbers are drawn without replacement, such as the balls of one drum.
     *
     * @param count how many numbers are produced
     * @param from the smallest possible number
     * @param to the greatest possible number
     * @return the part
     */
    public static Part distinct(long count, long from, long to) {
        return new Part(fields(count, from, to).with("distinct", true).map());
    }
}
