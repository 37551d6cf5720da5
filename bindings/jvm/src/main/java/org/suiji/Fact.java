package org.suiji;

/** For a stratum with 30 or more selected entities: their number, and an estimate of it from the greatest selected ticket. */
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
     * @return the id of the risk class, or {@code all}
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

    /**
     * Returns how rarely a fair draw is as far off.
     *
     * @return about once in so many draws; 1 if it often is
     */
    public long oneIn() {
        return core.getOneIn();
    }

    /**
     * Returns the fact in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the fact in Chinese.
     *
     * @return the message
     */
    public String messageZh() {
        return core.getMessageZh();
    }

    @Override
    public String toString() {
        return message();
    }
}
