package org.suiji;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The commitment (封存单): what was fixed before the seed existed. */
public final class Commitment extends Native<org.suiji.kotlin.Commitment> {
    Commitment(org.suiji.kotlin.Commitment core) {
        super(core);
    }

    /**
     * Reads {@code commitment.json}. Only the form is checked; {@link Sealed#reopen(Inputs, Commitment)} checks it against the inputs.
     *
     * @param json the document
     * @return the commitment
     * @throws SuijiException with all faults of the document
     */
    public static Commitment fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Commitment(org.suiji.kotlin.Commitment.Companion.fromJson(json)));
    }

    /**
     * Reads {@code commitment.json}.
     *
     * @param json the document
     * @return the commitment
     * @throws SuijiException with all faults of the document
     */
    public static Commitment fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns the digest. Publish it before any source produces its value.
     *
     * @return 64 hex digits
     */
    public String digest() {
        return Call.read(call -> call.hold(this).digest());
    }

    /**
     * Returns the digest in groups of four, for reading aloud.
     *
     * @return 16 groups, separated by spaces
     */
    public String digestGroups() {
        return Call.read(call -> call.hold(this).digestGroups());
    }

    /**
     * Returns the time of sealing.
     *
     * @return the time with its offset
     */
    public OffsetDateTime sealedAt() {
        return Call.read(call -> OffsetDateTime.parse(call.hold(this).sealedAt()));
    }

    /**
     * Returns the authority.
     *
     * @return the name of the authority
     */
    public String authority() {
        return Call.read(call -> call.hold(this).authority());
    }

    /**
     * Returns the year of the plan.
     *
     * @return the year
     */
    public int year() {
        return Call.read(call -> Math.toIntExact(call.hold(this).year()));
    }

    /**
     * Tells whether the commitment is blinded.
     *
     * @return true if checking it against the inputs needs the secret
     */
    public boolean blinded() {
        return Call.read(call -> call.hold(this).blinded());
    }

    /**
     * Returns the tasks.
     *
     * @return the tasks, in the order of the plan
     */
    public List<SealedTask> tasks() {
        return Call.read(call -> Values.list(call.hold(this).tasks(), SealedTask::new));
    }

    /**
     * Returns the sources of the seed.
     *
     * @return the sources, in order
     */
    public List<SealedSource> sources() {
        return Call.read(call -> Values.list(call.hold(this).sources(), SealedSource::new));
    }

    /**
     * Makes the contribution of a live source from the numbers that fell.
     *
     * @param source the number of the source, counted from 0
     * @param fallen the numbers of all its parts, one after another, in the order in which they fell; those without return are
     *     sorted here
     * @return the contribution
     * @throws SuijiException if the source is not live, or the numbers do not fit it
     */
    public Contribution arrange(int source, long... fallen) throws SuijiException {
        List<Long> numbers = Arrays.stream(fallen).boxed().collect(Collectors.toList());
        return Call.run(call -> new Contribution(call.hold(this).arrange(source, numbers)));
    }

    /**
     * Writes {@code commitment.json}.
     *
     * @return the commitment as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    /**
     * Returns the bytes whose hash is the digest.
     *
     * @return the commitment as canonical JSON
     */
    public byte[] canonical() {
        return Call.read(call -> call.hold(this).canonical());
    }

    @Override
    String describe() {
        return "Commitment(" + digest() + ")";
    }
}
