package org.suiji;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The record of a draw (抽取记录): commitment, contributions, seed, and the result of the draw. In Rust it is {@code
Record}. */
public final class DrawRecord extends DrawRecordFields {
    private final String digest;

    DrawRecord(Handle handle) {
        super(handle);
        digest = digest(handle);
    }

    /**
     * Reads {@code record.json}. Only the form is checked; {@link Suiji#verify(DrawRecord, Evidence)} checks the content.
     *
     * @param json the document
     * @return the record
     * @throws SuijiException with all faults of the document
     */
    public static DrawRecord fromJson(byte[] json) {
        return new DrawRecord(new Handle(Calls.read(Calls.RECORD, Objects.requireNonNull(json, "json"), 1, null)));
    }

    /**
     * Reads {@code record.json}.
     *
     * @param json the document
     * @return the record
     * @throws SuijiException with all faults of the document
     */
    public static DrawRecord fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the digest.
     *
     * @return 64 hex digits
     */
    public String digest() {
        return digest;
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
     * Returns the draw of a task.
     *
     * @param task the id of the task
     * @return the draw, if there is such a task
     */
    public Optional<Draw> draw(String task) {
        return draws().stream().filter(draw -> draw.task().equals(task)).findFirst();
    }

    /**
     * Returns the holders of all seats before any amendment.
     *
     * @return the state
     * @throws SuijiException if the record contradicts itself
     */
    public AmendedState state() {
        return new AmendedState(Fields.map(Json.read(Calls.state(handle(), null))));
    }

    /**
     * Returns the selected entities and the reserves of a task, with exact inclusion probabilities, ranks and teams. A
     * record does not contain the risk classes.
     *
     * @param task the id of the task
     * @return a row for each of them
     * @throws IllegalArgumentException if there is no such task
     */
    public List<SampleRow> sample(String task) {
        return sample(null, task, Run.standard());
    }

    /**
     * Returns the result of a task for every entity of the registry. The list takes about 250 bytes for each entity.
     *
     * @param sealed the sealed inputs of this draw; or {@code null}, for the entities in the record only
     * @param task the id of the task
     * @return a row for each entity of the registry
     * @throws SuijiException if the record belongs to another commitment
     * @throws IllegalArgumentException if there is no such task
     */
    public List<SampleRow> sample(Sealed sealed, String task) {
        return sample(sealed, task, Run.standard());
    }

    /**
     * Returns the result of a task for every entity of the registry, with a run.
     *
     * @param sealed the sealed inputs of this draw; or {@code null}, for the entities in the record only
     * @param task the id of the task
     * @param run threads and progress
     * @return a row for each entity of the registry
     * @throws SuijiException if the record belongs to another commitment; {@code cancelled}
     * @throws IllegalArgumentException if there is no such task
     */
    public List<SampleRow> sample(Sealed sealed, String task, Run run) {
        return SampleRows.of(
                Calls.sampleRows(handle(), NativeObject.handleOrNull(sealed), Utf8.bytes(task), run.threads(), run.watch()));
    }

    /**
     * Returns the bytes whose hash is the digest.
     *
     * @return the record as canonical JSON (RFC 8785)
     */
    public byte[] canonical() {
        return Calls.write(handle(), Calls.CANONICAL, 1, null);
    }

    /** Two records are equal if their digests are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DrawRecord && digest.equals(((DrawRecord) other).digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "DrawRecord(" + digest + ")";
    }
}
