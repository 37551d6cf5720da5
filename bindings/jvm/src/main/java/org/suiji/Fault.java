package org.suiji;

import java.util.Map;
import java.util.Optional;

/** One fault. The same fault in several rows of a table is one fault with a count. */
public final class Fault extends FaultFields {
    Fault(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns a detail.
     *
     * @param key the key, such as {@code found}: one of the {@code {names}} in the texts of SPEC.md, annex C
     * @return the detail, if the fault has it
     */
    public Optional<String> detail(String key) {
        return Optional.ofNullable(details().get(key));
    }

    @Override
    public String toString() {
        return code() + ": " + message();
    }
}
