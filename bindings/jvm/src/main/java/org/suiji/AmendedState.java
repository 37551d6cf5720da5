package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The holders of all seats, the inspectors who are away, and the used reserves, after a record and its amendments. In
 * Rust it is {@code amend::State}.
 */
public final class AmendedState extends AmendedStateFields {
    AmendedState(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the teams of a task. If the task has no teams, they have no seats.
     *
     * @param task the id of the task
     * @return the teams of the selected entities in the order of visits, then those of the used reserves; empty if there is no such task
     */
    public List<AmendedTeam> teams(String task) {
        Optional<AmendedTask> found = tasks().stream().filter(one -> one.task().equals(task)).findFirst();
        return found.map(AmendedTask::teams).orElse(Collections.emptyList());
    }

    /**
     * Returns the team of an entity in a task.
     *
     * @param task the id of the task
     * @param entity the id of the entity
     * @return the team, if the entity is selected or a used reserve
     */
    public Optional<AmendedTeam> team(String task, String entity) {
        return teams(task).stream().filter(team -> team.entity().equals(entity)).findFirst();
    }

    /**
     * Returns the number of seats of an inspector in the whole draw.
     *
     * @param inspector the id of the inspector
     * @return the number of seats
     */
    public long seatsHeld(String inspector) {
        return held().getOrDefault(inspector, 0L);
    }

    /**
     * Returns the seats that an inspector holds, for {@link Request#substitute}. A team that joins another one has no
     * seats of its own. They are seats of the other team.
     *
     * @param inspector the id of the inspector
     * @return the seats in the order of tasks, of their teams and of seats; empty if the inspector holds none
     */
    public List<Seat> seatsOf(String inspector) {
        Optional<String> holder = Optional.of(Objects.requireNonNull(inspector, "inspector"));
        List<Seat> seats = new ArrayList<>();
        for (AmendedTask task : tasks()) {
            for (AmendedTeam team : task.teams()) {
                int number = team.joins().isPresent() ? -1 : team.seats().indexOf(holder);
                if (number >= 0) {
                    seats.add(Seat.of(task.task(), team.entity(), number));
                }
            }
        }
        return Collections.unmodifiableList(seats);
    }
}
