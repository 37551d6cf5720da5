package org.suiji.internal;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An object outside the Java heap. The native library keeps it under a number.
 *
 * <p>The library finds the object by this number at the start of each call and keeps it until the call ends. So any
 * thread can close a handle at any time. A call that starts later is refused. A handle that is only dropped is freed
 * when the next handle is made after the garbage collector has found it. No thread is used for this, because a thread
 * would keep a class loader alive.
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
     * Returns whether the object can still be used.
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
