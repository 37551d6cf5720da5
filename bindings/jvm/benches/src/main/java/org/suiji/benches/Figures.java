package org.suiji.benches;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints the table: {@code Figures YARDSTICK PAIRS ROWS…}. */
final class Figures {
    private static final int WARM_UP = 6;

    private Figures() {}

    public static void main(String[] words) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(DrawBenchmark.class.getName())
                .param("yardstick", words[0])
                .param("rows", Arrays.copyOfRange(words, 2, words.length))
                .forks(1)
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(WARM_UP)
                .measurementIterations(Integer.parseInt(words[1]))
                .timeout(TimeValue.minutes(10))
                .shouldDoGC(true)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        System.out.println("|    rows | Java, ms | Rust, ms | Java / Rust |");
        System.out.println("|---------|----------|----------|-------------|");
        for (RunResult result : new Runner(options).run()) {
            Collection<IterationResult> pairs = result.getAggregatedResult().getIterationResults();
            double java = median(pairs, pair -> pair.getPrimaryResult().getScore() * 1e3);
            double rust = median(pairs, pair -> pair.getSecondaryResults().get("nanoseconds").getScore() / 1e6);
            String rows = result.getParams().getParam("rows");
            System.out.printf("| %7s | %8.1f | %8.1f | %11.2f |%n", rows, java, rust, java / rust);
        }
    }

    private static double median(Collection<IterationResult> pairs, ToDoubleFunction<IterationResult> time) {
        double[] times = pairs.stream().mapToDouble(time).sorted().toArray();
        return (times[(times.length - 1) / 2] + times[times.length / 2]) / 2;
    }
}
