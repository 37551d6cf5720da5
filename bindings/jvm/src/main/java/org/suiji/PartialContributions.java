package org.suiji;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.suiji.kotlin.PlacedContribution;

/**
 * Contributions of some sources: those already made to a commitment that is replaced before it was drawn. See
 * {@link Superseded#withContributions(PartialContributions)}.
 */
public final class PartialContributions extends Native<org.suiji.kotlin.PartialContributions> {
    PartialContributions(org.suiji.kotlin.PartialContributions core) {
        super(core);
    }

    /**
     * Creates contributions of some sources.
     *
     * @param contributions the contributions by the number of their source, counted from 0
     * @return the contributions
     * @throws SuijiException if one is invalid
     */
    public static PartialContributions of(SortedMap<Integer, Contribution> contributions) throws SuijiException {
        List<PlacedContribution> placed = new ArrayList<>();
        for (Map.Entry<Integer, Contribution> one : contributions.entrySet()) {
            placed.add(new PlacedContribution(one.getKey(), one.getValue().core()));
        }
        return Call.run(call -> new PartialContributions(new org.suiji.kotlin.PartialContributions(placed)));
    }

    /**
     * Creates them from the contributions of all sources.
     *
     * @param contributions the contributions
     * @return the same contributions, with the numbers of their sources
     */
    public static PartialContributions ofAll(Contributions contributions) {
        return Call.read(call -> new PartialContributions(
                org.suiji.kotlin.PartialContributions.Companion.ofAll(call.hold(contributions))));
    }

    /**
     * Reads them from JSON: a list of contributions, each with the number of its {@code source}.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException with all faults of the document
     */
    public static PartialContributions fromJson(byte[] json) throws SuijiException {
        return Call.run(call ->
                new PartialContributions(org.suiji.kotlin.PartialContributions.Companion.fromJson(json)));
    }

    /**
     * Reads them from JSON: a list of contributions, each with the number of its {@code source}.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException with all faults of the document
     */
    public static PartialContributions fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Writes them as JSON.
     *
     * @return the contributions as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /** Without the values, which may still be secret. */
    @Override
    String describe() {
        return "PartialContributions(…)";
    }
}
