package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fault. The same fault in several rows of a table is one fault with a count. */
public final class Fault {
    private final org.suiji.kotlin.Fault core;

    Fault(org.suiji.kotlin.Fault core) {
        this.core = core;
    }

    /**
     * Returns the code.
     *
     * @return a stable code of SPEC.md, annex C
     */
    public String code() {
        return core.getCode();
    }

    /**
     * Returns the rule that is violated.
     *
     * @return the id of a rule of SPEC.md, without brackets; empty for a limit of the library
     */
    public String rule() {
        return core.getRule();
    }

    /**
     * Returns where the fault is.
     *
     * @return the place; the first one if the fault repeats
     */
    public Place place() {
        return new Place(core.getPlace());
    }

    /**
     * Returns how often the fault was found.
     *
     * @return the number of times
     */
    public long count() {
        return core.getCount();
    }

    /**
     * Returns the rows in which the fault was found.
     *
     * @return the numbers of the rows, counted from 1; at most the first 1,000
     */
    public List<Long> rows() {
        return Collections.unmodifiableList(core.getRows());
    }

    /**
     * Returns a detail.
     *
     * @param key the key, such as {@code found}: one of the {@code {names}} in the texts of SPEC.md, annex C
     * @return the detail, if the fault has it
     */
    public Optional<String> detail(String key) {
        return Optional.ofNullable(core.getDetails().get(key));
    }

    /**
     * Returns all details. With code, place and details a program can write its own message.
     *
     * @return the details by key
     */
    public Map<String, String> details() {
        return Collections.unmodifiableMap(core.getDetails());
    }

    /**
     * Returns the problem and its place in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the problem and its place in Chinese.
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
