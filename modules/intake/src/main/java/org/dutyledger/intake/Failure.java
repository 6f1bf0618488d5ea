package org.dutyledger.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a failure of the surroundings, which passes, from one that comes again with the same fact.
 */
final class Failure {

    /**
     * SQLSTATE classes of PostgreSQL that say nothing about the rows: connection, transaction state
     * (a read-only standby), rollback, resources, lock, operator, system.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Failure() {}

    /** Whether trying again later, unchanged, makes sense. */
    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passesAlone(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesAlone(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState();
            return sql instanceof SQLTransientException
                    || (state != null
                            && state.length() == 5
                            && PASSING.contains(state.substring(0, 2)));
        }
        return cause instanceof IOException
                || cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof CannotCreateTransactionException;
    }

    /** What to say of it, in one line. */
    static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
