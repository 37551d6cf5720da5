package org.suiji;

import java.util.Map;

/** A fraction, not reduced. For a probability, it is the number taken over the
size of the stratum. */
public final class Fraction extends FractionFields {
    Fraction(Map<String, Object> fields) {
        super(fields);
    }

    @Override
    public String toString() {
        return numer() + "/" + denom();
    }
}
