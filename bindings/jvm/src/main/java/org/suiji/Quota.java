package org.suiji;

import java.util.Map;
import java.util.Objects;

/** The number of entities that a task draws, in one of four forms [I2] [F4]. */
public final class Quota extends QuotaFields {
    Quota(Map<String, Object> fields) {
        super(fields);
    }

    private static Quota of(String field, Object value) {
        return new Quota(new Fields().with(field, Objects.requireNonNull(value, field)).map());
    }

    /**
     * Creates a quota of at least a ratio, rounded up.
     *
     * @param ratio a ratio such as {@code 5%}
     * @return the quota
     */
    public static Quota atLeast(String ratio) {
        return of("at_least", ratio);
    }

    /**
     * Sets the minimum of a quota of at least a ratio.
     *
     * @param number the number of entities
     * @return a new quota
     */
    public Quota withMin(long number) {
        return new Quota(fields().with("min", number).map());
    }

    /**
     * Creates a quota of at most a ratio, rounded down.
     *
     * @param ratio a ratio such as {@code 5%}
     * @return the quota
     */
    public static Quota atMost(String ratio) {
        return of("at_most", ratio);
    }

    /**
     * Sets the maximum of a quota of at most a ratio.
     *
     * @param number the number of entities
     * @return a new quota
     */
    public Quota withMax(long number) {
        return new Quota(fields().with("max", number).map());
    }

    /**
     * Creates a quota of exactly a ratio, rounded up.
     *
     * @param ratio a ratio such as {@code 5%}
     * @return the quota
     */
    public static Quota exactly(String ratio) {
        return of("exactly", ratio);
    }

    /**
     * Creates a quota that is a number.
     *
     * @param number the number of entities
     * @return the quota
     */
    public static Quota count(long number) {
        return of("count", number);
    }
}
