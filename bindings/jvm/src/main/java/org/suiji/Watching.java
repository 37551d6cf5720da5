package org.suiji;

import org.suiji.kotlin.ControlFlow;

/** Passes progress reports to a listener. If the listener throws, the call is cancelled and throws the same exception. */
final class Watching implements org.suiji.kotlin.Watch {
    private final ProgressListener listener;
    private Throwable thrown;

    Watching(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public ControlFlow onProgress(org.suiji.kotlin.Progress progress) {
        try {
            return listener.onProgress(new Progress(progress)) ? ControlFlow.CONTINUE : ControlFlow.BREAK;
        } catch (RuntimeException | Error error) {
            thrown = error;
            return ControlFlow.BREAK;
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
