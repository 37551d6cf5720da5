package org.suiji;

import java.util.List;
import java.util.Map;

/** An entity in the frame that cannot get a full team. */
public final class ShortTeam extends Value {
    ShortTeam(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * The entity [S5].
     *
     * @return the value of {@code entity}
     */
    public String entity() {
        return fields().text("entity");
    }

    /**
     * The seats [S5].
     *
     * @return the value of {@code seats}
     */
    public List<Long> seats() {
        return fields().list("seats", Fields::number);
    }
}
