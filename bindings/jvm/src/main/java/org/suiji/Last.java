package org.suiji;

import java.util.Optional;

/** The greatest selected ticket of a stratum, as it is published. */
public final class Last {
    private final org.suiji.kotlin.Last core;

    Last(org.suiji.kotlin.Last core) {
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
     * Returns the ticket.
     *
     * @return 64 hex digits, unless the commitment is blinded
     */
    public Optional<String> ticket() {
        return Optional.ofNullable(core.getTicket());
    }

    /**
     * Returns the commitment to the ticket, which the receipts of the stratum open.
     *
     * @return 64 hex digits, if the commitment is blinded
     */
    public Optional<String> commitment() {
        return Optional.ofNullable(core.getCommitment());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
