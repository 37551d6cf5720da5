package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a verifier has beside the record; the more, the more is checked. Each {@code with} gives another value. */
public final class Evidence {
    private final Inputs inputs;
    private final Plan plan;
    private final Registry registry;
    private final Roster roster;
    private final History history;
    private final String secret;
    private final String sheet;
    private final List<Commitment> earlier;

    private Evidence(
            Inputs inputs, Plan plan, Registry registry, Roster roster, History history,
            String secret, String sheet, List<Commitment> earlier) {
        this.inputs = inputs;
        this.plan = plan;
        this.registry = registry;
        this.roster = roster;
        this.history = history;
        this.secret = secret;
        this.sheet = sheet;
        this.earlier = earlier;
    }

    /**
     * Nothing beside the record.
     *
     * @return no evidence
     */
    public static Evidence none() {
        return new Evidence(null, null, null, null, null, null, null, Collections.emptyList());
    }

    /**
     * All four inputs, as whoever sealed has them.
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
     * @return another value
     */
    public Evidence withPlan(Plan plan) {
        Objects.requireNonNull(plan);
        return new Evidence(inputs, plan, registry, roster, history, secret, sheet, earlier);
    }

    /**
     * Adds the registry.
     *
     * @param registry the registry
     * @return another value
     */
    public Evidence withRegistry(Registry registry) {
        Objects.requireNonNull(registry);
        return new Evidence(inputs, plan, registry, roster, history, secret, sheet, earlier);
    }

    /**
     * Adds the roster.
     *
     * @param roster the roster
     * @return another value
     */
    public Evidence withRoster(Roster roster) {
        Objects.requireNonNull(roster);
        return new Evidence(inputs, plan, registry, roster, history, secret, sheet, earlier);
    }

    /**
     * Adds the history.
     *
     * @param history the history
     * @return another value
     */
    public Evidence withHistory(History history) {
        Objects.requireNonNull(history);
        return new Evidence(inputs, plan, registry, roster, history, secret, sheet, earlier);
    }

    /**
     * Adds the secret of a blinded sheet.
     *
     * @param secret 64 digits in hex
     * @return another value
     */
    public Evidence withSecret(String secret) {
        Objects.requireNonNull(secret);
        return new Evidence(inputs, plan, registry, roster, history, secret, sheet, earlier);
    }

    /**
     * Adds the commitment digest that was made known before anything fell.
     *
     * @param digest 64 digits in hex
     * @return another value
     */
    public Evidence withSheet(String digest) {
        Objects.requireNonNull(digest);
        return new Evidence(inputs, plan, registry, roster, history, secret, digest, earlier);
    }

    /**
     * Gives the earlier sheets of the authority.
     *
     * @param sheets the sheets
     * @return another value
     */
    public Evidence withEarlier(List<Commitment> sheets) {
        List<Commitment> copy = Collections.unmodifiableList(new ArrayList<>(sheets));
        return new Evidence(inputs, plan, registry, roster, history, secret, sheet, copy);
    }

    org.suiji.kotlin.Evidence core(Call call) {
        return new org.suiji.kotlin.Evidence(
                call.holdOrNull(inputs),
                call.holdOrNull(plan),
                call.holdOrNull(registry),
                call.holdOrNull(roster),
                call.holdOrNull(history),
                secret,
                sheet,
                Values.list(earlier, call::hold));
    }
}
