package org.suiji;

/** A fact beside a stratum: an estimate of its take from the greatest selected ticket. */
public final class Fact {
    private final org.suiji.kotlin.Fact core;

    Fact(org.suiji.kotlin.Fact core) {
        this.core = core;
    }

    /**
     * The task.
     *
     * @return its id
     */
    public String task() {
        return core.getTask();
    }

    /**
     * The stratum.
     *
     * @return its name
     */
    public String stratum() {
        return core.getStratum();
    }

    /**
     * What was taken.
     *
     * @return how many were drawn
     */
    public long take() {
        return core.getTake();
    }

    /**
     * What the greatest ticket tells.
     *
     * @return a number that should be near the take
     */
    public long estimate() {
        return core.getEstimate();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
