package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The result of one task for the entity of a receipt. */
public final class Statement {
    private final org.suiji.kotlin.Statement core;

    Statement(org.suiji.kotlin.Statement core) {
        this.core = core;
    }

    /**
     * Returns the task.
     *
     * @return the id of the task
     */
    public String task() {
        return core.getTask();
    }

    /**
     * Returns the result for the entity.
     *
     * @return {@code selected}, {@code reserve}, {@code not_selected}, {@code excluded}, {@code inactive}, {@code out_of_scope} or {@code absent}
     */
    public String state() {
        return core.getState();
    }

    /**
     * Returns the probability of being selected.
     *
     * @return the exact probability, if the entity was in the frame
     */
    public Optional<Fraction> probability() {
        return Optional.ofNullable(core.getProbability()).map(Fraction::new);
    }

    /**
     * Returns the stratum.
     *
     * @return the id of the risk class, or {@code all}, if the entity was in the frame
     */
    public Optional<String> stratum() {
        return Optional.ofNullable(core.getStratum());
    }

    /**
     * Returns the ticket (签号).
     *
     * @return 64 hex digits, if the entity was in the frame
     */
    public Optional<String> ticket() {
        return Optional.ofNullable(core.getTicket());
    }

    /**
     * Returns the number among the reserves (备选) of its stratum.
     *
     * @return the number, counted from 1, if the entity is a reserve
     */
    public OptionalLong reserve() {
        return Values.optional(core.getReserve());
    }

    /**
     * Returns why the entity was excluded.
     *
     * @return {@code exempt} or the id of a limit, if the entity was excluded
     */
    public Optional<String> reason() {
        return Optional.ofNullable(core.getReason());
    }

    /**
     * Returns the inspectors.
     *
     * @return their ids; empty unless the entity was selected and the task has teams
     */
    public List<String> members() {
        return Collections.unmodifiableList(core.getMembers());
    }

    /**
     * Returns the vacant seats of the team.
     *
     * @return the numbers of the seats, counted from 0
     */
    public List<Long> vacant() {
        return Collections.unmodifiableList(core.getVacant());
    }

    /**
     * Returns the statement in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the statement in Chinese.
     *
     * @return the message
     */
    public String messageZh() {
        return core.getMessageZh();
    }

    @Override
    public String toString() {
        return message();
    }
}
