package org.suiji;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The contributions of all sources to one commitment, in the order of the sources. */
public final class Contributions extends ContributionsFields {
    Contributions(byte[] json) {
        super(json);
    }

    /**
     * Reads {@code contributions.json}. Only the form is checked; {@link Sealed#checkContributions(Contributions)} checks them against the sources.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException with all faults of the document
     */
    public static Contributions fromJson(byte[] json) {
        return new Contributions(check(Calls.CONTRIBUTIONS, json));
    }

    /**
     * Reads {@code contributions.json}.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException with all faults of the document
     */
    public static Contributions fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Creates contributions.
     *
     * @param commitment the commitment to which they are made
     * @param contributions one for each source, in the order of the sources
     * @return the contributions
     * @throws SuijiException if one is invalid
     */
    public static Contributions of(Commitment commitment, Contribution... contributions) {
        return of(commitment.digest(), contributions);
    }

    /**
     * Creates contributions.
     *
     * @param commitment the digest of the commitment to which they are made
     * @param contributions one for each source, in the order of the sources
     * @return the contributions
     * @throws SuijiException if one is invalid
     */
    public static Contributions of(String commitment, Contribution... contributions) {
        Fields fields = new Fields()
                .with("spec", "suiji-v1")
                .with("commitment", Objects.requireNonNull(commitment, "commitment"))
                .with("contributions", Arrays.asList(contributions));
        return fromJson(Json.write(fields.map()));
    }

    /**
     * Combines contributions that arrived one by one, in any order.
     *
     * @param commitment the commitment to which they are made
     * @param contributions one for each source
     * @return the contributions
     * @throws SuijiException {@code contributions.count} if a source has none, or there is one too many
     */
    public static Contributions of(Commitment commitment, List<PlacedContribution> contributions) {
        byte[] placed = contributions.isEmpty() ? null : Utf8.bytes(Json.write(Fields.json("contributions", contributions)));
        return new Contributions(Calls.contributions(commitment.json(), placed));
    }

    /** Does not show the values, which may still be secret. */
    @Override
    public String toString() {
        return "Contributions(…)";
    }

    /**
     * Writes {@code contributions.json}.
     *
     * @return the contributions as indented JSON
     */
    public String toJson() {
        return text();
    }
}
