package org.suiji;

import java.util.Objects;
import java.util.Optional;

/** An earlier sheet that is replaced by a new one, which is never done in silence. */
public final class Superseded {
    private final String commitment;
    private final String reason;
    private final String approvedBy;
    private final String record;
    private final byte[] contributions;

    private Superseded(String commitment, String reason, String approvedBy, String record, byte[] contributions) {
        this.commitment = Objects.requireNonNull(commitment);
        this.reason = Objects.requireNonNull(reason);
        this.approvedBy = Objects.requireNonNull(approvedBy);
        this.record = record;
        this.contributions = contributions;
    }

    /**
     * A sheet that is replaced.
     *
     * @param commitment the digest of its commitment
     * @param reason why it is replaced
     * @param approvedBy who approved that
     * @return the sheet
     */
    public static Superseded of(String commitment, String reason, String approvedBy) {
        return new Superseded(commitment, reason, approvedBy, null, null);
    }

    /**
     * The same, where it was drawn.
     *
     * @param digest the digest of its record
     * @return another value
     */
    public Superseded withRecord(String digest) {
        return new Superseded(commitment, reason, approvedBy, Objects.requireNonNull(digest), contributions);
    }

    /**
     * The same, where something was already contributed to it.
     *
     * @param json a JSON document of what was contributed
     * @return another value
     */
    public Superseded withContributions(String json) {
        return new Superseded(commitment, reason, approvedBy, record, Values.utf8(json));
    }

    /**
     * The sheet that is replaced.
     *
     * @return the digest of its commitment
     */
    public String commitment() {
        return commitment;
    }

    /**
     * Why it is replaced.
     *
     * @return the reason
     */
    public String reason() {
        return reason;
    }

    /**
     * Who approved that.
     *
     * @return a name or an office
     */
    public String approvedBy() {
        return approvedBy;
    }

    /**
     * What was drawn from it.
     *
     * @return the digest of its record, where it was drawn
     */
    public Optional<String> record() {
        return Optional.ofNullable(record);
    }

    org.suiji.kotlin.Superseded core() {
        return new org.suiji.kotlin.Superseded(commitment, reason, approvedBy, record, contributions);
    }

    @Override
    public String toString() {
        return "Superseded(" + commitment + ")";
    }
}
