package org.suiji;

/** Why a task excludes an entity. */
public enum Reason {
    /** It has had the plan's most visits of the year. */
    ANNUAL_CAP,
    /** It has had the task's visits of the year. */
    PER_YEAR;

    org.suiji.kotlin.Reason core() {
        return org.suiji.kotlin.Reason.valueOf(name());
    }
}
