package org.dutyledger.feed;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each webhook has been told. */
class WebhookStates {

    /**
     * How a webhook stands.
     *
     * @param sequence everything up to here was taken, or did not pass the filter
     * @param attempts that failed since
     * @param nextAttempt null: at once
     * @param failingSince null: it takes what comes
     * @param gone the address that answered that it is gone; null: none
     */
    record State(
            long sequence,
            int attempts,
            @Nullable Instant nextAttempt,
            @Nullable Instant failingSince,
            @Nullable String cause,
            @Nullable String gone) {

        static State at(long sequence) {
            return new State(sequence, 0, null, null, null, null);
        }

        State failed(Instant now, Instant next, String why) {
            Instant since = failingSince == null ? now : failingSince;
            return new State(sequence, attempts + 1, next, since, why, null);
        }

        State gone(String url) {
            return new State(sequence, attempts, null, failingSince, "410 Gone", url);
        }
    }

    private final JdbcClient database;

    WebhookStates(JdbcClient database) {
        this.database = database;
    }

    Optional<State> of(String name) {
        return database.sql(
                        """
                        SELECT sequence, attempts, next_attempt, failing_since, cause, gone
                        FROM ledger.webhook WHERE name = ?
                        """)
                .param(name)
                .query((ResultSet row, int _) ->
                        new State(
                                row.getLong(1),
                                row.getInt(2),
                                instant(row.getTimestamp(3)),
                                instant(row.getTimestamp(4)),
                                row.getString(5),
                                row.getString(6)))
                .optional();
    }

    void store(String name, State state) {
        database.sql(
                        """
                        INSERT INTO ledger.webhook
                            (name, sequence, attempts, next_attempt, failing_since, cause, gone)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence,
                            attempts = excluded.attempts, next_attempt = excluded.next_attempt,
                            failing_since = excluded.failing_since, cause = excluded.cause,
                            gone = excluded.gone
                        """)
                .param(name)
                .param(state.sequence())
                .param(state.attempts())
                .param(timestamp(state.nextAttempt()))
                .param(timestamp(state.failingSince()))
                .param(state.cause())
                .param(state.gone())
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
