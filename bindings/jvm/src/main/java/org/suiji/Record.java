package org.suiji;

import java.util.List;
import java.util.Optional;

/** The record of a draw (抽取记录). */
public final class Record extends Native<org.suiji.kotlin.Record> implements AutoCloseable {
    Record(org.suiji.kotlin.Record core) {
        super(core);
    }

    /**
     * Reads {@code record.json}. Only the form is checked; {@link Suiji#verify(Record, Evidence)} checks the content.
     *
     * @param json the document
     * @return the record
     * @throws SuijiException with all faults of the document
     */
    public static Record fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Record(org.suiji.kotlin.Record.Companion.fromJson(json, null)));
    }

    /**
     * Reads {@code record.json}.
     *
     * @param json the document
     * @return the record
     * @throws SuijiException with all faults of the document
     */
    public static Record fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns the digest, which identifies the record in other documents.
     *
     * @return 64 hex digits
     */
    public String digest() {
        return Call.read(call -> call.hold(this).digest());
    }

    /**
     * Returns the seed, computed from all contributions.
     *
     * @return 64 hex digits
     */
    public String seed() {
        return Call.read(call -> call.hold(this).seed());
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
     * Returns the contributions.
     *
     * @return the contributions
     */
    public Contributions contributions() {
        return Call.read(call -> new Contributions(call.hold(this).contributions()));
    }

    /**
     * Returns the draws. Each call copies them onto the heap.
     *
     * @return a draw for each task, in the order of the tasks
     */
    public List<Draw> draws() {
        return Call.read(call -> Values.list(call.hold(this).draws(), Draw::new));
    }

    /**
     * Returns the draw of one task.
     *
     * @param task the id of the task
     * @return the draw, if there is such a task
     */
    public Optional<Draw> draw(String task) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).draw(task)).map(Draw::new));
    }

    /**
     * Returns who holds which seat after the draw, without amendments.
     *
     * @return the state
     * @throws SuijiException if the teams of the record do not fit together
     */
    public State state() throws SuijiException {
        return Call.run(call -> new State(call.hold(this).state()));
    }

    /**
     * Writes {@code record.json}.
     *
     * @return the record as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /**
     * Returns the bytes whose hash is the digest.
     *
     * @return the record as canonical JSON
     */
    public byte[] canonical() {
        return Call.read(call -> call.hold(this).canonical());
    }

    /** Frees the record. */
    @Override
    public void close() {
        free();
    }

    @Override
    String describe() {
        return "Record(" + digest() + ")";
    }
}
