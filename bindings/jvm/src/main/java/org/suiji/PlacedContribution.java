package org.suiji;

import java.util.Map;

/** A contribution with the number of its source, used while other contributions are missing. */
public final class PlacedContribution extends PlacedContributionFields {
    PlacedContribution(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Places a contribution.
     *
     * @param source the number of its source, counted from 0
     * @param contribution the contribution
     * @return the placed contribution
     */
    public static PlacedContribution of(long source, Contribution contribution) {
        return new PlacedContribution(contribution.fields().with("source", source).map());
    }

    /**
     * Returns the contribution.
     *
     * @return the contribution without the number of its source
     */
    public Contribution contribution() {
        return new Contribution(fields().with("source", null).map());
    }

    /** Without the value, which may still be secret. */
    @Override
    public String toString() {
        return "PlacedContribution(" + source() + ", …)";
    }
}
