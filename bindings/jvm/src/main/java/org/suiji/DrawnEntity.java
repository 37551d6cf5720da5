package org.suiji;

/** An entity that was drawn, as selected or as a reserve. */
public final class DrawnEntity {
    private final org.suiji.kotlin.DrawnEntity core;

    DrawnEntity(org.suiji.kotlin.DrawnEntity core) {
        this.core = core;
    }

    /**
     * Returns the entity.
     *
     * @return the id of the entity
     */
    public String id() {
        return core.getId();
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
     * Returns the ticket (签号).
     *
     * @return 64 hex digits
     */
    public String ticket() {
        return core.getTicket();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
