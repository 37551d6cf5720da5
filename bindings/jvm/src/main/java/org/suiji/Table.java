package org.suiji;

import org.suiji.kotlin.Disposable;

/** What registry, roster and history have in common. */
abstract class Table<T extends Disposable> extends Native<T> implements AutoCloseable {
    Table(T core) {
        super(core);
    }

    abstract long length(T core);

    /**
     * The number of rows.
     *
     * @return how many rows it has
     */
    public long size() {
        return Call.read(call -> length(call.hold(this)));
    }

    /** Frees it; inputs that were made of it go on. */
    @Override
    public void close() {
        free();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + size() + " rows)";
    }
}
