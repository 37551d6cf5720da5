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
import org.suiji.Contributions;
import org.suiji.Evidence;
import org.suiji.Inputs;
import org.suiji.Record;
import org.suiji.Sealed;
import org.suiji.Suiji;
import org.suiji.SuijiException;

/** Sealing and drawing as two transactions of Spring, and a refusal that leaves nothing behind: {@code InSpring FOLDER}. */
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

    /** The service. Spring does not roll back for checked exceptions unless it is told. */
    public static class Draws {
        private final JdbcTemplate jdbc;

        Draws(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional(rollbackFor = SuijiException.class)
        public String seal(Inputs inputs, Ceremony ceremony) throws SuijiException {
            try (Sealed sealed = Suiji.seal(inputs, ceremony)) {
                Commitment sheet = sealed.commitment();
                jdbc.update("INSERT INTO draw(sheet, commitment) VALUES (?, ?)", sheet.digest(), sheet.toJson());
                return sheet.digest();
            }
        }

        @Transactional(rollbackFor = SuijiException.class)
        public String draw(Inputs inputs, String sheet, Contributions thrown) throws SuijiException {
            String commitment = jdbc.queryForObject("SELECT commitment FROM draw WHERE sheet = ?", String.class, sheet);
            if (jdbc.update("UPDATE draw SET drawn = TRUE WHERE sheet = ? AND drawn = FALSE", sheet) != 1) {
                throw new IllegalStateException("this sheet is drawn already");
            }
            try (Sealed sealed = Sealed.reopen(inputs, Commitment.fromJson(commitment));
                    Record record = sealed.draw(thrown)) {
                Suiji.verify(record, Evidence.of(inputs).withSheet(sheet)).require();
                jdbc.update("UPDATE draw SET record = ? WHERE sheet = ?", record.toJson(), sheet);
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
            new JdbcTemplate(spring.getBean(DataSource.class)).execute("CREATE TABLE draw(sheet CHAR(64) PRIMARY KEY,"
                    + " commitment TEXT NOT NULL, drawn BOOLEAN DEFAULT FALSE, record TEXT)");
            Draws draws = spring.getBean(Draws.class);
            String sheet = draws.seal(inputs, Ceremony.fromJson(files[4]));
            try {
                draws.draw(inputs, sheet, Contributions.of());
            } catch (SuijiException refused) {
                System.out.println("refused " + refused.code());
            }
            System.out.println(draws.draw(inputs, sheet, Contributions.fromJson(files[5])));
        }
    }
}
