package org.suiji;

import java.security.SecureRandom;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Utf8;

/** Sealing and verifying. */
public final class Suiji {
    private Suiji() {}

    /**
     * Seals the inputs. After this only the contributions of the sources can influence the draw.
     *
     * @param inputs the inputs
     * @param ceremony the ceremony
     * @return the sealed inputs
     * @throws SuijiException if they cannot be sealed
     */
    public static Sealed seal(Inputs inputs, Ceremony ceremony) {
        return seal(inputs, ceremony, Run.standard());
    }

    /**
     * Seals the inputs, with a run.
     *
     * @param inputs the inputs
     * @param ceremony the ceremony
     * @param run threads and progress
     * @return the sealed inputs
     * @throws SuijiException if they cannot be sealed; {@code cancelled}
     */
    public static Sealed seal(Inputs inputs, Ceremony ceremony, Run run) {
        return new Sealed(new Handle(Calls.seal(
                inputs.handle(), ceremony.json(), ceremony.earlier(), run.threads(), run.watch())));
    }

    /**
     * Verifies a record. The report contains all its faults.
     *
     * @param record the record
     * @param evidence the evidence of the verifier
     * @return the report
     * @throws SuijiException if the secret or a digest in the evidence is invalid
     */
    public static Report verify(DrawRecord record, Evidence evidence) {
        return verify(record, evidence, Run.standard());
    }

    /**
     * Verifies a record, with a run.
     *
     * @param record the record
     * @param evidence the evidence of the verifier
     * @param run threads and progress
     * @return the report
     * @throws SuijiException if the secret or a digest in the evidence is invalid; {@code cancelled}
     */
    public static Report verify(DrawRecord record, Evidence evidence, Run run) {
        return evidence.verify(record.handle(), run);
    }

    /**
     * Verifies a public form. The report contains all its faults.
     *
     * @param publicForm the public form
     * @param evidence the evidence of the verifier
     * @return the report
     * @throws SuijiException if the secret or a digest in the evidence is invalid
     */
    public static Report verifyPublic(PublicForm publicForm, Evidence evidence) {
        return evidence.verify(publicForm.handle(), Run.standard());
    }

    /**
     * Makes a secret, for {@link Ceremony#withSecret(String)}, or a nonce, for
     * {@link Contribution#commitment(Hash, String, String)}.
     *
     * @return 32 random bytes of a {@link SecureRandom}, as 64 hex digits
     */
    public static String newSecret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        StringBuilder hex = new StringBuilder();
        for (byte one : random) {
            hex.append(String.format("%02x", one));
        }
        return hex.toString();
    }

    /**
     * Returns the canonical form of a JSON document (RFC 8785). Digests are hashes of this form.
     *
     * @param json the document
     * @return the canonical form
     * @throws SuijiException if it is not valid JSON or contains {@code null} or a fraction, which no document may contain
     */
    public static byte[] canonicalJson(byte[] json) {
        return Calls.canonicalJson(Objects.requireNonNull(json, "json"));
    }

    /**
     * Returns the version of the native library.
     *
     * @return a version such as {@code 0.1.0}
     */
    public static String version() {
        return Utf8.text(Calls.version());
    }
}
