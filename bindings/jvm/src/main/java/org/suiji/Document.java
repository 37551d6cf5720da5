package org.suiji;

import org.suiji.internal.Json;

/** A document that the library has checked. It never changes. Two documents are equal if their contents are
equal. */
abstract class Document {
    private volatile Fields fields;

    /** The document in the form that the library writes. */
    abstract byte[] json();

    final Fields fields() {
        Fields read = fields;
        if (read == null) {
            read = new Fields(Fields.map(Json.read(json())));
            fields = read;
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && fields().map().equals(((Document) other).fields().map());
    }

    @Override
    public int hashCode() {
        return fields().map().hashCode();
    }
}
