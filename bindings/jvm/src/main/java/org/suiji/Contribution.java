package org.suiji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The value of one source (取值). */
public final class Contribution {
    private final org.suiji.kotlin.Contribution core;

    Contribution(org.suiji.kotlin.Contribution core) {
        this.core = core;
    }

    /**
     * Creates the contribution of a live source with one part.
     *
     * @param numbers the numbers that fell, such as the throws of a die, in their order; those of a part without return in
     *     ascending order
     * @return the contribution
     */
    public static Contribution live(long... numbers) {
        return live(Collections.singletonList(Arrays.stream(numbers).boxed().collect(Collectors.toList())));
    }

    /**
     * Creates the contribution of a live source. {@link Commitment#arrange(int, long...)} makes it of numbers in the order in which
     * they fell.
     *
     * @param parts for each part the numbers that fell, in their order; those of a part without return in ascending order
     * @return the contribution
     */
    public static Contribution live(List<List<Long>> parts) {
        return new Contribution(new org.suiji.kotlin.Contribution.Live(Values.list(parts, ArrayList::new)));
    }

    /**
     * Creates the contribution of a committed source.
     *
     * @param nonce the 32 random bytes of its commitment, in hex
     * @param value the secret value
     * @return the contribution
     */
    public static Contribution committed(String nonce, String value) {
        return new Contribution(new org.suiji.kotlin.Contribution.Committed(
                Objects.requireNonNull(nonce), Objects.requireNonNull(value)));
    }

    /**
     * Computes the commitment to a value, for {@link Source#committed(By, String, String)}. The source needs it before sealing.
     *
     * @param hash the hash suite of the ceremony
     * @param nonce 32 random bytes, in hex, that only the person who chooses the value knows
     * @param value the value
     * @return 64 hex digits
     * @throws SuijiException if the nonce is invalid
     */
    public static String commitment(Hash hash, String nonce, String value) throws SuijiException {
        return Call.run(call -> org.suiji.kotlin.SuijiKt.commitmentOf(hash.core(), nonce, value));
    }

    org.suiji.kotlin.Contribution core() {
        return core;
    }

    /** Without the value, which may still be secret. */
    @Override
    public String toString() {
        return "Contribution(…)";
    }
}
