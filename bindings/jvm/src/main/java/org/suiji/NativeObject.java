package org.suiji;

import org.suiji.internal.Handle;

/** An object outside the Java heap. It is freed when it is closed, or after the garbage collector has found it. */
abstract class NativeObject implements AutoCloseable {
    private final Handle handle;

    NativeObject(Handle handle) {
        this.handle = handle;
    }

    final Handle handle() {
        return open(handle, this);
    }

    static Handle open(Handle handle, Object owner) {
        if (!handle.isOpen()) {
            throw new IllegalStateException(Misuse.CLOSED.message(owner.getClass().getSimpleName()));
        }
        return handle;
    }

    static Handle handleOrNull(NativeObject object) {
        return object == null ? null : object.handle();
    }

    /** Frees the memory outside the Java heap. Objects made from this one stay usable. */
    @Override
    public final void close() {
        handle.close();
    }

    /** The text in parentheses that {@link #toString} shows while the object is open. */
    abstract String content();

    /** Never throws, so that a closed object can be logged. */
    @Override
    public final String toString() {
        String content = "closed";
        if (handle.isOpen()) {
            try {
                content = content();
            } catch (IllegalStateException closedMeanwhile) {
                content = "closed";
            }
        }
        return getClass().getSimpleName() + "(" + content + ")";
    }
}
