package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in EMBEDDING.md compiles and runs, and is the same in both languages.
*/
class EmbeddingTest {
    private static final String ENGLISH = "../../bindings/EMBEDDING.md";
    private static final String CHINESE = "../../bindings/EMBEDDING.zh-CN.md";

    /** The variables of each Java block, in order. */
    private static final String[] USED = {
        "List<Commitment> commitmentsOf(String authority) { return null; } void store(String... texts) {} void storeCopies(byte[]... copies) {}",
        "byte[] plan, registry, roster, history, ceremony, contributions; void publish(String digest) {} void store(String... texts) {}",
        "",
        "String value; Commitment commitment; long[] thrown;",
        "Sealed sealed; DrawRecord record; Plan plan; PublicForm published; String id; void store(String... texts) {}",
        "Ceremony ceremony; Commitment first; DrawRecord record; String last;",
        "Ceremony ceremony; Commitment first; String last, recordDigest; List<PlacedContribution> fallen;",
        "Sealed sealed; DrawRecord record; Amendments earlier; String inspector;",
        "Sealed sealed; DrawRecord record; byte[] answer, certificates, signature, ledgerFile; String publicKey, policy, kept;",
        "Sealed sealed; DrawRecord record; Amendments earlier; @interface Bean {} @interface RequestBody {}"
                + " @interface PostMapping { String value(); }",
    };

    /** The blocks that are methods; the others are statements. */
    private static final List<Integer> METHODS = Arrays.asList(0, 9);

    private static List<String> blocks(String file, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Vector.text(file));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    private static JavaFileObject source(String name, String java) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return java;
            }
        };
    }

    @Test
    void theJavaCompiles(@TempDir Path folder) throws Exception {
        List<String> blocks = blocks(ENGLISH, "java");
        assertEquals(USED.length, blocks.size());
        List<JavaFileObject> sources = new ArrayList<>();
        for (int at = 0; at < USED.length; at++) {
            boolean methods = METHODS.contains(at);
            String block = methods ? blocks.get(at) : "void run() throws Exception {\n" + blocks.get(at) + "}";
            sources.add(source("Block" + at, "import java.time.*; import java.util.*; import org.suiji.*;\n"
                    + "class Block" + at + " {\n" + USED[at] + "\n" + block + "\n}\n"));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        List<String> options = Arrays.asList(
                "--release", "8", "-Xlint:-options", "-proc:none", "-classpath", System.getProperty("classes"), "-d", folder.toString());
        assertTrue(compiler.getTask(errors, null, null, options, null, sources).call(), errors::toString);
    }

    @Test
    void bothLanguagesShowTheSame() throws Exception {
        for (String language : new String[] {"java", "sql", "xml", "text"}) {
            assertEquals(blocks(ENGLISH, language), blocks(CHINESE, language), language);
        }
    }

    /** Some rows have lists, others have none. */
    private static final String[] TABLES = {
        "CREATE TABLE firm(reg_no VARCHAR(18), ent_name VARCHAR(50), credit_class VARCHAR(9), district VARCHAR(6), founded DATE)",
        "CREATE TABLE firm_category(reg_no VARCHAR(18), category VARCHAR(20))",
        "CREATE TABLE officer(no VARCHAR(9), full_name VARCHAR(9), dept VARCHAR(20), is_lead BOOLEAN, valid_to DATE, cert_no VARCHAR(20))",
        "CREATE TABLE officer_skill(officer VARCHAR(9), skill VARCHAR(9))",
        "CREATE TABLE officer_recusal(officer VARCHAR(9), reg_no VARCHAR(18))",
        "CREATE TABLE visit(no INTEGER, reg_no VARCHAR(18), task VARCHAR(9), visited DATE)",
        "CREATE TABLE visit_officer(visit INTEGER, officer VARCHAR(9))",
        "INSERT INTO firm VALUES ('A-1', '样例一厂', 'low', '140522', DATE '2016-05-11'), ('A-2', '样例二厂', NULL, '', NULL)",
        "INSERT INTO firm_category VALUES ('A-1', '加油站'), ('A-1', '超市')",
        "INSERT INTO officer VALUES ('Z-1', '样例一', '县工信局', TRUE, DATE '2027-01-31', '滇A-0001'),"
                + " ('Z-2', '样例二', '县工信局', NULL, NULL, NULL)",
        "INSERT INTO officer_skill VALUES ('Z-1', '计量'), ('Z-1', '财务')",
        "INSERT INTO officer_recusal VALUES ('Z-1', 'A-1'), ('Z-1', 'A-2')",
        "INSERT INTO visit VALUES (1, 'A-1', 'J1', DATE '2024-02-29'), (2, 'A-2', 'J1', DATE '2024-03-01')",
        "INSERT INTO visit_officer VALUES (1, 'Z-1'), (1, 'Z-2')",
    };

    @Test
    void theQueriesGiveTheTables() throws Exception {
        List<String> queries = blocks(ENGLISH, "sql");
        assertEquals(3, queries.size());
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            try (Registry registry = read(statement, queries.get(0), Registry.builder());
                    Roster roster = read(statement, queries.get(1), Roster.builder());
                    History history = read(statement, queries.get(2), History.builder())) {
                Entity first = registry.entity("A-1").get();
                assertEquals(new HashSet<>(Arrays.asList("加油站", "超市")), new HashSet<>(first.categories()));
                assertEquals(LocalDate.of(2016, 5, 11), first.established().get());
                assertEquals(Entity.of("A-2", "样例二厂"), registry.entity("A-2").get());
                Inspector inspector = roster.inspector("Z-1").get();
                assertEquals(2, inspector.skills().size());
                assertEquals(new HashSet<>(Arrays.asList("A-1", "A-2")), new HashSet<>(inspector.recuse()));
                assertEquals(Collections.singletonMap("证号", "滇A-0001"), inspector.extra());
                assertEquals(Inspector.of("Z-2", "样例二", "县工信局"), roster.inspector("Z-2").get());
                String visits = new String(history.toJsonLines(), "UTF-8");
                assertTrue(visits.contains("\"inspectors\":[\"Z-1\",\"Z-2\"]"), visits);
                assertEquals(2, history.len());
            }
        }
    }

    private static <T> T read(Statement statement, String query, TableBuilder<T> builder) throws SQLException {
        try (TableBuilder<T> table = builder) {
            return table.rows(statement.executeQuery(query)).finish();
        }
    }
}
