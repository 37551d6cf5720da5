package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Utf8;

/**
 * The evidence of a verifier in addition to the record. More evidence allows more checks. Each {@code with} method
 * returns new evidence.
 */
public final class Evidence {
    private final List<Consumer<Handle>> items;

    private Evidence(List<Consumer<Handle>> items) {
        this.items = items;
    }

    /** Adds an item. It is used during the verification, so it must still be open then. Later evidence replaces earlier
    evidence of the same kind. */
    private Evidence with(Consumer<Handle> item) {
        List<Consumer<Handle>> more = new ArrayList<>(items);
        more.add(item);
        return new Evidence(Collections.unmodifiableList(more));
    }

    private Evidence with(String name, NativeObject item) {
        Objects.requireNonNull(item, name);
        return with(evidence -> Calls.evidenceAdd(evidence, item.handle()));
    }

    private Evidence with(int kind, byte[] document) {
        return with(evidence -> Calls.evidenceAddDocument(evidence, kind, document));
    }

    private Evidence with(int kind, String text) {
        return with(kind, Utf8.bytes(Objects.requireNonNull(text, "text")));
    }

    /**
     * Creates empty evidence.
     *
     * @return evidence without content
     */
    public static Evidence none() {
        return new Evidence(Collections.emptyList());
    }

    /**
     * Creates evidence of all four inputs.
     *
     * @param inputs the inputs
     * @return the evidence
     */
    public static Evidence of(Inputs inputs) {
        return none().with("inputs", inputs);
    }

    /**
     * Adds the plan.
     *
     * @param plan the plan
     * @return new evidence
     */
    public Evidence withPlan(Plan plan) {
        return with(Calls.PLAN, plan.json());
    }

    /**
     * Adds the registry.
     *
     * @param registry the registry
     * @return new evidence
     */
    public Evidence withRegistry(Registry registry) {
        return with("registry", registry);
    }

    /**
     * Adds the roster.
     *
     * @param roster the roster
     * @return new evidence
     */
    public Evidence withRoster(Roster roster) {
        return with("roster", roster);
    }

    /**
     * Adds the history.
     *
     * @param history the history
     * @return new evidence
     */
    public Evidence withHistory(History history) {
        return with("history", history);
    }

    /**
     * Adds the secret of a blinded commitment.
     *
     * @param secret 64 hex digits
     * @return new evidence
     */
    public Evidence withSecret(String secret) {
        return with(Calls.SECRET, secret);
    }

    /**
     * Adds the digest of the commitment that was published before the seed existed.
     *
     * @param digest 64 hex digits
     * @return new evidence
     */
    public Evidence withCommitment(String digest) {
        return with(Calls.DIGEST, digest);
    }

    /**
     * Adds the digest of the record that was noted when it was read out.
     *
     * @param digest 64 hex digits
     * @return new evidence
     */
    public Evidence withRecord(String digest) {
        return with(Calls.RECORD, digest);
    }

    /**
     * Adds the contributions that were noted when they were made.
     *
     * @param contributions the contributions
     * @return new evidence
     */
    public Evidence withContributions(Contributions contributions) {
        return with(Calls.CONTRIBUTIONS, contributions.json());
    }

    /**
     * Adds the amendments to the record. Each of them is checked.
     *
     * @param amendments the amendments
     * @return new evidence
     */
    public Evidence withAmendments(Amendments amendments) {
        return with(Calls.AMENDMENTS, amendments.json());
    }

    /**
     * Adds the public form that was published. It is compared with the record.
     *
     * @param publicForm the public form
     * @return new evidence
     */
    public Evidence withPublicForm(PublicForm publicForm) {
        Objects.requireNonNull(publicForm, "publicForm");
        return with(evidence -> Calls.evidenceAdd(evidence, publicForm.handle()));
    }

    /**
     * Adds earlier commitments of the authority.
     *
     * @param commitments the earlier commitments
     * @return new evidence
     */
    public Evidence withEarlier(List<Commitment> commitments) {
        Evidence more = this;
        for (Commitment commitment : commitments) {
            more = more.with(Calls.COMMITMENT, Misuse.present("commitments", commitment).json());
        }
        return more;
    }

    Report verify(Handle recordOrPublicForm, Run run) {
        Handle evidence = new Handle(Calls.evidenceNew());
        try {
            items.forEach(item -> item.accept(evidence));
            return new Report(new Handle(Calls.verify(recordOrPublicForm, evidence, run.threads(), run.watch())));
        } finally {
            evidence.close();
        }
    }
}
