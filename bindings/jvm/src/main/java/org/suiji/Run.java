package org.suiji;

import java.util.Objects;

/** How a long step is run: threads, progress, cancelling. It cannot change a result. */
public final class Run {
    private static final Run DEFAULT = new Run(1, null);

    private final int threads;
    private final ProgressListener listener;

    private Run(int threads, ProgressListener listener) {
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * The run of the calls that name none.
     *
     * @return the calling thread alone, in silence
     */
    public static Run standard() {
        return DEFAULT;
    }

    /**
     * The same on more threads.
     *
     * @param threads how many threads may be used for reading, frames, hashing and tickets; less than 2 is the calling one alone
     * @return another run
     */
    public Run threads(int threads) {
        return new Run(threads, listener);
    }

    /**
     * The same with a listener.
     *
     * @param listener is told of progress and may cancel; what it throws is thrown out of the call
     * @return another run
     */
    public Run onProgress(ProgressListener listener) {
        return new Run(threads, Objects.requireNonNull(listener));
    }

    int threads() {
        return threads;
    }

    Watching watching() {
        return listener == null ? null : new Watching(listener);
    }
}
