package org.suiji;

/** How far a long step has come. */
public final class Progress {
    private final org.suiji.kotlin.Progress core;

    Progress(org.suiji.kotlin.Progress core) {
        this.core = core;
    }

    /**
     * The step.
     *
     * @return its name, such as {@code tickets}
     */
    public String stage() {
        return core.getStage();
    }

    /**
     * What is done.
     *
     * @return units done so far
     */
    public long done() {
        return core.getDone();
    }

    /**
     * What there is to do.
     *
     * @return units in all, 0 where that is not known beforehand
     */
    public long total() {
        return core.getTotal();
    }

    @Override
    public String toString() {
        return stage() + " " + done() + "/" + total();
    }
}
