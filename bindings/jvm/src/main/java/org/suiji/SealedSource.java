package org.suiji;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A source of the seed, as a commitment contains it. */
public final class SealedSource {
    private final org.suiji.kotlin.SealedSource core;

    SealedSource(org.suiji.kotlin.SealedSource core) {
        this.core = core;
    }

    /**
     * Returns the kind.
     *
     * @return {@code committed}, {@code live} or {@code drand}
     */
    public String kind() {
        return core.getKind();
    }

    /**
     * Returns who controls it.
     *
     * @return {@code office}, {@code witness} or {@code public}
     */
    public String by() {
        return core.getBy();
    }

    /**
     * Returns its name.
     *
     * @return the person or thing, by name
     */
    public String name() {
        return core.getName();
    }

    /**
     * Returns the commitment of a committed source.
     *
     * @return 64 hex digits, if the source is committed
     */
    public Optional<String> commitment() {
        return Optional.ofNullable(core.getCommitment());
    }

    /**
     * Returns what falls in a live source.
     *
     * @return the parts; empty if the source is not live
     */
    public List<Part> parts() {
        return Values.list(core.getParts(), Part::new);
    }

    /**
     * Returns the round of a drand source.
     *
     * @return the number of the round, if it is a drand source
     */
    public OptionalLong round() {
        return Values.optional(core.getRound());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
