package org.suiji;

/** Who controls a source. */
public enum By {
    /** The office that carries out the draw. */
    OFFICE,
    /** A witness. */
    WITNESS,
    /** The public. */
    PUBLIC;

    org.suiji.kotlin.By core() {
        return org.suiji.kotlin.By.valueOf(name());
    }
}
