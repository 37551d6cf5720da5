package org.suiji.benches;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** The Rust program that makes the same draw, in a separate process: one turn for each line of its input. */
final class Yardstick implements AutoCloseable {
    private final Process process;
    private final PrintStream turns;
    private final BufferedReader results;

    Yardstick(String program, int rows, String... documents) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program, Integer.toString(rows));
        builder.command().addAll(java.util.List.of(documents));
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        turns = new PrintStream(process.getOutputStream(), true);
        results = process.inputReader();
    }

    record Turn(long nanoseconds, String digest) {}

    Turn turn() throws IOException {
        turns.println();
        String line = results.readLine();
        if (line == null) {
            throw new IOException("the yardstick ended unexpectedly");
        }
        String[] words = line.split(" ");
        return new Turn(Long.parseLong(words[0]), words[1]);
    }

    /** Ends the process, which stops at the end of its input. */
    @Override
    public void close() {
        turns.close();
    }
}
