package example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contribution;
import org.suiji.Contributions;
import org.suiji.DrawRecord;
import org.suiji.Evidence;
import org.suiji.Inputs;
import org.suiji.Sealed;
import org.suiji.Suiji;
import org.suiji.SuijiException;

/** Sealing and drawing as two Spring transactions; a refused draw is rolled back: {@code InSpring FOLDER}. */
@Configuration
@EnableTransactionManagement
public class InSpring {
    @Bean
    public DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:draws;DB_CLOSE_DELAY=-1");
    }

    @Bean
    public TransactionManager transactions(DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    @Bean
    public Draws draws(DataSource database) {
        return new Draws(new JdbcTemplate(database));
    }

    /** The service. Spring rolls back for a {@link SuijiException}, which is unchecked. */
    public static class Draws {
        private final JdbcTemplate jdbc;

        Draws(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        public String seal(Inputs inputs, Ceremony ceremony) {
            try (Sealed sealed = Suiji.seal(inputs, ceremony)) {
                Commitment commitment = sealed.commitment();
                jdbc.update("INSERT INTO draw(digest, commitment) VALUES (?, ?)", commitment.digest(), commitment.toJson());
                return commitment.digest();
            }
        }

        @Transactional
        public String draw(Inputs inputs, String digest, Contributions contributions) {
            String commitment = jdbc.queryForObject("SELECT commitment FROM draw WHERE digest = ?", String.class, digest);
            if (jdbc.update("UPDATE draw SET drawn = TRUE WHERE digest = ? AND drawn = FALSE", digest) != 1) {
                throw new IllegalStateException("a record of this commitment already exists");
            }
            try (Sealed sealed = Sealed.reopen(inputs, Commitment.fromJson(commitment));
                    DrawRecord record = sealed.draw(contributions)) {
                Suiji.verify(record, Evidence.of(inputs).withCommitment(digest)).require();
                jdbc.update("UPDATE draw SET record = ? WHERE digest = ?", record.toJson(), digest);
                return record.digest();
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Paths.get(arguments[0]);
        byte[][] files = new byte[6][];
        String[] names = {
            "plan.json", "registry.jsonl", "roster.jsonl", "history.jsonl", "ceremony.json", "contributions.json"
        };
        for (int at = 0; at < names.length; at++) {
            files[at] = Files.readAllBytes(folder.resolve(names[at]));
        }
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext(InSpring.class);
                Inputs inputs = Inputs.fromJson(files[0], files[1], files[2], files[3])) {
            new JdbcTemplate(spring.getBean(DataSource.class)).execute("CREATE TABLE draw(digest CHAR(64) PRIMARY KEY,"
                    + " commitment TEXT NOT NULL, drawn BOOLEAN DEFAULT FALSE, record TEXT)");
            Draws draws = spring.getBean(Draws.class);
            String digest = draws.seal(inputs, Ceremony.fromJson(files[4]));
            try {
                Contribution first = Contributions.fromJson(files[5]).contributions().get(0);
                draws.draw(inputs, digest, Contributions.of(digest, first)); // those of the other sources are missing
            } catch (SuijiException refused) {
                System.out.println("refused " + refused.code());
            }
            System.out.println(draws.draw(inputs, digest, Contributions.fromJson(files[5])));
        }
    }
}
