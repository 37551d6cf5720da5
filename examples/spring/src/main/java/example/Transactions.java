package example;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that see one state of all tables. They begin again if another transaction has changed it. */
@Component
class Transactions {
    private static final int ATTEMPTS = 10;

    /** PostgreSQL: could not serialize access, and deadlock. In both cases nothing was changed. */
    private static final List<String> AGAIN = Arrays.asList("40001", "40P01");

    private final TransactionTemplate template;

    Transactions(PlatformTransactionManager manager) {
        template = new TransactionTemplate(manager);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Does the work, several times if needed, so it must change only the database. Inside a transaction, it is part of that one. */
    <T> T inOneState(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return template.execute(status -> work.get());
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !canBeginAgain(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean canBeginAgain(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException && AGAIN.contains(((SQLException) cause).getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
