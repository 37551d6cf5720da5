package org.suiji;

import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Utf8;

/** A document whose text is in memory. */
abstract class TextDocument extends Document {
    private final byte[] json;

    TextDocument(byte[] json) {
        this.json = json;
    }

    @Override
    final byte[] json() {
        return json;
    }

    /** The complete document as indented JSON. */
    final String text() {
        return Utf8.text(json);
    }

    /**
     * Returns the bytes that are hashed for digests.
     *
     * @return the document as canonical JSON (RFC 8785)
     */
    public final byte[] canonical() {
        return Calls.canonicalJson(json);
    }

    /** Reads a document of a kind. Returns the form that the library writes. */
    static byte[] check(int kind, byte[] json) {
        return Calls.document(kind, Calls.JSON, Objects.requireNonNull(json, "json"), 1, null);
    }
}
