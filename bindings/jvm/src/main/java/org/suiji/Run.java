package org.suiji;

import java.util.Objects;
import org.suiji.internal.Watch;

/** Threads and progress reports of a call. They cannot change its result. */
public final class Run {
    private static final Run DEFAULT = new Run(1, null);

    private final int threads;
    private final ProgressListener listener;

    private Run(int threads, ProgressListener listener) {
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Returns the default run. In Rust it is {@code default}, which is a keyword in Java.
     *
     * @return a run that uses only the calling thread and reports nothing
     */
    public static Run standard() {
        return DEFAULT;
    }

    /**
     * Sets the number of threads for reading, frames, hashing and tickets.
     *
     * @param threads the number of threads, including the calling thread; fewer than 2 means only the calling thread
     * @return a new run
     */
    public Run threads(int threads) {
        return new Run(threads, listener);
    }

    /**
     * Sets a listener.
     *
     * @param listener receives progress reports and can cancel the call; an exception of the listener is also thrown
     * by the call
     * @return a new run
     */
    public Run onProgress(ProgressListener listener) {
        return new Run(threads, Objects.requireNonNull(listener, "listener"));
    }

    int threads() {
        return threads;
    }

    Watch watch() {
        ProgressListener to = listener;
        return to == null ? null : (stage, done, total) -> to.onProgress(new Progress(stage, done, total));
    }
}
