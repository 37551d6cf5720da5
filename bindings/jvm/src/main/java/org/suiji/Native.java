package org.suiji;

import java.util.Objects;
import org.suiji.kotlin.Disposable;

/**
 * An object outside the heap, freed when it is closed and no call uses it any more.
 *
 * <p>The generated classes guard the receiver of a call against being freed under it, but not the arguments; here each
 * object that takes part in a {@link Call} is guarded.
 */
abstract class Native<T extends Disposable> {
    private final T core;
    private int users = 1;
    private boolean closed;

    Native(T core) {
        this.core = Objects.requireNonNull(core);
    }

    final synchronized T take() {
        if (closed) {
            throw new IllegalStateException("this " + getClass().getSimpleName() + " is closed");
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
