package org.suiji;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The public form of a record (公示文本): what the public needs to check the draw. */
public final class PublicForm extends Native<org.suiji.kotlin.PublicForm> implements AutoCloseable {
    PublicForm(org.suiji.kotlin.PublicForm core) {
        super(core);
    }

    /**
     * Creates the public form of a record whose commitment is not blinded.
     *
     * @param record the record
     * @return the public form
     * @throws SuijiException if the commitment is blinded
     */
    public static PublicForm of(Record record) throws SuijiException {
        return of(record, null);
    }

    /**
     * Creates the public form of a record. A blinded commitment needs its secret, which hides the tickets.
     *
     * @param record the record
     * @param secret the secret, in hex, or {@code null} if the commitment is not blinded
     * @return the public form
     * @throws SuijiException if the secret is missing, not needed, or not the one of the commitment
     */
    public static PublicForm of(Record record, String secret) throws SuijiException {
        return Call.run(call ->
                new PublicForm(org.suiji.kotlin.PublicForm.Companion.of(call.hold(record), secret, null)));
    }

    /**
     * Reads {@code public-form.json}. Only the form is checked; {@link Suiji#verifyPublic(PublicForm, Evidence)} checks the content.
     *
     * @param json the document
     * @return the public form
     * @throws SuijiException with all faults of the document
     */
    public static PublicForm fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new PublicForm(org.suiji.kotlin.PublicForm.Companion.fromJson(json, null)));
    }

    /**
     * Reads {@code public-form.json}.
     *
     * @param json the document
     * @return the public form
     * @throws SuijiException with all faults of the document
     */
    public static PublicForm fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
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
     * Returns the commitment.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return Call.read(call -> new Commitment(call.hold(this).commitment()));
    }

    /**
     * Returns the entities that a task selected.
     *
     * @param task the id of the task
     * @return the ids of the entities, if there is such a task
     */
    public Optional<List<String>> selected(String task) {
        return Call.read(call ->
                Optional.ofNullable(call.hold(this).selected(task)).map(Collections::unmodifiableList));
    }

    /**
     * Returns the greatest selected ticket of each stratum of a task.
     *
     * @param task the id of the task
     * @return the strata of which something was selected, if there is such a task
     */
    public Optional<List<Last>> last(String task) {
        return Call.read(call ->
                Optional.ofNullable(call.hold(this).last(task)).map(last -> Values.list(last, Last::new)));
    }

    /**
     * Writes {@code public-form.json}.
     *
     * @return the public form as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /** Frees the public form. */
    @Override
    public void close() {
        free();
    }

    @Override
    String describe() {
        return "PublicForm(" + record() + ")";
    }
}
