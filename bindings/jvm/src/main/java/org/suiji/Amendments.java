package org.suiji;

import java.util.List;

/**
 * What was changed after a draw (变更), in the order in which it was decided. The record itself is never altered. {@link Sealed} makes
 * amendments of requests.
 */
public final class Amendments extends Native<org.suiji.kotlin.Amendments> {
    Amendments(org.suiji.kotlin.Amendments core) {
        super(core);
    }

    /**
     * Reads {@code amendments.json}. Only the form is checked; {@link Suiji#verify(Record, Evidence)} checks the content if the evidence
     * has them.
     *
     * @param json the document
     * @return the amendments
     * @throws SuijiException with all faults of the document
     */
    public static Amendments fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Amendments(org.suiji.kotlin.Amendments.Companion.fromJson(json)));
    }

    /**
     * Reads {@code amendments.json}.
     *
     * @param json the document
     * @return the amendments
     * @throws SuijiException with all faults of the document
     */
    public static Amendments fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns the record that is amended.
     *
     * @return the digest of the record
     */
    public String record() {
        return Call.read(call -> call.hold(this).record());
    }

    /**
     * Returns the amendments.
     *
     * @return the amendments, in the order in which they were decided
     */
    public List<Amendment> list() {
        return Call.read(call -> Values.list(call.hold(this).list(), Amendment::new));
    }

    /**
     * Returns the digest of the last amendment. Publish it: it fixes all before it.
     *
     * @param commitment the commitment of the record, which names the hash suite
     * @return 64 hex digits
     */
    public String digest(Commitment commitment) {
        return Call.read(call -> call.hold(this).digest(call.hold(commitment)));
    }

    /**
     * Returns who holds which seat after all these amendments.
     *
     * @param record the record that is amended
     * @return the state
     * @throws SuijiException if they belong to another record, or one of them does not fit
     */
    public State state(Record record) throws SuijiException {
        return Call.run(call -> new State(call.hold(this).state(call.hold(record))));
    }

    /**
     * Writes {@code amendments.json}.
     *
     * @return the amendments as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    String describe() {
        return "Amendments(" + record() + ", " + list().size() + ")";
    }
}
