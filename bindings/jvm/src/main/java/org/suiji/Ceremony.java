package org.suiji;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How inputs are sealed: hash suite, time, sources, secret, earlier commitments. Each {@code with} method returns a new ceremony. */
public final class Ceremony extends Native<org.suiji.kotlin.Ceremony> {
    Ceremony(org.suiji.kotlin.Ceremony core) {
        super(core);
    }

    /**
     * Creates a ceremony with these sources.
     *
     * @param hash the hash suite
     * @param sources the sources, in order
     * @return the ceremony
     * @throws SuijiException if a source is invalid
     */
    public static Ceremony of(Hash hash, Source... sources) throws SuijiException {
        return Call.run(call -> new Ceremony(new org.suiji.kotlin.Ceremony(
                hash.core(), Values.list(Arrays.asList(sources), Source::core))));
    }

    /**
     * Reads {@code ceremony.json}.
     *
     * @param json the document
     * @return the ceremony
     * @throws SuijiException with all faults of the document
     */
    public static Ceremony fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Ceremony(org.suiji.kotlin.Ceremony.Companion.fromJson(json)));
    }

    /**
     * Reads {@code ceremony.json}.
     *
     * @param json the document
     * @return the ceremony
     * @throws SuijiException with all faults of the document
     */
    public static Ceremony fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Sets the time of sealing. It is required.
     *
     * @param time the time; fractions of a second are dropped
     * @return a new ceremony
     * @throws SuijiException if the time is out of range
     */
    public Ceremony withSealedAt(OffsetDateTime time) throws SuijiException {
        String written = Values.time(time);
        return Call.run(call -> new Ceremony(call.hold(this).withSealedAt(written)));
    }

    /**
     * Blinds the commitment, so that nobody can guess rows of the tables from it.
     *
     * @param secret 32 random bytes, in hex; keep it with the inputs
     * @return a new ceremony
     * @throws SuijiException if the secret is invalid
     */
    public Ceremony withSecret(String secret) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).withSecret(secret)));
    }

    /**
     * Sets the authority's previous commitment, of any plan. Seal one commitment of an authority at a time, so that no two name the
     * same one; with {@link #withEarlier(List)} sealing checks this.
     *
     * @param commitment its digest
     * @return a new ceremony
     * @throws SuijiException if the digest is invalid
     */
    public Ceremony withPrevious(String commitment) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).withPrevious(commitment)));
    }

    /**
     * Adds an earlier commitment whose draw remains valid.
     *
     * @param commitment its digest
     * @param record the digest of its record
     * @return a new ceremony
     * @throws SuijiException if a digest is invalid
     */
    public Ceremony withFollowed(String commitment, String record) throws SuijiException {
        org.suiji.kotlin.Followed earlier = new org.suiji.kotlin.Followed(commitment, record);
        return Call.run(call -> new Ceremony(call.hold(this).withFollowed(earlier)));
    }

    /**
     * Adds an earlier commitment that this one replaces.
     *
     * @param earlier the earlier commitment
     * @return a new ceremony
     * @throws SuijiException if a part of it is invalid
     */
    public Ceremony withSuperseded(Superseded earlier) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).withSuperseded(earlier.core(call))));
    }

    /**
     * Sets the earlier commitments that the office has. Sealing checks against them.
     *
     * @param commitments the earlier commitments
     * @return a new ceremony
     */
    public Ceremony withEarlier(List<Commitment> commitments) {
        return Call.read(call -> new Ceremony(call.hold(this).withEarlier(Values.list(commitments, call::hold))));
    }

    /**
     * Gives a committed source its commitment, if it has none yet.
     *
     * @param source the number of the source, counted from 0
     * @param commitment the result of {@link Contribution#commitment(Hash, String, String)}
     * @return a new ceremony
     * @throws SuijiException if there is no such source, or the commitment is invalid
     */
    public Ceremony withCommitment(int source, String commitment) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).withCommitment(source, commitment)));
    }

    /**
     * Returns the secret.
     *
     * @return 64 hex digits, if the ceremony has a secret
     */
    public Optional<String> secret() {
        return Call.read(call -> Optional.ofNullable(call.hold(this).secret()));
    }

    /**
     * Writes {@code ceremony.json}, including the secret.
     *
     * @return the ceremony as indented JSON
     */
    public String toJsonWithSecret() {
        return Call.read(call -> call.hold(this).toJsonWithSecret());
    }

    /** Without the content, which includes the secret. */
    @Override
    String describe() {
        return "Ceremony(…)";
    }
}
