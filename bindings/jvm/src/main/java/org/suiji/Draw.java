package org.suiji;

import java.util.List;

/** What a task drew. */
public final class Draw {
    private final org.suiji.kotlin.Draw core;

    Draw(org.suiji.kotlin.Draw core) {
        this.core = core;
    }

    /**
     * The task.
     *
     * @return its id
     */
    public String task() {
        return core.getTask();
    }

    /**
     * The entities drawn.
     *
     * @return them in the order of their tickets
     */
    public List<Drawn> selected() {
        return Values.list(core.getSelected(), Drawn::new);
    }

    /**
     * Those who take the place of one that cannot be inspected.
     *
     * @return them in their order
     */
    public List<Drawn> reserves() {
        return Values.list(core.getReserves(), Drawn::new);
    }

    /**
     * The team of each entity drawn.
     *
     * @return the teams; none where the task has none
     */
    public List<TeamDrawn> teams() {
        return Values.list(core.getTeams(), TeamDrawn::new);
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
