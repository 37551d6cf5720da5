package org.suiji;

import java.util.Collections;
import java.util.List;

/** An entity that cannot get a full team. */
public final class ShortTeam {
    private final org.suiji.kotlin.ShortTeam core;

    ShortTeam(org.suiji.kotlin.ShortTeam core) {
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
     * Returns the seats that cannot be filled.
     *
     * @return the numbers of the seats, counted from 0
     */
    public List<Long> seats() {
        return Collections.unmodifiableList(core.getSeats());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
