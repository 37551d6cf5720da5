package org.suiji;

/** The progress of a long step. */
public final class Progress {
    private final org.suiji.kotlin.Progress core;

    Progress(org.suiji.kotlin.Progress core) {
        this.core = core;
    }

    /**
     * Returns the name of the step.
     *
     * @return a word such as {@code tickets}
     */
    public String stage() {
        return core.getStage();
    }

    /**
     * Returns how much is done.
     *
     * @return units done so far
     */
    public long done() {
        return core.getDone();
    }

    /**
     * Returns how much there is to do.
     *
     * @return units in total; 0 if the total is not known
     */
    public long total() {
        return core.getTotal();
    }

    @Override
    public String toString() {
        return stage() + " " + done() + "/" + total();
    }
}
