package example;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.suiji.By;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contribution;
import org.suiji.Contributions;
import org.suiji.Drawn;
import org.suiji.Evidence;
import org.suiji.Hash;
import org.suiji.History;
import org.suiji.Inputs;
import org.suiji.Plan;
import org.suiji.Record;
import org.suiji.Registry;
import org.suiji.Roster;
import org.suiji.Sealed;
import org.suiji.Source;
import org.suiji.Suiji;
import org.suiji.SuijiException;
import org.suiji.TableBuilder;

/**
 * A draw from the tables of a system: sealing and drawing are two transactions, perhaps of two processes on two days.
 * {@code FromTables [URL]}, else in a database of its own in memory.
 *
 * <p>The firms and officers are invented; see {@link Tables}.
 */
final class FromTables {
    private static final String PLAN = "{\"title\": \"样例县2024年度抽查计划\", \"authority\": \"样例县市场监督管理局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"加油站计量检查\", \"quota\": {\"exactly\": \"5%\"},"
            + " \"scope\": {\"categories\": [\"加油站\"]}, \"team\": {\"seats\": [{\"department\": \"县市场监管局\", \"count\": 2}]}}]}";

    private FromTables() {}

    /** The four inputs, as they stand in the tables now. */
    private static Inputs inputs(Connection connection) throws SQLException, SuijiException {
        try (Registry firms = read(connection, Registry.builder(),
                        "SELECT reg_no AS id, ent_name AS name, category AS categories, founded AS established FROM firm");
                Roster officers = read(connection, Roster.builder(),
                        "SELECT cert_no AS id, full_name AS name, dept AS department, is_lead AS \"lead\" FROM officer");
                History visits = read(connection, History.builder(),
                        "SELECT reg_no AS entity, task, visited AS \"date\" FROM visit")) {
            return Inputs.of(Plan.fromJson(PLAN), firms, officers, visits);
        }
    }

    private static <T> T read(Connection connection, TableBuilder<T> builder, String query)
            throws SQLException, SuijiException {
        try (TableBuilder<T> table = builder;
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery(query)) {
                return table.rows(rows).build();
            }
        }
    }

    /** At nine: the sheet is stored, with the secret that only the office has, and its digest is read out. */
    private static String seal(Connection connection) throws SQLException, SuijiException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        StringBuilder secret = new StringBuilder();
        for (byte one : random) {
            secret.append(String.format("%02x", one));
        }
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.WITNESS, "纪检监察人员掷骰子二十次", "123456", 20))
                .withSealedAt(OffsetDateTime.now())
                .blinded(secret.toString());
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Suiji.seal(inputs, ceremony)) {
            Commitment sheet = sealed.commitment();
            store(connection, "INSERT INTO draw(sheet, secret, commitment) VALUES (?, ?, ?)",
                    sheet.digest(), secret.toString(), sheet.toJson());
            System.out.println("sealed " + sheet.digestGroups());
            return sheet.digest();
        }
    }

    /** At ten: the dice have fallen. What is drawn is stored once, or not at all. */
    private static void draw(Connection connection, String sheet, String dice) throws SQLException, SuijiException {
        String secret;
        Commitment commitment;
        try (PreparedStatement query =
                connection.prepareStatement("SELECT secret, commitment FROM draw WHERE sheet = ? AND record IS NULL")) {
            query.setString(1, sheet);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no such sheet that is still to be drawn");
                }
                secret = row.getString(1);
                commitment = Commitment.fromJson(row.getString(2));
            }
        }
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Sealed.reopen(inputs, commitment, secret);
                Record record = sealed.draw(Contributions.of(Contribution.live(dice)))) {
            Suiji.verify(record, Evidence.of(inputs).withSheet(sheet).withSecret(secret)).require();
            store(connection, "UPDATE draw SET digest = ?, record = ? WHERE sheet = ? AND record IS NULL",
                    record.digest(), record.toJson(), sheet);
            for (Drawn drawn : record.draw("J1").get().selected()) {
                System.out.println("drawn " + drawn.id());
            }
        }
    }

    /** One row in one transaction. */
    private static void store(Connection connection, String sql, String... values) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setString(at + 1, values[at]);
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("somebody else has drawn this sheet");
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    public static void main(String[] arguments) throws SQLException {
        String url = arguments.length > 0 ? arguments[0] : "jdbc:h2:mem:";
        try (Connection connection = DriverManager.getConnection(url)) {
            Tables.create(connection);
            String sheet = seal(connection);
            draw(connection, sheet, "35624123456123456123");
        } catch (SuijiException refused) {
            System.err.println(refused.messageZh()); // what the clerk is shown
            System.exit(1);
        }
    }
}
