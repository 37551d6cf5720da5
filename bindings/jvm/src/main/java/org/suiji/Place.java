package org.suiji;

import java.util.OptionalLong;

/** Where a fault is. */
public final class Place {
    private final org.suiji.kotlin.Place core;

    Place(org.suiji.kotlin.Place core) {
        this.core = core;
    }

    /**
     * Returns the kind of document.
     *
     * @return a word such as {@code registry} or {@code public_form}
     */
    public String kind() {
        return core.getKind();
    }

    /**
     * Returns the row of a table.
     *
     * @return the number of the row, counted from 1
     */
    public OptionalLong row() {
        return Values.optional(core.getRow());
    }

    /**
     * Returns the path in the JSON of the document or row.
     *
     * @return a path such as {@code $.tasks[0].quota}; may be empty
     */
    public String path() {
        return core.getPath();
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
