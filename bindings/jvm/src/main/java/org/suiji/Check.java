package org.suiji;

import java.util.Optional;

/** One check of a report. */
public final class Check {
    private final org.suiji.kotlin.Check core;

    Check(org.suiji.kotlin.Check core) {
        this.core = core;
    }

    /**
     * The kind of check.
     *
     * @return a stable id of SPEC.md, annex D, such as {@code record.seed}
     */
    public String id() {
        return core.getId();
    }

    /**
     * The rule that it checks.
     *
     * @return a rule of SPEC.md, without brackets
     */
    public String rule() {
        return core.getRule();
    }

    /**
     * The task.
     *
     * @return its id, where the check is about one
     */
    public Optional<String> task() {
        return Optional.ofNullable(core.getTask());
    }

    /**
     * The place.
     *
     * @return a path in the JSON of the document
     */
    public String path() {
        return core.getPath();
    }

    /**
     * What came of it.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return Outcome.valueOf(core.getOutcome().name());
    }

    /**
     * What it is and what came of it.
     *
     * @return the text in English
     */
    public String message() {
        return core.getText();
    }

    /**
     * What it is and what came of it.
     *
     * @return the text in Chinese
     */
    public String messageZh() {
        return core.getTextZh();
    }

    @Override
    public String toString() {
        return id() + ": " + message();
    }
}
