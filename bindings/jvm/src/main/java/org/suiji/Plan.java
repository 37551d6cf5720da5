package org.suiji;

import java.util.List;

/** The plan (抽查计划): which entities are drawn, how many, and which teams inspect them. */
public final class Plan extends Native<org.suiji.kotlin.Plan> {
    Plan(org.suiji.kotlin.Plan core) {
        super(core);
    }

    /**
     * Reads {@code plan.json}.
     *
     * @param json the document
     * @return the plan
     * @throws SuijiException with all faults of the document
     */
    public static Plan fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Plan(org.suiji.kotlin.Plan.Companion.fromJson(json)));
    }

    /**
     * Reads {@code plan.json}.
     *
     * @param json the document
     * @return the plan
     * @throws SuijiException with all faults of the document
     */
    public static Plan fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns the title.
     *
     * @return the title
     */
    public String title() {
        return Call.read(call -> call.hold(this).title());
    }

    /**
     * Returns the authority that issues the plan.
     *
     * @return the name of the authority
     */
    public String authority() {
        return Call.read(call -> call.hold(this).authority());
    }

    /**
     * Returns the year of the plan.
     *
     * @return the year
     */
    public int year() {
        return Call.read(call -> Math.toIntExact(call.hold(this).year()));
    }

    /**
     * Returns the tasks.
     *
     * @return the tasks, in order
     */
    public List<Task> tasks() {
        return Call.read(call -> Values.list(call.hold(this).tasks(), Task::new));
    }

    /**
     * Returns the digest, as a commitment contains it.
     *
     * @param hash the hash suite of the commitment
     * @return 64 hex digits
     */
    public String digest(Hash hash) {
        return Call.read(call -> call.hold(this).digest(hash.core()));
    }

    /**
     * Writes {@code plan.json}.
     *
     * @return the plan as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    String describe() {
        return "Plan(" + title() + ")";
    }
}
