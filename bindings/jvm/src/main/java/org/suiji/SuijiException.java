package org.suiji;

import java.util.List;
import java.util.Map;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * The reason why an input was refused: one or more faults, each with a stable code and a message in two languages.
 *
 * <p>It is unchecked, so it passes through callbacks such as those of {@code JdbcTemplate}, and Spring rolls back after
 * it.
 */
public final class SuijiException extends RuntimeException {
    private static final long serialVersionUID = 2L;

    /** The message in Chinese. */
    private final String messageZh;
    /** The error in the form that the library writes: a document of error.schema.json. */
    private final String json;

    /** The native library calls this. */
    SuijiException(byte[] message, byte[] messageZh, byte[] json) {
        super(Utf8.text(message));
        this.messageZh = Utf8.text(messageZh);
        this.json = Utf8.text(json);
    }

    private Fields fields() {
        Map<String, Object> error = Fields.map(Json.read(Utf8.bytes(json)));
        return new Fields(error);
    }

    /**
     * Returns the code of the first fault. Codes do not change between versions.
     *
     * @return a code of SPEC.md, annex C, such as {@code registry.duplicate-id}
     */
    public String code() {
        return fields().text("code");
    }

    /**
     * Returns the kind of document of the first fault.
     *
     * @return a word such as {@code registry} or {@code public_form}; {@code cancelled} if a listener cancelled the call
     */
    public String kind() {
        return fields().text("kind");
    }

    /**
     * Returns the message in Chinese, for the people who work with the tables. {@link #getMessage()} is in English.
     *
     * @return a line for each shown fault
     */
    public String messageZh() {
        return messageZh;
    }

    /**
     * Returns the faults that are kept. The same fault in several rows is one fault with a count.
     *
     * @return the faults
     */
    public List<Fault> faults() {
        return fields().list("faults", Fields.object(Fault::new));
    }

    /**
     * Returns the number of faults.
     *
     * @return the number, including faults that are not kept
     */
    public long faultCount() {
        return fields().number("count");
    }

    /**
     * Writes the error, with all faults and both languages.
     *
     * @return a JSON document
     */
    public String toJson() {
        return json;
    }
}
