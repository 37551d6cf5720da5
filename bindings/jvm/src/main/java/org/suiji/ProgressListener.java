package org.suiji;

/** Receives progress reports and can cancel the call. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called on the calling thread, at least after every 1 % of a step.
     *
     * @param progress the progress of the step
     * @return true to continue; false to cancel the call, which then throws {@code cancelled}
     */
    boolean onProgress(Progress progress);
}
