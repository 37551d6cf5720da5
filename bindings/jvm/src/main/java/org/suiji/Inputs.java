package org.suiji;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** Plan, registry, roster and history, checked against each other. They are shared, not copied. */
public final class Inputs extends NativeObject {
    Inputs(Handle handle) {
        super(handle);
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
    public static Inputs of(Plan plan, Registry registry, Roster roster, History history) {
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
    public static Inputs of(Plan plan, Registry registry, Roster roster, History history, Run run) {
        return new Inputs(new Handle(Calls.inputsNew(
                plan.json(), registry.handle(), roster.handle(), history.handle(), run.threads(), run.watch())));
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
    public static Inputs fromJson(byte[] plan, byte[] registry, byte[] roster, byte[] history) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(roster, "roster");
        Objects.requireNonNull(history, "history");
        return new Inputs(new Handle(Calls.inputsRead(Calls.JSON_LINES, plan, registry, roster, history, 1, null)));
    }

    /**
     * Returns the plan.
     *
     * @return the plan
     */
    public Plan plan() {
        return new Plan(Calls.part(handle(), Calls.PLAN));
    }

    /**
     * Returns the registry.
     *
     * @return the registry, which is shared
     */
    public Registry registry() {
        return new Registry(new Handle(Calls.partHandle(handle(), Calls.REGISTRY)));
    }

    /**
     * Returns the roster.
     *
     * @return the roster, which is shared
     */
    public Roster roster() {
        return new Roster(new Handle(Calls.partHandle(handle(), Calls.ROSTER)));
    }

    /**
     * Returns the history.
     *
     * @return the history, which is shared
     */
    public History history() {
        return new History(new Handle(Calls.partHandle(handle(), Calls.HISTORY)));
    }

    /**
     * Returns the findings before sealing.
     *
     * @return the findings, the most serious first
     */
    public List<Finding> findings() {
        return findings(handle(), null);
    }

    /**
     * Returns the findings before a sealing at a certain time.
     *
     * @param sealedAt the time of sealing; fractions of a second are dropped
     * @return the findings, the most serious first
     */
    public List<Finding> findings(OffsetDateTime sealedAt) {
        return findings(handle(), Utf8.bytes(Fields.time(sealedAt)));
    }

    static List<Finding> findings(Handle inputsOrSealed, byte[] sealedAt) {
        Object findings = Json.read(Calls.findings(inputsOrSealed, sealedAt, 1, null));
        return Fields.list(findings, Fields.object(Finding::new));
    }

    @Override
    String content() {
        return plan().title();
    }
}
