package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What became of an entity in a task. */
public final class Statement {
    private final org.suiji.kotlin.Statement core;

    Statement(org.suiji.kotlin.Statement core) {
        this.core = core;
    }

    /**
     * The task.
     *
     * @return its id
     */
    public String task() {
        return core.getTask();
    }

    /**
     * What became of it.
     *
     * @return {@code selected}, {@code reserve}, {@code not_selected}, {@code excluded}, {@code inactive}, {@code out_of_scope} or {@code absent}
     */
    public String state() {
        return core.getState();
    }

    /**
     * The probability with which it was to be drawn.
     *
     * @return an exact fraction, where it was in the frame
     */
    public Optional<Fraction> probability() {
        return core.getNumerator() == null
                ? Optional.empty()
                : Optional.of(new Fraction(core.getNumerator(), core.getDenominator()));
    }

    /**
     * Those who inspect it.
     *
     * @return inspectors' ids; none unless it was drawn and the task has teams
     */
    public List<String> members() {
        return Collections.unmodifiableList(core.getMembers());
    }

    /**
     * The statement.
     *
     * @return the text in English
     */
    public String message() {
        return core.getText();
    }

    /**
     * The statement.
     *
     * @return the text in Chinese
     */
    public String messageZh() {
        return core.getTextZh();
    }

    @Override
    public String toString() {
        return message();
    }
}
