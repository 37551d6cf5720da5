package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.suiji.internal.Chunk;

/** Rows of a database give the same commitment as the same rows in JSON Lines. */
class QueryTest {
    private static final String PLAN = "{\"title\": \"样例计划\", \"authority\": \"样例县工信局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"抽查\", \"quota\": {\"count\": 1}, \"limits\": [{\"id\": \"once\", \"visits\": 1}]}]}";

    private interface Read<T> {
        T from(ResultSet rows) throws SQLException, SuijiException;
    }

    private static <T> T query(String sql, Read<T> read) throws SQLException, SuijiException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read.from(rows);
        }
    }

    private static byte[] lines(String... rows) {
        return (String.join("\n", rows).replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String commitment(Registry registry, Roster roster, History history) throws SuijiException {
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00.123+08:00"));
        try (Inputs inputs = Inputs.of(Plan.fromJson(PLAN), registry, roster, history)) {
            return Suiji.seal(inputs, ceremony).commitment().digest();
        }
    }

    private static final String[] FIRMS = {
        "{'id': 'A-1', 'name': '样例𠮷企业', 'class': 'low', 'district': '140522', 'established': '2016-05-11',"
                + " 'categories': ['加油站', '超市'], 'extra': {'电话': '0356-7000000'}}",
        "{'id': 'A-2', 'name': '样例商行', 'status': 'inactive'}",
        "{'id': 'A-3', 'name': '样例工厂', 'exempt': '样例免检名单', 'exempt_from': ['J2', 'J3']}",
    };
    private static final String[] OFFICERS = {
        "{'id': 'Z-1', 'name': '样例一', 'department': '县工信局', 'lead': true, 'max_load': 12, 'skills': ['财务']}",
        "{'id': 'Z-2', 'name': '样例二', 'department': '县工信局', 'expert': true, 'valid_to': '2027-01-31',"
                + " 'recuse': ['A-1', 'A-2'], 'load': 3}",
    };
    private static final String[] VISITS = {
        "{'entity': 'A-1', 'task': 'J1', 'date': '2024-02-29', 'by': ['县', '市'], 'inspectors': ['Z-1']}"
    };

    private static final String FIRMS_SQL = "SELECT * FROM (VALUES"
            + " ('A-1', '样例𠮷企业', 'low', '140522', DATE '2016-05-11', NULL, ARRAY['加油站', '超市'], '0356-7000000', NULL, NULL),"
            + " ('A-2', '样例商行', NULL, NULL, NULL, 'inactive', NULL, NULL, NULL, NULL),"
            + " ('A-3', '样例工厂', NULL, NULL, NULL, NULL, NULL, NULL, '样例免检名单', 'J2;J3'))"
            + " AS T(ID, NAME, CLASS, DISTRICT, ESTABLISHED, STATUS, CATEGORIES, \"extra.电话\", EXEMPT, EXEMPT_FROM)";
    private static final String OFFICERS_SQL = "SELECT * FROM (VALUES"
            + " ('Z-1', '样例一', '县工信局', 1, NULL, 12.0, '财务', NULL, NULL, NULL),"
            + " ('Z-2', '样例二', '县工信局', NULL, TRUE, NULL, NULL, TIMESTAMP '2027-01-31 00:00:00', 'A-1;A-2', 3))"
            + " AS T(ID, NAME, DEPARTMENT, LEAD, EXPERT, MAX_LOAD, SKILLS, VALID_TO, RECUSE, \"load\")";
    private static final String VISITS_SQL =
            "SELECT 'A-1' AS \"entity\", 'J1' AS \"task\", DATE '2024-02-29' AS \"date\", ARRAY['县', '市'] AS \"by\","
                    + " 'Z-1' AS INSPECTORS";

    @Test
    void everyColumnTypeIsRead() throws Exception {
        Registry registry = query(FIRMS_SQL, rows -> Registry.builder().rows(rows).finish());
        Roster roster = query(OFFICERS_SQL, rows -> Roster.builder().rows(rows).finish());
        History history = query(VISITS_SQL, rows -> History.builder().rows(rows).finish());
        String expected = commitment(
                Registry.fromJsonLines(lines(FIRMS)),
                Roster.fromJsonLines(lines(OFFICERS)),
                History.fromJsonLines(lines(VISITS)));
        assertEquals(expected, commitment(registry, roster, history));
        assertEquals("样例𠮷企业", registry.name("A-1").get());
        assertEquals("县工信局", roster.department("Z-2").get());
    }

    @Test
    void rowsSetFieldByFieldGiveTheSameCommitment() throws Exception {
        TableBuilder<Registry> firms = Registry.builder();
        firms.row().text("id", "A-1").text("name", "样例𠮷企业").text("class", "low").text("district", "140522")
                .date("established", LocalDate.of(2016, 5, 11))
                .list("categories", Arrays.asList("超市", "加油站")).extra("电话", "0356-7000000");
        firms.row().text("id", "A-2").text("name", "样例商行").text("status", "inactive").text("class", null);
        firms.row().text("id", "A-3").text("name", "样例工厂")
                .text("exempt", "样例免检名单").list("exempt_from", Arrays.asList("J2", "J3"));
        TableBuilder<Roster> officers = Roster.builder();
        officers.row().text("id", "Z-1").text("name", "样例一").text("department", "县工信局")
                .flag("lead", true).number("max_load", 12L).list("skills", Arrays.asList("财务"));
        officers.row().text("id", "Z-2").text("name", "样例二").text("department", "县工信局")
                .flag("expert", true).date("valid_to", LocalDate.of(2027, 1, 31))
                .list("recuse", Arrays.asList("A-1", "A-2")).number("load", 3L);
        History history = History.fromJsonLines(lines(VISITS));
        String expected = commitment(
                Registry.fromJsonLines(lines(FIRMS)), Roster.fromJsonLines(lines(OFFICERS)), history);
        assertEquals(expected, commitment(firms.finish(), officers.finish(), history));
    }

    @Test
    void rowsOfSeveralChunksGiveTheSameCommitment() throws Exception {
        int count = 2 * Chunk.ROWS + 1;
        StringBuilder json = new StringBuilder();
        for (int row = 1; row <= count; row++) {
            json.append("{\"id\": \"A-").append(row).append("\", \"name\": \"样例企业").append(row).append('"');
            json.append(row % 3 == 0 ? ", \"categories\": [\"加油站\"]}\n" : "}\n");
        }
        String sql = "SELECT 'A-' || X AS ID, '样例企业' || X AS NAME,"
                + " CASE WHEN MOD(X, 3) = 0 THEN '加油站' END AS CATEGORIES"
                + " FROM SYSTEM_RANGE(1, " + count + ")";
        Registry registry = query(sql, rows -> Registry.builder().rows(rows).finish());
        Roster roster = Roster.fromJsonLines(new byte[0]);
        History history = History.fromJsonLines(new byte[0]);
        Registry expected = Registry.fromJsonLines(json.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(count, registry.len());
        assertEquals(commitment(expected, roster, history), commitment(registry, roster, history));
    }

    /** A value that a driver would round, or an invalid list, is refused with a message that names the field. */
    @Test
    void nothingIsRoundedOrGuessed() {
        String[][] queries = {
            {"categories", "SELECT 'A-1' AS ID, '样例' AS NAME, ARRAY['超市', NULL] AS CATEGORIES", "NULL"},
            {"skills", "SELECT 'Z-1' AS ID, '样例' AS NAME, '[\"计量\"]' AS SKILLS", "JSON"},
            {"recuse", "SELECT 'Z-1' AS ID, '样例' AS NAME, '{A-1}' AS RECUSE", "JSON"},
            {"max_load", "SELECT 'Z-1' AS ID, '样例' AS NAME, 5.99 AS MAX_LOAD", "现为 5.99"},
            {"lead", "SELECT 'Z-1' AS ID, '样例' AS NAME, 2 AS LEAD", "true、false、1 或 0"},
            {"id", "SELECT CAST(91140521 AS DOUBLE PRECISION) AS ID, '样例' AS NAME", "浮点数"},
            {"extra.在岗", "SELECT 'Z-1' AS ID, '样例' AS NAME, TRUE AS \"extra.在岗\"", "真假值"},
            {"valid_to", "SELECT 'Z-1' AS ID, TIMESTAMP WITH TIME ZONE '2024-09-01 00:30:00+08:00' AS VALID_TO", "时区"},
        };
        for (String[] query : queries) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> query(query[1], rows -> Roster.builder().rows(rows).finish()));
            assertTrue(refused.getMessage().contains(query[0]), refused.getMessage());
            assertTrue(refused.getMessage().contains(query[2]), refused.getMessage());
        }
    }

    @Test
    void aRefusedValueIsNamedWithItsRowAndId() {
        String sql = "SELECT 'Z-' || X AS ID, '样例' AS NAME, CASE X WHEN 3 THEN 2 ELSE 1 END AS LEAD FROM SYSTEM_RANGE(1, 5)";
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> query(sql, rows -> Roster.builder().rows(rows).finish()));
        assertEquals(
                "第 3 行（Z-3）：字段 lead 应为 true、false、1 或 0，现为 2 (row 3 (Z-3): field lead: expected true, false, 1 or 0, found 2)",
                refused.getMessage());
    }

    @Test
    void dateOfATimeWithAZoneIsThatOfTheZoneGiven() throws Exception {
        String sql = "SELECT 'Z-1' AS ID, '样例' AS NAME, '县工信局' AS DEPARTMENT,"
                + " TIMESTAMP WITH TIME ZONE '2024-08-31 16:30:00+00:00' AS VALID_TO";
        Roster roster = query(sql, rows -> Roster.builder().rows(rows, ZoneId.of("Asia/Shanghai")).finish());
        assertEquals(LocalDate.of(2024, 9, 1), roster.inspector("Z-1").get().validTo().get());
    }

    @Test
    void unknownColumnIsRefused() throws Exception {
        SuijiException refused = assertThrows(
                SuijiException.class,
                () -> query(
                        "SELECT 'A-1' AS ID, '样例' AS NAME, 1 AS PHONE",
                        rows -> Registry.builder().rows(rows).finish()));
        assertEquals("json.unknown-field", refused.code());
        assertTrue(refused.getMessage().contains("phone"), refused.getMessage());
    }
}
