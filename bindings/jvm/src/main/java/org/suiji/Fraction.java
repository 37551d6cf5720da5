package org.suiji;

import java.util.Map;

/** A fraction, not reduced: for a probability, how many were taken of how many. */
public final class Fraction extends FractionFields {
    Fraction(Map<String, Object> fields) {
        super(fields);
    }

    @Override
    public String toString() {
        return numer() + "/" + denom();
    }
}
