package org.suiji;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the rows of a query. Each column fills the field of the same name. */
final class Query {
    private final ResultSet rows;
    private final String[] fields;
    private final int[] types;

    Query(ResultSet rows) throws SQLException {
        this.rows = rows;
        ResultSetMetaData columns = rows.getMetaData();
        fields = new String[columns.getColumnCount()];
        types = new int[fields.length];
        for (int at = 0; at < fields.length; at++) {
            fields[at] = field(columns.getColumnLabel(at + 1));
            types[at] = columns.getColumnType(at + 1);
        }
    }

    /** Oracle, DM and H2 return names in upper case unless they are quoted. */
    private static String field(String label) {
        return label.matches("[A-Z_]+") ? label.toLowerCase(Locale.ROOT) : label;
    }

    void read(Row row) throws SQLException {
        for (int at = 0; at < fields.length; at++) {
            read(row, fields[at], at + 1);
        }
    }

    private void read(Row row, String field, int column) throws SQLException {
        switch (field) {
            case "categories":
            case "skills":
            case "recuse":
                row.list(field, list(column));
                break;
            case "lead":
            case "expert":
                boolean flag = rows.getBoolean(column);
                row.flag(field, rows.wasNull() ? null : flag);
                break;
            case "max_load":
                long number = rows.getLong(column);
                row.number(field, rows.wasNull() ? null : number);
                break;
            default:
                row.text(field, text(column));
        }
    }

    private String text(int column) throws SQLException {
        int type = types[column - 1];
        if (type == Types.DATE || type == Types.TIMESTAMP) { // Oracle's DATE is a TIMESTAMP to JDBC
            Date date = rows.getDate(column);
            return date == null ? null : date.toLocalDate().toString();
        }
        return rows.getString(column);
    }

    private List<String> list(int column) throws SQLException {
        if (types[column - 1] != Types.ARRAY) {
            String joined = rows.getString(column);
            return joined == null ? null : Arrays.asList(joined.split(";", -1));
        }
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        List<String> list = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            list.add(String.valueOf(value));
        }
        array.free();
        return list;
    }
}
