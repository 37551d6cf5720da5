package org.suiji;

/** A fraction in lowest terms. */
public final class Fraction {
    private final long numerator;
    private final long denominator;

    Fraction(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * What stands above.
     *
     * @return the numerator
     */
    public long numerator() {
        return numerator;
    }

    /**
     * What stands below.
     *
     * @return the denominator
     */
    public long denominator() {
        return denominator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
