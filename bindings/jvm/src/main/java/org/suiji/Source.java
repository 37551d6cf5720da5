package org.suiji;

import java.util.Arrays;
import java.util.Objects;

/** A source of the seed (随机源). */
public final class Source {
    private final org.suiji.kotlin.Source core;

    private Source(org.suiji.kotlin.Source core) {
        this.core = core;
    }

    /**
     * Creates a live source: its numbers fall in public after sealing, such as throws of dice or the balls of a lottery.
     *
     * @param by who controls it, never the office
     * @param name the person or thing, by name
     * @param parts what falls, 1 to 20 parts, such as {@code Part.of(20, 1, 6)} for twenty throws of a die
     * @return the source
     */
    public static Source live(By by, String name, Part... parts) {
        return new Source(new org.suiji.kotlin.Source.Live(
                by.core(), Objects.requireNonNull(name), Values.list(Arrays.asList(parts), Part::core)));
    }

    /**
     * Creates a committed source: somebody chooses its value in secret and commits to it before sealing.
     *
     * @param by who controls it
     * @param name the person, by name
     * @param commitment the result of {@link Contribution#commitment(Hash, String, String)}
     * @return the source
     */
    public static Source committed(By by, String name, String commitment) {
        return new Source(new org.suiji.kotlin.Source.Committed(
                by.core(), Objects.requireNonNull(name), Objects.requireNonNull(commitment)));
    }

    org.suiji.kotlin.Source core() {
        return core;
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
