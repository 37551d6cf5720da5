package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a verifier has in addition to the record. More evidence allows more checks. Each {@code with} method returns new evidence.
 */
public final class Evidence {
    private final Fields fields;

    private Evidence(Fields fields) {
        this.fields = fields;
    }

    /** The fields; they change only before there is evidence of them. */
    private static final class Fields implements Cloneable {
        private Inputs inputs;
        private Plan plan;
        private Registry registry;
        private Roster roster;
        private History history;
        private String secret;
        private String commitment;
        private String record;
        private Contributions contributions;
        private Amendments amendments;
        private PublicForm publicForm;
        private List<Commitment> earlier = Collections.emptyList();

        Fields copy() {
            try {
                return (Fields) clone();
            } catch (CloneNotSupportedException never) {
                throw new AssertionError(never);
            }
        }
    }

    private Evidence with(Object value, Consumer<Fields> change) {
        Objects.requireNonNull(value);
        Fields changed = fields.copy();
        change.accept(changed);
        return new Evidence(changed);
    }

    /**
     * Creates empty evidence.
     *
     * @return evidence without content
     */
    public static Evidence none() {
        return new Evidence(new Fields());
    }

    /**
     * Creates evidence of all four inputs.
     *
     * @param inputs the inputs
     * @return the evidence
     */
    public static Evidence of(Inputs inputs) {
        return none().with(inputs, fields -> fields.inputs = inputs);
    }

    /**
     * Adds the plan.
     *
     * @param plan the plan
     * @return new evidence
     */
    public Evidence withPlan(Plan plan) {
        return with(plan, fields -> fields.plan = plan);
    }

    /**
     * Adds the registry.
     *
     * @param registry the registry
     * @return new evidence
     */
    public Evidence withRegistry(Registry registry) {
        return with(registry, fields -> fields.registry = registry);
    }

    /**
     * Adds the roster.
     *
     * @param roster the roster
     * @return new evidence
     */
    public Evidence withRoster(Roster roster) {
        return with(roster, fields -> fields.roster = roster);
    }

    /**
     * Adds the history.
     *
     * @param history the history
     * @return new evidence
     */
    public Evidence withHistory(History history) {
        return with(history, fields -> fields.history = history);
    }

    /**
     * Adds the secret of a blinded commitment.
     *
     * @param secret 64 hex digits
     * @return new evidence
     */
    public Evidence withSecret(String secret) {
        return with(secret, fields -> fields.secret = secret);
    }

    /**
     * Adds the digest of the commitment that was published before the seed existed.
     *
     * @param digest 64 hex digits
     * @return new evidence
     */
    public Evidence withCommitment(String digest) {
        return with(digest, fields -> fields.commitment = digest);
    }

    /**
     * Adds the digest of the record that was noted when it was read out.
     *
     * @param digest 64 hex digits
     * @return new evidence
     */
    public Evidence withRecord(String digest) {
        return with(digest, fields -> fields.record = digest);
    }

    /**
     * Adds the contributions that were noted when they were made.
     *
     * @param contributions the contributions
     * @return new evidence
     */
    public Evidence withContributions(Contributions contributions) {
        return with(contributions, fields -> fields.contributions = contributions);
    }

    /**
     * Adds the amendments to the record. Each of them is checked.
     *
     * @param amendments the amendments
     * @return new evidence
     */
    public Evidence withAmendments(Amendments amendments) {
        return with(amendments, fields -> fields.amendments = amendments);
    }

    /**
     * Adds the public form that was published. It is compared with the record.
     *
     * @param publicForm the public form
     * @return new evidence
     */
    public Evidence withPublicForm(PublicForm publicForm) {
        return with(publicForm, fields -> fields.publicForm = publicForm);
    }

    /**
     * Sets the earlier commitments of the authority.
     *
     * @param commitments the earlier commitments
     * @return new evidence
     */
    public Evidence withEarlier(List<Commitment> commitments) {
        List<Commitment> copy = Collections.unmodifiableList(new ArrayList<>(commitments));
        return with(copy, fields -> fields.earlier = copy);
    }

    org.suiji.kotlin.Evidence core(Call call) {
        return new org.suiji.kotlin.Evidence(
                call.holdOrNull(fields.inputs),
                call.holdOrNull(fields.plan),
                call.holdOrNull(fields.registry),
                call.holdOrNull(fields.roster),
                call.holdOrNull(fields.history),
                fields.secret,
                fields.commitment,
                fields.record,
                call.holdOrNull(fields.contributions),
                call.holdOrNull(fields.amendments),
                call.holdOrNull(fields.publicForm),
                Values.list(fields.earlier, call::hold));
    }
}
