package org.suiji;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

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
     * Reads the contributions made so far, as a list: {@code [{"source": 0, "kind": "live", "numbers": [[3, 5]]}]}.
     * Only the form is checked; {@link Commitment#checkContribution} compares a contribution with its source.
     *
     * @param json the list
     * @return the contributions
     * @throws SuijiException with all faults of the list
     */
    public static List<PlacedContribution> fromJson(byte[] json) {
        byte[] checked = TextDocument.check(Calls.PARTIAL_CONTRIBUTIONS, json);
        return Fields.list(Json.read(checked), Fields.object(PlacedContribution::new));
    }

    /**
     * Reads the contributions made so far, as a list.
     *
     * @param json the list
     * @return the contributions
     * @throws SuijiException with all faults of the list
     */
    public static List<PlacedContribution> fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the contribution.
     *
     * @return the contribution without the number of its source
     */
    public Contribution contribution() {
        return new Contribution(fields().with("source", null).map());
    }

    /** Does not show the value, which may still be secret. */
    @Override
    public String toString() {
        return "PlacedContribution(" + source() + ", …)";
    }
}
