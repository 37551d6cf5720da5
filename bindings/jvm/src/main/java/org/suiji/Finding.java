package org.suiji;

/** A warning about something that is allowed but may be a mistake. */
public final class Finding {
    private final org.suiji.kotlin.Finding core;

    Finding(org.suiji.kotlin.Finding core) {
        this.core = core;
    }

    /**
     * Returns the code.
     *
     * @return a stable code, such as {@code warning.stratum-not-taken}
     */
    public String code() {
        return core.getCode();
    }

    /**
     * Returns the warning in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the warning in Chinese.
     *
     * @return the message
     */
    public String messageZh() {
        return core.getMessageZh();
    }

    @Override
    public String toString() {
        return code() + ": " + message();
    }
}
