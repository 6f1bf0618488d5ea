package org.dutyledger.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The right to push findings out, which one instance has at a time: an advisory lock of a database
 * session. It ends with the session, however the process ended.
 */
final class Turn implements AutoCloseable {

    private static final int ANSWER_SECONDS = 5;

    private final Connection session;
    private final long key;

    private Turn(Connection session, long key) {
        this.session = session;
        this.key = key;
    }

    /** Null: another instance has it. */
    static @Nullable Turn take(DataSource database, long key) throws SQLException {
        Connection session = database.getConnection();
        try {
            if (ask(session, "SELECT pg_try_advisory_lock(?)", key)) {
                return new Turn(session, key);
            }
        } catch (SQLException e) {
            session.close();
            throw e;
        }
        session.close();
        return null;
    }

    /** Whether the session still stands. */
    boolean isHeld() throws SQLException {
        return session.isValid(ANSWER_SECONDS);
    }

    @Override
    public void close() throws SQLException {
        try (session) {
            ask(session, "SELECT pg_advisory_unlock(?)", key);
        }
    }

    private static boolean ask(Connection session, String sql, long key) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
