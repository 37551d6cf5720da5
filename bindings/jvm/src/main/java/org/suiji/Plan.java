package org.suiji;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The plan (抽查计划): the entities that are drawn, their numbers, and the teams that
inspect them. */
public final class Plan extends PlanFields {
    Plan(byte[] json) {
        super(json);
    }

    /**
     * Reads {@code plan.json}.
     *
     * @param json the document
     * @return the plan
     * @throws SuijiException with all faults of the document
     */
    public static Plan fromJson(byte[] json) {
        return new Plan(check(Calls.PLAN, json));
    }

    /**
     * Reads {@code plan.json}.
     *
     * @param json the document
     * @return the plan
     * @throws SuijiException with all faults of the document
     */
    public static Plan fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Starts a plan.
     *
     * @param title the title
     * @param authority the authority that draws
     * @param year the year
     * @return a builder without tasks
     */
    public static PlanBuilder builder(String title, String authority, int year) {
        return new PlanBuilder(title, authority, year);
    }

    /**
     * Returns a task.
     *
     * @param id the id of the task
     * @return the task, if the plan has it
     */
    public Optional<Task> task(String id) {
        return tasks().stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * Compares this plan with a later one. Rules require a notice that names the changes when a plan is revised.
     *
     * @param later the later plan
     * @return the differences, in words; those of the plan as a whole come first
     */
    public List<PlanChange> changes(Plan later) {
        return Fields.list(Json.read(Calls.planChanges(json(), later.json())), Fields.object(PlanChange::new));
    }

    /**
     * Returns the digest, as a commitment contains it.
     *
     * @param hash the hash suite of the commitment
     * @return 64 hex digits
     */
    public String digest(Hash hash) {
        return Utf8.text(Calls.digest(Calls.PLAN, hash.ordinal() + 1, json()));
    }

    @Override
    public String toString() {
        return "Plan(" + title() + ")";
    }

    /**
     * Writes {@code plan.json}.
     *
     * @return the plan as indented JSON
     */
    public String toJson() {
        return text();
    }
}
