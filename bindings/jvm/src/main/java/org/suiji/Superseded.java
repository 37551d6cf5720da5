package org.suiji;

import java.util.Objects;
import java.util.Optional;

/** An earlier commitment that a new one replaces. The new commitment names it and the reason. */
public final class Superseded {
    private final String commitment;
    private final String reason;
    private final String approvedBy;
    private final String record;
    private final PartialContributions contributions;

    private Superseded(
            String commitment, String reason, String approvedBy, String record, PartialContributions contributions) {
        this.commitment = Objects.requireNonNull(commitment);
        this.reason = Objects.requireNonNull(reason);
        this.approvedBy = Objects.requireNonNull(approvedBy);
        this.record = record;
        this.contributions = contributions;
    }

    /**
     * Creates a reference to the earlier commitment.
     *
     * @param commitment its digest
     * @param reason why it is replaced
     * @param approvedBy who approved the replacement
     * @return the reference
     */
    public static Superseded of(String commitment, String reason, String approvedBy) {
        return new Superseded(commitment, reason, approvedBy, null, null);
    }

    /**
     * Adds the record, if the earlier commitment was drawn.
     *
     * @param digest the digest of the record
     * @return a new reference
     */
    public Superseded withRecord(String digest) {
        return new Superseded(commitment, reason, approvedBy, Objects.requireNonNull(digest), contributions);
    }

    /**
     * Adds the contributions already made, if the earlier commitment was not drawn.
     *
     * @param contributions the contributions; {@link PartialContributions#ofAll(Contributions)} if all were made
     * @return a new reference
     */
    public Superseded withContributions(PartialContributions contributions) {
        return new Superseded(commitment, reason, approvedBy, record, Objects.requireNonNull(contributions));
    }

    /**
     * Returns the earlier commitment.
     *
     * @return its digest
     */
    public String commitment() {
        return commitment;
    }

    /**
     * Returns why it is replaced.
     *
     * @return the reason
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns who approved the replacement.
     *
     * @return a person or an office
     */
    public String approvedBy() {
        return approvedBy;
    }

    /**
     * Returns the record.
     *
     * @return the digest of the record, if the earlier commitment was drawn
     */
    public Optional<String> record() {
        return Optional.ofNullable(record);
    }

    org.suiji.kotlin.Superseded core(Call call) {
        return new org.suiji.kotlin.Superseded(
                commitment, reason, approvedBy, record, call.holdOrNull(contributions));
    }

    @Override
    public String toString() {
        return "Superseded(" + commitment + ")";
    }
}
