package org.suiji;

/** One part of what falls in a live source: some numbers out of a range. */
public final class Part {
    private final org.suiji.kotlin.Part core;

    Part(org.suiji.kotlin.Part core) {
        this.core = core;
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
        return new Part(new org.suiji.kotlin.Part(count, from, to, false));
    }

    /**
     * Creates a part whose numbers are drawn without return, such as the balls of one drum.
     *
     * @param count how many numbers fall
     * @param from the least number that can fall
     * @param to the greatest number that can fall
     * @return the part
     */
    public static Part distinct(long count, long from, long to) {
        return new Part(new org.suiji.kotlin.Part(count, from, to, true));
    }

    /**
     * Returns how many numbers fall.
     *
     * @return the count
     */
    public long count() {
        return core.getCount();
    }

    /**
     * Returns the least number that can fall.
     *
     * @return the number
     */
    public long from() {
        return core.getFrom();
    }

    /**
     * Returns the greatest number that can fall.
     *
     * @return the number
     */
    public long to() {
        return core.getTo();
    }

    /**
     * Tells whether the numbers are drawn without return.
     *
     * @return true if no number falls twice
     */
    public boolean isDistinct() {
        return core.getDistinct();
    }

    org.suiji.kotlin.Part core() {
        return core;
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
