package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who holds which seat, who is away, and which reserves are used: what a record and its amendments leave. It is a copy; later
 * amendments do not change it.
 */
public final class State extends Native<org.suiji.kotlin.State> {
    State(org.suiji.kotlin.State core) {
        super(core);
    }

    /**
     * Returns the teams of a task. If the task has no teams, they have no seats.
     *
     * @param task the id of the task
     * @return the teams of the selected entities in the order of visits, then those of the used reserves; empty if there is no such task
     */
    public List<AmendedTeam> teams(String task) {
        return Call.read(call -> Values.list(call.hold(this).teams(task), AmendedTeam::new));
    }

    /**
     * Returns the team of an entity in a task.
     *
     * @param task the id of the task
     * @param entity the id of the entity
     * @return the team, if the entity is selected or a used reserve
     */
    public Optional<AmendedTeam> team(String task, String entity) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).team(task, entity)).map(AmendedTeam::new));
    }

    /**
     * Returns the inspectors who are away.
     *
     * @return their ids, sorted
     */
    public List<String> away() {
        return Call.read(call -> Collections.unmodifiableList(call.hold(this).away()));
    }

    /**
     * Returns how many seats an inspector holds in the whole draw.
     *
     * @param inspector the id of the inspector
     * @return the number of seats
     */
    public long seatsHeld(String inspector) {
        return Call.read(call -> call.hold(this).seatsHeld(inspector));
    }
}
