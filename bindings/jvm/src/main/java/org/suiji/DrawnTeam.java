package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The team (检查小组) of a selected entity. */
public final class DrawnTeam {
    private final org.suiji.kotlin.DrawnTeam core;

    DrawnTeam(org.suiji.kotlin.DrawnTeam core) {
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
     * Returns the inspectors.
     *
     * @return their ids, in the order of the seats
     */
    public List<String> members() {
        return Collections.unmodifiableList(core.getMembers());
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
     * Returns the vacant seats.
     *
     * @return the numbers of the seats, counted from 0
     */
    public List<Long> vacant() {
        return Collections.unmodifiableList(core.getVacant());
    }

    /**
     * Returns the earlier task whose team this is.
     *
     * @return the id of the task, if one visit serves both tasks
     */
    public Optional<String> joins() {
        return Optional.ofNullable(core.getJoins());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
