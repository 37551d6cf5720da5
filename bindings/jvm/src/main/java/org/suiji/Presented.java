package org.suiji;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * The documents of a draw and the evidence about them, for a policy: who must have signed and stamped what. It never changes; each
 * {@code with} returns a new object.
 */
public final class Presented {
    private final Commitment commitment;
    private final String record;
    private final Amendments amendments;
    private final Map<String, List<Object>> evidence;

    private Presented(Commitment commitment, String record, Amendments amendments, Map<String, List<Object>> evidence) {
        this.commitment = Objects.requireNonNull(commitment, "commitment");
        this.record = record;
        this.amendments = amendments;
        this.evidence = evidence;
    }

    /**
     * Presents a commitment.
     *
     * @param commitment the commitment
     * @return an object without evidence
     */
    public static Presented of(Commitment commitment) {
        return new Presented(commitment, null, null, new LinkedHashMap<>());
    }

    /**
     * Presents a record and its commitment.
     *
     * @param record the record
     * @return an object without evidence
     */
    public static Presented of(DrawRecord record) {
        return new Presented(record.commitment(), record.digest(), null, new LinkedHashMap<>());
    }

    /**
     * Presents the record of a public form and its commitment.
     *
     * @param form the public form
     * @return an object without evidence
     */
    public static Presented of(PublicForm form) {
        return new Presented(form.commitment(), form.record(), null, new LinkedHashMap<>());
    }

    /**
     * Adds the amendments to the record.
     *
     * @param amendments the amendments
     * @return a new object
     */
    public Presented withAmendments(Amendments amendments) {
        return new Presented(commitment, record, amendments, evidence);
    }

    /**
     * Adds signatures. They may be about another document.
     *
     * @param envelope the envelope
     * @return a new object
     */
    public Presented withEnvelope(Envelope envelope) {
        return with("envelopes", Json.read(envelope.json()));
    }

    /**
     * Adds a timestamp.
     *
     * @param document the document that it is about
     * @param token the answer of the authority, or the token in it, in DER
     * @return a new object
     */
    public Presented withToken(DocumentKind document, byte[] token) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("document", document.word());
        one.put("token", Base64.getEncoder().encodeToString(token));
        return with("timestamps", one);
    }

    /**
     * Adds the time when a value became known, such as the beginning of the draw in the minutes. A timestamp of the commitment counts
     * only if it is earlier. Rounds of drand are known already.
     *
     * @param what what became known
     * @param at the time
     * @return a new object
     */
    public Presented withValueAt(String what, OffsetDateTime at) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("what", Objects.requireNonNull(what, "what"));
        one.put("at", Fields.time(at));
        return with("values", one);
    }

    private Presented with(String list, Object item) {
        Map<String, List<Object>> changed = new LinkedHashMap<>(evidence);
        List<Object> items = new ArrayList<>(changed.getOrDefault(list, new ArrayList<>()));
        items.add(item);
        changed.put(list, items);
        return new Presented(commitment, record, amendments, changed);
    }

    /**
     * Judges the evidence by a policy, which should be published before the draw.
     *
     * @param policy the policy, a document of policy.schema.json
     * @return a verdict for each rule, key and timestamp
     * @throws SuijiException if the policy, an envelope or a token cannot be read
     */
    public PolicyReport verify(String policy) {
        byte[] amended = amendments == null ? null : amendments.json();
        byte[] report = Calls.policyVerify(
                Utf8.bytes(policy), commitment.json(), Utf8.bytesOrNull(record), amended, Utf8.bytes(Json.write(evidence)));
        return new PolicyReport(Fields.map(Json.read(report)));
    }
}
