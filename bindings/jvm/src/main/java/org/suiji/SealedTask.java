package org.suiji;

import java.util.List;
import java.util.Optional;

/** What a commitment fixes for one task. */
public final class SealedTask {
    private final org.suiji.kotlin.SealedTask core;

    SealedTask(org.suiji.kotlin.SealedTask core) {
        this.core = core;
    }

    /**
     * Returns the task.
     *
     * @return the id of the task
     */
    public String id() {
        return core.getId();
    }

    /**
     * Returns the group of tasks with which it shares its tickets.
     *
     * @return the group, if it has one
     */
    public Optional<String> coordination() {
        return Optional.ofNullable(core.getCoordination());
    }

    /**
     * Returns the tree of the frame; its size is the number of entities that can be drawn.
     *
     * @return the root of the tree
     */
    public Root frame() {
        return new Root(core.getFrame());
    }

    /**
     * Returns the tree of the excluded entities; its size is their number.
     *
     * @return the root of the tree
     */
    public Root excluded() {
        return new Root(core.getExcluded());
    }

    /**
     * Returns how many entities are excluded for each reason.
     *
     * @return the reasons, in the order in which they apply
     */
    public List<SealedReason> reasons() {
        return Values.list(core.getReasons(), SealedReason::new);
    }

    /**
     * Returns the strata.
     *
     * @return the strata, in order
     */
    public List<SealedStratum> strata() {
        return Values.list(core.getStrata(), SealedStratum::new);
    }

    /**
     * Returns how many entities will be drawn.
     *
     * @return the number of entities
     */
    public long take() {
        return core.getTake();
    }

    /**
     * Returns how many entities of the frame cannot get a full team. In Rust it is {@code short}, which is a
     * keyword in Java.
     *
     * @return the number of entities
     */
    public long shortTeams() {
        return core.getShort();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
