package org.suiji;

import java.util.Collections;
import java.util.List;

/** A task of a plan (抽查任务). */
public final class Task {
    private final org.suiji.kotlin.Task core;

    Task(org.suiji.kotlin.Task core) {
        this.core = core;
    }

    /**
     * Returns the id.
     *
     * @return an id such as {@code J1}
     */
    public String id() {
        return core.getId();
    }

    /**
     * Returns the name.
     *
     * @return the name, for people
     */
    public String name() {
        return core.getName();
    }

    /**
     * Returns the items that are inspected (抽查事项).
     *
     * @return their names
     */
    public List<String> items() {
        return Collections.unmodifiableList(core.getItems());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
