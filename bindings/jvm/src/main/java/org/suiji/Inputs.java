package org.suiji;

/** Plan, registry, roster and history, checked against each other. They are shared, not copied. */
public final class Inputs extends Native<org.suiji.kotlin.Inputs> implements AutoCloseable {
    Inputs(org.suiji.kotlin.Inputs core) {
        super(core);
    }

    /**
     * Checks the inputs against each other.
     *
     * @param plan the plan
     * @param registry the registry
     * @param roster the roster
     * @param history the history
     * @return the inputs
     * @throws SuijiException if they contradict each other
     */
    public static Inputs of(Plan plan, Registry registry, Roster roster, History history) throws SuijiException {
        return of(plan, registry, roster, history, Run.standard());
    }

    /**
     * Checks the inputs against each other, with a run.
     *
     * @param plan the plan
     * @param registry the registry
     * @param roster the roster
     * @param history the history
     * @param run threads and progress
     * @return the inputs
     * @throws SuijiException if they contradict each other; {@code cancelled}
     */
    public static Inputs of(Plan plan, Registry registry, Roster roster, History history, Run run)
            throws SuijiException {
        return Call.run(call -> new Inputs(new org.suiji.kotlin.Inputs(
                call.hold(plan), call.hold(registry), call.hold(roster), call.hold(history), call.hold(run))));
    }

    /**
     * Reads a plan and three tables in JSON Lines and checks them against each other.
     *
     * @param plan {@code plan.json}
     * @param registry {@code registry.jsonl}
     * @param roster {@code roster.jsonl}
     * @param history {@code history.jsonl}
     * @return the inputs
     * @throws SuijiException with the faults of all four
     */
    public static Inputs fromJson(byte[] plan, byte[] registry, byte[] roster, byte[] history)
            throws SuijiException {
        return Call.run(call -> new Inputs(
                org.suiji.kotlin.Inputs.Companion.fromJson(plan, registry, roster, history, null)));
    }

    /** Frees the inputs. A {@link Sealed} that was made from them stays usable. */
    @Override
    public void close() {
        free();
    }
}
