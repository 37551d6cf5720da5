package org.suiji.benches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contribution;
import org.suiji.Contributions;
import org.suiji.DrawRecord;
import org.suiji.History;
import org.suiji.Inputs;
import org.suiji.Plan;
import org.suiji.Registry;
import org.suiji.Roster;
import org.suiji.Sealed;
import org.suiji.Suiji;
import org.suiji.TableBuilder;

/**
 * Measures a draw in Java, from rows to record, against the same draw in Rust. JMH measures one call. The yardstick, a
 * Rust program, runs just before or just after it, alternately.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class DrawBenchmark {
    private static final String PLAN = "{\"title\": \"样例抽查计划\", \"authority\": \"样例县工信局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"双随机抽查\", \"quota\": {\"exactly\": \"5%\"}}]}";
    private static final String CEREMONY = "{\"hash\": \"sha256\", \"sealed_at\": \"2024-09-02T09:00:00+08:00\", \"sources\":"
            + " [{\"kind\": \"live\", \"by\": \"witness\", \"name\": \"掷骰二十次\", \"parts\": [{\"count\": 20, \"from\": 1, \"to\": 6}]}]}";
    /** The throws of the die. */
    private static final long[] THROWN = {3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1};
    private static final byte[] NONE = "".getBytes(StandardCharsets.UTF_8);

    /** The number of firms. */
    @Param("1000")
    public int rows;

    /** The path of the yardstick. */
    @Param("")
    public String yardstick;

    private Firms firms;
    private Yardstick rust;
    private Yardstick.Turn turn;
    private String digest;
    private boolean rustFirst;

    /** The time of the yardstick, as a result of the same iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Rust {
        /** Nanoseconds of one turn. */
        public long nanoseconds;
    }

    @Setup
    public void begin() throws IOException {
        firms = Firms.of(rows);
        String thrown = Arrays.stream(THROWN).mapToObj(Long::toString).collect(Collectors.joining(","));
        rust = new Yardstick(yardstick, rows, PLAN, CEREMONY, thrown);
    }

    @TearDown
    public void end() {
        rust.close();
    }

    @Setup(Level.Iteration)
    public void before() throws IOException {
        rustFirst = !rustFirst;
        if (rustFirst) {
            turn = rust.turn();
        }
    }

    @TearDown(Level.Iteration)
    public void after(Rust result) throws IOException {
        if (!rustFirst) {
            turn = rust.turn();
        }
        if (!turn.digest().equals(digest)) {
            throw new IllegalStateException("Java and Rust gave different records: " + digest + " and " + turn.digest());
        }
        result.nanoseconds = turn.nanoseconds();
    }

    @Benchmark
    public String draw() {
        try (Registry registry = registry();
                Roster roster = Roster.fromJsonLines(NONE);
                History history = History.fromJsonLines(NONE);
                Inputs inputs = Inputs.of(Plan.fromJson(PLAN), registry, roster, history);
                Sealed sealed = Suiji.seal(inputs, Ceremony.fromJson(CEREMONY));
                DrawRecord record = sealed.draw(thrown(sealed.commitment()))) {
            digest = record.digest();
            return digest;
        }
    }

    private static Contributions thrown(Commitment commitment) {
        return Contributions.of(commitment.digest(), Contribution.live(THROWN));
    }

    private Registry registry() {
        try (TableBuilder<Registry> builder = Registry.builder()) {
            for (int row = 0; row < firms.size(); row++) {
                builder.row()
                        .text("id", firms.ids()[row])
                        .text("name", firms.names()[row])
                        .text("class", firms.classes()[row])
                        .text("district", firms.districts()[row]);
            }
            return builder.finish();
        }
    }
}
