package org.suiji;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The settings for sealing: hash suite, time, sources, secret, earlier commitments. Each {@code with} method returns a
new ceremony. */
public final class Ceremony extends CeremonyFields {
    private final List<Commitment> earlier;

    private Ceremony(byte[] json, List<Commitment> earlier) {
        super(json);
        this.earlier = earlier;
    }

    /**
     * Creates a ceremony with these sources.
     *
     * @param hash the hash suite
     * @param sources the sources, in order
     * @return the ceremony
     * @throws SuijiException if a source is invalid
     */
    public static Ceremony of(Hash hash, Source... sources) {
        return fromJson(Json.write(new Fields().with("hash", hash).with("sources", Arrays.asList(sources)).map()));
    }

    /**
     * Reads {@code ceremony.json}.
     *
     * @param json the document
     * @return the ceremony
     * @throws SuijiException with all faults of the document
     */
    public static Ceremony fromJson(byte[] json) {
        return new Ceremony(check(Calls.CEREMONY, json), Collections.emptyList());
    }

    /**
     * Reads {@code ceremony.json}.
     *
     * @param json the document
     * @return the ceremony
     * @throws SuijiException with all faults of the document
     */
    public static Ceremony fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    private Ceremony with(String field, Object value) {
        String changed = Json.write(fields().with(field, Objects.requireNonNull(value, field)).map());
        return new Ceremony(check(Calls.CEREMONY, Utf8.bytes(changed)), earlier);
    }

    private static <T> List<T> and(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(Objects.requireNonNull(one, "one"));
        return more;
    }

    /**
     * Sets the time of sealing. It is required. The day of sealing is the day in the written offset, so name the zone:
     * {@code OffsetDateTime.now(ZoneId.of("Asia/Shanghai"))}.
     *
     * @param time the time; fractions of a second are dropped
     * @return a new ceremony
     * @throws SuijiException if the time is out of range
     */
    public Ceremony withSealedAt(OffsetDateTime time) {
        return with("sealed_at", time);
    }

    /**
     * Blinds the commitment, so that nobody can guess rows of the tables from it.
     *
     * @param secret 32 random bytes, in hex, such as {@link Suiji#newSecret()} makes; keep it with the inputs
     * @return a new ceremony
     * @throws SuijiException if the secret is invalid
     */
    public Ceremony withSecret(String secret) {
        return with("secret", secret);
    }

    /**
     * Sets the authority's previous commitment, of any plan. Seal one commitment of an authority at a time, so that no
     * two commitments name the same one. With {@link #withEarlier(List)} sealing refuses a ceremony without it; whether it is the
     * right one is checked by a verification with the earlier commitments.
     *
     * @param commitment its digest
     * @return a new ceremony
     * @throws SuijiException if the digest is invalid
     */
    public Ceremony withPrevious(String commitment) {
        return with("previous", commitment);
    }

    /**
     * Adds an earlier commitment whose draw remains valid. This one is the next draw for the same task. Set
     * {@link #withPrevious(String)} before.
     *
     * @param earlier the earlier commitment
     * @return a new ceremony
     * @throws SuijiException if a digest is invalid
     */
    public Ceremony withFollowed(Followed earlier) {
        return with("follows", and(follows(), earlier));
    }

    /**
     * Adds an earlier commitment that this one replaces. Its draw no longer counts. Set {@link #withPrevious(String)}
     * before.
     *
     * @param earlier the earlier commitment
     * @return a new ceremony
     * @throws SuijiException if a part of it is invalid
     */
    public Ceremony withSuperseded(Superseded earlier) {
        return with("supersedes", and(supersedes(), earlier));
    }

    /**
     * Sets the earlier commitments that the office has. Sealing checks against them.
     *
     * @param commitments the earlier commitments
     * @return a new ceremony
     */
    public Ceremony withEarlier(List<Commitment> commitments) {
        return new Ceremony(json(), Collections.unmodifiableList(new ArrayList<>(commitments)));
    }

    /**
     * Gives a committed source its commitment, if it has none yet.
     *
     * @param source the number of the source, counted from 0
     * @param commitment the result of {@link Contribution#commitment(Hash, String, String)}
     * @return a new ceremony
     * @throws IndexOutOfBoundsException if there is no such source
     * @throws SuijiException if the source is not committed, or the commitment is invalid
     */
    public Ceremony withCommitment(int source, String commitment) {
        List<Source> changed = new ArrayList<>(sources());
        if (!changed.get(source).commitment().isPresent()) {
            changed.set(source, new Source(changed.get(source).fields().with("commitment", commitment).map()));
        }
        return with("sources", changed);
    }

    /**
     * Returns the secret.
     *
     * @return 64 hex digits, if the ceremony has a secret
     */
    public Optional<String> secret() {
        return fields().optionalText("secret");
    }

    /**
     * Writes {@code ceremony.json}, including the secret.
     *
     * @return the ceremony as indented JSON
     */
    public String toJsonWithSecret() {
        return text();
    }

    /** The earlier commitments as a JSON list, or null if there are none. */
    byte[] earlier() {
        String list = earlier.stream().map(Commitment::toJson).collect(Collectors.joining(",", "[", "]"));
        return earlier.isEmpty() ? null : Utf8.bytes(list);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && earlier.equals(((Ceremony) other).earlier);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Does not show the content, which includes the secret. */
    @Override
    public String toString() {
        return "Ceremony(…)";
    }
}
