package org.suiji;

import java.util.List;

/** The plan (抽查计划): what is drawn, how much, and by what teams. */
public final class Plan extends Native<org.suiji.kotlin.Plan> {
    Plan(org.suiji.kotlin.Plan core) {
        super(core);
    }

    /**
     * Reads {@code plan.json}.
     *
     * @param json the document
     * @return the plan
     * @throws SuijiException every fault of the document
     */
    public static Plan fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Plan(org.suiji.kotlin.Plan.Companion.fromJson(json)));
    }

    /**
     * Reads {@code plan.json}.
     *
     * @param json the document
     * @return the plan
     * @throws SuijiException every fault of the document
     */
    public static Plan fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * The title.
     *
     * @return its title
     */
    public String title() {
        return Call.read(call -> call.hold(this).title());
    }

    /**
     * The authority.
     *
     * @return whose plan it is
     */
    public String authority() {
        return Call.read(call -> call.hold(this).authority());
    }

    /**
     * The year.
     *
     * @return the year that it is for
     */
    public int year() {
        return Call.read(call -> Math.toIntExact(call.hold(this).year()));
    }

    /**
     * The tasks.
     *
     * @return them in order
     */
    public List<PlanTask> tasks() {
        return Call.read(call -> Values.list(call.hold(this).tasks(), PlanTask::new));
    }

    /**
     * The digest, as a sheet names it.
     *
     * @param hash the sheet's hash suite
     * @return 64 digits in hex
     */
    public String digest(Hash hash) {
        return Call.read(call -> call.hold(this).digest(hash.core()));
    }

    /**
     * The document.
     *
     * @return the plan as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    public String toString() {
        return "Plan(" + title() + ")";
    }
}
