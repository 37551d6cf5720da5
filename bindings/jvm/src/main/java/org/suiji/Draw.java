package org.suiji;

import java.util.List;

/** The draw of one task. */
public final class Draw {
    private final org.suiji.kotlin.Draw core;

    Draw(org.suiji.kotlin.Draw core) {
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
     * Returns the selected entities.
     *
     * @return the entities, in the order of visits
     */
    public List<DrawnEntity> selected() {
        return Values.list(core.getSelected(), DrawnEntity::new);
    }

    /**
     * Returns the reserves (备选).
     *
     * @return the entities by stratum, in the order in which they are used
     */
    public List<DrawnEntity> reserves() {
        return Values.list(core.getReserves(), DrawnEntity::new);
    }

    /**
     * Returns the team of each selected entity.
     *
     * @return the teams; empty if the task has no teams
     */
    public List<DrawnTeam> teams() {
        return Values.list(core.getTeams(), DrawnTeam::new);
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
