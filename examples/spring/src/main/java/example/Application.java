package example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.suiji.SuijiModule;

/** A service that seals, draws, amends and verifies, with its tables in PostgreSQL. */
@SpringBootApplication
public class Application {
    /** Lets Jackson write values of suiji, such as findings, as the library's documents. */
    @Bean
    SuijiModule documents() {
        return new SuijiModule();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}
