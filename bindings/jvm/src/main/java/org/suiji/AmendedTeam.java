package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The team of an entity after the amendments. */
public final class AmendedTeam extends AmendedTeamFields {
    AmendedTeam(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the holders of the seats.
     *
     * @return for each seat the id of the inspector; empty if the seat is vacant
     */
    public List<Optional<String>> seats() {
        Iterator<String> members = members().iterator();
        List<Optional<String>> seats = new ArrayList<>();
        for (long seat = 0; seat < members().size() + vacant().size(); seat++) {
            seats.add(vacant().contains(seat) ? Optional.empty() : Optional.of(members.next()));
        }
        return Collections.unmodifiableList(seats);
    }
}
