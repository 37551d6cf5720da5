package org.suiji;

import java.util.Collections;
import java.util.List;

/** Why something was refused: one or more faults, each with a stable code and a text in two languages. */
public final class SuijiException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The code of the first fault. */
    private final String code;
    /** The stage that refused. */
    private final String kind;
    /** All faults in Chinese. */
    private final String messageZh;
    /** How many faults there are. */
    private final long faultCount;
    /** The faults, which are not serialized. */
    private final transient List<Fault> faults;

    SuijiException(org.suiji.kotlin.SuijiException.Refused core) {
        super(core.getCode() + ": " + core.getText());
        code = core.getCode();
        kind = core.getKind();
        messageZh = core.getTextZh();
        faultCount = core.getFaultCount();
        faults = Values.list(core.getFaults(), Fault::new);
    }

    /**
     * The code of the first fault, which stays the same from version to version.
     *
     * @return a code of SPEC.md, annex C, such as {@code registry.duplicate-id}
     */
    public String code() {
        return code;
    }

    /**
     * The stage that refused, which is the document in which the first fault lies.
     *
     * @return such as {@code registry}; {@code cancelled} where a listener cancelled
     */
    public String kind() {
        return kind;
    }

    /**
     * What {@link #getMessage()} says, in Chinese, for whoever works with the tables.
     *
     * @return a line for each fault kept
     */
    public String messageZh() {
        return messageZh;
    }

    /**
     * The faults.
     *
     * @return 20 at the most of each document; empty after the exception was serialized
     */
    public List<Fault> faults() {
        return faults == null ? Collections.emptyList() : faults;
    }

    /**
     * How many faults there are.
     *
     * @return also those that are not kept
     */
    public long faultCount() {
        return faultCount;
    }
}
