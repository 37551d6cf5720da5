package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of a million rows is streamed from a table on disk into the library, with a heap of 128 MB. */
class MillionRowsInLittleMemoryTest {
    private static final String PLAN = "{\"title\": \"样例计划\", \"authority\": \"样例省工信厅\", \"year\": 2024, \"tasks\":"
            + " [{\"id\": \"J1\", \"name\": \"抽查\", \"quota\": {\"exactly\": \"0.5%\"}, \"scope\": {\"districts\": [\"14\"]}}]}";

    @Test
    void millionRowsAreStreamedAndDrawn(@TempDir Path folder) throws Exception {
        assertTrue(Runtime.getRuntime().maxMemory() <= 128 << 20, "run this test with -Xmx128m");
        String url = "jdbc:h2:" + folder.resolve("firms") + ";LAZY_QUERY_EXECUTION=1;CACHE_SIZE=8192";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE FIRM(REG_NO CHAR(18) PRIMARY KEY, ENT_NAME VARCHAR(100), AREA CHAR(6), FOUNDED DATE)");
            statement.execute("INSERT INTO FIRM SELECT '911405' || LPAD(X, 12, '0'), '样例企业第' || X || '号有限公司',"
                    + " CASE WHEN MOD(X, 10) = 0 THEN '410100' ELSE '140521' END, DATE '2000-01-01' + MOD(X, 9000)"
                    + " FROM SYSTEM_RANGE(1, 1000000)");
            Registry registry;
            String sql = "SELECT REG_NO AS ID, ENT_NAME AS NAME, AREA AS DISTRICT, FOUNDED AS ESTABLISHED FROM FIRM";
            try (ResultSet rows = statement.executeQuery(sql);
                    TableBuilder<Registry> builder = Registry.builder(Run.standard().threads(2))) {
                registry = builder.rows(rows).finish();
            }
            draw(registry);
        }
    }

    private static void draw(Registry registry) throws SuijiException {
        assertEquals(1_000_000, registry.len());
        assertEquals("样例企业第7号有限公司", registry.name("911405000000000007").get());
        Ceremony ceremony = Ceremony.of(Hash.SHA256, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00+08:00"));
        Roster roster = Roster.fromJsonLines(new byte[0]);
        History history = History.fromJsonLines(new byte[0]);
        Run run = Run.standard().threads(2);
        try (Inputs inputs = Inputs.of(Plan.fromJson(PLAN), registry, roster, history, run);
                Sealed sealed = Suiji.seal(inputs, ceremony, run);
                DrawRecord record = sealed.draw(thrown(sealed.commitment()), run)) {
            assertEquals(900_000, sealed.commitment().tasks().get(0).frame().size());
            assertEquals(4_500, record.draw("J1").get().selected().size());
            assertEquals(Verdict.HOLDS, Suiji.verify(record, Evidence.of(inputs), run).verdict());
        }
    }

    private static Contributions thrown(Commitment commitment) throws SuijiException {
        return Contributions.of(
                commitment.digest(), Contribution.live(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2));
    }
}
