package org.suiji.internal;

/** Receives the progress of a call, on the calling thread. */
public interface Watch {
    /**
     * Receives a report. An exception cancels the call, which then throws this
     * exception.
     *
     * @param stage the name of the step
     * @param done units done so far
     * @param total units in total; 0 if the total is not known
     * @return false to cancel the call
     */
    boolean progress(String stage, long done, long total);
}
