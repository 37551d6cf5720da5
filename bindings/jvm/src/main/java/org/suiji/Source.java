package org.suiji;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A source of the seed (随机源). */
public final class Source extends SourceFields {
    private static final String QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    Source(Map<String, Object> fields) {
        super(fields);
    }

    private static Fields of(SourceKind kind, By by, String name) {
        return new Fields()
                .with("kind", kind)
                .with("by", Objects.requireNonNull(by, "by"))
                .with("name", Objects.requireNonNull(name, "name"));
    }

    /**
     * Creates a live source: its numbers are produced in public after sealing, such as throws of dice or the balls of a
     * lottery.
     *
     * @param by the kind of person who controls it, never the office
     * @param name the person or thing, by name
     * @param parts 1 to 20 parts, such as {@code Part.of(20, 1, 6)} for twenty throws of a die
     * @return the source
     */
    public static Source live(By by, String name, Part... parts) {
        return new Source(of(SourceKind.LIVE, by, name).with("parts", Arrays.asList(parts)).map());
    }

    /**
     * Creates a committed source: a person chooses its value in secret and commits to it before sealing.
     *
     * @param by who controls it
     * @param name the person, by name
     * @param commitment the result of {@link Contribution#commitment(Hash, String, String)}
     * @return the source
     */
    public static Source committed(By by, String name, String commitment) {
        Objects.requireNonNull(commitment, "commitment");
        return new Source(of(SourceKind.COMMITTED, by, name).with("commitment", commitment).map());
    }

    /**
     * Creates a source that is a round of the public randomness beacon drand (quicknet).
     *
     * @param name the name of the source
     * @param round the number of the round, which is published later than the sealing
     * @return the source
     */
    public static Source drand(String name, long round) {
        return new Source(of(SourceKind.DRAND, By.PUBLIC, name).with("chain", QUICKNET).with("round", round).map());
    }
}
