package org.suiji;

import java.util.Map;

/** A place in a file of the office. */
public final class ImportPlace extends Value {
    ImportPlace(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Returns the name of the file.
     *
     * @return the name
     */
    public String file() {
        return fields().text("file");
    }

    /**
     * Returns the name of the sheet.
     *
     * @return the name; empty in a text file
     */
    public String sheet() {
        return fields().text("sheet");
    }

    /**
     * Returns the number of the row.
     *
     * @return the row number, as in a spreadsheet; 0 if it is not about a row
     */
    public long row() {
        return fields().number("row");
    }

    /**
     * Returns the name of the column.
     *
     * @return the name; empty if it is not about a column
     */
    public String column() {
        return fields().text("column");
    }
}
