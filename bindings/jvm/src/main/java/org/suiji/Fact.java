package org.suiji;

/** For one stratum: the number of selected entities, and an estimate of it from the greatest selected ticket. */
public final class Fact {
    private final org.suiji.kotlin.Fact core;

    Fact(org.suiji.kotlin.Fact core) {
        this.core = core;
    }

    /**
     * Returns the task.
     *
     * @return the id of the task
     */
    public String task() {
        return core.getTask();
    }

    /**
     * Returns the stratum.
     *
     * @return the risk class, or {@code *}
     */
    public String stratum() {
        return core.getStratum();
    }

    /**
     * Returns how many entities were selected.
     *
     * @return the number of entities
     */
    public long take() {
        return core.getTake();
    }

    /**
     * Returns the estimate.
     *
     * @return a number that should be close to {@link #take()}
     */
    public long estimate() {
        return core.getEstimate();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
