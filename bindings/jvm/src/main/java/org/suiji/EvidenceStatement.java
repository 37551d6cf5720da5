package org.suiji;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * What is signed and stamped: a document of a draw, by its digest. In Rust it is {@code Statement}.
 *
 * <pre>{@code
 * EvidenceStatement statement = EvidenceStatement.of(sealed.commitment());
 * byte[] request = statement.timestampRequest();               // for a timestamp authority, before the draw
 * Stamp stamp = statement.verifyTimestamp(answer, certificates);
 * Envelope envelope = Envelope.of(statement).attach(publicKey, signature);
 * }</pre>
 */
public final class EvidenceStatement extends EvidenceStatementFields {
    EvidenceStatement(byte[] json) {
        super(json);
    }

    /**
     * Makes the statement about a commitment.
     *
     * @param commitment the commitment
     * @return the statement
     */
    public static EvidenceStatement of(Commitment commitment) {
        return new EvidenceStatement(Calls.statement(commitment.json(), null, null));
    }

    /**
     * Makes the statement about a record.
     *
     * @param record the record
     * @return the statement
     */
    public static EvidenceStatement of(DrawRecord record) {
        return ofRecord(record.commitment(), record.digest());
    }

    /**
     * Makes the statement about the record of a public form.
     *
     * @param form the public form
     * @return the statement
     */
    public static EvidenceStatement of(PublicForm form) {
        return ofRecord(form.commitment(), form.record());
    }

    /**
     * Makes the statement about the amendments to a record.
     *
     * @param commitment the commitment of the record
     * @param amendments the amendments
     * @return the statement
     */
    public static EvidenceStatement of(Commitment commitment, Amendments amendments) {
        return new EvidenceStatement(Calls.statement(commitment.json(), null, amendments.json()));
    }

    /**
     * Makes the statement about the commitment with this digest. A witness needs only the noted digest for it.
     *
     * @param hash the hash suite of the commitment
     * @param commitment the digest of the commitment, in hex
     * @return the statement
     * @throws SuijiException if it is not a digest
     */
    public static EvidenceStatement of(Hash hash, String commitment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("spec", "suiji-v1");
        fields.put("hash", hash.word());
        fields.put("commitment", Objects.requireNonNull(commitment, "commitment"));
        return fromJson(Json.write(fields));
    }

    private static EvidenceStatement ofRecord(Commitment commitment, String record) {
        return new EvidenceStatement(Calls.statement(commitment.json(), Utf8.bytes(record), null));
    }

    /**
     * Reads a statement, such as the payload of an envelope.
     *
     * @param json the statement
     * @return the statement
     * @throws SuijiException if it is not one
     */
    public static EvidenceStatement fromJson(byte[] json) {
        return new EvidenceStatement(Calls.envelopeStatement(Calls.envelope(Objects.requireNonNull(json, "json"))));
    }

    /**
     * Reads a statement, such as the payload of an envelope.
     *
     * @param json the statement
     * @return the statement
     * @throws SuijiException if it is not one
     */
    public static EvidenceStatement fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns which document it is about.
     *
     * @return the document
     */
    public DocumentKind document() {
        if (amendments().isPresent()) {
            return DocumentKind.AMENDMENTS;
        }
        return record().isPresent() ? DocumentKind.RECORD : DocumentKind.COMMITMENT;
    }

    /**
     * Returns the digest of this document.
     *
     * @return 64 hex digits
     */
    public String digest() {
        return amendments().orElseGet(() -> record().orElseGet(this::commitment));
    }

    /**
     * Returns the bytes to sign. Give them to a token or another system.
     *
     * @return the pre-authentication encoding of DSSE
     */
    public byte[] toSign() {
        return Calls.toSign(json());
    }

    /**
     * Returns the request for a timestamp.
     *
     * @return a TimeStampReq in DER, {@code application/timestamp-query}
     */
    public byte[] timestampRequest() {
        return Calls.timestampRequest(json());
    }

    /**
     * Verifies that a trusted authority stamped this document. Whether a certificate was revoked is not checked.
     *
     * @param token the answer of the authority, or the token in it, in DER, PEM, base64 or hex
     * @param certificates those that you trust, in PEM or DER
     * @return who stamped, and when
     * @throws SuijiException with all faults of the token
     */
    public Stamp verifyTimestamp(byte[] token, byte[] certificates) {
        Objects.requireNonNull(token, "token");
        return new Stamp(Fields.map(Json.read(Calls.timestampVerify(json(), token, certificates))));
    }

    /**
     * Writes the statement.
     *
     * @return canonical JSON
     */
    public String toJson() {
        return text();
    }

    @Override
    public String toString() {
        return "EvidenceStatement(" + document().word() + " " + digest() + ")";
    }
}
