package org.suiji;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a sheet is sealed: hash suite, time, sources, blinding, earlier sheets. Each {@code with} gives another ceremony. */
public final class Ceremony extends Native<org.suiji.kotlin.Ceremony> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    Ceremony(org.suiji.kotlin.Ceremony core) {
        super(core);
    }

    /**
     * A ceremony of these sources.
     *
     * @param hash the hash suite
     * @param sources the sources, in order
     * @return the ceremony
     * @throws SuijiException where a source has not the right form
     */
    public static Ceremony of(Hash hash, Source... sources) throws SuijiException {
        return Call.run(call -> new Ceremony(new org.suiji.kotlin.Ceremony(
                hash.core(), Values.list(Arrays.asList(sources), Source::core))));
    }

    /**
     * Reads {@code ceremony.json}.
     *
     * @param json the document
     * @return the ceremony
     * @throws SuijiException every fault of the document
     */
    public static Ceremony fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> new Ceremony(org.suiji.kotlin.Ceremony.Companion.fromJson(json)));
    }

    /**
     * Reads {@code ceremony.json}.
     *
     * @param json the document
     * @return the ceremony
     * @throws SuijiException every fault of the document
     */
    public static Ceremony fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Sets the time of sealing, which a sheet needs.
     *
     * @param time the time; what is less than a second is cut off
     * @return another ceremony
     * @throws SuijiException where a sheet cannot hold the time
     */
    public Ceremony withSealedAt(OffsetDateTime time) throws SuijiException {
        String written = time.format(TIME);
        return Call.run(call -> new Ceremony(call.hold(this).withSealedAt(written)));
    }

    /**
     * Blinds the sheet, so that its roots tell nothing of the tables.
     *
     * @param secret 32 random bytes, in hex, to be kept with the inputs
     * @return another ceremony
     * @throws SuijiException where the secret has not the right form
     */
    public Ceremony blinded(String secret) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).blinded(secret)));
    }

    /**
     * Names the authority's last sheet, of whatever plan.
     *
     * @param sheet the digest of its commitment
     * @return another ceremony
     * @throws SuijiException where the digest has not the right form
     */
    public Ceremony withPrevious(String sheet) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).withPrevious(sheet)));
    }

    /**
     * Adds an earlier sheet whose draw stands.
     *
     * @param commitment the digest of its commitment
     * @param record the digest of its record
     * @return another ceremony
     * @throws SuijiException where a digest has not the right form
     */
    public Ceremony withFollowed(String commitment, String record) throws SuijiException {
        org.suiji.kotlin.Followed sheet = new org.suiji.kotlin.Followed(commitment, record);
        return Call.run(call -> new Ceremony(call.hold(this).withFollowed(sheet)));
    }

    /**
     * Adds an earlier sheet that this one replaces.
     *
     * @param sheet the sheet, why it is replaced and who approved that
     * @return another ceremony
     * @throws SuijiException where a part of it has not the right form
     */
    public Ceremony withSuperseded(Superseded sheet) throws SuijiException {
        return Call.run(call -> new Ceremony(call.hold(this).withSuperseded(sheet.core())));
    }

    /**
     * Gives earlier sheets that the office holds, against which sealing checks.
     *
     * @param sheets the sheets
     * @return another ceremony
     */
    public Ceremony withEarlier(List<Commitment> sheets) {
        return Call.read(call -> new Ceremony(call.hold(this).withEarlier(Values.list(sheets, call::hold))));
    }

    /**
     * The secret of a blinded sheet.
     *
     * @return 64 digits in hex, where the sheet is blinded
     */
    public Optional<String> secret() {
        return Call.read(call -> Optional.ofNullable(call.hold(this).secret()));
    }

    /**
     * The document, for the office's own safe.
     *
     * @return the ceremony as indented JSON, with the secret
     */
    public String toJsonWithSecret() {
        return Call.read(call -> call.hold(this).toJsonWithSecret());
    }

    /** Without anything that may be secret. */
    @Override
    public String toString() {
        return "Ceremony(…)";
    }
}
