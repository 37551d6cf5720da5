package org.suiji;

import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Utf8;

/** A large document. It is kept outside the Java heap until it is closed. Values that were already read stay readable.
*/
abstract class LargeDocument extends Document implements AutoCloseable {
    private final Handle handle;

    LargeDocument(Handle handle) {
        this.handle = handle;
    }

    final Handle handle() {
        return NativeObject.open(handle, this);
    }

    @Override
    final byte[] json() {
        return Calls.write(handle(), Calls.JSON, 1, null);
    }

    /**
     * Writes the document.
     *
     * @return the document as indented JSON
     */
    public final String toJson() {
        return Utf8.text(json());
    }

    /** Frees the memory outside the Java heap. */
    @Override
    public final void close() {
        handle.close();
    }

    static String digest(Handle handle) {
        return Utf8.text(Calls.part(handle, Calls.DIGEST));
    }
}
