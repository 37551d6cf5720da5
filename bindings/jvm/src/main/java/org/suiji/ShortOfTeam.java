package org.suiji;

import java.util.Collections;
import java.util.List;

/** An entity that cannot get a full team, whatever is drawn. */
public final class ShortOfTeam {
    private final org.suiji.kotlin.ShortOfTeam core;

    ShortOfTeam(org.suiji.kotlin.ShortOfTeam core) {
        this.core = core;
    }

    /**
     * The entity.
     *
     * @return its id
     */
    public String entity() {
        return core.getEntity();
    }

    /**
     * The seats that stay empty.
     *
     * @return their places, counted from 0
     */
    public List<Long> seats() {
        return Collections.unmodifiableList(core.getSeats());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
