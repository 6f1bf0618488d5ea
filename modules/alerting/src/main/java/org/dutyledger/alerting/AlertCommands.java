package org.dutyledger.alerting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.AlertEvent;
import org.dutyledger.alerting.alert.Held;
import org.dutyledger.alerting.row.AlertJson;
import org.dutyledger.alerting.row.SqlTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What people do with alerts. Each is kept in the alert's history and changes no duty. */
public class AlertCommands {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AlertRows rows;
    private final AlertWriter writer;
    private final Runnable written;

    /**
     * @param written is called when alerts may have changed, after the commit
     */
    AlertCommands(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clock clock,
            AlertWriter writer,
            Runnable written) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.rows = new AlertRows(jdbc);
        this.writer = writer;
        this.written = written;
    }

    /**
     * Somebody has seen it and owns it: nobody is called further until then.
     *
     * @return false: there is no such alert
     * @throws AlertRefusedException if it is resolved, or the end is not ahead
     */
    public boolean acknowledge(String id, Held word) {
        return one(id, AlertEvent.acknowledged(checked(word), clock.instant()));
    }

    /** It is somebody's. As {@link #acknowledge}. */
    public boolean assign(String id, String by, String owner) {
        return one(id, AlertEvent.assigned(by, owner, clock.instant()));
    }

    /** Nobody is told of it until then: a deferral. As {@link #acknowledge}. */
    public boolean silence(String id, Held word) {
        return one(id, AlertEvent.silenced(checked(word), clock.instant()));
    }

    /** Somebody says that it is settled. As {@link #acknowledge}. */
    public boolean resolve(String id, String by, String reason) {
        return one(id, AlertEvent.resolvedBy(by, reason, clock.instant()));
    }

    private boolean one(String id, AlertEvent event) {
        Boolean done =
                transaction.execute(status -> {
                    rows.lock();
                    Alert alert = rows.find(List.of(id)).get(id);
                    if (alert == null) {
                        return false;
                    }
                    if (!alert.open()) {
                        throw new AlertRefusedException("alert %s is resolved".formatted(id));
                    }
                    writer.byHand(List.of(alert), event);
                    return true;
                });
        written.run();
        return Boolean.TRUE.equals(done);
    }

    /**
     * Nobody is told of alerts within a scope until its end, of those that fire nor of those that
     * will.
     *
     * @return its number
     */
    public long silence(Silence silence) {
        Held word = checked(silence.word());
        Long id =
                transaction.execute(status -> {
                    rows.lock();
                    Instant now = clock.instant();
                    writer.byHand(
                            writer.within(rows.open(), silence.scope()::fits),
                            AlertEvent.silenced(word, now));
                    return jdbc.queryForObject(
                            "INSERT INTO ledger.alert_silence (until, body) VALUES (?, ?) RETURNING id",
                            Long.class,
                            SqlTime.of(word.until()),
                            AlertJson.write(silence));
                });
        written.run();
        return Objects.requireNonNull(id);
    }

    /**
     * Takes a silence back.
     *
     * @return false: there is no such silence, or not any more
     */
    public boolean endSilence(long id) {
        Boolean done =
                transaction.execute(status -> {
                    rows.lock();
                    Instant now = clock.instant();
                    List<Silence> ended =
                            jdbc.query(
                                    """
                                    UPDATE ledger.alert_silence SET ended = ?
                                    WHERE id = ? AND ended IS NULL AND until > ? RETURNING body
                                    """,
                                    (row, n) -> AlertJson.read(row.getString(1), Silence.class),
                                    SqlTime.of(now),
                                    id,
                                    SqlTime.of(now));
                    for (Silence each : ended) {
                        List<Alert> silent =
                                rows.open().stream()
                                        .filter(it -> each.word().equals(it.silenced()))
                                        .toList();
                        writer.byHand(silent, AlertEvent.silenceEnded(now));
                    }
                    return !ended.isEmpty();
                });
        written.run();
        return Boolean.TRUE.equals(done);
    }

    /**
     * Sends a message again that was given up, that waits for its next attempt, or that its
     * receiver lost: under the same key, at once.
     *
     * @return false: there is no such message
     */
    public boolean replay(long message) {
        int again =
                jdbc.update(
                        """
                        UPDATE ledger.alert_message SET state = 'waiting', due = ?, attempts = 0, ended = NULL
                        WHERE id = ? AND state <> 'sending'
                        """,
                        SqlTime.of(clock.instant()),
                        message);
        written.run();
        return again == 1;
    }

    private Held checked(Held word) {
        Instant now = clock.instant();
        if (!word.until().isAfter(now) || word.until().isAfter(now.plus(LONGEST))) {
            throw new AlertRefusedException(
                    "until is %s, expected a time ahead, at most 366 days".formatted(word.until()));
        }
        if (word.by().isBlank() || word.reason().isBlank()) {
            throw new AlertRefusedException("expected who says so, and why");
        }
        return word;
    }
}
