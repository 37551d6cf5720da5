package org.suiji;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.suiji.internal.Calls;
import org.suiji.internal.Utf8;

/** The value of one source (取值). */
public final class Contribution extends ContributionFields {
    Contribution(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Creates the contribution of a live source with one part.
     *
     * @param numbers the numbers that fell, such as the throws of a die, in their order; those of a part without
     * replacement in ascending order
     * @return the contribution
     */
    public static Contribution live(long... numbers) {
        return live(Collections.singletonList(Arrays.stream(numbers).boxed().collect(Collectors.toList())));
    }

    /**
     * Creates the contribution of a live source. {@link Commitment#arrange(int, long...)} makes it from numbers in the
     * order in which they fell.
     *
     * @param parts for each part the numbers that fell, in their order; those of a part without replacement in
     * ascending order
     * @return the contribution
     */
    public static Contribution live(List<List<Long>> parts) {
        return new Contribution(new Fields().with("kind", ContributionKind.LIVE).with("numbers", parts).map());
    }

    /**
     * Creates the contribution of a committed source.
     *
     * @param nonce the nonce of its commitment, in hex
     * @param value the chosen value
     * @return the contribution
     */
    public static Contribution committed(String nonce, String value) {
        return new Contribution(new Fields()
                .with("kind", ContributionKind.COMMITTED)
                .with("nonce", Objects.requireNonNull(nonce, "nonce"))
                .with("value", Objects.requireNonNull(value, "value"))
                .map());
    }

    /**
     * Creates the contribution of a round of drand.
     *
     * @param signature the signature of the round, 96 hex digits
     * @return the contribution
     */
    public static Contribution drand(String signature) {
        return new Contribution(new Fields()
                .with("kind", ContributionKind.DRAND)
                .with("signature", Objects.requireNonNull(signature, "signature"))
                .map());
    }

    /**
     * Returns the commitment to a value, for {@link Source#committed(By, String, String)}.
     *
     * @param hash the hash suite of the ceremony
     * @param nonce 32 random bytes in hex, such as {@link Suiji#newSecret()} makes; keep them secret until the draw
     * @param value the chosen value
     * @return 64 hex digits
     * @throws SuijiException if the nonce or the value is invalid
     */
    public static String commitment(Hash hash, String nonce, String value) {
        return Utf8.text(Calls.commitmentOf(hash.ordinal() + 1, Utf8.bytes(nonce), Utf8.bytes(value)));
    }

    /** Does not show the value, which may still be secret. */
    @Override
    public String toString() {
        return "Contribution(…)";
    }
}
