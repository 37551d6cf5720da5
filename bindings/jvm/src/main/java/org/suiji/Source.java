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
     * A value that falls in public: so many characters out of some.
     *
     * @param by in whose hand it is
     * @param name who or what exactly
     * @param symbols the characters that can fall, ascending, such as {@code 123456}
     * @param length how many fall
     * @return the source
     */
    public static Source live(By by, String name, String symbols, long length) {
        return live(by, name, symbols, length, OptionalLong.empty());
    }

    /**
     * A value that falls in public, where not every value can fall: the numbers of a lottery, for one.
     *
     * @param by in whose hand it is
     * @param name who or what exactly
     * @param symbols the characters that can fall, ascending
     * @param length how many fall
     * @param outcomes how many values can fall
     * @return the source
     */
    public static Source live(By by, String name, String symbols, long length, OptionalLong outcomes) {
        Long many = outcomes.isPresent() ? outcomes.getAsLong() : null;
        return new Source(new org.suiji.kotlin.Source.Live(
                by.core(), Objects.requireNonNull(name), Objects.requireNonNull(symbols), length, many));
    }

    /**
     * A secret that somebody has chosen and committed to.
     *
     * @param by in whose hand it is
     * @param name who exactly
     * @param commitment as {@link Contribution#commitment(Hash, String, String)} makes it
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
