package org.suiji;

import java.util.Collections;
import java.util.List;

/** A task of a plan (抽查任务). */
public final class PlanTask {
    private final org.suiji.kotlin.PlanTask core;

    PlanTask(org.suiji.kotlin.PlanTask core) {
        this.core = core;
    }

    /**
     * Its id.
     *
     * @return such as {@code J1}
     */
    public String id() {
        return core.getId();
    }

    /**
     * Its name.
     *
     * @return the name that people read
     */
    public String name() {
        return core.getName();
    }

    /**
     * The matters that are inspected (抽查事项).
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
