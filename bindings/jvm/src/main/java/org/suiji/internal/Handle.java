package org.suiji.internal;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An object outside the Java heap, by the number under which the native library keeps it.
 *
 * <p>The library finds the object by this number at the start of each call and keeps it until the call ends. So a handle can be
 * closed at any time, by any thread; a call that starts later is refused. A handle that is only dropped is freed after the garbage
 * collector has found it, when the next handle is made: there is no thread that would keep a class loader alive.
 */
public final class Handle {
    private static final ReferenceQueue<Handle> DROPPED = new ReferenceQueue<>();
    private static final Set<Owner> OWNERS = ConcurrentHashMap.newKeySet();

    private final long number; // the native library reads this field
    private final Owner owner;

    /**
     * Takes over an object.
     *
     * @param number the number that a call returned
     */
    public Handle(long number) {
        this.number = number;
        owner = new Owner(this, number);
        OWNERS.add(owner);
        for (Reference<?> dropped = DROPPED.poll(); dropped != null; dropped = DROPPED.poll()) {
            ((Owner) dropped).free();
        }
    }

    /**
     * Tells whether the object can still be used.
     *
     * @return false after {@link #close()}
     */
    public boolean isOpen() {
        return !owner.freed.get();
    }

    /** Frees the object. Later calls do nothing. */
    public void close() {
        owner.free();
    }

    @Override
    public String toString() {
        return "Handle(" + number + ")";
    }

    /** Frees the object once, whether the handle was closed or dropped. */
    private static final class Owner extends PhantomReference<Handle> {
        private final long number;
        private final AtomicBoolean freed = new AtomicBoolean();

        Owner(Handle handle, long number) {
            super(handle, DROPPED);
            this.number = number;
        }

        void free() {
            if (freed.compareAndSet(false, true)) {
                OWNERS.remove(this);
                Calls.free(number);
            }
        }
    }
}
