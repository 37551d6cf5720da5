package example;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a system that already exists, filled with invented firms and officers. */
final class Tables {
    private static final String[] STATEMENTS = {
        "CREATE TABLE firm(reg_no VARCHAR(18) PRIMARY KEY, ent_name VARCHAR(200) NOT NULL, category VARCHAR(50), founded DATE)",
        "CREATE TABLE officer(cert_no VARCHAR(20) PRIMARY KEY, full_name VARCHAR(50) NOT NULL, dept VARCHAR(100), is_lead SMALLINT)",
        "CREATE TABLE visit(reg_no VARCHAR(18), task VARCHAR(10), visited DATE)",
        "CREATE TABLE draw(sheet CHAR(64) PRIMARY KEY, secret CHAR(64) NOT NULL, commitment CLOB NOT NULL,"
                + " digest CHAR(64), record CLOB)",
        "INSERT INTO firm SELECT '911405' || LPAD(X, 12, '0'), '样例企业第' || X || '号',"
                + " CASE WHEN MOD(X, 4) = 0 THEN '加油站' END, DATEADD('DAY', X, DATE '2010-01-01') FROM SYSTEM_RANGE(1, 400)",
        "INSERT INTO officer SELECT '0405' || LPAD(X, 8, '0'), '执法员' || X, '县市场监管局', MOD(X, 2) FROM SYSTEM_RANGE(1, 12)",
        "INSERT INTO visit VALUES ('911405000000000004', 'J1', DATE '2024-03-15')",
    };

    private Tables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
    }
}
