package org.suiji;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Utf8;

/** The public form of a record (公示文本): what the public needs to check the draw. */
public final class PublicForm extends PublicFormFields {
    private final String record;

    PublicForm(Handle handle) {
        super(handle);
        record = digest(handle);
    }

    /**
     * Creates the public form of a record whose commitment is not blinded.
     *
     * @param record the record
     * @return the public form
     * @throws SuijiException if the commitment is blinded
     */
    public static PublicForm of(DrawRecord record) {
        return of(record, null);
    }

    /**
     * Creates the public form of a record. A blinded commitment needs its secret to hide the tickets.
     *
     * @param record the record
     * @param secret the secret, in hex, or {@code null} if the commitment is not blinded
     * @return the public form
     * @throws SuijiException if the secret is missing, not needed, or not that of the commitment
     */
    public static PublicForm of(DrawRecord record, String secret) {
        return new PublicForm(new Handle(Calls.publicForm(record.handle(), Utf8.bytesOrNull(secret), 1, null)));
    }

    /**
     * Reads {@code public-form.json}. Only the form is checked; {@link Suiji#verifyPublic(PublicForm, Evidence)} checks the content.
     *
     * @param json the document
     * @return the public form
     * @throws SuijiException with all faults of the document
     */
    public static PublicForm fromJson(byte[] json) {
        return new PublicForm(new Handle(Calls.read(Calls.PUBLIC_FORM, Objects.requireNonNull(json, "json"), 1, null)));
    }

    /**
     * Reads {@code public-form.json}.
     *
     * @param json the document
     * @return the public form
     * @throws SuijiException with all faults of the document
     */
    public static PublicForm fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the commitment.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return new Commitment(Calls.part(handle(), Calls.COMMITMENT));
    }

    /**
     * Returns the contributions.
     *
     * @return the contributions of all sources
     */
    public Contributions contributions() {
        return new Contributions(Calls.part(handle(), Calls.CONTRIBUTIONS));
    }

    /**
     * Returns the published result of a task.
     *
     * @param task the id of the task
     * @return the result, if there is such a task
     */
    public Optional<PublicDraw> draw(String task) {
        return draws().stream().filter(draw -> draw.task().equals(task)).findFirst();
    }

    /**
     * Returns the entities that a task selected.
     *
     * @param task the id of the task
     * @return the ids of the entities, if there is such a task
     */
    public Optional<List<String>> selected(String task) {
        return draw(task).map(PublicDraw::selected);
    }

    /**
     * Returns the greatest selected ticket of each stratum of a task.
     *
     * @param task the id of the task
     * @return the strata with selected entities, if there is such a task
     */
    public Optional<List<Last>> last(String task) {
        return draw(task).map(PublicDraw::last);
    }

    @Override
    public String toString() {
        return "PublicForm(" + record + ")";
    }
}
