package org.suiji;

import java.util.List;
import java.util.Map;

/** The teams of a task as they are after the amendments. */
public final class AmendedTask extends Value {
    AmendedTask(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * The task [M1].
     *
     * @return the value of {@code task}
     */
    public String task() {
        return fields().text("task");
    }

    /**
     * The teams [M1].
     *
     * @return the value of {@code teams}
     */
    public List<AmendedTeam> teams() {
        return fields().list("teams", Fields.object(AmendedTeam::new));
    }
}
