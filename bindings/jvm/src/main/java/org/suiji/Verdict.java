package org.suiji;

/** The result of a report. */
public enum Verdict {
    /** All checks were made and none failed. */
    HOLDS,
    /** No check failed, but some could not be made. */
    INCOMPLETE,
    /** At least one check failed. */
    FAILS
}
