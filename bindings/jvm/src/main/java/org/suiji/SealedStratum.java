package org.suiji;

/** A stratum of a task. */
public final class SealedStratum {
    private final org.suiji.kotlin.SealedStratum core;

    SealedStratum(org.suiji.kotlin.SealedStratum core) {
        this.core = core;
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
     * Returns how many entities it has.
     *
     * @return the number of entities
     */
    public long size() {
        return core.getSize();
    }

    /**
     * Returns how many of them will be drawn.
     *
     * @return the number of entities
     */
    public long take() {
        return core.getTake();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
