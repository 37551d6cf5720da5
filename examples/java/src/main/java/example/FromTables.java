package example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import org.suiji.Amendments;
import org.suiji.By;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contribution;
import org.suiji.Contributions;
import org.suiji.DrawRecord;
import org.suiji.DrawnEntity;
import org.suiji.Evidence;
import org.suiji.Hash;
import org.suiji.History;
import org.suiji.Inputs;
import org.suiji.Part;
import org.suiji.Plan;
import org.suiji.Registry;
import org.suiji.Request;
import org.suiji.Roster;
import org.suiji.Sealed;
import org.suiji.Source;
import org.suiji.Suiji;
import org.suiji.SuijiException;
import org.suiji.TableBuilder;

/**
 * A draw from the tables of a system: {@code FromTables [URL]}. Without a URL it uses a database in memory.
 *
 * <p>Sealing, drawing and amending are three transactions. They can run in three processes on three days. The firms and
 * inspectors are invented. See {@link Tables}.
 */
final class FromTables {
    private static final String PLAN = "{\"title\": \"样例县2024年度抽查计划\", \"authority\": \"样例县市场监督管理局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"加油站计量检查\", \"quota\": {\"exactly\": \"5%\"},"
            + " \"scope\": {\"categories\": [\"加油站\"]}, \"team\": {\"seats\": [{\"department\": \"县市场监管局\", \"count\": 2}]}}]}";

    private FromTables() {}

    /** The day of a time depends on the time zone, so the zone is named. A server may run in another one. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneId.of("Asia/Shanghai"));
    }

    /** Reads the four inputs from the tables. */
    private static Inputs inputs(Connection connection) throws SQLException {
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
            throws SQLException {
        try (TableBuilder<T> table = builder;
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery(query)) {
                return table.rows(rows).finish();
            }
        }
    }

    /** The first transaction stores the commitment and the secret. Afterwards the digest is published. */
    private static String seal(Connection connection) throws SQLException {
        String secret = Suiji.newSecret();
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.WITNESS, "纪检监察人员掷骰子二十次", Part.of(20, 1, 6)))
                .withSealedAt(now())
                .withSecret(secret);
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Suiji.seal(inputs, ceremony)) {
            Commitment commitment = sealed.commitment();
            store(connection, "INSERT INTO draw(commitment_digest, secret, commitment) VALUES (?, ?, ?)",
                    commitment.digest(), secret, commitment.toJson());
            System.out.println("sealed " + commitment.digestGroups());
            return commitment.digest();
        }
    }

    /** A row of the table draw. */
    private static final class Stored {
        final String secret;
        final Commitment commitment;
        final String record;

        Stored(Connection connection, String digest) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT secret, commitment, record FROM draw WHERE commitment_digest = ?")) {
                query.setString(1, digest);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new SQLException("no commitment " + digest);
                    }
                    secret = row.getString(1);
                    commitment = Commitment.fromJson(row.getString(2));
                    record = row.getString(3);
                }
            }
        }
    }

    /** The second transaction, after the dice were thrown, stores the record if there is none yet. */
    private static void draw(Connection connection, String digest, long... dice) throws SQLException {
        Stored stored = new Stored(connection, digest);
        Contribution thrown = stored.commitment.arrange(0, dice);
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Sealed.reopen(inputs, stored.commitment, stored.secret);
                DrawRecord record = sealed.draw(Contributions.of(stored.commitment, thrown))) {
            Evidence evidence = Evidence.of(inputs).withCommitment(digest).withSecret(stored.secret);
            Suiji.verify(record, evidence).require();
            store(connection, "UPDATE draw SET record_digest = ?, record = ? WHERE commitment_digest = ? AND record IS NULL",
                    record.digest(), record.toJson(), digest);
            for (DrawnEntity entity : record.draw("J1").get().selected()) {
                System.out.println("selected " + entity.id());
            }
        }
    }

    /** Another transaction, on a later day: the lead of the first team is ill. Who steps in follows from the record. */
    private static void amend(Connection connection, String digest) throws SQLException {
        Stored stored = new Stored(connection, digest);
        try (Inputs inputs = inputs(connection);
                Sealed sealed = Sealed.reopen(inputs, stored.commitment, stored.secret);
                DrawRecord record = DrawRecord.fromJson(stored.record)) {
            String lead = record.draw("J1").get().teams().get(0).members().get(0);
            OffsetDateTime now = now();
            Request away = Request.away(now, "分管副局长", "主办人员生病", Collections.singletonList(lead)); // takes no further seat
            Request leaves = Request.substitute(now, "分管副局长", "主办人员生病", record.state().seatsOf(lead)); // leaves those held now
            Amendments amendments = sealed.amend(record, null, Arrays.asList(away, leaves)); // null: there are none before
            store(connection, "UPDATE draw SET amendments = ? WHERE commitment_digest = ? AND amendments IS NULL",
                    amendments.toJson(), digest);
            System.out.println("amended " + amendments.digest(stored.commitment)); // publish it
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
                throw new SQLException("another process changed this draw");
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
            draw(connection, digest, 3, 5, 6, 2, 4, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3);
            amend(connection, digest);
        } catch (SuijiException refused) {
            System.err.println(refused.messageZh()); // the message for the clerk
            System.exit(1);
        }
    }
}
