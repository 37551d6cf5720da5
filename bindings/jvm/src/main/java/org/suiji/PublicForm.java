package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The public form of a record (公示): what the public needs to check a draw. */
public final class PublicForm extends Native<org.suiji.kotlin.PublicForm> implements AutoCloseable {
    PublicForm(org.suiji.kotlin.PublicForm core) {
        super(core);
    }

    /**
     * Reads {@code public-form.json}, form only: whether it is right, {@link Suiji#verifyPublic(PublicForm, Evidence)} says.
     *
     * @param json the document
     * @return the public form
     * @throws SuijiException every fault of the document
     */
    public static PublicForm fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new PublicForm(org.suiji.kotlin.PublicForm.Companion.fromJson(json, null)));
    }

    /**
     * Reads {@code public-form.json}.
     *
     * @param json the document
     * @return the public form
     * @throws SuijiException every fault of the document
     */
    public static PublicForm fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
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
     * The sheet.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return Call.read(call -> new Commitment(call.hold(this).commitment()));
    }

    /**
     * What one task drew.
     *
     * @param task the task's id
     * @return the entities' ids, or nothing where there is no such task
     */
    public Optional<List<String>> selected(String task) {
        return Call.read(call ->
                Optional.ofNullable(call.hold(this).selected(task)).map(Collections::unmodifiableList));
    }

    /**
     * The document.
     *
     * @return the public form as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /** Frees it. */
    @Override
    public void close() {
        free();
    }

    @Override
    public String toString() {
        return "PublicForm(of " + record() + ")";
    }
}
