package org.suiji;

/** Is told how far a long step has come, and may cancel it. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Takes note. It is called on the thread that made the call, at least every 1 % of a step.
     *
     * @param progress how far the step has come
     * @return whether to go on; {@code false} ends the call with the code {@code cancelled}
     */
    boolean onProgress(Progress progress);
}
