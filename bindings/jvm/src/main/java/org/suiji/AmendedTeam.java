package org.suiji;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The team of an entity as it is after the amendments. */
public final class AmendedTeam extends Value {
    AmendedTeam(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * The entity [M2].
     *
     * @return the value of {@code entity}
     */
    public String entity() {
        return fields().text("entity");
    }

    /**
     * Whether the entity is a used reserve [M4].
     *
     * @return the value of {@code is_reserve}
     */
    public boolean isReserve() {
        return fields().flag("is_reserve");
    }

    /**
     * Whether a reserve is visited too [M4].
     *
     * @return the value of {@code is_replaced}
     */
    public boolean isReplaced() {
        return fields().flag("is_replaced");
    }

    /**
     * The lead [T5].
     *
     * @return the value of {@code lead}, if there is one
     */
    public Optional<String> lead() {
        return fields().optionalText("lead");
    }

    /**
     * The task whose team this is [T7].
     *
     * @return the value of {@code joins}, if there is one
     */
    public Optional<String> joins() {
        return fields().optionalText("joins");
    }

    /**
     * Returns who holds the seats.
     *
     * @return for each seat the id of the inspector; empty if the seat is vacant
     */
    public List<Optional<String>> seats() {
        return fields().list("seats", seat -> Optional.of(Fields.text(seat)).filter(inspector -> !inspector.isEmpty()));
    }
}
