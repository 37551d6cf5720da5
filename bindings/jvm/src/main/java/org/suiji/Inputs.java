package org.suiji;

/** The four inputs of a sheet, checked against each other; they are shared, not copied. */
public final class Inputs extends Native<org.suiji.kotlin.Inputs> implements AutoCloseable {
    Inputs(org.suiji.kotlin.Inputs core) {
        super(core);
    }

    /**
     * Puts the inputs together.
     *
     * @param plan the plan
     * @param registry the registry
     * @param roster the roster
     * @param history the history
     * @return the inputs
     * @throws SuijiException where they do not fit together
     */
    public static Inputs of(Plan plan, Registry registry, Roster roster, History history) throws SuijiException {
        return of(plan, registry, roster, history, Run.standard());
    }

    /**
     * Puts the inputs together under a run.
     *
     * @param plan the plan
     * @param registry the registry
     * @param roster the roster
     * @param history the history
     * @param run how it is run
     * @return the inputs
     * @throws SuijiException where they do not fit together; {@code cancelled}
     */
    public static Inputs of(Plan plan, Registry registry, Roster roster, History history, Run run)
            throws SuijiException {
        return Call.run(call -> new Inputs(new org.suiji.kotlin.Inputs(
                call.hold(plan), call.hold(registry), call.hold(roster), call.hold(history), call.hold(run))));
    }

    /**
     * Reads a plan and three tables of JSON Lines, and puts them together.
     *
     * @param plan {@code plan.json}
     * @param registry {@code registry.jsonl}
     * @param roster {@code roster.jsonl}
     * @param history {@code history.jsonl}
     * @return the inputs
     * @throws SuijiException the faults of all four
     */
    public static Inputs fromJson(byte[] plan, byte[] registry, byte[] roster, byte[] history)
            throws SuijiException {
        return Call.run(call -> new Inputs(
                org.suiji.kotlin.Inputs.Companion.fromJson(plan, registry, roster, history, null)));
    }

    /** Frees them; what was sealed over them goes on. */
    @Override
    public void close() {
        free();
    }
}
