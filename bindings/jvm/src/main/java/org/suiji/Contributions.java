package org.suiji;

import java.util.Arrays;

/** The contributions of all sources to one commitment, in the order of the sources. */
public final class Contributions extends Native<org.suiji.kotlin.Contributions> {
    Contributions(org.suiji.kotlin.Contributions core) {
        super(core);
    }

    /**
     * Creates contributions.
     *
     * @param commitment the digest of the commitment to which they are made
     * @param contributions one for each source, in the order of the sources
     * @return the contributions
     * @throws SuijiException if one is invalid
     */
    public static Contributions of(String commitment, Contribution... contributions) throws SuijiException {
        return Call.run(call -> new Contributions(new org.suiji.kotlin.Contributions(
                commitment, Values.list(Arrays.asList(contributions), Contribution::core))));
    }

    /**
     * Reads {@code contributions.json}. Only the form is checked; {@link Sealed#checkContributions(Contributions)} checks them
     * against the sources.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException with all faults of the document
     */
    public static Contributions fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Contributions(org.suiji.kotlin.Contributions.Companion.fromJson(json)));
    }

    /**
     * Reads {@code contributions.json}.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException with all faults of the document
     */
    public static Contributions fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns the commitment to which they are made.
     *
     * @return the digest of the commitment
     */
    public String commitment() {
        return Call.read(call -> call.hold(this).commitment());
    }

    /**
     * Writes {@code contributions.json}.
     *
     * @return the contributions as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /** Without the values, which may still be secret. */
    @Override
    String describe() {
        return "Contributions(…)";
    }
}
