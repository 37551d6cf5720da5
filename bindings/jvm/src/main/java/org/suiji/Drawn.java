package org.suiji;

/** An entity drawn. */
public final class Drawn {
    private final org.suiji.kotlin.Drawn core;

    Drawn(org.suiji.kotlin.Drawn core) {
        this.core = core;
    }

    /**
     * The entity.
     *
     * @return its id
     */
    public String id() {
        return core.getId();
    }

    /**
     * The stratum it was drawn from.
     *
     * @return a risk class, or {@code *}
     */
    public String stratum() {
        return core.getStratum();
    }

    /**
     * Its ticket (签号).
     *
     * @return 64 digits in hex
     */
    public String ticket() {
        return core.getTicket();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
