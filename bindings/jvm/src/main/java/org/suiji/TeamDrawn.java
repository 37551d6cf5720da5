package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The team of an entity drawn (检查小组). */
public final class TeamDrawn {
    private final org.suiji.kotlin.TeamDrawn core;

    TeamDrawn(org.suiji.kotlin.TeamDrawn core) {
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
     * The inspectors.
     *
     * @return their ids, by seat
     */
    public List<String> members() {
        return Collections.unmodifiableList(core.getMembers());
    }

    /**
     * The one who leads (主办人员).
     *
     * @return an inspector's id
     */
    public Optional<String> lead() {
        return Optional.ofNullable(core.getLead());
    }

    /**
     * Seats for which there was nobody.
     *
     * @return their places, counted from 0
     */
    public List<Long> vacant() {
        return Collections.unmodifiableList(core.getVacant());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
