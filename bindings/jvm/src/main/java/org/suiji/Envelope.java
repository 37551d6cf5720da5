package org.suiji;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** A statement and the signatures over it, in the form of DSSE. Keys are Ed25519 or SM2, in the PEM files of OpenSSL. */
public final class Envelope extends EnvelopeFields {
    Envelope(byte[] json) {
        super(json);
    }

    /**
     * Makes an envelope without signatures.
     *
     * @param statement what will be signed
     * @return the envelope
     */
    public static Envelope of(EvidenceStatement statement) {
        return new Envelope(Calls.envelope(statement.json()));
    }

    /**
     * Reads an envelope. Its signatures are not verified.
     *
     * @param json the document
     * @return the envelope
     * @throws SuijiException with all faults of the document
     */
    public static Envelope fromJson(byte[] json) {
        Calls.envelopeStatement(Objects.requireNonNull(json, "json"));
        // Some editors on Windows begin a file with a byte order mark, which the library ignores.
        return new Envelope(Arrays.copyOfRange(json, json[0] == (byte) 0xEF ? 3 : 0, json.length));
    }

    /**
     * Reads an envelope. Its signatures are not verified.
     *
     * @param json the document
     * @return the envelope
     * @throws SuijiException with all faults of the document
     */
    public static Envelope fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Returns the id of a public key: SHA-256 of its SubjectPublicKeyInfo.
     *
     * @param publicKey the key in PEM, or a certificate
     * @return 64 hex digits
     * @throws SuijiException if it is not a key, or a weak one
     */
    public static String idOf(String publicKey) {
        return new Fields(Fields.map(Json.read(Calls.publicKey(Utf8.bytes(publicKey))))).text("id");
    }

    /**
     * Returns what was signed.
     *
     * @return the statement
     */
    public EvidenceStatement statement() {
        return new EvidenceStatement(Calls.envelopeStatement(json()));
    }

    /**
     * Returns the ids of the keys that signed.
     *
     * @return the ids, in the order in which the signatures were added
     */
    public List<String> keys() {
        return signatures().stream().map(EnvelopeSignature::keyId).collect(Collectors.toList());
    }

    /**
     * Adds the signature that a token or another system returned for {@link EvidenceStatement#toSign()}: 64 bytes, or the DER of r
     * and s, either also as base64 or hex. Only a valid signature is added.
     *
     * @param publicKey the key in PEM, or a certificate
     * @param signature the signature
     * @return a new envelope
     * @throws SuijiException if the signature is not that of the key, or the key has signed before
     */
    public Envelope attach(String publicKey, byte[] signature) {
        Objects.requireNonNull(signature, "signature");
        return new Envelope(Calls.envelopeAttach(json(), Utf8.bytes(publicKey), signature));
    }

    /**
     * Signs with a private key.
     *
     * @param privateKey the key in PEM, not encrypted
     * @return a new envelope
     * @throws SuijiException if it is not such a key, or it has signed before
     */
    public Envelope sign(String privateKey) {
        return new Envelope(Calls.envelopeSign(json(), Utf8.bytes(privateKey)));
    }

    /**
     * Checks the signature of a key.
     *
     * @param publicKey the key in PEM, or a certificate
     * @throws SuijiException if the key has not signed, or its signature is wrong
     */
    public void verify(String publicKey) {
        Calls.envelopeVerify(json(), Utf8.bytes(publicKey));
    }

    /**
     * Writes the envelope.
     *
     * @return indented JSON
     */
    public String toJson() {
        return text();
    }

    @Override
    public String toString() {
        return "Envelope(" + statement() + ", " + keys() + ")";
    }
}
