package org.suiji;

import java.util.Arrays;

/** The contributions of all sources, in their order. */
public final class Contributions extends Native<org.suiji.kotlin.Contributions> {
    Contributions(org.suiji.kotlin.Contributions core) {
        super(core);
    }

    /**
     * These contributions.
     *
     * @param contributions one of each source, in the order of the sources
     * @return the contributions
     * @throws SuijiException where one has not the right form
     */
    public static Contributions of(Contribution... contributions) throws SuijiException {
        return Call.run(call -> new Contributions(new org.suiji.kotlin.Contributions(
                Values.list(Arrays.asList(contributions), Contribution::core))));
    }

    /**
     * Reads {@code contributions.json}, form only: whether they match the sources, {@link Sealed#check(Contributions)} says.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException every fault of the document
     */
    public static Contributions fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Contributions(org.suiji.kotlin.Contributions.Companion.fromJson(json)));
    }

    /**
     * Reads {@code contributions.json}.
     *
     * @param json the document
     * @return the contributions
     * @throws SuijiException every fault of the document
     */
    public static Contributions fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * The document.
     *
     * @return the contributions as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /** Without the values, which may still be secret. */
    @Override
    public String toString() {
        return "Contributions(…)";
    }
}
