package org.suiji;

/** A fraction, not reduced: for a probability, how many were taken of how many. */
public final class Fraction {
    private final org.suiji.kotlin.Fraction core;

    Fraction(org.suiji.kotlin.Fraction core) {
        this.core = core;
    }

    /**
     * Returns the numerator.
     *
     * @return the numerator
     */
    public long numer() {
        return core.getNumer();
    }

    /**
     * Returns the denominator.
     *
     * @return the denominator
     */
    public long denom() {
        return core.getDenom();
    }

    @Override
    public String toString() {
        return numer() + "/" + denom();
    }
}
