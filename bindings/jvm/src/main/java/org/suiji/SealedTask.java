package org.suiji;

/** What a sheet fixes for a task. */
public final class SealedTask {
    private final org.suiji.kotlin.SealedTask core;

    SealedTask(org.suiji.kotlin.SealedTask core) {
        this.core = core;
    }

    /**
     * The task.
     *
     * @return its id
     */
    public String id() {
        return core.getId();
    }

    /**
     * The size of its frame.
     *
     * @return how many entities may be drawn
     */
    public long size() {
        return core.getSize();
    }

    /**
     * The size of the draw.
     *
     * @return how many will be drawn
     */
    public long take() {
        return core.getTake();
    }

    /**
     * Entities of the frame for which no full team can be found.
     *
     * @return how many they are
     */
    public long shortOfTeam() {
        return core.getShort();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
