package org.suiji;

import java.time.OffsetDateTime;
import java.util.List;

/** The commitment (封存单): what was fixed before anything fell. */
public final class Commitment extends Native<org.suiji.kotlin.Commitment> {
    Commitment(org.suiji.kotlin.Commitment core) {
        super(core);
    }

    /**
     * Reads {@code commitment.json}, form only: whether it is that of some inputs, {@link Sealed#reopen(Inputs, Commitment)} says.
     *
     * @param json the document
     * @return the commitment
     * @throws SuijiException every fault of the document
     */
    public static Commitment fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Commitment(org.suiji.kotlin.Commitment.Companion.fromJson(json)));
    }

    /**
     * Reads {@code commitment.json}.
     *
     * @param json the document
     * @return the commitment
     * @throws SuijiException every fault of the document
     */
    public static Commitment fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * The digest, which is made known before anything falls.
     *
     * @return 64 digits in hex
     */
    public String digest() {
        return Call.read(call -> call.hold(this).digest());
    }

    /**
     * The digest, to be read out.
     *
     * @return its digits in groups
     */
    public String digestGroups() {
        return Call.read(call -> call.hold(this).digestGroups());
    }

    /**
     * The time of sealing.
     *
     * @return the time with its offset
     */
    public OffsetDateTime sealedAt() {
        return Call.read(call -> OffsetDateTime.parse(call.hold(this).sealedAt()));
    }

    /**
     * Whether it is blinded.
     *
     * @return whether checking it against the inputs takes the secret
     */
    public boolean isBlinded() {
        return Call.read(call -> call.hold(this).isBlinded());
    }

    /**
     * The tasks.
     *
     * @return them in the order of the plan
     */
    public List<SealedTask> tasks() {
        return Call.read(call -> Values.list(call.hold(this).tasks(), SealedTask::new));
    }

    /**
     * The document.
     *
     * @return the sheet as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /**
     * The bytes whose hash is the digest.
     *
     * @return the sheet as canonical JSON
     */
    public byte[] canonical() {
        return Call.read(call -> call.hold(this).canonical());
    }

    @Override
    public String toString() {
        return "Commitment(" + digest() + ")";
    }
}
