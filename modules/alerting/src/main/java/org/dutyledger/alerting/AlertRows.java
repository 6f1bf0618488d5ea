package org.dutyledger.alerting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.AlertEvent;
import org.dutyledger.alerting.row.AlertJson;
import org.dutyledger.alerting.row.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of alerts. Everything here must run in a transaction that holds {@link #lock}. */
final class AlertRows {

    private static final long LOCK = 0x6475_7479_616c_74L; // "dutyalt"
    private static final int TOGETHER = 500;

    private static final String WRITE =
            """
            INSERT INTO ledger.alert (id, model, rulebook, rule, about, kind, severity, state, due, fired,
                wake, revision, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, severity = excluded.severity,
                state = excluded.state, due = excluded.due, fired = excluded.fired,
                wake = excluded.wake, revision = excluded.revision, body = excluded.body
            """;

    // What waits already waits since then.
    private static final String NOTICE =
            """
            INSERT INTO ledger.alert_notice AS n (receiver, alert, pending, since) VALUES (?, ?, true, ?)
            ON CONFLICT (receiver, alert) DO UPDATE SET pending = true,
                since = CASE WHEN n.pending THEN n.since ELSE excluded.since END
            """;
    private static final String TOLD =
            "UPDATE ledger.alert_notice SET pending = true, since = ? WHERE alert = ANY (?) AND told AND NOT pending";
    private static final String NEVER_TOLD =
            "DELETE FROM ledger.alert_notice WHERE alert = ANY (?) AND NOT told";

    private final JdbcTemplate jdbc;

    AlertRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else writes alerts until the transaction ends. */
    void lock() {
        jdbc.queryForList("SELECT pg_advisory_xact_lock(?)", LOCK);
    }

    /** Whether nobody else writes alerts; then nobody does until the transaction ends. */
    boolean tryLock() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    /** By id; of an id that there is not, none. */
    Map<String, Alert> find(Collection<String> ids) {
        Map<String, Alert> found = new HashMap<>();
        jdbc.query(
                "SELECT id, body FROM ledger.alert WHERE id = ANY (?)",
                row -> {
                    found.put(row.getString(1), AlertJson.read(row.getString(2), Alert.class));
                },
                (Object) ids.toArray(String[]::new));
        return found;
    }

    /** Alerts that time alone changes. */
    List<Alert> due(Instant now) {
        return jdbc.query(
                "SELECT body FROM ledger.alert WHERE wake <= ? ORDER BY wake LIMIT " + TOGETHER,
                (row, n) -> AlertJson.read(row.getString(1), Alert.class),
                SqlTime.of(now));
    }

    /** Every open alert. */
    List<Alert> open() {
        return jdbc.query(
                "SELECT body FROM ledger.alert WHERE state <> 'RESOLVED' ORDER BY id",
                (row, n) -> AlertJson.read(row.getString(1), Alert.class));
    }

    /** An alert as its last event made it, and when time alone changes it next. */
    record Row(Alert alert, @Nullable Instant wake) {}

    /** An event with the alert that it made. */
    record Happened(String id, int revision, AlertEvent event) {}

    void write(List<Row> rows, List<Happened> events) {
        jdbc.batchUpdate(WRITE, rows, TOGETHER, AlertRows::bind);
        jdbc.batchUpdate(
                "INSERT INTO ledger.alert_event (alert, revision, at, what, body) VALUES (?, ?, ?, ?, ?)",
                events,
                TOGETHER,
                (statement, each) -> {
                    statement.setString(1, each.id);
                    statement.setInt(2, each.revision);
                    statement.setObject(3, SqlTime.of(each.event.at()));
                    statement.setString(4, each.event.what().name());
                    statement.setString(5, AlertJson.write(each.event));
                });
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        Alert alert = row.alert;
        statement.setString(1, alert.key().id());
        statement.setString(2, alert.key().model());
        statement.setString(3, alert.key().rulebook());
        statement.setString(4, alert.key().rule());
        statement.setString(5, alert.key().about());
        statement.setString(6, alert.condition().kind().wireName());
        statement.setString(
                7,
                alert.condition().severity() == null ? null : alert.condition().severity().name());
        statement.setString(8, alert.state().name());
        statement.setObject(9, SqlTime.orNull(alert.condition().due()));
        statement.setObject(10, SqlTime.of(alert.fired()));
        statement.setObject(11, SqlTime.orNull(row.wake));
        statement.setInt(12, alert.revision());
        statement.setString(13, AlertJson.write(alert));
    }

    /** Who must be told of an alert. */
    record Notice(String receiver, String alert) {}

    void notice(List<Notice> notices, Instant at) {
        jdbc.batchUpdate(
                NOTICE,
                notices,
                TOGETHER,
                (statement, each) -> {
                    statement.setString(1, each.receiver);
                    statement.setString(2, each.alert);
                    statement.setObject(3, SqlTime.of(at));
                });
    }

    /** Who was told of these must be told again. */
    void noticeTold(Collection<String> alerts, Instant at) {
        jdbc.update(TOLD, SqlTime.of(at), alerts.toArray(String[]::new));
    }

    /** Who was not told of these yet need not be told. */
    void forget(Collection<String> alerts) {
        jdbc.update(NEVER_TOLD, (Object) alerts.toArray(String[]::new));
    }

    /** Silences that hold. */
    List<Silence> silences(Instant now) {
        return jdbc.query(
                "SELECT body FROM ledger.alert_silence WHERE until > ? AND ended IS NULL ORDER BY until DESC",
                (row, n) -> AlertJson.read(row.getString(1), Silence.class),
                SqlTime.of(now));
    }

    /** Parties declared for models. */
    Map<String, Set<String>> parties(Collection<String> models) {
        Map<String, Set<String>> parties = new HashMap<>();
        jdbc.query(
                "SELECT model, party FROM ledger.alert_party WHERE model = ANY (?)",
                row -> {
                    parties.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                            .add(row.getString(2));
                },
                (Object) models.toArray(String[]::new));
        return parties;
    }

    /** When time alone changes something next; null: it does not. */
    @Nullable Instant nextWake() {
        List<@Nullable Instant> next = new ArrayList<>();
        jdbc.query(
                "SELECT least((SELECT min(wake) FROM ledger.alert), (SELECT min(wake) FROM ledger.alert_feed)) AS next",
                row -> {
                    next.add(SqlTime.read(row, "next"));
                });
        return next.getFirst();
    }
}
