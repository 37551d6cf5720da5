package org.suiji;

import java.util.List;
import java.util.Optional;

/** The receipt for one entity (查验单): what a draw says of it, with what it takes to check that. */
public final class Receipt extends Native<org.suiji.kotlin.Receipt> {
    Receipt(org.suiji.kotlin.Receipt core) {
        super(core);
    }

    /**
     * Reads {@code receipt.json}, form only: whether it is right, {@link #check(PublicForm)} says.
     *
     * @param json the document
     * @return the receipt
     * @throws SuijiException every fault of the document
     */
    public static Receipt fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Receipt(org.suiji.kotlin.Receipt.Companion.fromJson(json)));
    }

    /**
     * Reads {@code receipt.json}.
     *
     * @param json the document
     * @return the receipt
     * @throws SuijiException every fault of the document
     */
    public static Receipt fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * The entity.
     *
     * @return its id
     */
    public String entity() {
        return Call.read(call -> call.hold(this).entity());
    }

    /**
     * The entity's name.
     *
     * @return its name, where it stands in the registry
     */
    public Optional<String> name() {
        return Call.read(call -> Optional.ofNullable(call.hold(this).name()));
    }

    /**
     * The record that it is made from.
     *
     * @return the record's digest
     */
    public String record() {
        return Call.read(call -> call.hold(this).record());
    }

    /**
     * What became of the entity in each task.
     *
     * @return a statement for each task
     */
    public List<Statement> statements() {
        return statements(null);
    }

    /**
     * What became of the entity in each task, in words that name the tasks as the plan does.
     *
     * @param plan the plan, or {@code null}
     * @return a statement for each task
     */
    public List<Statement> statements(Plan plan) {
        return Call.read(call -> Values.list(call.hold(this).statements(call.holdOrNull(plan)), Statement::new));
    }

    /**
     * Checks it against the public form.
     *
     * @param form the public form
     * @return what was found
     */
    public Report check(PublicForm form) {
        return check(form, null);
    }

    /**
     * Checks it against the public form and the plan.
     *
     * @param form the public form
     * @param plan the plan, with which more is checked, or {@code null}
     * @return what was found
     */
    public Report check(PublicForm form, Plan plan) {
        return Call.read(call -> new Report(call.hold(this).check(call.hold(form), call.holdOrNull(plan))));
    }

    /**
     * The document.
     *
     * @return the receipt as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    public String toString() {
        return "Receipt(for " + entity() + ")";
    }
}
