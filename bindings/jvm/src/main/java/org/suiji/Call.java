package org.suiji;

import java.util.ArrayList;
import java.util.List;
import org.suiji.kotlin.Disposable;

/** A call of the library. It keeps the objects that it uses alive and converts exceptions. */
final class Call {
    private final List<Native<?>> held = new ArrayList<>();
    private Running running;
    private Watching watching;

    private Call() {}

    /** The code of a call. */
    interface Body<R> {
        R run(Call call) throws org.suiji.kotlin.SuijiException;
    }

    /** Runs a call that may fail. */
    static <R> R run(Body<R> body) throws SuijiException {
        Call call = new Call();
        try {
            return body.run(call);
        } catch (org.suiji.kotlin.SuijiException error) {
            call.rethrow();
            throw new SuijiException((org.suiji.kotlin.SuijiException.Refused) error);
        } finally {
            call.end();
        }
    }

    /** Runs a call that only reads and cannot fail. */
    static <R> R read(Body<R> body) {
        try {
            return run(body);
        } catch (SuijiException error) {
            throw new AssertionError(error);
        }
    }

    /** Keeps an object alive until the call ends. */
    <T extends Disposable> T hold(Native<T> object) {
        T core = object.take();
        held.add(object);
        return core;
    }

    /** Like {@link #hold(Native)}, for an object that may be null. */
    <T extends Disposable> T holdOrNull(Native<T> object) {
        return object == null ? null : hold(object);
    }

    /** The library's run for this call; null for the standard run, which is the library's default. */
    org.suiji.kotlin.Run hold(Run run) {
        if (run == Run.standard()) {
            return null;
        }
        watching = run.watching();
        running = new Running(new org.suiji.kotlin.Run(run.threads(), watching));
        return hold(running);
    }

    private void rethrow() {
        if (watching != null) {
            watching.rethrow();
        }
    }

    private void end() {
        held.forEach(Native::giveBack);
        if (running != null) {
            running.free();
        }
    }

    private static final class Running extends Native<org.suiji.kotlin.Run> {
        Running(org.suiji.kotlin.Run core) {
            super(core);
        }
    }
}
