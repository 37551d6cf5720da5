package org.suiji;

/** What remains on trust after a verification. */
public final class Trust {
    private final org.suiji.kotlin.Trust core;

    Trust(org.suiji.kotlin.Trust core) {
        this.core = core;
    }

    /**
     * The kind.
     *
     * @return a stable id of SPEC.md, annex D
     */
    public String id() {
        return core.getId();
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
        return id() + ": " + message();
    }
}
