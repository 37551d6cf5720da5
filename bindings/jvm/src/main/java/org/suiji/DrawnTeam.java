package org.suiji;

import java.util.Map;
import java.util.Optional;

/** The team (检查小组) of a selected entity. */
public final class DrawnTeam extends DrawnTeamFields {
    DrawnTeam(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the lead (主办人员): the member in seat 0 [T5].
     *
     * @return the id of the inspector, unless that seat is vacant
     */
    public Optional<String> lead() {
        return vacant().contains(0L) ? Optional.empty() : members().stream().findFirst();
    }
}
