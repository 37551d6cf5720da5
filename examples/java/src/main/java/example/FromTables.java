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
import org.suiji.DrawnEntity;
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
 * A draw from the tables of a system: {@code FromTables [URL]}. Without a URL it uses a database in memory.
 *
 * <p>Sealing and drawing are two transactions. They can run in two processes on two days. The firms and officers are invented;
 * see {@link Tables}.
 */
final class FromTables {
    private static final String PLAN = "{\"title\": \"样例县2024年度抽查计划\", \"authority\": \"样例县市场监督管理局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"加油站计量检查\", \"quota\": {\"exactly\": \"5%\"},"
            + " \"scope\": {\"categories\": [\"加油站\"]}, \"team\": {\"seats\": [{\"department\": \"县市场监管局\", \"count\": 2}]}}]}";

    private FromTables() {}

    /** Reads the four inputs from the tables. */
    private static Inputs inputs(Connection connection) throws SQLException, SuijiException {
        try (Registry registry = read(connection, Registry.builder(),
                        "SELECT reg_no AS id, ent_name AS name, category AS categories, founded AS established FROM firm");
                Roster roster = read(connection, Roster.builder(),
                        "SELECT cert_no AS id, full_name AS name, dept AS department, is_lead AS \"lead\" FROM officer");
                History history = read(connection, History.builder(),
                        "SELECT reg_no AS entity, task, visited AS \"date\" FROM visit")) {
            return Inputs.of(Plan.fromJson(PLAN), registry, roster, history);
        }
    }

    private static <T> T read(Connection connection, TableBuilder<T> builder, String query)
            throws SQLException, SuijiException {
        try (TableBuilder<T> table = builder;
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery(query)) {
                return table.rows(rows).finish();
            }
        }
    }

    /** The first transaction stores the commitment and the secret. Afterwards the digest is published. */
    private static String seal(Connection connection) throws SQLException, SuijiException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        StringBuilder secret = new StringBuilder();
        for (byte one : random) {
            secret.append(String.format("%02x", one));
        }
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.WITNESS, "纪检监察人员掷骰子二十次", "123456", 20))
                .withSealedAt(OffsetDateTime.now())
                .withSecret(secret.toString());
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Suiji.seal(inputs, ceremony)) {
            Commitment commitment = sealed.commitment();
            store(connection, "INSERT INTO draw(commitment_digest, secret, commitment) VALUES (?, ?, ?)",
                    commitment.digest(), secret.toString(), commitment.toJson());
            System.out.println("sealed " + commitment.digestGroups());
            return commitment.digest();
        }
    }

    /** The second transaction, after the dice were thrown, stores the record if there is none yet. */
    private static void draw(Connection connection, String digest, String dice) throws SQLException, SuijiException {
        String secret;
        Commitment commitment;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT secret, commitment FROM draw WHERE commitment_digest = ? AND record IS NULL")) {
            query.setString(1, digest);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no commitment " + digest + " without a record");
                }
                secret = row.getString(1);
                commitment = Commitment.fromJson(row.getString(2));
            }
        }
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Sealed.reopen(inputs, commitment, secret);
                Record record = sealed.draw(Contributions.of(Contribution.live(dice)))) {
            Suiji.verify(record, Evidence.of(inputs).withCommitment(digest).withSecret(secret)).require();
            store(connection, "UPDATE draw SET record_digest = ?, record = ? WHERE commitment_digest = ? AND record IS NULL",
                    record.digest(), record.toJson(), digest);
            for (DrawnEntity entity : record.draw("J1").get().selected()) {
                System.out.println("selected " + entity.id());
            }
        }
    }

    /** Changes one row in one transaction. */
    private static void store(Connection connection, String sql, String... values) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setString(at + 1, values[at]);
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("another process stored a record for this commitment");
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
            String digest = seal(connection);
            draw(connection, digest, "35624123456123456123");
        } catch (SuijiException refused) {
            System.err.println(refused.messageZh()); // the message for the clerk
            System.exit(1);
        }
    }
}
