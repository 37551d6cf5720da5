package org.suiji;

import java.util.Optional;

/** A seat that changes hands. */
public final class Substitution {
    private final org.suiji.kotlin.Substitution core;

    Substitution(org.suiji.kotlin.Substitution core) {
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
     * Returns the entity.
     *
     * @return the id of the entity
     */
    public String entity() {
        return core.getEntity();
    }

    /**
     * Returns the seat.
     *
     * @return the number of the seat, counted from 0
     */
    public long seat() {
        return core.getSeat();
    }

    /**
     * Returns who leaves the seat.
     *
     * @return the id of the inspector
     */
    public String leaves() {
        return core.getLeaves();
    }

    /**
     * Returns who takes the seat.
     *
     * @return the id of the inspector; empty if the seat is vacant now
     */
    public Optional<String> inspector() {
        return Optional.ofNullable(core.getInspector());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
