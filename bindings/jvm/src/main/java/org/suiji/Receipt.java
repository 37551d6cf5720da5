package org.suiji;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The receipt (查验单) of one entity: its result in each task, and the proofs to check it. */
public final class Receipt extends ReceiptFields {
    Receipt(byte[] json) {
        super(json);
    }

    /**
     * Reads {@code receipt.json}. Only the form is checked; {@link #check(PublicForm)} checks the content.
     *
     * @param json the document
     * @return the receipt
     * @throws SuijiException with all faults of the document
     */
    public static Receipt fromJson(byte[] json) {
        return new Receipt(check(Calls.RECEIPT, json));
    }

    /**
     * Reads {@code receipt.json}.
     *
     * @param json the document
     * @return the receipt
     * @throws SuijiException with all faults of the document
     */
    public static Receipt fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the name of the entity.
     *
     * @return the name, if the entity is in the registry
     */
    public Optional<String> name() {
        return registry().map(proven -> proven.row().name());
    }

    /**
     * Returns the result of the entity in each task.
     *
     * @return the statements, in the order of the plan
     */
    public List<ReceiptStatement> tasks() {
        return statements(null);
    }

    /**
     * Returns the result of the entity in each task, with the names of the tasks in the texts.
     *
     * @param plan the plan
     * @return the statements, in the order of the plan
     */
    public List<ReceiptStatement> tasks(Plan plan) {
        return statements(plan.json());
    }

    private List<ReceiptStatement> statements(byte[] plan) {
        return Fields.list(Json.read(Calls.statements(json(), plan)), Fields.object(ReceiptStatement::new));
    }

    /**
     * Checks the receipt against the public form.
     *
     * @param publicForm the public form
     * @return the report
     */
    public Report check(PublicForm publicForm) {
        return new Report(new Handle(Calls.checkReceipt(json(), publicForm.handle(), null)));
    }

    /**
     * Checks the receipt against the public form and the plan.
     *
     * @param publicForm the public form
     * @param plan the plan, or {@code null}
     * @return the report
     */
    public Report check(PublicForm publicForm, Plan plan) {
        return new Report(new Handle(Calls.checkReceipt(json(), publicForm.handle(), plan == null ? null : plan.json())));
    }

    @Override
    public String toString() {
        return "Receipt(" + entity() + ")";
    }

    /**
     * Writes {@code receipt.json}.
     *
     * @return the receipt as JSON; indented unless it was made with many others
     */
    public String toJson() {
        return text();
    }
}
