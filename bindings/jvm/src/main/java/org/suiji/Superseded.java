package org.suiji;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An earlier commitment that a new one replaces. If it was drawn, add {@link #withRecord(String)}; if only some contributions were made,
 * {@link #withContributions(List)}. Whether it was drawn cannot be known from the commitment.
 */
public final class Superseded extends SupersededFields {
    Superseded(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Sets the contributions that were already made, if all sources made theirs and there is no record.
     *
     * @param contributions the contributions
     * @return a new object
     */
    public Superseded withContributions(Contributions contributions) {
        List<PlacedContribution> placed = new ArrayList<>();
        for (Contribution one : contributions.contributions()) {
            placed.add(PlacedContribution.of(placed.size(), one));
        }
        return withContributions(placed);
    }

    /** Without the contributions. */
    @Override
    public String toString() {
        return "Superseded(" + commitment() + ")";
    }
}
