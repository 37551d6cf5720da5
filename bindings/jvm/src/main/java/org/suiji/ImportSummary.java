package org.suiji;

import java.util.List;
import java.util.Map;

/** The totals of one list. */
public final class ImportSummary extends Value {
    ImportSummary(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the list.
     *
     * @return {@code registry}, {@code roster} or {@code history}
     */
    public String list() {
        return fields().text("list");
    }

    /**
     * Returns the number of rows that were read.
     *
     * @return the number of rows below the headers, including blank ones
     */
    public long read() {
        return fields().number("read");
    }

    /**
     * Returns the number of rows of the table.
     *
     * @return the number of rows
     */
    public long taken() {
        return fields().number("taken");
    }

    /**
     * Returns the numbers of rows that were left out or merged.
     *
     * @return the numbers by rule
     */
    public Map<String, Long> leftOut() {
        return fields().numbersByKey("left_out");
    }

    /**
     * Returns the numbers of cells that were changed.
     *
     * @return the numbers by rule
     */
    public Map<String, Long> changed() {
        return fields().numbersByKey("changed");
    }

    /**
     * Returns the columns that are not fields and were left out.
     *
     * @return the names of the columns
     */
    public List<String> columnsLeftOut() {
        return fields().list("columns_left_out", Fields::text);
    }
}
