package org.suiji;

import java.util.List;
import java.util.Optional;

/** A team as it is after all amendments. */
public final class AmendedTeam {
    private final org.suiji.kotlin.AmendedTeam core;

    AmendedTeam(org.suiji.kotlin.AmendedTeam core) {
        this.core = core;
    }

    /**
     * Returns the entity.
     *
     * @return the id of the entity
     */
    public String entity() {
        return core.getEntity();
    }

    /**
     * Returns who holds the seats.
     *
     * @return for each seat the id of the inspector; empty if the seat is vacant
     */
    public List<Optional<String>> seats() {
        return Values.list(core.getSeats(), Optional::ofNullable);
    }

    /**
     * Returns the lead (主办人员).
     *
     * @return the id of the inspector, if the team has a lead
     */
    public Optional<String> lead() {
        return Optional.ofNullable(core.getLead());
    }

    /**
     * Returns the task whose team this is.
     *
     * @return the id of the task, if one visit serves both tasks
     */
    public Optional<String> joins() {
        return Optional.ofNullable(core.getJoins());
    }

    /**
     * Tells whether the entity is a reserve (备选) that was used.
     *
     * @return true if it is
     */
    public boolean isReserve() {
        return core.isReserve();
    }

    /**
     * Tells whether the entity could not be inspected, so that a reserve was used.
     *
     * @return true if so
     */
    public boolean isReplaced() {
        return core.isReplaced();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
