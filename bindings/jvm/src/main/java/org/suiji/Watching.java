package org.suiji;

import org.suiji.kotlin.Flow;

/** Passes progress on to a listener; what the listener throws cancels the call and is thrown out of it. */
final class Watching implements org.suiji.kotlin.Watch {
    private final ProgressListener listener;
    private Throwable thrown;

    Watching(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public Flow onProgress(org.suiji.kotlin.Progress progress) {
        try {
            return listener.onProgress(new Progress(progress)) ? Flow.CONTINUE : Flow.STOP;
        } catch (RuntimeException | Error error) {
            thrown = error;
            return Flow.STOP;
        }
    }

    void rethrow() {
        if (thrown instanceof RuntimeException) {
            throw (RuntimeException) thrown;
        }
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
    }
}
