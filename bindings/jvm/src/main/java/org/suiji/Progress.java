package org.suiji;

/** The progress of a long step. */
public final class Progress {
    private final String stage;
    private final long done;
    private final long total;

    Progress(String stage, long done, long total) {
        this.stage = stage;
        this.done = done;
        this.total = total;
    }

    /**
     * Returns the name of the step.
     *
     * @return a word such as {@code tickets}
     */
    public String stage() {
        return stage;
    }

    /**
     * Returns the work done so far.
     *
     * @return units done so far
     */
    public long done() {
        return done;
    }

    /**
     * Returns the total work.
     *
     * @return units in total; 0 if the total is not known
     */
    public long total() {
        return total;
    }

    @Override
    public String toString() {
        return stage + " " + done + "/" + total;
    }
}
