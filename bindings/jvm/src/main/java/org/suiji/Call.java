package org.suiji;

import java.util.ArrayList;
import java.util.List;
import org.suiji.kotlin.Disposable;

/** A call into the library: holds the objects that take part in it, and turns its errors into ours. */
final class Call {
    private final List<Native<?>> held = new ArrayList<>();
    private Running running;
    private Watching watching;

    private Call() {}

    /** What is called. */
    interface Body<R> {
        R run(Call call) throws org.suiji.kotlin.SuijiException;
    }

    /** A call that may be refused. */
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

    /** A call that only reads, and is never refused. */
    static <R> R read(Body<R> body) {
        try {
            return run(body);
        } catch (SuijiException error) {
            throw new AssertionError(error);
        }
    }

    <T extends Disposable> T hold(Native<T> object) {
        T core = object.take();
        held.add(object);
        return core;
    }

    /** Likewise, of what may be missing. */
    <T extends Disposable> T holdOrNull(Native<T> object) {
        return object == null ? null : hold(object);
    }

    /** The library's run, which lives as long as this call; the standard one is its own default. */
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
