package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a verifier has in addition to the record. More evidence allows more checks. Each {@code with} method returns new evidence.
 */
public final class Evidence {
    private final Inputs inputs;
    private final Plan plan;
    private final Registry registry;
    private final Roster roster;
    private final History history;
    private final String secret;
    private final String commitment;
    private final List<Commitment> earlier;

    private Evidence(
            Inputs inputs, Plan plan, Registry registry, Roster roster, History history,
            String secret, String commitment, List<Commitment> earlier) {
        this.inputs = inputs;
        this.plan = plan;
        this.registry = registry;
        this.roster = roster;
        this.history = history;
        this.secret = secret;
        this.commitment = commitment;
        this.earlier = earlier;
    }

    /**
     * Creates empty evidence.
     *
     * @return evidence without content
     */
    public static Evidence none() {
        return new Evidence(null, null, null, null, null, null, null, Collections.emptyList());
    }

    /**
     * Creates evidence of all four inputs.
     *
     * @param inputs the inputs
     * @return the evidence
     */
    public static Evidence of(Inputs inputs) {
        return new Evidence(
                Objects.requireNonNull(inputs), null, null, null, null, null, null, Collections.emptyList());
    }

    /**
     * Adds the plan.
     *
     * @param plan the plan
     * @return new evidence
     */
    public Evidence withPlan(Plan plan) {
        Objects.requireNonNull(plan);
        return new Evidence(inputs, plan, registry, roster, history, secret, commitment, earlier);
    }

    /**
     * Adds the registry.
     *
     * @param registry the registry
     * @return new evidence
     */
    public Evidence withRegistry(Registry registry) {
        Objects.requireNonNull(registry);
        return new Evidence(inputs, plan, registry, roster, history, secret, commitment, earlier);
    }

    /**
     * Adds the roster.
     *
     * @param roster the roster
     * @return new evidence
     */
    public Evidence withRoster(Roster roster) {
        Objects.requireNonNull(roster);
        return new Evidence(inputs, plan, registry, roster, history, secret, commitment, earlier);
    }

    /**
     * Adds the history.
     *
     * @param history the history
     * @return new evidence
     */
    public Evidence withHistory(History history) {
        Objects.requireNonNull(history);
        return new Evidence(inputs, plan, registry, roster, history, secret, commitment, earlier);
    }

    /**
     * Adds the secret of a blinded commitment.
     *
     * @param secret 64 hex digits
     * @return new evidence
     */
    public Evidence withSecret(String secret) {
        Objects.requireNonNull(secret);
        return new Evidence(inputs, plan, registry, roster, history, secret, commitment, earlier);
    }

    /**
     * Adds the digest of the commitment that was published before the seed existed.
     *
     * @param digest 64 hex digits
     * @return new evidence
     */
    public Evidence withCommitment(String digest) {
        Objects.requireNonNull(digest);
        return new Evidence(inputs, plan, registry, roster, history, secret, digest, earlier);
    }

    /**
     * Sets the earlier commitments of the authority.
     *
     * @param commitments the earlier commitments
     * @return new evidence
     */
    public Evidence withEarlier(List<Commitment> commitments) {
        List<Commitment> copy = Collections.unmodifiableList(new ArrayList<>(commitments));
        return new Evidence(inputs, plan, registry, roster, history, secret, commitment, copy);
    }

    org.suiji.kotlin.Evidence core(Call call) {
        return new org.suiji.kotlin.Evidence(
                call.holdOrNull(inputs),
                call.holdOrNull(plan),
                call.holdOrNull(registry),
                call.holdOrNull(roster),
                call.holdOrNull(history),
                secret,
                commitment,
                Values.list(earlier, call::hold));
    }
}
