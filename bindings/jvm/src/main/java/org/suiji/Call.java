package org.suiji;

import java.util.ArrayList;
import java.util.List;
import org.suiji.kotlin.Disposable;

/** A call into the library: holds the objects that take part in it, and turns its errors into ours. */
final class Call {
    private final List<Native<?>> held = new ArrayList<>();
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

    org.suiji.kotlin.Run hold(Run run) {
        watching = run.watching();
        return hold(new Running(new org.suiji.kotlin.Run(run.threads(), watching)));
    }

    private void rethrow() {
        if (watching != null) {
            watching.rethrow();
        }
    }

    private void end() {
        held.forEach(Native::giveBack);
        held.stream().filter(Running.class::isInstance).forEach(Native::free);
    }

    /** A run lives as long as its call. */
    private static final class Running extends Native<org.suiji.kotlin.Run> {
        Running(org.suiji.kotlin.Run core) {
            super(core);
        }
    }
}
