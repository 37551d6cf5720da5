package org.suiji;

/** What one should know before or after a draw, though nothing forbids it. */
public final class Finding {
    private final org.suiji.kotlin.Finding core;

    Finding(org.suiji.kotlin.Finding core) {
        this.core = core;
    }

    /**
     * The kind of finding.
     *
     * @return a stable code, such as {@code warning.stratum-not-taken}
     */
    public String code() {
        return core.getCode();
    }

    /**
     * What it is.
     *
     * @return the text in English
     */
    public String message() {
        return core.getText();
    }

    /**
     * What it is.
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
