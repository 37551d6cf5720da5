package org.suiji;

import java.util.List;
import java.util.Optional;

/** The receipt for one entity (查验单): the result of each task for it, and the proofs to check it against the public form. */
public final class Receipt extends Native<org.suiji.kotlin.Receipt> {
    Receipt(org.suiji.kotlin.Receipt core) {
        super(core);
    }

    /**
     * Reads {@code receipt.json}. Only the form is checked; {@link #check(PublicForm)} checks the content.
     *
     * @param json the document
     * @return the receipt
     * @throws SuijiException with all faults of the document
     */
    public static Receipt fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Receipt(org.suiji.kotlin.Receipt.Companion.fromJson(json)));
    }

    /**
     * Reads {@code receipt.json}.
     *
     * @param json the document
     * @return the receipt
     * @throws SuijiException with all faults of the document
     */
    public static Receipt fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns the entity.
     *
     * @return the id of the entity
     */
    public String entity() {
        return Call.read(call -> call.hold(this).entity());
    }

    /**
     * Returns the name of the entity.
     *
     * @return the name, if the entity is in the registry
     */
    public Optional<String> name() {
        return Call.read(call -> Optional.ofNullable(call.hold(this).name()));
    }

    /**
     * Returns the record.
     *
     * @return the digest of the record
     */
    public String record() {
        return Call.read(call -> call.hold(this).record());
    }

    /**
     * Returns the result of each task.
     *
     * @return a statement for each task; the messages contain the ids of the tasks
     */
    public List<Statement> tasks() {
        return tasks(null);
    }

    /**
     * Returns the result of each task, with the names of the tasks.
     *
     * @param plan the plan, or {@code null}
     * @return a statement for each task; the messages contain the names of the tasks
     */
    public List<Statement> tasks(Plan plan) {
        return Call.read(call -> Values.list(call.hold(this).tasks(call.holdOrNull(plan)), Statement::new));
    }

    /**
     * Checks it against the public form.
     *
     * @param publicForm the public form
     * @return the report
     */
    public Report check(PublicForm publicForm) {
        return check(publicForm, null);
    }

    /**
     * Checks it against the public form and the plan.
     *
     * @param publicForm the public form
     * @param plan the plan, or {@code null}; with the plan, more is checked
     * @return the report
     */
    public Report check(PublicForm publicForm, Plan plan) {
        return Call.read(call -> new Report(call.hold(this).check(call.hold(publicForm), call.holdOrNull(plan))));
    }

    /**
     * Writes {@code receipt.json}.
     *
     * @return the receipt as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    String describe() {
        return "Receipt(" + entity() + ")";
    }
}
