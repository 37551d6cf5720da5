package org.suiji;

/** In whose hand a source is. */
public enum By {
    /** The office that draws. */
    OFFICE,
    /** A witness. */
    WITNESS,
    /** The public. */
    PUBLIC;

    org.suiji.kotlin.By core() {
        return org.suiji.kotlin.By.valueOf(name());
    }
}
