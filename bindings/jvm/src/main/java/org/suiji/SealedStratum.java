package org.suiji;

import java.util.Map;

/** A stratum of a task, with its size and its take. */
public final class SealedStratum extends SealedStratumFields {
    SealedStratum(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the probability that each of its entities is selected.
     *
     * @return take over size, not reduced
     */
    public Fraction probability() {
        return new Fraction(new Fields().with("numer", take()).with("denom", size()).map());
    }
}
