package org.suiji;

import java.util.Map;

/** One part of what falls in a live source: some numbers out of a range. */
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
     * @param count how many numbers fall
     * @param from the least number that can fall
     * @param to the greatest number that can fall
     * @return the part
     */
    public static Part of(long count, long from, long to) {
        return new Part(fields(count, from, to).map());
    }

    /**
     * Creates a part whose numbers are drawn without replacement, such as the balls of one drum.
     *
     * @param count how many numbers fall
     * @param from the least number that can fall
     * @param to the greatest number that can fall
     * @return the part
     */
    public static Part distinct(long count, long from, long to) {
        return new Part(fields(count, from, to).with("distinct", true).map());
    }
}
