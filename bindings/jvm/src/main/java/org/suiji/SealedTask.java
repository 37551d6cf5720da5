package org.suiji;

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
     * Returns the tree of the frame; its size is the number of entities that can be drawn.
     *
     * @return the root of the tree
     */
    public Root frame() {
        return new Root(core.getFrame());
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
