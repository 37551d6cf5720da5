package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Something that is allowed but may be a mistake (提示). The same finding in several rows is one finding with a count.
 */
public final class Finding {
    private final org.suiji.kotlin.Finding core;

    Finding(org.suiji.kotlin.Finding core) {
        this.core = core;
    }

    /**
     * Returns the code.
     *
     * @return a stable code, such as {@code allocation.stratum-not-taken}
     */
    public String code() {
        return core.getCode();
    }

    /**
     * Returns how grave it is.
     *
     * @return {@code error}, {@code warning} or {@code note}
     */
    public String severity() {
        return core.getSeverity();
    }

    /**
     * Returns where it is.
     *
     * @return the place; the first one if it is about rows
     */
    public Place place() {
        return new Place(core.getPlace());
    }

    /**
     * Returns how often it was found.
     *
     * @return the number of times
     */
    public long count() {
        return core.getCount();
    }

    /**
     * Returns the rows in which it was found.
     *
     * @return the numbers of the rows, counted from 1; at most the first 1,000
     */
    public List<Long> rows() {
        return Collections.unmodifiableList(core.getRows());
    }

    /**
     * Returns what to do, in English.
     *
     * @return a way out, if there is anything to do
     */
    public Optional<String> remedy() {
        return Optional.ofNullable(core.getRemedy());
    }

    /**
     * Returns what to do, in Chinese.
     *
     * @return a way out, if there is anything to do
     */
    public Optional<String> remedyZh() {
        return Optional.ofNullable(core.getRemedyZh());
    }

    /**
     * Returns the finding in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the finding in Chinese.
     *
     * @return the message
     */
    public String messageZh() {
        return core.getMessageZh();
    }

    @Override
    public String toString() {
        return code() + ": " + message();
    }
}
