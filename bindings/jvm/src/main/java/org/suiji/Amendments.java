package org.suiji;

import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * The changes after a draw (变更), in the order in which they were decided. The record itself is never altered. {@link
 * Sealed} makes amendments of requests.
 */
public final class Amendments extends AmendmentsFields {
    Amendments(byte[] json) {
        super(json);
    }

    /**
     * Reads {@code amendments.json}. Only the form is checked; {@link Suiji#verify(DrawRecord, Evidence)} checks the content if the evidence has them.
     *
     * @param json the document
     * @return the amendments
     * @throws SuijiException with all faults of the document
     */
    public static Amendments fromJson(byte[] json) {
        return new Amendments(check(Calls.AMENDMENTS, json));
    }

    /**
     * Reads {@code amendments.json}.
     *
     * @param json the document
     * @return the amendments
     * @throws SuijiException with all faults of the document
     */
    public static Amendments fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the digest of the last amendment. Publish it, because it fixes this and all earlier amendments.
     *
     * @param commitment the commitment of the record, which names the hash suite
     * @return 64 hex digits
     */
    public String digest(Commitment commitment) {
        return Utf8.text(Calls.digest(Calls.AMENDMENTS, commitment.hash().ordinal() + 1, json()));
    }

    /**
     * Returns the holders of all seats after all these amendments.
     *
     * @param record the record that is amended
     * @return the state
     * @throws SuijiException if they belong to another record, or one of them does not fit
     */
    public AmendedState state(DrawRecord record) {
        return new AmendedState(Fields.map(Json.read(Calls.state(record.handle(), json()))));
    }

    @Override
    public String toString() {
        return "Amendments(" + record() + ", " + list().size() + ")";
    }

    /**
     * Writes {@code amendments.json}.
     *
     * @return the amendments as indented JSON
     */
    public String toJson() {
        return text();
    }
}
