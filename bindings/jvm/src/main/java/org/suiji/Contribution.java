package org.suiji;

import java.util.Objects;

/** What one source gave. */
public final class Contribution {
    private final org.suiji.kotlin.Contribution core;

    private Contribution(org.suiji.kotlin.Contribution core) {
        this.core = core;
    }

    /**
     * What fell.
     *
     * @param value the characters
     * @return the contribution
     */
    public static Contribution live(String value) {
        return new Contribution(new org.suiji.kotlin.Contribution.Live(Objects.requireNonNull(value)));
    }

    /**
     * The secret that a committed source had chosen.
     *
     * @param nonce its 32 random bytes, in hex
     * @param value the value
     * @return the contribution
     */
    public static Contribution committed(String nonce, String value) {
        return new Contribution(new org.suiji.kotlin.Contribution.Committed(
                Objects.requireNonNull(nonce), Objects.requireNonNull(value)));
    }

    /**
     * The commitment to a value, for {@link Source#committed(By, String, String)}: made before sealing, opened after it.
     *
     * @param hash the sheet's hash suite
     * @param nonce 32 random bytes, in hex, that only the one who chooses knows
     * @param value the value
     * @return 64 digits in hex
     * @throws SuijiException where the nonce has not the right form
     */
    public static String commitment(Hash hash, String nonce, String value) throws SuijiException {
        return Call.run(call -> org.suiji.kotlin.SuijiKt.commitmentOf(hash.core(), nonce, value));
    }

    org.suiji.kotlin.Contribution core() {
        return core;
    }

    /** Without the value, which is secret until it is given. */
    @Override
    public String toString() {
        return "Contribution(…)";
    }
}
