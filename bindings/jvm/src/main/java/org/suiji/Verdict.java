package org.suiji;

/** What a report comes to. */
public enum Verdict {
    /** Every check was made and holds. */
    HOLDS,
    /** No check failed, and not all could be made. */
    INCOMPLETE,
    /** A check failed. */
    FAILS
}
