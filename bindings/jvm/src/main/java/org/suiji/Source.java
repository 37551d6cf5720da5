package org.suiji;

import java.util.Objects;
import java.util.OptionalLong;

/** A source of the seed (随机源). */
public final class Source {
    private final org.suiji.kotlin.Source core;

    private Source(org.suiji.kotlin.Source core) {
        this.core = core;
    }

    /**
     * Creates a live source: its value is produced in public after sealing, such as throws of dice.
     *
     * @param by who controls it
     * @param name the person or thing, by name
     * @param symbols the characters that can occur, in ascending order, such as {@code 123456}
     * @param length how many characters the value has
     * @return the source
     */
    public static Source live(By by, String name, String symbols, long length) {
        return live(by, name, symbols, length, OptionalLong.empty());
    }

    /**
     * Creates a live source for which only some values are possible, such as the numbers of a lottery.
     *
     * @param by who controls it
     * @param name the person or thing, by name
     * @param symbols the characters that can occur, in ascending order
     * @param length how many characters the value has
     * @param outcomes how many values are possible
     * @return the source
     */
    public static Source live(By by, String name, String symbols, long length, OptionalLong outcomes) {
        Long many = outcomes.isPresent() ? outcomes.getAsLong() : null;
        return new Source(new org.suiji.kotlin.Source.Live(
                by.core(), Objects.requireNonNull(name), Objects.requireNonNull(symbols), length, many));
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
