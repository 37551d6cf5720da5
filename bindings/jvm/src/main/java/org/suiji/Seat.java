package org.suiji;

import java.util.Objects;

/** A seat of the team that visits an entity for a task. */
public final class Seat {
    private final org.suiji.kotlin.Seat core;

    private Seat(org.suiji.kotlin.Seat core) {
        this.core = core;
    }

    /**
     * Creates a seat.
     *
     * @param task the id of the task
     * @param entity the id of the entity
     * @param number the number of the seat, counted from 0
     * @return the seat
     */
    public static Seat of(String task, String entity, long number) {
        return new Seat(new org.suiji.kotlin.Seat(Objects.requireNonNull(task), Objects.requireNonNull(entity), number));
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
     * Returns the entity.
     *
     * @return the id of the entity
     */
    public String entity() {
        return core.getEntity();
    }

    /**
     * Returns the number of the seat.
     *
     * @return the number, counted from 0
     */
    public long number() {
        return core.getNumber();
    }

    org.suiji.kotlin.Seat core() {
        return core;
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
