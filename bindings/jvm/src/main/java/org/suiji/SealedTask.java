package org.suiji;

import java.util.List;
import java.util.Map;

/** The parts of a commitment about one task. */
public final class SealedTask extends SealedTaskFields {
    SealedTask(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the number of entities excluded for each reason.
     *
     * @return the reasons, in the order in which they apply
     */
    public List<SealedReason> reasons() {
        return excluded().reasons();
    }

    /**
     * Returns the number of entities that will be drawn.
     *
     * @return the number of entities
     */
    public long take() {
        return strata().stream().mapToLong(SealedStratum::take).sum();
    }
}
