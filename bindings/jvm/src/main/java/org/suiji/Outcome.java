package org.suiji;

/** The result of a check. */
public enum Outcome {
    /** The check passed. */
    ESTABLISHED,
    /** The check failed. */
    FAILED,
    /** The check was not made: something is missing. */
    NOT_CHECKED,
    /** The claim cannot be checked and has to be trusted. */
    ON_TRUST
}
