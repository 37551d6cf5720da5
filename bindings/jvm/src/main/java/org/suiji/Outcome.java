package org.suiji;

/** What came of a check. */
public enum Outcome {
    /** It holds. */
    ESTABLISHED,
    /** It does not hold. */
    FAILED,
    /** Something was wanting. */
    NOT_CHECKED,
    /** It cannot be checked from what there is. */
    ON_TRUST
}
