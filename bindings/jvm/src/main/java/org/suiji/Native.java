package org.suiji;

import java.util.Objects;
import org.suiji.kotlin.Disposable;

/**
 * An object outside the Java heap. It is freed when it is closed and no call uses it.
 *
 * <p>The generated classes keep the receiver of a call alive, but not its arguments. Here every object that is used in a
 * {@link Call} is kept alive.
 */
abstract class Native<T extends Disposable> {
    private final T core;
    private int users = 1;
    private boolean closed;

    Native(T core) {
        this.core = Objects.requireNonNull(core);
    }

    /** The object in a few words. It may use the object. */
    String describe() {
        return getClass().getSimpleName();
    }

    /** Never throws, so that a closed object can be logged. */
    @Override
    public final String toString() {
        try {
            return describe();
        } catch (IllegalStateException isClosed) {
            return getClass().getSimpleName() + "(closed)";
        }
    }

    final synchronized T take() {
        if (closed) {
            throw new IllegalStateException(Misuse.CLOSED.message(getClass().getSimpleName()));
        }
        users++;
        return core;
    }

    final synchronized void giveBack() {
        users--;
        if (users == 0) {
            core.destroy();
        }
    }

    final synchronized void free() {
        if (!closed) {
            closed = true;
            giveBack();
        }
    }
}
