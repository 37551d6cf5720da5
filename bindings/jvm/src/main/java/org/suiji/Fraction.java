package org.suiji;

import java.util.Map;

/** A fraction, not reduced: for a probability, how many were taken of how many. */
public final class Fraction extends Value {
    Fraction(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the numerator.
     *
     * @return the numerator
     */
    public long numer() {
        return fields().number("numer");
    }

    /**
     * Returns the denominator.
     *
     * @return the denominator
     */
    public long denom() {
        return fields().number("denom");
    }

    @Override
    public String toString() {
        return numer() + "/" + denom();
    }
}
