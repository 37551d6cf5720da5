package org.suiji;

import java.util.List;
import java.util.Map;

/** One change of an import: of a value, or of a whole row or column. */
public final class ImportChange extends Value {
    ImportChange(Map<String, Object> fields) {
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
     * @return the row number, as in a spreadsheet; 0 if it is not of a row
     */
    public long row() {
        return fields().number("row");
    }

    /**
     * Returns the number of rows that it covers.
     *
     * @return 1, or the number of consecutive blank rows
     */
    public long rows() {
        return fields().number("rows");
    }

    /**
     * Returns the name of the column.
     *
     * @return the name; empty if the change is of a whole row
     */
    public String column() {
        return fields().text("column");
    }

    /**
     * Returns the value in the file.
     *
     * @return a text
     */
    public String before() {
        return fields().text("before");
    }

    /**
     * Returns the new value.
     *
     * @return a text; empty if nothing is left
     */
    public String after() {
        return fields().text("after");
    }

    /**
     * Returns the reasons for the change.
     *
     * @return words such as {@code trim} and {@code class-word}
     */
    public List<String> rules() {
        return fields().list("rules", Fields::text);
    }
}
