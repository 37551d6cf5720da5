package org.suiji;

/** A claim that no check covers and that has to be trusted. */
public final class Trust {
    private final org.suiji.kotlin.Trust core;

    Trust(org.suiji.kotlin.Trust core) {
        this.core = core;
    }

    /**
     * Returns the id of the claim.
     *
     * @return a stable id of SPEC.md, annex D
     */
    public String id() {
        return core.getId();
    }

    /**
     * Returns the claim in English.
     *
     * @return the message
     */
    public String message() {
        return core.getMessage();
    }

    /**
     * Returns the claim in Chinese.
     *
     * @return the message
     */
    public String messageZh() {
        return core.getMessageZh();
    }

    @Override
    public String toString() {
        return id() + ": " + message();
    }
}
