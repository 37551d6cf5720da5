package org.suiji;

/** The result of a report. */
public enum Verdict {
    /** All checks were made and none failed. */
    HOLDS,
    /** No check failed, but some could not be made. */
    INCOMPLETE,
    /** The inputs that were provided are not those that were sealed. Nothing else failed. */
    OTHER_INPUTS,
    /** At least one check of the document itself failed. */
    FAILS
}
