package org.suiji.benches;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** The program in Rust that does the same, in a process of its own, one turn for each line that it is given. */
final class Yardstick implements AutoCloseable {
    private final Process process;
    private final PrintStream turns;
    private final BufferedReader told;

    Yardstick(String program, int rows, String... documents) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program, Integer.toString(rows));
        builder.command().addAll(java.util.List.of(documents));
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        turns = new PrintStream(process.getOutputStream(), true);
        told = process.inputReader();
    }

    record Turn(long nanoseconds, String digest) {}

    Turn turn() throws IOException {
        turns.println();
        String line = told.readLine();
        if (line == null) {
            throw new IOException("the yardstick has ended");
        }
        String[] words = line.split(" ");
        return new Turn(Long.parseLong(words[0]), words[1]);
    }

    /** Without a further line it ends by itself. */
    @Override
    public void close() {
        turns.close();
    }
}
