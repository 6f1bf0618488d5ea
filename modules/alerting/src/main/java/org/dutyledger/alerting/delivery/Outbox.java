package org.dutyledger.alerting.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.row.AlertJson;
import org.dutyledger.alerting.row.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What goes out. A message is made and claimed in one transaction and sent after it: who crashes in
 * between leaves it claimed until its lease ends, and then it is sent again under the same id. One
 * message at a time goes to a receiver; what changes meanwhile gathers for the next.
 */
final class Outbox {

    /** As many alerts as one message holds. */
    static final int TOGETHER = 1000;

    /** Waits between attempts; together over three days, as Standard Webhooks advises. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private static final double JITTER = 0.2;
    private static final int KEPT_ERROR = 500;

    // What a writer holds just now is taken the next time: it wakes the dispatcher when it is done.
    private static final String TAKE =
            """
            UPDATE ledger.alert_notice SET pending = false, told = true
            WHERE receiver = ? AND alert IN (
                SELECT alert FROM ledger.alert_notice WHERE receiver = ? AND pending
                ORDER BY since, alert LIMIT %d FOR UPDATE SKIP LOCKED)
            RETURNING alert
            """
                    .formatted(TOGETHER);
    private static final String DUE =
            """
            UPDATE ledger.alert_message SET state = 'sending', due = ?
            WHERE id = (SELECT id FROM ledger.alert_message WHERE receiver = ? AND due <= ?
                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, body, attempts
            """;
    private static final String BUSY =
            "SELECT count(*) FROM ledger.alert_message WHERE receiver = ? AND state = 'sending' AND due > ?";
    private static final String INSERT =
            """
            INSERT INTO ledger.alert_message (key, receiver, state, due, created, alerts, body)
            VALUES (?, ?, 'sending', ?, ?, ?, ?) RETURNING id
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Composer composer;
    private final Duration lease;

    /**
     * @param lease longer than sending takes
     */
    Outbox(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clock clock,
            Composer composer,
            Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.composer = composer;
        this.lease = lease;
    }

    /** A message that this instance, and no other, now sends. */
    record Claimed(long row, Message message, int attempts) {}

    /** Receivers that there is something for. */
    List<String> waiting() {
        return jdbc.query(
                """
                SELECT receiver FROM ledger.alert_notice WHERE pending
                UNION SELECT receiver FROM ledger.alert_message WHERE due <= ?
                """,
                (row, n) -> row.getString(1),
                SqlTime.of(clock.instant()));
    }

    /** The next message to a receiver; null: there is none, or one is on its way. */
    @Nullable Claimed take(String receiver) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Boolean alone =
                    jdbc.queryForObject(
                            "SELECT pg_try_advisory_xact_lock(hashtextextended('alert receiver ' || ?, 0))",
                            Boolean.class,
                            receiver);
            Long sending = jdbc.queryForObject(BUSY, Long.class, receiver, SqlTime.of(now));
            if (!Boolean.TRUE.equals(alone) || sending == null || sending > 0) {
                return null;
            }
            Claimed again = again(receiver, now);
            return again == null ? fresh(receiver, now) : again;
        });
    }

    private @Nullable Claimed again(String receiver, Instant now) {
        return jdbc
                .query(
                        DUE,
                        (row, n) ->
                                new Claimed(
                                        row.getLong("id"),
                                        AlertJson.read(row.getString("body"), Message.class),
                                        row.getInt("attempts")),
                        SqlTime.of(now.plus(lease)),
                        receiver,
                        SqlTime.of(now))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Claimed fresh(String receiver, Instant now) {
        List<String> ids = jdbc.query(TAKE, (row, n) -> row.getString(1), receiver, receiver);
        if (ids.isEmpty()) {
            return null;
        }
        List<Alert> alerts = alerts(ids);
        List<String> over =
                alerts.stream().filter(each -> !each.open()).map(each -> each.key().id()).toList();
        jdbc.update(
                "DELETE FROM ledger.alert_notice WHERE receiver = ? AND alert = ANY (?)",
                receiver,
                over.toArray(String[]::new));
        Message message =
                new Message(
                        Message.TYPE,
                        "msg_" + UUID.randomUUID().toString().replace("-", ""),
                        receiver,
                        now,
                        composer.compose(alerts));
        Long row =
                jdbc.queryForObject(
                        INSERT,
                        Long.class,
                        message.id(),
                        receiver,
                        SqlTime.of(now.plus(lease)),
                        SqlTime.of(now),
                        alerts.size(),
                        AlertJson.write(message));
        return new Claimed(row == null ? 0 : row, message, 0);
    }

    private List<Alert> alerts(Collection<String> ids) {
        return jdbc.query(
                "SELECT body FROM ledger.alert WHERE id = ANY (?) ORDER BY id",
                (row, n) -> AlertJson.read(row.getString(1), Alert.class),
                (Object) ids.toArray(String[]::new));
    }

    /**
     * It was tried.
     *
     * @return whether it is given up
     */
    boolean tried(Claimed claimed, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken it -> {
                note(claimed, "sent", null, null);
                yield false;
            }
            case Outcome.NotNow(String why, Duration after) -> {
                if (claimed.attempts >= WAITS.size()) {
                    note(claimed, "dead", null, why);
                    yield true;
                }
                note(claimed, "waiting", next(claimed.attempts, after), why);
                yield false;
            }
            case Outcome.Never(String why) -> {
                note(claimed, "dead", null, why);
                yield true;
            }
        };
    }

    private Instant next(int attempts, @Nullable Duration asked) {
        Duration wait = WAITS.get(attempts);
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        Duration jittered = Duration.ofMillis((long) (wait.toMillis() * factor));
        return clock.instant()
                .plus(asked != null && asked.compareTo(jittered) > 0 ? asked : jittered);
    }

    private void note(
            Claimed claimed, String state, @Nullable Instant due, @Nullable String error) {
        jdbc.update(
                """
                UPDATE ledger.alert_message SET state = ?, due = ?, error = ?, attempts = ?, ended = ?
                WHERE id = ? AND state = 'sending'
                """,
                state,
                SqlTime.orNull(due),
                error == null ? null : error.substring(0, Math.min(KEPT_ERROR, error.length())),
                claimed.attempts + 1,
                due == null ? SqlTime.of(clock.instant()) : null,
                claimed.row);
    }
}
