package org.suiji;

import java.util.Optional;

/** One check of a report. */
public final class Check {
    private final org.suiji.kotlin.Check core;

    Check(org.suiji.kotlin.Check core) {
        this.core = core;
    }

    /**
     * Returns the id of the check.
     *
     * @return a stable id of SPEC.md, annex D, such as {@code record.seed}
     */
    public String id() {
        return core.getId();
    }

    /**
     * Returns the rule that is checked.
     *
     * @return the id of a rule of SPEC.md, without brackets
     */
    public String rule() {
        return core.getRule();
    }

    /**
     * Returns the task.
     *
     * @return the id of the task, if the check is about one task
     */
    public Optional<String> task() {
        return Optional.ofNullable(core.getTask());
    }

    /**
     * Returns the place in the document.
     *
     * @return a JSON path
     */
    public String path() {
        return core.getPath();
    }

    /**
     * Returns the result of the check.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return Outcome.valueOf(core.getOutcome().name());
    }

    /**
     * Returns what is missing.
     *
     * @return a word such as {@code plan}, if the outcome is {@link Outcome#NOT_CHECKED}
     */
    public Optional<String> missing() {
        return Optional.ofNullable(core.getMissing());
    }

    /**
     * Returns the check and its result in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the check and its result in Chinese.
     *
     * @return the message
     */
    public String messageZh() {
        return core.getMessageZh();
    }

    @Override
    public String toString() {
        return id() + ": " + message();
    }
}
