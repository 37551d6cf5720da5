package org.suiji;

/** The root of a Merkle tree. */
public final class Root {
    private final org.suiji.kotlin.Root core;

    Root(org.suiji.kotlin.Root core) {
        this.core = core;
    }

    /**
     * Returns the root.
     *
     * @return 64 hex digits
     */
    public String root() {
        return core.getRoot();
    }

    /**
     * Returns the number of leaves.
     *
     * @return how many leaves the tree has
     */
    public long size() {
        return core.getSize();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
