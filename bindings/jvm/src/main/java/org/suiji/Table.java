package org.suiji;

import org.suiji.kotlin.Disposable;

/** The methods that registry, roster and history share. */
abstract class Table<T extends Disposable> extends Native<T> implements AutoCloseable {
    Table(T core) {
        super(core);
    }

    abstract long length(T core);

    /**
     * Returns the number of rows.
     *
     * @return how many rows the table has
     */
    public long len() {
        return Call.read(call -> length(call.hold(this)));
    }

    /** Frees the table. {@link Inputs} that were made from it stay usable. */
    @Override
    public void close() {
        free();
    }

    @Override
    String describe() {
        return getClass().getSimpleName() + "(" + len() + " rows)";
    }
}
