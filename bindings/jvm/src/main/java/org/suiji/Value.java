package org.suiji;

import java.util.Map;
import org.suiji.internal.Json;

/** A value of a document. It never changes. Two values are equal if their contents are
equal. */
abstract class Value {
    private final Fields fields;

    Value(Map<String, Object> fields) {
        this.fields = new Fields(fields);
    }

    final Fields fields() {
        return fields;
    }

    /**
     * Writes the value in the form of documents.
     *
     * @return JSON without white space
     */
    public final String toJson() {
        return Json.write(fields.map());
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && fields.map().equals(((Value) other).fields.map());
    }

    @Override
    public final int hashCode() {
        return fields.map().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + toJson();
    }
}
