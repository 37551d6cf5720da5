package org.suiji;

/** Why a task excludes an entity. */
public enum Reason {
    /** The entity has reached the plan's {@code annual_cap}. */
    ANNUAL_CAP,
    /** The entity has reached the task's {@code per_year}. */
    PER_YEAR;

    org.suiji.kotlin.Reason core() {
        return org.suiji.kotlin.Reason.valueOf(name());
    }
}
