package example;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** The tables of an existing system, with invented firms and inspectors. */
final class Tables {
    private static final String[] STATEMENTS = {
        "CREATE TABLE firm(reg_no VARCHAR(18) PRIMARY KEY, ent_name VARCHAR(200) NOT NULL, category VARCHAR(50), founded DATE)",
        "CREATE TABLE officer(cert_no VARCHAR(20) PRIMARY KEY, full_name VARCHAR(50) NOT NULL, dept VARCHAR(100), is_lead SMALLINT)",
        "CREATE TABLE visit(reg_no VARCHAR(18), task VARCHAR(10), visited DATE)",
        "CREATE TABLE draw(commitment_digest CHAR(64) PRIMARY KEY, secret CHAR(64) NOT NULL, commitment TEXT NOT NULL,"
                + " record_digest CHAR(64), record TEXT, amendments TEXT)", // CLOB in Oracle and DM
        "INSERT INTO visit VALUES ('911405000000000004', 'J1', DATE '2024-03-15')",
    };

    private Tables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
        LocalDate first = LocalDate.of(2010, 1, 1);
        for (int firm = 1; firm <= 400; firm++) {
            insert(connection, "INSERT INTO firm VALUES (?, ?, ?, ?)",
                    String.format("911405%012d", firm),
                    "样例企业第" + firm + "号",
                    firm % 4 == 0 ? "加油站" : null,
                    Date.valueOf(first.plusDays(firm)));
        }
        for (int officer = 1; officer <= 12; officer++) {
            insert(connection, "INSERT INTO officer VALUES (?, ?, ?, ?)",
                    String.format("0405%08d", officer), "执法员" + officer, "县市场监管局", officer % 2);
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
