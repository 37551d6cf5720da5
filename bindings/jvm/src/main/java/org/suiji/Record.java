package org.suiji;

import java.util.List;
import java.util.Optional;

/** The record of a draw (抽取记录). */
public final class Record extends Native<org.suiji.kotlin.Record> implements AutoCloseable {
    Record(org.suiji.kotlin.Record core) {
        super(core);
    }

    /**
     * Reads {@code record.json}, form only: whether it is right, {@link Suiji#verify(Record, Evidence)} says.
     *
     * @param json the document
     * @return the record
     * @throws SuijiException every fault of the document
     */
    public static Record fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Record(org.suiji.kotlin.Record.Companion.fromJson(json, null)));
    }

    /**
     * Reads {@code record.json}.
     *
     * @param json the document
     * @return the record
     * @throws SuijiException every fault of the document
     */
    public static Record fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * The digest, by which other documents name the record.
     *
     * @return 64 digits in hex
     */
    public String digest() {
        return Call.read(call -> call.hold(this).digest());
    }

    /**
     * The seed that all sources made together.
     *
     * @return 64 digits in hex
     */
    public String seed() {
        return Call.read(call -> call.hold(this).seed());
    }

    /**
     * The sheet it was drawn from.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return Call.read(call -> new Commitment(call.hold(this).commitment()));
    }

    /**
     * What the sources gave.
     *
     * @return the contributions
     */
    public Contributions contributions() {
        return Call.read(call -> new Contributions(call.hold(this).contributions()));
    }

    /**
     * What was drawn. Each call copies it onto the heap.
     *
     * @return a draw for each task, in the order of the tasks
     */
    public List<Draw> draws() {
        return Call.read(call -> Values.list(call.hold(this).draws(), Draw::new));
    }

    /**
     * What one task drew.
     *
     * @param task the task's id
     * @return the draw, or nothing where there is no such task
     */
    public Optional<Draw> draw(String task) {
        return Call.read(call -> Optional.ofNullable(call.hold(this).draw(task)).map(Draw::new));
    }

    /**
     * The form that is published.
     *
     * @return the public form
     */
    public PublicForm publicForm() {
        return Call.read(call -> new PublicForm(call.hold(this).publicForm(null)));
    }

    /**
     * The document.
     *
     * @return the record as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /**
     * The bytes whose hash is the digest.
     *
     * @return the record as canonical JSON
     */
    public byte[] canonical() {
        return Call.read(call -> call.hold(this).canonical());
    }

    /** Frees it. */
    @Override
    public void close() {
        free();
    }

    @Override
    public String toString() {
        return "Record(" + digest() + ")";
    }
}
