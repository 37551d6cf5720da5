package org.suiji;

/** How many entities a task excludes for one reason. */
public final class SealedReason {
    private final org.suiji.kotlin.SealedReason core;

    SealedReason(org.suiji.kotlin.SealedReason core) {
        this.core = core;
    }

    /**
     * Returns the reason.
     *
     * @return {@code exempt}, or the id of a limit of the plan or the task
     */
    public String reason() {
        return core.getReason();
    }

    /**
     * Returns how many entities are excluded for it.
     *
     * @return the number of entities
     */
    public long size() {
        return core.getSize();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
