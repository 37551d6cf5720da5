package org.suiji;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the rows of a query. Each column fills the field of the same name. Nothing is rounded or guessed. */
final class Query {
    private static final List<String> LISTS =
            Arrays.asList("categories", "exempt_from", "skills", "recuse", "by", "inspectors");
    private static final List<String> INTEGERS = Arrays.asList("load", "max_load");
    private static final List<String> FLAGS = Arrays.asList("lead", "expert");
    /** As a text, such a value would be written in a form that nobody chose: 5.3E16 for a code, TRUE for a note. */
    private static final List<Integer> NOT_TEXTS = Arrays.asList(Types.DOUBLE, Types.FLOAT, Types.REAL, Types.BOOLEAN, Types.BIT);
    private static final List<String> TRUE = Arrays.asList("1", "true");
    private static final List<String> FALSE = Arrays.asList("0", "false");

    private final ResultSet rows;
    private final String[] fields;
    private final int[] types;
    private final boolean[] zoned;
    private final ZoneId zone;

    /** The zone for dates in columns that are times with a zone. Null refuses such columns. */
    Query(ResultSet rows, ZoneId zone) throws SQLException {
        this.rows = rows;
        this.zone = zone;
        ResultSetMetaData columns = rows.getMetaData();
        fields = new String[columns.getColumnCount()];
        types = new int[fields.length];
        zoned = new boolean[fields.length];
        for (int at = 0; at < fields.length; at++) {
            fields[at] = field(columns.getColumnLabel(at + 1));
            types[at] = columns.getColumnType(at + 1);
            zoned[at] = hasZone(types[at], columns.getColumnTypeName(at + 1));
            if (zoned[at] && zone == null) {
                throw Misuse.ZONE.in(fields[at]);
            }
            if (isText(fields[at]) && NOT_TEXTS.contains(types[at])) {
                throw Misuse.TEXT.in(fields[at]);
            }
        }
    }

    /** PostgreSQL and Oracle return other types for some times with a zone. They are recognised by name. */
    private static boolean hasZone(int type, String name) {
        String lower = String.valueOf(name).toLowerCase(Locale.ROOT);
        return type == Types.TIMESTAMP_WITH_TIMEZONE
                || lower.equals("timestamptz")
                || lower.startsWith("timestamp") && lower.contains("with") && !lower.contains("without");
    }

    private static boolean isText(String field) {
        return !LISTS.contains(field) && !INTEGERS.contains(field) && !FLAGS.contains(field);
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
        if (LISTS.contains(field)) {
            row.list(field, list(row, field, column));
        } else if (INTEGERS.contains(field)) {
            row.number(field, rows.getBigDecimal(column));
        } else if (FLAGS.contains(field)) {
            row.flag(field, flag(row, field, column));
        } else {
            row.text(field, text(column));
        }
    }

    private String text(int column) throws SQLException {
        int type = types[column - 1];
        if (zoned[column - 1]) {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.atZoneSameInstant(zone).toLocalDate().toString();
        }
        if (type == Types.DATE || type == Types.TIMESTAMP) { // Oracle's DATE is a TIMESTAMP to JDBC
            Date date = rows.getDate(column);
            return date == null ? null : date.toLocalDate().toString();
        }
        return rows.getString(column);
    }

    private Boolean flag(Row row, String field, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        String word = value.toString().toLowerCase(Locale.ROOT);
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            throw row.refused(Misuse.FLAG, field, value);
        }
        return TRUE.contains(word);
    }

    private List<String> list(Row row, String field, int column) throws SQLException {
        if (types[column - 1] != Types.ARRAY) {
            return split(row, field, rows.getString(column));
        }
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        List<String> list = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            if (value == null) {
                throw row.refused(Misuse.LIST_NULL, field, "");
            }
            list.add(value.toString());
        }
        array.free();
        return list;
    }

    private static List<String> split(Row row, String field, String joined) {
        if (joined == null) {
            return null;
        }
        if (joined.startsWith("[") || joined.startsWith("{")) {
            throw row.refused(Misuse.LIST_FORM, field, joined);
        }
        return Arrays.asList(joined.split(";", -1));
    }
}
