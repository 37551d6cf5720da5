package org.suiji;

import java.util.Collections;
import java.util.List;

/** Why an input was refused: one or more faults, each with a stable code and a message in two languages. */
public final class SuijiException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The code of the first fault. */
    private final String code;
    /** The kind of document of the first fault. */
    private final String kind;
    /** The message in Chinese. */
    private final String messageZh;
    /** How many faults there are. */
    private final long faultCount;
    /** The faults. They are not serialized. */
    private final transient List<Fault> faults;

    SuijiException(org.suiji.kotlin.SuijiException.Refused core) {
        super(core.getCode() + ": " + core.getMessageEn());
        code = core.getCode();
        kind = core.getKind();
        messageZh = core.getMessageZh();
        faultCount = core.getFaultCount();
        faults = Values.list(core.getFaults(), Fault::new);
    }

    /**
     * Returns the code of the first fault. Codes do not change between versions.
     *
     * @return a code of SPEC.md, annex C, such as {@code registry.duplicate-id}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the kind of document of the first fault.
     *
     * @return a word such as {@code registry} or {@code public_form}; {@code cancelled} if a listener cancelled the call
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns the message in Chinese, for the people who work with the tables. {@link #getMessage()} is in English.
     *
     * @return a line for each fault shown
     */
    public String messageZh() {
        return messageZh;
    }

    /**
     * Returns the faults that are kept. The same fault in several rows is one fault with a count.
     *
     * @return the faults; empty if the exception was serialized
     */
    public List<Fault> faults() {
        return faults == null ? Collections.emptyList() : faults;
    }

    /**
     * Returns how many faults there are.
     *
     * @return the number, including faults that are not kept
     */
    public long faultCount() {
        return faultCount;
    }
}
