package example;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.suiji.By;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contributions;
import org.suiji.DrawRecord;
import org.suiji.Evidence;
import org.suiji.Inputs;
import org.suiji.PlacedContribution;
import org.suiji.Plan;
import org.suiji.PublicForm;
import org.suiji.Sealed;
import org.suiji.Source;
import org.suiji.Suiji;

/** The steps of a draw. Each is one transaction, so a process that dies between or within steps leaves nothing half done. */
@Service
class Draws {
    /** The time zone for the day of sealing. It is named because a container runs in UTC. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcTemplate jdbc;
    private final Stored stored;
    private final Tables tables;
    private final Transactions transactions;

    Draws(JdbcTemplate jdbc, Stored stored, Tables tables, Transactions transactions) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.tables = tables;
        this.transactions = transactions;
    }

    long addPlan(Plan plan) {
        return transactions.inOneState(() -> {
            jdbc.update("INSERT INTO authority(name) VALUES (?) ON CONFLICT DO NOTHING", plan.authority());
            return jdbc.queryForObject(
                    "INSERT INTO plan(authority, document) VALUES (?, ?) RETURNING id", Long.class, plan.authority(), plan.toJson());
        });
    }

    /**
     * Seals the tables as they are. Adds the time, the secret and the commitment before this one to the ceremony, so that nobody chooses them.
     */
    Commitment seal(long id, Ceremony given) {
        if (given.sealedAt().isPresent() || given.secret().isPresent() || given.previous().isPresent()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "sealed_at、secret、previous 由服务填写");
        }
        String secret = Suiji.newSecret();
        return transactions.inOneState(() -> {
            Plan plan = stored.plan(id);
            // Another transaction that seals for this authority waits here.
            List<String> last = jdbc.queryForList(
                    "SELECT last_commitment FROM authority WHERE name = ? FOR UPDATE", String.class, plan.authority());
            Ceremony ceremony = given.withSealedAt(OffsetDateTime.now(ZONE))
                    .withSecret(secret)
                    .withEarlier(stored.commitments(plan.authority()));
            ceremony = last.get(0) == null ? ceremony : ceremony.withPrevious(last.get(0));
            try (Inputs inputs = tables.now(plan);
                    Sealed sealed = Suiji.seal(inputs, ceremony)) {
                Commitment commitment = sealed.commitment();
                String digest = commitment.digest();
                jdbc.update("INSERT INTO commitment(digest, plan, authority, document) VALUES (?, ?, ?, ?)",
                        digest, id, plan.authority(), commitment.toJson());
                jdbc.update("INSERT INTO secret(commitment, secret) VALUES (?, ?)", digest, secret);
                tables.copy(digest);
                jdbc.update("UPDATE authority SET last_commitment = ? WHERE name = ?", digest, plan.authority());
                return commitment;
            }
        });
    }

    /**
     * Stores the contributions. The primary key of the table refuses a second value for a source. A witness contributes for the source of
     * a witness, the office for its own source.
     */
    void contribute(String digest, List<PlacedContribution> placed, String user, Set<By> allowed) {
        transactions.inOneState(() -> {
            Commitment commitment = stored.commitment(digest);
            List<Source> sources = commitment.sources();
            for (PlacedContribution one : placed) {
                commitment.checkContribution(one.source(), one.contribution());
                if (!allowed.contains(sources.get((int) one.source()).by())) {
                    throw new Refused(HttpStatus.FORBIDDEN, "该随机源不由此用户取值");
                }
                jdbc.update("INSERT INTO contribution(commitment, source, document, contributed_by) VALUES (?, ?, ?, ?)",
                        digest, one.source(), one.toJson(), user);
            }
            return null;
        });
    }

    /** Draws. A second request, even at the same time, gets the same record. */
    String draw(String digest) {
        return transactions.inOneState(() -> {
            Commitment commitment = stored.commitment(digest);
            if (stored.lock(digest)) {
                return stored.record(digest);
            }
            Contributions contributions = Contributions.of(commitment, stored.contributions(digest));
            String secret = stored.secret(digest);
            try (Inputs inputs = tables.sealed(stored.planOf(digest), digest);
                    Sealed sealed = Sealed.reopen(inputs, commitment, secret);
                    DrawRecord record = sealed.draw(contributions);
                    PublicForm published = PublicForm.of(record, secret)) {
                Evidence evidence = Evidence.of(inputs).withCommitment(digest).withSecret(secret).withContributions(contributions);
                Suiji.verify(record, evidence).require();
                jdbc.update("INSERT INTO record(commitment, digest, document, public_form) VALUES (?, ?, ?, ?)",
                        digest, record.digest(), record.toJson(), published.toJson());
                // Because of this change, a transaction that waits for the lock begins again.
                jdbc.update("UPDATE commitment SET drawn = true WHERE digest = ?", digest);
                return record.toJson();
            }
        });
    }

    /** Calls a function with a draw. The sealed inputs and the record are open until it returns. */
    <T> T with(String digest, BiFunction<Sealed, DrawRecord, T> work) {
        return transactions.inOneState(() -> {
            Commitment commitment = stored.commitment(digest);
            try (Inputs inputs = tables.sealed(stored.planOf(digest), digest);
                    Sealed sealed = Sealed.reopen(inputs, commitment, stored.secret(digest));
                    DrawRecord record = DrawRecord.fromJson(stored.record(digest))) {
                return work.apply(sealed, record);
            }
        });
    }
}
