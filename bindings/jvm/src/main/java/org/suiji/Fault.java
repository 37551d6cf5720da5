package org.suiji;

import java.util.Optional;
import java.util.OptionalLong;

/** One thing that is wrong. */
public final class Fault {
    private final org.suiji.kotlin.Fault core;

    Fault(org.suiji.kotlin.Fault core) {
        this.core = core;
    }

    /**
     * The kind of fault.
     *
     * @return a stable code of SPEC.md, annex C
     */
    public String code() {
        return core.getCode();
    }

    /**
     * The rule that it breaks.
     *
     * @return a rule of SPEC.md, without brackets; empty where it is a limit of the library
     */
    public String rule() {
        return core.getRule();
    }

    /**
     * The document in which it lies.
     *
     * @return such as {@code registry}
     */
    public String document() {
        return core.getDocument();
    }

    /**
     * The row of a table.
     *
     * @return its number, counted from 1
     */
    public OptionalLong row() {
        return core.getRow() == null ? OptionalLong.empty() : OptionalLong.of(core.getRow());
    }

    /**
     * The place in the JSON of the document or row.
     *
     * @return such as {@code $.tasks[0].quota}
     */
    public String path() {
        return core.getPath();
    }

    /**
     * What is wrong and where.
     *
     * @return the text in English
     */
    public String message() {
        return core.getText();
    }

    /**
     * What is wrong and where.
     *
     * @return the text in Chinese
     */
    public String messageZh() {
        return core.getTextZh();
    }

    @Override
    public String toString() {
        return code() + ": " + message();
    }
}
