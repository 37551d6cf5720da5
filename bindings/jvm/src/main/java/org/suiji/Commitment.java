package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The commitment (封存单): everything that was fixed before the seed existed. */
public final class Commitment extends CommitmentFields {
    Commitment(byte[] json) {
        super(json);
    }

    /**
     * Reads {@code commitment.json}. Only the form is checked; {@link Sealed#reopen(Inputs, Commitment)} checks it against the inputs.
     *
     * @param json the document
     * @return the commitment
     * @throws SuijiException with all faults of the document
     */
    public static Commitment fromJson(byte[] json) {
        return new Commitment(check(Calls.COMMITMENT, json));
    }

    /**
     * Reads {@code commitment.json}.
     *
     * @param json the document
     * @return the commitment
     * @throws SuijiException with all faults of the document
     */
    public static Commitment fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the digest. Publish it before any source produces its value.
     *
     * @return 64 hex digits
     */
    public String digest() {
        return Utf8.text(Calls.digest(Calls.COMMITMENT, 0, json()));
    }

    /**
     * Returns the digest in groups of four, for reading aloud.
     *
     * @return 16 groups, separated by spaces
     */
    public String digestGroups() {
        return Utf8.text(Calls.digestGroups(Utf8.bytes(digest())));
    }

    /**
     * Returns a task.
     *
     * @param id the id of the task
     * @return the part of the commitment about it, if any
     */
    public Optional<SealedTask> task(String id) {
        return tasks().stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * Makes the contribution of a live source from the numbers that fell.
     *
     * @param source the number of the source, counted from 0
     * @param fallen the numbers of all its parts, one after another, in the order in which they fell; those without
     * replacement are sorted here
     * @return the contribution
     * @throws SuijiException if the source is not live, or the numbers do not fit it
     * @throws IllegalArgumentException if there is no such source
     */
    public Contribution arrange(int source, long... fallen) {
        Object arranged = Json.read(Calls.arrange(json(), source, fallen));
        return new PlacedContribution(Fields.map(((List<?>) arranged).get(0))).contribution();
    }

    /**
     * Checks the contribution of one source. Only the commitment is needed.
     *
     * @param source the number of the source, counted from 0
     * @param contribution the contribution
     * @throws SuijiException if it does not fit the source
     */
    public void checkContribution(long source, Contribution contribution) {
        List<PlacedContribution> one = Collections.singletonList(PlacedContribution.of(source, contribution));
        Calls.checkAgainst(json(), Calls.PARTIAL_CONTRIBUTIONS, Utf8.bytes(Json.write(Fields.json("contributions", one))));
    }

    /**
     * Checks the contributions of all sources. Only the commitment is needed.
     *
     * @param contributions the contributions
     * @throws SuijiException if they do not fit the sources
     */
    public void checkContributions(Contributions contributions) {
        Calls.checkAgainst(json(), Calls.CONTRIBUTIONS, contributions.json());
    }

    @Override
    public String toString() {
        return "Commitment(" + digest() + ")";
    }

    /**
     * Writes {@code commitment.json}.
     *
     * @return the commitment as indented JSON
     */
    public String toJson() {
        return text();
    }
}
