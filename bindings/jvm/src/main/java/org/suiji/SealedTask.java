package org.suiji;

import java.util.List;
import java.util.Map;

/** What a commitment fixes for one task. */
public final class SealedTask extends SealedTaskFields {
    SealedTask(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns how many entities are excluded for each reason.
     *
     * @return the reasons, in the order in which they apply
     */
    public List<SealedReason> reasons() {
        return excluded().reasons();
    }

    /**
     * Returns how many entities will be drawn.
     *
     * @return the number of entities
     */
    public long take() {
        return strata().stream().mapToLong(SealedStratum::take).sum();
    }
}
